"""What questions go to and documents are put on: a store, or a SPARQL server."""

from pathlib import Path
from typing import TYPE_CHECKING

from kg.namespaces import BASE

if TYPE_CHECKING:
    from kg.remote import Endpoint, Server
    from kg.store import Store

SECONDS = 60


def open_source(
    store: Path | str, endpoint: str | None = None, base: str | None = None, *, seconds: int = SECONDS
) -> "Store | Endpoint":
    """What questions go to: the server when one is named, with the base of its nodes, else the store."""
    if endpoint is None:
        from kg.store import Store

        return Store.open(store)
    from kg.remote import Endpoint
    from kg.remote.credentials import read_credentials

    return Endpoint(endpoint, base=base or BASE, seconds=seconds, credentials=read_credentials())


def open_server(
    endpoint: str,
    update_url: str,
    *,
    graph_store_url: str | None = None,
    base: str | None = None,
    seconds: int = SECONDS,
) -> "Server":
    """A SPARQL server to load into; user and password come from KG_USER and KG_PASSWORD in the environment."""
    from kg.remote import Server
    from kg.remote.credentials import read_credentials

    return Server(
        endpoint,
        update_url,
        graph_store_url=graph_store_url,
        base=base or BASE,
        seconds=seconds,
        credentials=read_credentials(),
    )
