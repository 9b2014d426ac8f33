"""What one SPARQL query cannot say well: the shortest chain of ties between two parties."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

import networkx as nx
import pyoxigraph as ox

from kg.binding import bind_values
from kg.resources import find_file
from kg.rows import Rows, Source, Term

COLUMNS = ("step", "direction", "from", "fromName", "to", "toName", "kind", "label", "date", "sentence", "document")


def find_chain(source: Source, ties: Rows) -> Rows:
    """The steps of the shortest chain, each with its sentence; no rows where nothing leads from one to the other.

    Each row of `ties` names where the chain starts and ends, and one event that ties `source` and `target`.
    Of several chains that are as short, the first by the names of its nodes is taken, and of several events
    that tie the same two the first.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    ends: tuple[str, str] | None = None
    for row in sorted(ties, key=lambda row: (row["source"], row["target"], row["event"]), reverse=True):
        graph.add_edge(row["source"], row["target"], event=row["event"])
        ends = row["start"], row["goal"]
    both_ways = graph.to_undirected(as_view=True)
    if ends is None or not set(ends) <= set(graph) or not nx.has_path(both_ways, *ends):
        return Rows(COLUMNS, ())
    path = min(nx.all_shortest_paths(both_ways, *ends))
    return Rows(COLUMNS, tuple(_tell_steps(source, graph, path)))


def _tell_steps(source: Source, graph: "nx.DiGraph[str]", path: list[str]) -> Iterator[tuple[Term | None, ...]]:
    text = find_file("queries", "steps/tie.rq").read_text(encoding="utf-8")
    for number, (one, other) in enumerate(pairwise(path), start=1):
        forward = graph.has_edge(one, other)
        event = graph.edges[(one, other) if forward else (other, one)]["event"]
        nodes = {"?_event_iri": event, "?_from_iri": one, "?_to_iri": other}
        bound = bind_values(text, {name: ox.NamedNode(iri) for name, iri in nodes.items()})
        for row in source.select(bound).rows:
            yield (ox.Literal(number), ox.Literal("forward" if forward else "backward"), *row)


TRANSFORMS: Mapping[str, Callable[[Source, Rows], Rows]] = {"shortest-chain": find_chain}
