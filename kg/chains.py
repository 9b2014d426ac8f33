"""What one SPARQL query cannot say well: the shortest chain of ties between two parties."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

import networkx as nx
import pyoxigraph as ox

from kg.binding import bind_values
from kg.resources import find_file
from kg.rows import Rows, Source, Term

COLUMNS = ("step", "from", "fromName", "to", "toName", "kind", "label", "date", "sentence", "document")


def find_chain(source: Source, ties: Rows) -> Rows:
    """The steps of the shortest chain, each with its sentence; no rows where nothing leads from one to the other.

    Each row of `ties` names where the chain starts and ends, and one event that ties `source` and `target`.
    Of several chains that are as short, the first by the names of its nodes is taken, and of several events
    that tie the same two the first.
    """
    graph: nx.Graph[str] = nx.Graph()
    ends: tuple[str, str] | None = None
    for row in sorted(ties, key=lambda row: (row["source"], row["target"], row["event"]), reverse=True):
        graph.add_edge(row["source"], row["target"], event=row["event"])
        ends = row["start"], row["goal"]
    if ends is None or not (graph.has_node(ends[0]) and graph.has_node(ends[1])):
        return Rows(COLUMNS, ())
    if not nx.has_path(graph, *ends):
        return Rows(COLUMNS, ())
    path = min(nx.all_shortest_paths(graph, *ends))
    return Rows(COLUMNS, tuple(_tell_steps(source, graph, path)))


def _tell_steps(source: Source, graph: "nx.Graph[str]", path: list[str]) -> Iterator[tuple[Term | None, ...]]:
    text = find_file("queries", "steps/tie.rq").read_text(encoding="utf-8")
    for number, (one, other) in enumerate(pairwise(path), start=1):
        nodes = {"?_event_iri": graph.edges[one, other]["event"], "?_from_iri": one, "?_to_iri": other}
        bound = bind_values(text, {name: ox.NamedNode(iri) for name, iri in nodes.items()})
        for row in source.select(bound).rows:
            yield (ox.Literal(number), *row)


TRANSFORMS: Mapping[str, Callable[[Source, Rows], Rows]] = {"shortest-chain": find_chain}
