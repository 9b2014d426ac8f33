"""SPARQL updates as text. All that belongs together is one update: stores and servers show it whole or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import pyoxigraph as ox

Triple: TypeAlias = ox.Triple
BATCH = 500  # more statements in one operation exhaust Virtuoso's memory


def join(operations: Iterable[str]) -> str:
    """Operations as one request."""
    return " ;\n".join(operations)


def drop(graph: ox.NamedNode) -> str:
    """The operation that empties a graph, be it there or not."""
    return f"DROP SILENT GRAPH {graph}"


@dataclass(frozen=True, slots=True)
class Change:
    """What one graph loses and gains; what it holds and keeps is not touched.

    Virtuoso 7 loses statements that one request removes and inserts again, when it restarts after a crash.
    """

    graph: ox.NamedNode
    gone: Sequence[Triple]
    new: Sequence[Triple]

    def __len__(self) -> int:
        return len(self.gone) + len(self.new)

    def operations(self) -> list[str]:
        """The change as operations of an update."""
        return [*write_data("DELETE", self.graph, self.gone), *write_data("INSERT", self.graph, self.new)]


def find_change(graph: ox.NamedNode, held: Iterable[Triple], wanted: Iterable[Triple]) -> Change:
    """What turns the statements that a graph holds into those that are wanted."""
    before, after = set(held), dict.fromkeys(wanted)
    gone = sorted(before - after.keys(), key=str)
    return Change(graph, gone, [triple for triple in after if triple not in before])


def write_data(verb: str, graph: ox.NamedNode, triples: Sequence[Triple]) -> list[str]:
    """The operations that insert statements into a graph or delete them from it."""
    return [
        f"{verb} DATA {{ GRAPH {graph} {{\n{to_lines(batch).decode()}}} }}"
        for batch in (triples[start : start + BATCH] for start in range(0, len(triples), BATCH))
    ]


def to_lines(triples: Iterable[Triple]) -> bytes:
    """The statements in N-Triples, which SPARQL reads as they are."""
    return ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""


def to_triples(quads: Iterable[ox.Quad]) -> list[Triple]:
    """The statements of quads, whatever their graph."""
    return [ox.Triple(quad.subject, quad.predicate, quad.object) for quad in quads]
