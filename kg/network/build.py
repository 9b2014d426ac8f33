"""The rows of three queries as a network: actors as nodes, ties as edges, sentences on every edge."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from kg.network.looks import load_looks
from kg.resources import find_file

if TYPE_CHECKING:
    Network: TypeAlias = nx.MultiDiGraph[str]
else:
    Network = nx.MultiDiGraph

Row: TypeAlias = Mapping[str, str | None]
Select: TypeAlias = Callable[[str], Iterable[Row]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One report of an event or relation: its sentence, where that stands, when it was and who says so."""

    report: str
    event: str
    kind: str
    label: str
    sentence: str
    document: str
    title: str
    published: str
    url: str
    start: str
    end: str
    speakers: tuple[str, ...] = ()


def build_network(select: Select, *, include_local: bool = False) -> Network:
    """The actor network of what `select` reaches, nodes and edges in sorted order.

    An edge stands for all reports that tie one actor to another in one way and with one status; its weight
    is the number of distinct events (or relations) reported. Unnamed parties of one document ("two gunmen")
    come in only with `include_local`.
    """
    network: Network = nx.MultiDiGraph()
    network.add_nodes_from(sorted(read_actors(select, include_local).items()))
    evidence = read_evidence(select)
    ties: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in sorted(select(_query("edges")), key=_in_order):
        if row["source"] in network and row["target"] in network and row["report"] in evidence:
            ties[str(row["source"]), str(row["target"]), _edge_key(row)].append(row)
    for (source, target, key), rows in sorted(ties.items()):
        network.add_edge(source, target, key, **_edge(rows, evidence))
    return network


def read_actors(select: Select, include_local: bool) -> dict[str, dict[str, str]]:
    """The attributes of every actor by IRI; of several labels or groups the first."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in select(_query("nodes")):
        if include_local or "#" not in str(row["actor"]):
            rows[str(row["actor"])].append(row)
    order = [group.id for group in load_looks().groups]
    return {actor: _actor(found, order) for actor, found in rows.items()}


def read_evidence(select: Select) -> dict[str, Evidence]:
    """What stands behind each report, by the report's IRI; the event is filled in by the edge."""
    found: dict[str, Evidence] = {}
    speakers: dict[str, set[str]] = defaultdict(set)
    for row in sorted(select(_query("evidence")), key=_in_order):
        report = str(row["report"])
        found.setdefault(report, _evidence(row))
        if row.get("speaker"):
            speakers[report].add(_speaker(row))
    return {report: replace(item, speakers=tuple(sorted(speakers[report]))) for report, item in found.items()}


def local_name(iri: str) -> str:
    """The last part of an IRI, for people."""
    return iri.rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1]


@cache
def _query(name: str) -> str:
    return find_file("queries", f"networks/{name}.rq").read_text(encoding="utf-8")


def _edge_key(row: Row) -> str:
    direction = "between" if row["reciprocal"] == "true" else "to"
    return f"{local_name(str(row['tie']))} {direction} {row['status']}"


def _edge(rows: list[Row], evidence: Mapping[str, Evidence]) -> dict[str, object]:
    events = {str(row["report"]): str(row["event"]) for row in rows}
    items = [replace(evidence[report], event=event) for report, event in events.items()]
    items.sort(key=lambda item: (item.start or item.published or "9999", item.report))
    first = rows[0]
    tie = local_name(str(first["tie"]))
    return {
        "family": local_name(str(first["family"])),
        "tie": tie,
        "label": first.get("label") or tie,
        "status": str(first["status"]),
        "reciprocal": first["reciprocal"] == "true",
        "weight": len(set(events.values())),
        "first": min((item.start for item in items if item.start), default=""),
        "last": max((item.end for item in items if item.end), default=""),
        "evidence": items,
    }


def _actor(rows: list[Row], order: list[str]) -> dict[str, str]:
    best = min(rows, key=lambda row: (order.index(str(row["group"])), _in_order(row)))
    kind = local_name(str(best["class"]))
    return {
        "label": min(str(row["label"]) for row in rows),
        "kind": str(best.get("classLabel") or kind),
        "group": str(best["group"]),
        "country": min((str(row["country"]) for row in rows if row.get("country")), default=""),
    }


def _in_order(row: Row) -> list[tuple[str, str]]:
    return sorted((name, value or "") for name, value in row.items())


def _evidence(row: Row) -> Evidence:
    kind, document = local_name(str(row["kind"])), str(row["document"])
    return Evidence(
        report=str(row["report"]),
        event=str(row["report"]),
        kind=kind,
        label=row.get("kindLabel") or kind,
        sentence=str(row["sentence"]),
        document=document,
        title=row.get("title") or local_name(document),
        published=row.get("published") or "",
        url=row.get("url") or "",
        start=row.get("start") or "",
        end=row.get("end") or "",
    )


def _speaker(row: Row) -> str:
    return f"{row['speaker']}" if row["stance"] == "asserts" else f"{row['speaker']} ({row['stance']})"
