"""Derived graphs: what the rules in `queries/derive/` conclude from the evidence, apart from it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.errors import VocabularyError
from kg.header import read_header
from kg.resources import find_folder
from kg.updates import Change, join, to_triples

MANY = 5000


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
        add_quads(database, [ox.Quad(t.subject, t.predicate, t.object, graph) for t in dict.fromkeys(triples)])


def rule_graphs(base: str) -> dict[Path, ox.NamedNode]:
    """The files of the rules, in order, and the graph that each makes or helps to make."""
    paths = sorted((find_folder("queries") / "derive").glob("*.rq"))
    return {path: ox.NamedNode(f"{base}graph/{read_header(path)['graph']}") for path in paths}


def replace_graphs(database: ox.Store, graphs: Mapping[ox.NamedNode, Iterable[ox.Quad]]) -> None:
    """Let each graph hold just these quads; what it holds of them already is not touched.

    A reader sees a graph as it was or as it is, never a part. Nothing is written before all quads are made.
    """
    changes = [_compare(database, graph, quads) for graph, quads in graphs.items()]
    add_quads(database, [quad for gone, new in changes if not gone for quad in new])
    for graph, (gone, new) in zip(graphs, changes, strict=True):
        if gone:
            database.update(join(Change(graph, to_triples(gone), to_triples(new)).operations()))


def _compare(
    database: ox.Store, graph: ox.NamedNode, quads: Iterable[ox.Quad]
) -> tuple[list[ox.Quad], list[ox.Quad]]:
    """What the graph is to lose and to gain."""
    wanted, held = dict.fromkeys(quads), set(database.quads_for_pattern(None, None, None, graph))
    return [quad for quad in held if quad not in wanted], [quad for quad in wanted if quad not in held]


def add_quads(database: ox.Store, quads: Sequence[ox.Quad]) -> None:
    """Add quads all at once; many go by files of their own, which is faster than a transaction."""
    if len(quads) < MANY:
        database.extend(quads)
    else:
        database.bulk_extend(quads)
