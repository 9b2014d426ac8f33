"""The network as one HTML page that opens from disk: no server, no other file, nothing fetched."""

import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from kg.network.build import Evidence, Network
from kg.network.choose import PAGE_LIMIT, cap_network
from kg.network.layout import place_actors
from kg.network.looks import load_looks
from kg.network.measures import ActorMeasures
from kg.network.picture import draw_network

PARTS = Path(__file__).resolve().parent.parent / "explorer"
TIE = ("family", "label", "status", "reciprocal")
SCRIPTS = ("state", "filters", "panel", "search", "legend", "names", "tip", "drawing", "main")


def write_page(network: Network, measures: Sequence[ActorMeasures], title: str) -> str:
    """The page's HTML, drawn for the actors with most events and saying how many it leaves out."""
    shown = cap_network(network, measures, PAGE_LIMIT)
    data = page_data(shown, measures, title)
    data["left_out"] = [len(network) - len(shown), network.number_of_edges() - shown.number_of_edges()]
    library = guard_script((PARTS / "vendor" / "sigma" / "bundle.min.js").read_text(encoding="utf-8"))
    program = guard_script("\n".join(read_part(f"{name}.js") for name in SCRIPTS))
    return Template(read_part("page.html")).substitute(
        title=escape(title),
        hashes=f"{hash_script(library)} {hash_script(program)}",
        style=read_part("network.css"),
        picture=inline_picture(network, measures, title),
        data=guard_data(json.dumps(data, ensure_ascii=False, separators=(",", ":"))),
        library=library,
        program=program,
    )


def page_data(network: Network, measures: Sequence[ActorMeasures], title: str) -> dict[str, object]:
    """What the page's script reads: edges point to nodes and evidence by number, evidence to documents."""
    nodes = sorted(network)
    number = {node: index for index, node in enumerate(nodes)}
    ties = sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3])
    reports = {item for *_, tie in ties for item in tie["evidence"]}
    evidence = sorted(reports, key=lambda item: (item.report, item.event))
    place = {item: index for index, item in enumerate(evidence)}
    documents = sorted({(item.document, item.title, item.published, item.url) for item in evidence})
    return {
        "title": title,
        "looks": asdict(load_looks()),
        "nodes": list_nodes(network, measures),
        "edges": [
            [
                number[source],
                number[target],
                *(tie[name] for name in TIE),
                [place[item] for item in tie["evidence"]],
            ]
            for source, target, _, tie in ties
        ],
        "evidence": list_evidence(evidence, {name: index for index, (name, *_) in enumerate(documents)}),
        "documents": documents,
    }


def list_nodes(network: Network, measures: Sequence[ActorMeasures]) -> list[dict[str, object]]:
    """The actors in sorted order, each with its place and measures."""
    places = place_actors(network)
    rows = {row.actor: row for row in measures}
    return [
        {
            **asdict(rows[node]),
            "group": network.nodes[node]["group"],
            "x": places[node][0],
            "y": places[node][1],
        }
        for node in sorted(network)
    ]


def list_evidence(evidence: Sequence[Evidence], documents: dict[str, int]) -> list[list[object]]:
    """Each report in short, its document by number."""
    return [
        [it.event, it.kind, it.label, it.sentence, documents[it.document], it.start, it.end, it.speakers]
        for it in evidence
    ]


def inline_picture(network: Network, measures: Sequence[ActorMeasures], title: str) -> str:
    """The picture for readers without script or WebGL, without what only a file of its own needs."""
    svg = draw_network(network, measures, title, "svg").decode("utf-8")
    return svg[svg.index("<svg") :]


def read_part(name: str) -> str:
    """One of the page's own files."""
    return (PARTS / "network" / name).read_text(encoding="utf-8")


def guard_data(text: str) -> str:
    """JSON in which no character can end the script element that holds it."""
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def guard_script(text: str) -> str:
    """A script in which no string can end the script element that holds it."""
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def hash_script(text: str) -> str:
    """The source expression that lets exactly this inline script run."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
