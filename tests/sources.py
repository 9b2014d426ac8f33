"""The toy graphs, with what the rules derive from them, as a source of queries on each of the two engines."""

from pathlib import Path

import pyoxigraph as ox
from rdflib import Dataset
from rdflib.query import ResultRow
from rdflib.term import Literal, Node

from kg.derive import derive_graphs
from kg.namespaces import BASE
from kg.rows import Rows, Term, to_rows

GRAPHS = Path(__file__).parent / "graphs"


class OnOxigraph:
    """The graphs of TriG files in Oxigraph."""

    base = BASE

    def __init__(self, *paths: Path, derived: bool = True) -> None:
        self.database = ox.Store()
        for path in paths:
            self.database.load(path=str(path))
        if derived:
            derive_graphs(self.database, BASE)

    def select(self, text: str) -> Rows:
        return to_rows(self.database.query(text, use_default_graph_as_union=True))


class OnRdflib:
    """The graphs of TriG files in rdflib."""

    base = BASE

    def __init__(self, *paths: Path) -> None:
        self.dataset = Dataset(default_union=True)
        self.dataset.parse(data=bytes(OnOxigraph(*paths).database.dump(format=ox.RdfFormat.TRIG) or b""), format="trig")

    def select(self, text: str) -> Rows:
        result = self.dataset.query(text)
        columns = tuple(str(variable) for variable in result.vars or ())
        rows = [row for row in result if isinstance(row, ResultRow)]
        return Rows(columns, tuple(tuple(from_rdflib(node) for node in row) for row in rows))


def from_rdflib(node: Node | None) -> Term | None:
    if node is None:
        return None
    if not isinstance(node, Literal):
        return ox.NamedNode(str(node))
    if node.language:
        return ox.Literal(str(node), language=node.language)
    return ox.Literal(str(node), datatype=ox.NamedNode(str(node.datatype)) if node.datatype else None)
