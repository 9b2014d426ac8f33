"""What does not fit the SHACL shapes: documents a few at a time, and each SPARQL constraint asked once of all."""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from typing import Protocol

import pyoxigraph as ox
from pyshacl import validate
from rdflib import Graph
from rdflib.namespace import RDFS, SH
from rdflib.term import Node

from kg.findings import Finding
from kg.ontology import ontology_quads
from kg.resources import find_file
from kg.rows import Source

CLIMB = {str(RDFS.subClassOf), str(RDFS.subPropertyOf)}
MANY = 20_000  # statements validated together: more is faster, and takes more memory
PARTS = (SH.sourceShape, SH.resultSeverity, SH.focusNode, SH.resultMessage)
ENTITIES, MERGES = "graph/entities", "graph/merges"


class Checked(Source, Protocol):
    """What can be checked: a store, or a SPARQL server."""

    def documents(self) -> Collection[str]:
        """List the documents by slug."""

    def quads(self, graph: str) -> Iterator[ox.Quad]:
        """Yield the statements of one graph."""

    def about(self, nodes: Iterable[str], graph: str) -> Iterator[ox.Quad]:
        """Yield what one graph says of these nodes."""


def find_by_shapes(store: Checked) -> Iterator[Finding]:
    """Yield what does not fit the shapes."""
    shapes = Graph().parse(find_file("ontology", "shapes.ttl"), format="turtle")
    yield from ask_constraints(store, shapes)
    classes = [quad for quad in ontology_quads(ox.NamedNode("urn:x")) if quad.predicate.value in CLIMB]
    for quads in gather_quads(store):
        named = find_named(store, quads)
        yield from read_results(to_graph([*quads, *named, *classes]), shapes)


def ask_constraints(store: Source, shapes: Graph) -> Iterator[Finding]:
    """Yield what the SPARQL constraints find, and take these from the shapes.

    A validator asks them again for each node, which takes longer than all else.
    """
    for shape, constraint in sorted(shapes.subject_objects(SH.sparql)):
        shapes.remove((shape, SH.sparql, constraint))
        message = str(shapes.value(constraint, SH.message))
        for row in store.select(str(shapes.value(constraint, SH.select))):
            yield Finding(shorten(shape), "violation", row["this"], message)


def gather_quads(store: Checked) -> Iterator[list[ox.Quad]]:
    """Yield the statements to validate, small parts together."""
    gathered: list[ox.Quad] = []
    for part in split_quads(store):
        gathered += part
        if len(gathered) >= MANY:
            yield gathered
            gathered = []
    if gathered:
        yield gathered


def split_quads(store: Checked) -> Iterator[Iterable[ox.Quad]]:
    """Yield what cannot be validated apart: the evidence of each document, what is said of each merge and decision."""
    for slug in store.documents():
        yield store.quads(f"doc/{slug}")
    for _, quads in groupby(store.quads(MERGES), lambda quad: quad.subject):
        yield quads


def find_named(store: Checked, quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """What is known of the nodes that the quads name, and of those that these name."""
    found: list[ox.Quad] = []
    known, wanted = set[str](), objects(quads)
    while wanted:
        fresh = [quad for graph in (ENTITIES, MERGES) for quad in store.about(wanted, graph)]
        found, known = [*found, *fresh], known | wanted
        wanted = objects(fresh) - known
    return found


def read_results(data: Graph, shapes: Graph) -> Iterator[Finding]:
    """Yield the results of a validation."""
    _, results, _ = validate(data, shacl_graph=shapes, inference="none", inplace=True)
    for result in results.subjects(SH.resultSeverity):
        shape, severity, node, message = (results.value(result, name) for name in PARTS)
        yield Finding(shorten(shape), shorten(severity).casefold(), str(node), str(message or ""))


def shorten(node: Node | None) -> str:
    """The last part of an IRI."""
    return str(node or "").replace("#", "/").rpartition("/")[2]


def to_graph(quads: Iterable[ox.Quad]) -> Graph:
    """The statements as an rdflib graph, which the validator works on."""
    triples = (ox.Triple(quad.subject, quad.predicate, quad.object) for quad in quads)
    return Graph().parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")


def objects(quads: Iterable[ox.Quad]) -> set[str]:
    """The nodes that the quads lead to, those inside a document not among them."""
    nodes = (quad.object for quad in quads if isinstance(quad.object, ox.NamedNode))
    return {node.value for node in nodes if "#" not in node.value}
