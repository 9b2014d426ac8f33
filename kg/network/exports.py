"""The network as data for other programs: GEXF, GraphML and Cytoscape JSON, none of it capped."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from io import BytesIO

import networkx as nx

from kg.network.build import Network
from kg.network.measures import ActorMeasures

SEPARATOR = " | "
UNFIT_FOR_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
CLOCK = re.compile(r' lastmodifieddate="[^"]*"')


def to_gexf(network: Network, measures: Sequence[ActorMeasures], title: str) -> bytes:
    """GEXF for Gephi: a tie lasts from its first to its last event; several of two actors stay apart."""
    flat = flatten(network, measures, title)
    flat.graph["mode"] = "dynamic"
    for *_, tie in flat.edges(data=True):
        tie |= {name: tie[day] for name, day in (("start", "first"), ("end", "last")) if tie[day]}
    text = "\n".join(nx.generate_gexf(flat, version="1.2draft"))
    return CLOCK.sub("", text).encode("utf-8")


def to_graphml(network: Network, measures: Sequence[ActorMeasures], title: str) -> bytes:
    """GraphML, which most programs read; each tie has an id of its own."""
    out = BytesIO()
    nx.write_graphml_xml(flatten(network, measures, title), out, edge_id_from_attribute="id")
    return out.getvalue()


def to_cytoscape(network: Network, measures: Sequence[ActorMeasures], title: str) -> bytes:
    """Cytoscape's JSON, with the evidence of each tie as a list."""
    full = with_measures(network, measures, title)
    for *_, tie in full.edges(data=True):
        tie["evidence"] = [asdict(item) for item in tie["evidence"]]
    return json.dumps(nx.cytoscape_data(full), ensure_ascii=False, indent=1).encode("utf-8")


def with_measures(network: Network, measures: Sequence[ActorMeasures], title: str) -> Network:
    """A copy in which each actor has its measures, each tie an id."""
    full: Network = nx.MultiDiGraph(name=title)
    rows = {row.actor: asdict(row) for row in measures}
    for node in sorted(network):
        known = {name: value for name, value in rows[node].items() if value is not None and name != "actor"}
        full.add_node(node, **network.nodes[node] | known)
    ties = sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3])
    for number, (source, target, key, tie) in enumerate(ties):
        full.add_edge(source, target, key, id=f"tie-{number}", **tie)
    return full


def flatten(network: Network, measures: Sequence[ActorMeasures], title: str) -> Network:
    """A copy whose attributes are plain values: the evidence becomes columns of text."""
    flat = with_measures(network, measures, clean(title))
    for *_, tie in flat.edges(data=True):
        evidence = tie.pop("evidence")
        for column in ("event", "kind", "sentence", "document"):
            tie[f"{column}s"] = SEPARATOR.join(dict.fromkeys(getattr(item, column) for item in evidence))
    for data in [*(flat.nodes[node] for node in flat), *(tie for *_, tie in flat.edges(data=True))]:
        data.update({name: clean(value) for name, value in data.items() if isinstance(value, str)})
    return flat


def clean(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return UNFIT_FOR_XML.sub("", text)
