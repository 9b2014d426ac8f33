"""The graph of a store as a file: N-Quads or N-Triples sorted line by line, or a form for people through rdflib."""

import json
from collections.abc import Callable, Iterable
from functools import partial
from itertools import groupby
from typing import IO, Any, TypeVar

import pyoxigraph as ox
from rdflib import Graph

from kg.errors import RequestError
from kg.rdf import to_dataset
from kg.store import Store

AnyGraph = TypeVar("AnyGraph", bound=Graph)
FORMATS = ("nquads", "ntriples", "trig", "turtle", "jsonld")
PREFIXES = {
    "ckg": "https://w3id.org/conflict-kg/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}


def write_graph(store: Store, out: IO[bytes], form: str = "nquads", *, ontology: bool = False) -> None:
    """Write all graphs, the ontology's only on request; the same store gives the same bytes.

    "turtle" and "ntriples" have no named graphs: they hold the union, each statement once.
    """
    if form not in FORMATS:
        raise RequestError(f"unknown format '{form}': choose one of {', '.join(FORMATS)}")
    quads = kept_quads(store, ontology=ontology)
    if form == "ntriples":
        out.writelines(sorted(set(map(to_plain_line, quads))))
        return
    lines = sorted(map(to_line, quads))
    if form == "nquads":
        out.writelines(lines)
        return
    out.write(WRITERS[form](ox.parse(b"".join(lines), format=ox.RdfFormat.N_QUADS), store.base))


def kept_quads(store: Store, *, ontology: bool) -> Iterable[ox.Quad]:
    """All quads, those of the ontology only on request."""
    hidden = ox.NamedNode(f"{store.base}graph/ontology")
    return (quad for quad in store.quads() if ontology or quad.graph_name != hidden)


def to_line(quad: ox.Quad) -> bytes:
    """One quad as a line of N-Quads."""
    return ox.serialize([quad], format=ox.RdfFormat.N_QUADS) or b""


def to_plain_line(quad: ox.Quad) -> bytes:
    """The statement of a quad as a line of N-Triples."""
    return ox.serialize([quad.triple], format=ox.RdfFormat.N_TRIPLES) or b""


def write_turtle(quads: Iterable[ox.Quad], base: str) -> bytes:
    """The union of all graphs in Turtle, each statement once."""
    return to_turtle(quads, base).encode()


def write_trig(quads: Iterable[ox.Quad], base: str) -> bytes:
    """The graphs in TriG, in the order of their names (rdflib's own writer leaves the order to chance)."""
    heads, bodies = set[str](), []
    for name, members in groupby(sorted(quads, key=graph_name), graph_name):
        head, _, body = to_turtle(members, base).partition("\n\n")
        heads.update(head.splitlines())
        bodies.append(f"{name} {{\n{body.strip()}\n}}\n")
    return "\n".join(["\n".join(sorted(heads)) + "\n", *bodies]).encode()


def write_jsonld(quads: Iterable[ox.Quad], base: str) -> bytes:
    """The graphs in JSON-LD, all lists sorted: none of them has an order of its own."""
    dataset = bind_prefixes(to_dataset(quads), base)
    made = json.loads(dataset.serialize(format="json-ld", auto_compact=True))
    return (json.dumps(sort_lists(made), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def graph_name(quad: ox.Quad) -> str:
    """The name of the graph that holds the quad."""
    return str(quad.graph_name)


def to_turtle(quads: Iterable[ox.Quad], base: str) -> str:
    """The statements in rdflib's Turtle, whatever their graphs."""
    triples = (ox.Triple(quad.subject, quad.predicate, quad.object) for quad in quads)
    graph = bind_prefixes(Graph(), base)
    return graph.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt").serialize()


def bind_prefixes(graph: AnyGraph, base: str) -> AnyGraph:
    """The graph with the short names of ours: `ckg:`, `actor:`, `place:`, `doc:`, ..."""
    ours = {name: f"{base}{name}/" for name in ("actor", "place", "doc", "graph", "run")}
    for prefix, namespace in {**PREFIXES, **ours}.items():
        graph.bind(prefix, namespace, override=True, replace=True)
    return graph


def sort_lists(value: Any) -> Any:
    """The JSON value with all its lists sorted."""
    if isinstance(value, dict):
        return {key: sort_lists(each) for key, each in value.items()}
    if isinstance(value, list):
        return sorted((sort_lists(each) for each in value), key=partial(json.dumps, sort_keys=True))
    return value


WRITERS: dict[str, Callable[[Iterable[ox.Quad], str], bytes]] = {
    "trig": write_trig,
    "turtle": write_turtle,
    "jsonld": write_jsonld,
}
