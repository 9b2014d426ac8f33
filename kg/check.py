"""Checks of a store: the SHACL shapes document by document, and queries that must find nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox
from pyshacl import validate
from rdflib import Graph
from rdflib.namespace import RDFS, SH

from kg.header import read_header
from kg.ontology import ontology_quads
from kg.resources import find_file, find_folder
from kg.rows import Source
from kg.store import Store

CLIMB = {str(RDFS.subClassOf), str(RDFS.subPropertyOf)}
PARTS = (SH.sourceShape, SH.resultSeverity, SH.focusNode, SH.resultMessage)
QUOTE = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT DISTINCT ?sentence
WHERE { <NODE> prov:wasDerivedFrom?/oa:hasSelector/oa:exact ?sentence }
ORDER BY ?sentence
"""


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


def check_store(store: Store) -> CheckReport:
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


def find_by_shapes(store: Store) -> Iterator[Finding]:
    """Yield what does not fit the shapes, one document's graph after the other."""
    shapes = Graph().parse(find_file("ontology", "shapes.ttl"), format="turtle")
    classes = [quad for quad in ontology_quads(ox.NamedNode("urn:x")) if quad.predicate.value in CLIMB]
    entities = group_by_subject(store.quads("graph/entities"))
    for slug in store.documents():
        evidence = list(store.quads(f"doc/{slug}"))
        named = [quad for node in sorted(objects(evidence)) for quad in entities.get(node, [])]
        yield from read_results(to_graph([*evidence, *named, *classes]), shapes)


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


def group_by_subject(quads: Iterable[ox.Quad]) -> dict[str, list[ox.Quad]]:
    """The quads of each subject by its IRI."""
    groups: dict[str, list[ox.Quad]] = {}
    for quad in quads:
        groups.setdefault(str(quad.subject), []).append(quad)
    return groups


def objects(quads: Iterable[ox.Quad]) -> set[str]:
    """The nodes that the quads lead to."""
    return {str(quad.object) for quad in quads if isinstance(quad.object, ox.NamedNode)}


def add_sentence(store: Store, finding: Finding) -> Finding:
    """The finding with the sentence that its node was derived from, where there is one."""
    try:
        node = str(ox.NamedNode(finding.node))
    except ValueError:
        return finding
    rows = list(store.select(QUOTE.replace("<NODE>", node)))
    sentence = rows[0]["sentence"] if rows else ""
    return Finding(finding.check, finding.severity, finding.node, finding.message, sentence)
