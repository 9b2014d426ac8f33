"""Derived graphs on a server: the rules of `queries/derive/` as updates, or, where it cannot be trusted, by us."""

import re
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.derive import derive_graphs, rule_graphs
from kg.errors import VocabularyError
from kg.ontology import ontology_quads
from kg.remote.updates import drop, join, to_triples

if TYPE_CHECKING:
    from kg.remote.server import Server

PROBE = (Path(__file__).parent / "probe.rq").read_text(encoding="utf-8")
PREFIX = re.compile(r"^PREFIX .*\n", re.MULTILINE)
TEMPLATE = re.compile(r"CONSTRUCT\s*\{([^{}]*)\}")


def derive(server: "Server") -> None:
    """Make all derived graphs of a server again."""
    if climbs_rightly(server):
        server.update(write_rules(server.base))
    else:
        derive_here(server)


def climbs_rightly(server: "Server") -> bool:
    """Whether the server finds the nearest class with a property, as the rules ask it to.

    Virtuoso 7 does not: it ignores a path inside NOT EXISTS, and no error tells.
    """
    ours = ox.Store()
    ours.extend(ontology_quads(ox.NamedNode("urn:ontology")))
    right = ours.query(PROBE, use_default_graph_as_union=True)
    rows = [tuple(solution) for solution in right] if isinstance(right, ox.QuerySolutions) else []
    return list(server.select(PROBE).rows) == rows


def write_rules(base: str) -> str:
    """One update: drop the derived graphs, and make each again from its rules."""
    graphs = rule_graphs(base)
    texts = {path: path.read_text(encoding="utf-8") for path in graphs}
    prefixes = sorted({line for text in texts.values() for line in PREFIX.findall(text)})
    rules = [write_rule(path, PREFIX.sub("", texts[path]), graph) for path, graph in graphs.items()]
    drops = [drop(graph) for graph in sorted(set(graphs.values()), key=str)]
    return "".join(prefixes) + join([*drops, *rules])


def write_rule(path: Path, text: str, graph: ox.NamedNode) -> str:
    """A CONSTRUCT query as an update that puts what it makes into a graph."""
    if not TEMPLATE.search(text):
        raise VocabularyError(f"{path}: a rule must be a CONSTRUCT query")
    return TEMPLATE.sub(lambda match: f"INSERT {{ GRAPH {graph} {{{match[1]}}} }}", text)


def derive_here(server: "Server") -> None:
    """Run the rules on a copy of the server's evidence, and put the graphs they make on the server."""
    with TemporaryDirectory() as folder:
        copy = ox.Store(folder)
        for graph in ("graph/entities", *(f"doc/{slug}" for slug in server.documents())):
            copy.extend(server.quads(graph))
        copy.extend(ontology_quads(ox.NamedNode(server.base + "graph/ontology")))
        derive_graphs(copy, server.base)
        put_graphs(server, copy, rule_graphs(server.base).values())
        del copy


def put_graphs(server: "Server", copy: ox.Store, graphs: Iterable[ox.NamedNode]) -> None:
    """Put some graphs of a store in the place of the server's."""
    for graph in sorted(set(graphs), key=str):
        server.replace(graph, to_triples(copy.quads_for_pattern(None, None, None, graph)))
