"""Derived graphs: what the rules in `queries/derive/` conclude from the evidence, apart from it."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import VocabularyError
from kg.header import read_header
from kg.resources import find_folder


def derive_graphs(database: ox.Store, base: str) -> None:
    """Run every rule and replace the graphs they name; no rule sees what another concludes."""
    made: dict[ox.NamedNode, list[ox.Triple]] = defaultdict(list)
    graphs = rule_graphs(base)
    for graph in graphs.values():
        database.remove_graph(graph)
    for path, graph in graphs.items():
        answer = database.query(path.read_text(encoding="utf-8"), use_default_graph_as_union=True)
        if not isinstance(answer, ox.QueryTriples):
            raise VocabularyError(f"{path}: a rule must be a CONSTRUCT query")
        made[graph] += answer
    for graph, triples in made.items():
        database.extend(ox.Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples)


def rule_graphs(base: str) -> dict[Path, ox.NamedNode]:
    """The files of the rules, in order, and the graph that each makes or helps to make."""
    paths = sorted((find_folder("queries") / "derive").glob("*.rq"))
    return {path: ox.NamedNode(f"{base}graph/{read_header(path)['graph']}") for path in paths}


def replace_graph(database: ox.Store, graph: ox.NamedNode, quads: Iterable[ox.Quad]) -> None:
    """Put these quads in the place of the graph's; they are made before anything is removed."""
    made = list(quads)
    database.remove_graph(graph)
    database.extend(made)
