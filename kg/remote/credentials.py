"""Who we are to a server: user and password come from the environment, never from the command line."""

import os

from kg.errors import RequestError

USER, PASSWORD = "KG_USER", "KG_PASSWORD"


def read_credentials() -> tuple[str, str] | None:
    """The user and password in the environment; None when there are none."""
    user, password = os.environ.get(USER), os.environ.get(PASSWORD)
    if user and password:
        return user, password
    if user or password:
        raise RequestError(f"only one of {USER} and {PASSWORD} is set: set both, or none")
    return None
