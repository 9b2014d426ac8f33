"""An open database asked for its graphs: by query, by the name of a graph, by node."""

from collections.abc import Iterable, Iterator
from itertools import chain

import pyoxigraph as ox

from kg.errors import RequestError
from kg.rows import Rows, to_rows

FAULT = 120  # characters


class Graphs:
    """The graphs of a database, whose names and nodes begin with `base`."""

    def __init__(self, database: ox.Store, base: str) -> None:
        self._database, self.base = database, base

    def query(self, text: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """What the database answers to a SPARQL query, with the union of all graphs as the default graph."""
        try:
            return self._database.query(text, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise RequestError(f"not a SPARQL query: {tell_fault(' '.join(str(error).split()))}") from error

    def select(self, text: str) -> Rows:
        """The rows of a SELECT query."""
        return to_rows(self.query(text))

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """All quads, or those of one graph named below the base: `graph/direct`, `doc/army-base`."""
        return self._database.quads_for_pattern(None, None, None, self._graph(graph) if graph else None)

    def about(self, nodes: Iterable[str], graph: str) -> Iterator[ox.Quad]:
        """What a graph says of these nodes."""
        name = self._graph(graph)
        found = (self._database.quads_for_pattern(ox.NamedNode(node), None, None, name) for node in nodes)
        return chain.from_iterable(found)

    def _graph(self, name: str) -> ox.NamedNode:
        return ox.NamedNode(self.base + name)


def tell_fault(reason: str) -> str:
    """What the parser of SPARQL says, short, and what to try."""
    where, _, what = reason.partition(": ")
    if "Prefix not found" in what:
        return f"{where}: a short name whose prefix nobody declared; write out its PREFIX"
    if what == "expected CONSTRUCT":
        return f"{where}: no kind of query begins so; begin with SELECT"
    return f"{reason[:FAULT]}; see docs/queries.md"
