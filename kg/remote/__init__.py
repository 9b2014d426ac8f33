"""SPARQL servers: questions to one, and documents into one and out of it. docs/servers.md shows how."""

from kg.remote.endpoint import Endpoint
from kg.remote.server import Server

__all__ = ["Endpoint", "Server"]
