"""A store at an address on this machine: a read-only SPARQL endpoint, and a page that asks the named queries."""

from kg.served.app import make_app
from kg.served.run import serve

__all__ = ["make_app", "serve"]
