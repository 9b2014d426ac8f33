"""Loads made for tests, and what a server or a store then holds."""

from collections.abc import Callable

from kg.remote import Server
from kg.store import Store
from tests.reports import make_report

GRAPHS = ("graph/entities", "graph/merges", "graph/facts", "graph/direct", "graph/codes", "graph/ontology")


def load(server: Server, names: str = "ab") -> None:
    with server:
        for name in names:
            server.put_document(make_report(name))


def load_until(server: Server, disturb: Callable[[], None]) -> None:
    """Load a report, and another after the disturbance."""
    with server:
        server.put_document(make_report("a"))
        disturb()
        server.put_document(make_report("b"))


def statements(source: Store | Server, graph: str) -> set[str]:
    return set(map(str, source.quads(graph)))


def same(server: Server, store: Store) -> bool:
    """Whether all graphs are those of the store."""
    graphs = (*GRAPHS, *(f"doc/{slug}" for slug in store.documents()))
    return list(store.documents()) == server.documents() and all(
        statements(server, graph) == statements(store, graph) for graph in graphs
    )
