"""Decisions taken together: which ids are one, by whichever chain, and where decisions contradict each other."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

import networkx as nx

from kg.errors import RequestError
from kg.namespaces import make_slug
from kg.resolve.sheet import Decision

Lines = Mapping[tuple[str, str], int]


def find_groups(decisions: Iterable[Decision]) -> list[tuple[str, ...]]:
    """The ids that are one, group by group, sorted: the order of the decisions does not matter."""
    return sorted(tuple(sorted(group)) for group in nx.connected_components(make_graph(decisions)))


def make_graph(decisions: Iterable[Decision]) -> "nx.Graph[str]":
    """The ids, tied where somebody said they are the same."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(sorted((d.left, d.right) for d in decisions if d.verdict == "same"))
    return graph


def check_decisions(decisions: Sequence[tuple[int, Decision]], place: object) -> None:
    """Raise RequestError if two rows decide one pair differently, or one row contradicts a chain of others."""
    lines: dict[tuple[str, str], tuple[int, Decision]] = {}
    for line, decision in decisions:
        first, earlier = lines.setdefault((decision.left, decision.right), (line, decision))
        if earlier.verdict != decision.verdict:
            raise RequestError(
                f"{place} line {line}: {decision.left} and {decision.right} are '{decision.verdict}' here "
                f"and '{earlier.verdict}' in line {first}: take one out"
            )
    graph = make_graph(decision for _, decision in decisions)
    for line, decision in decisions:
        if decision.verdict == "different" and graph.has_node(decision.left) and decision.right in graph:
            _check_apart(graph, decision, {pair: number for pair, (number, _) in lines.items()}, f"{place} line {line}")


def _check_apart(graph: "nx.Graph[str]", decision: Decision, lines: Lines, place: str) -> None:
    if not nx.has_path(graph, decision.left, decision.right):
        return
    chain = min(nx.all_shortest_paths(graph, decision.left, decision.right))
    pairs = [tuple(sorted(pair)) for pair in pairwise(chain)]
    others = ", ".join(str(lines[one, two]) for one, two in pairs)
    raise RequestError(f"{place}: 'different' contradicts {' = '.join(chain)} of line {others}: change one of them")


def choose(group: Sequence[str], names: Mapping[str, str], is_known: Callable[[str, str], bool]) -> tuple[str, str]:
    """The id that stands for a group, and its name: one in the tables, else known beyond a report, the fullest name."""
    chosen = min(group, key=lambda one: ("#" in one, not is_known(one, names[one]), -len(names[one].split()), one))
    if "#" in chosen:  # nobody of them is known beyond a report: from now on they are
        report = chosen.partition("#")[0].removeprefix("doc/")
        return f"actor/{make_slug(f'{names[chosen]} {report}')}", names[chosen]
    return chosen, names[chosen]
