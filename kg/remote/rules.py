"""Derived graphs on a server: the rules of `queries/derive/` as updates, or, where it cannot be trusted, by us."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.derive import derive_graphs, rule_graphs
from kg.errors import VocabularyError
from kg.remote.copies import climbs_rightly, copy_server
from kg.updates import drop, join, to_triples

if TYPE_CHECKING:
    from kg.remote.server import Server

PREFIX = re.compile(r"^PREFIX .*\n", re.MULTILINE)
TEMPLATE = re.compile(r"CONSTRUCT\s*\{([^{}]*)\}")


def derive(server: "Server") -> None:
    """Make all derived graphs of a server again."""
    if climbs_rightly(server):
        server.update(write_rules(server.base))
    else:
        derive_here(server)


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
    with copy_server(server) as copy:
        derive_graphs(copy.database, server.base)
        for graph in sorted(set(rule_graphs(server.base).values()), key=str):
            made = copy.database.quads_for_pattern(None, None, None, graph)
            server.replace(graph, to_triples(made))
