"""Serving a store until somebody stops it."""

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from kg.errors import RequestError
from kg.served.app import SECONDS, make_app
from kg.store import Store

HOST = "127.0.0.1"


def serve(
    store: Path | str,
    *,
    port: int = 8000,
    seconds: float = SECONDS,
    told: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve a store on this machine, read-only, until interrupted; `told` hears the address.

    The page is at /, the SPARQL endpoint at /sparql. Port 0 takes any that is free.
    """
    Store.open(store).close()  # says so when there is none, and repairs what a killed run left
    listener = open_port(port)
    told(f"http://{HOST}:{listener.getsockname()[1]}/ shows {store}, /sparql answers queries; Ctrl-C ends it")
    config = uvicorn.Config(make_app(Path(store), seconds), log_level="warning", server_header=False)
    with listener:
        uvicorn.Server(config).run(sockets=[listener])


def open_port(port: int) -> socket.socket:
    """A socket that listens on this machine; RequestError when the port is taken."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()  # from now on requests wait until the workers have started
    except OSError as error:
        listener.close()
        raise RequestError(
            f"port {port} cannot be used: {error.strerror}; choose another with --port"
        ) from error
    return listener
