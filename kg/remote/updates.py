"""SPARQL updates as text. All that belongs together is one request: servers show a request whole or not at all."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import pyoxigraph as ox

Triple: TypeAlias = ox.Triple
BATCH = 500  # more statements in one INSERT DATA exhaust Virtuoso's memory


def join(operations: Iterable[str]) -> str:
    """Operations as one request."""
    return " ;\n".join(operations)


def drop(graph: ox.NamedNode) -> str:
    """The operation that empties a graph, be it there or not."""
    return f"DROP SILENT GRAPH {graph}"


def insert(graph: ox.NamedNode, triples: Sequence[Triple]) -> list[str]:
    """The operations that add statements to a graph."""
    return [
        f"INSERT DATA {{ GRAPH {graph} {{\n{to_lines(batch).decode()}}} }}"
        for batch in (triples[start : start + BATCH] for start in range(0, len(triples), BATCH))
    ]


def to_lines(triples: Iterable[Triple]) -> bytes:
    """The statements in N-Triples, which SPARQL reads as they are."""
    return ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""


def to_triples(quads: Iterable[ox.Quad]) -> list[Triple]:
    """The statements of quads, whatever their graph."""
    return [ox.Triple(quad.subject, quad.predicate, quad.object) for quad in quads]
