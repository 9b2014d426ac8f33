"""Checks of a store: the SHACL shapes document by document, and queries that must find nothing."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

import pyoxigraph as ox
from pyshacl import validate
from rdflib import Graph
from rdflib.namespace import RDFS, SH

from kg.header import read_header
from kg.namespaces import ONTOLOGY
from kg.ontology import ontology_quads
from kg.resources import find_file, find_folder
from kg.rows import Source

CLIMB = {str(RDFS.subClassOf), str(RDFS.subPropertyOf)}
WITHIN = ox.NamedNode(f"{ONTOLOGY}within")
MANY = 20_000  # statements validated together: more is faster, and takes more memory
PARTS = (SH.sourceShape, SH.resultSeverity, SH.focusNode, SH.resultMessage)
QUOTE = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT DISTINCT ?sentence
WHERE { <NODE> prov:wasDerivedFrom?/oa:hasSelector/oa:exact ?sentence }
ORDER BY ?sentence
"""


class Checked(Source, Protocol):
    """What can be checked: a store, or a SPARQL server."""

    def documents(self) -> Collection[str]:
        """List the documents by slug."""

    def quads(self, graph: str) -> Iterator[ox.Quad]:
        """Yield the statements of one graph."""

    def about(self, nodes: Iterable[str], graph: str) -> Iterator[ox.Quad]:
        """Yield what one graph says of these nodes."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is not as it should be: which check, at which node, from which sentence."""

    check: str
    severity: str
    node: str
    message: str
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The findings, sorted; the store conforms if none of them is a violation."""

    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """Whether there is nothing worse than a warning."""
        return all(finding.severity == "warning" for finding in self.findings)


def check_store(store: Checked) -> CheckReport:
    """Check all graphs of a store by the shapes and by the queries in `queries/checks/`."""
    found = {*find_by_queries(store), *find_by_shapes(store)}
    quoted = (add_sentence(store, finding) for finding in found)
    return CheckReport(tuple(sorted(quoted)))


def find_by_queries(store: Source) -> Iterator[Finding]:
    """Yield what the check queries find; the header of a query may say `severity: warning`."""
    for path in sorted((find_folder("queries") / "checks").glob("*.rq")):
        severity = read_header(path).get("severity", "violation")
        for row in store.select(path.read_text(encoding="utf-8")):
            yield Finding(path.stem, severity, row["node"], row["message"])


def find_by_shapes(store: Checked) -> Iterator[Finding]:
    """Yield what does not fit the shapes, a few documents after the other with the entities they name."""
    shapes = Graph().parse(find_file("ontology", "shapes.ttl"), format="turtle")
    classes = [quad for quad in ontology_quads(ox.NamedNode("urn:x")) if quad.predicate.value in CLIMB]
    for evidence in gather_evidence(store):
        named = describe_nodes(store, objects(evidence))
        yield from read_results(to_graph([*evidence, *named, *classes]), shapes)


def describe_nodes(store: Checked, nodes: set[str]) -> list[ox.Quad]:
    """What the graph of entities says of these nodes, and of the places that they lie in."""
    found, seen = list(store.about(nodes, "graph/entities")), nodes
    while nodes := objects(quad for quad in found if quad.predicate == WITHIN) - seen:
        found, seen = [*found, *store.about(nodes, "graph/entities")], seen | nodes
    return found


def gather_evidence(store: Checked) -> Iterator[list[ox.Quad]]:
    """Yield the ledger of merges and the evidence of one document after the other, small ones together."""
    gathered: list[ox.Quad] = []
    for graph in ["graph/merges", *(f"doc/{slug}" for slug in store.documents())]:
        gathered += store.quads(graph)
        if len(gathered) >= MANY:
            yield gathered
            gathered = []
    if gathered:
        yield gathered


def read_results(data: Graph, shapes: Graph) -> Iterator[Finding]:
    """Yield the results of a validation."""
    _, results, _ = validate(data, shacl_graph=shapes, inference="none", inplace=True)
    for result in results.subjects(SH.resultSeverity):
        check, severity, node, message = (str(results.value(result, name) or "") for name in PARTS)
        yield Finding(check.rpartition("/")[2], severity.rpartition("#")[2].casefold(), node, message)


def to_graph(quads: Iterable[ox.Quad]) -> Graph:
    """The statements as an rdflib graph, which the validator works on."""
    triples = (ox.Triple(quad.subject, quad.predicate, quad.object) for quad in quads)
    return Graph().parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")


def objects(quads: Iterable[ox.Quad]) -> set[str]:
    """The nodes that the quads lead to, those inside a document not among them."""
    nodes = (quad.object for quad in quads if isinstance(quad.object, ox.NamedNode))
    return {node.value for node in nodes if "#" not in node.value}


def add_sentence(store: Source, finding: Finding) -> Finding:
    """The finding with the sentence that its node was derived from, where there is one."""
    try:
        node = str(ox.NamedNode(finding.node))
    except ValueError:
        return finding
    rows = list(store.select(QUOTE.replace("<NODE>", node)))
    sentence = rows[0]["sentence"] if rows else ""
    return Finding(finding.check, finding.severity, finding.node, finding.message, sentence)
