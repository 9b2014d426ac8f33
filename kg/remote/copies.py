"""A local copy of what a server holds, for the work that a server does wrongly without saying so."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from kg.derive import rule_graphs
from kg.ontology import ontology_quads
from kg.remote.endpoint import Endpoint
from kg.remote.paths import is_virtuoso
from kg.rows import Rows, to_rows

PROBE = (Path(__file__).parent / "probe.rq").read_text(encoding="utf-8")
SHARED = ("graph/entities", "graph/merges")


class Copy:
    """The graphs of a server in a database of our own; it answers as an embedded store does."""

    def __init__(self, server: Endpoint, folder: str, graphs: Iterable[str]) -> None:
        self.base, self.database, self._documents = server.base, ox.Store(folder), server.documents()
        for graph in (*SHARED, *graphs, *(f"doc/{slug}" for slug in self._documents)):
            self.database.extend(server.quads(graph))
        self.database.extend(ontology_quads(ox.NamedNode(self.base + "graph/ontology")))

    def select(self, text: str) -> Rows:
        """The rows of a SELECT query."""
        return to_rows(self.database.query(text, use_default_graph_as_union=True))

    def documents(self) -> list[str]:
        """The slugs of the documents, sorted."""
        return self._documents

    def quads(self, graph: str) -> Iterator[ox.Quad]:
        """The quads of one graph named below the base."""
        return self.database.quads_for_pattern(None, None, None, ox.NamedNode(self.base + graph))

    def about(self, nodes: Iterable[str], graph: str) -> Iterator[ox.Quad]:
        """What a graph says of these nodes."""
        name = ox.NamedNode(self.base + graph)
        for node in nodes:
            yield from self.database.quads_for_pattern(ox.NamedNode(node), None, None, name)


@contextmanager
def copy_server(server: Endpoint, graphs: Iterable[str] = ()) -> Iterator[Copy]:
    """A copy of the evidence, what documents share, and these graphs, on disk for as long as the `with` lasts."""
    with TemporaryDirectory() as folder:
        yield Copy(server, folder, graphs)


@contextmanager
def open_trusted(server: Endpoint) -> Iterator[Endpoint | Copy]:
    """The server itself where its answers can be trusted, else a copy."""
    if climbs_rightly(server):
        yield server
        return
    derived = {graph.value.removeprefix(server.base) for graph in rule_graphs(server.base).values()}
    with copy_server(server, sorted(derived)) as copy:
        yield copy


def climbs_rightly(server: Endpoint) -> bool:
    """Whether the server finds the nearest class with a property, as rules and checks ask it to.

    Virtuoso 7 does not, and no error tells. Which rows it loses hangs on the plan it makes, and after a restart it
    makes another: one right answer of Virtuoso proves nothing.
    """
    if is_virtuoso(server.select):
        return False
    ours = ox.Store()
    ours.extend(ontology_quads(ox.NamedNode("urn:ontology")))
    right = to_rows(ours.query(PROBE, use_default_graph_as_union=True))
    return [row["number"] for row in server.select(PROBE)] == [row["number"] for row in right]
