"""The shapes: the sample report conforms, and each way to break it is found by the shape meant for it."""

import csv
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF, RDFS, SH, SKOS, Dataset, Graph, Namespace

from kg.namespaces import BASE, ONTOLOGY
from kg.resources import find_file, find_folder

TESTS = Path(__file__).parent
SHAPE = Namespace("https://w3id.org/conflict-kg/ontology/shape/")
PREFIXES = {
    "ckg": Namespace(ONTOLOGY),
    "oa": Namespace("http://www.w3.org/ns/oa#"),
    "prov": Namespace("http://www.w3.org/ns/prov#"),
    "schema": Namespace("https://schema.org/"),
    "sem": Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/"),
}
with (TESTS / "cases" / "breakages.tsv").open(encoding="utf-8", newline="") as table:
    BREAKAGES = [tuple(row.values()) for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)]


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(find_file("ontology", "shapes.ttl"))


@pytest.fixture(scope="module")
def backbone() -> Graph:
    """What the shapes need of the ontology: what lies below what, and which codes there are."""
    backbone = Graph()
    for path in find_folder("ontology").rglob("*.ttl"):
        for triple in Graph().parse(path):
            if triple[1] in {RDFS.subClassOf, RDFS.subPropertyOf} or triple[2] == SKOS.Concept:
                backbone.add(triple)
    return backbone


@pytest.fixture
def sample(backbone: Graph) -> Graph:
    """The sample report and its entities, with that much of the ontology."""
    report = Dataset(default_union=True)
    report.parse(TESTS / "golden" / "army-base.trig", format="trig")
    together = Graph(bind_namespaces="none")
    for subject, predicate, value, _ in report.quads():
        together.add((subject, predicate, value))
    return together + backbone


def find_faults(data: Graph, shapes: Graph) -> set[tuple[str, str]]:
    """Each shape that finds a fault, with its severity."""
    _, report, _ = validate(data, shacl_graph=shapes, inference="none")
    assert isinstance(report, Graph)
    found = [
        (report.value(node, SH.sourceConstraint), node)
        for node in report.subjects(RDF.type, SH.ValidationResult)
    ]
    return {
        (str(source or report.value(node, SH.sourceShape)), str(report.value(node, SH.resultSeverity)))
        for source, node in found
    }


def test_the_sample_report_conforms(sample: Graph, shapes: Graph) -> None:
    assert find_faults(sample, shapes) == set()


@pytest.mark.parametrize(("shape", "severity", "update"), BREAKAGES)
def test_a_broken_report_is_found(
    sample: Graph, shapes: Graph, shape: str, severity: str, update: str
) -> None:
    sample.update(f"BASE <{BASE}> {update}", initNs=PREFIXES)
    assert (str(SHAPE[shape]), str(SH[severity])) in find_faults(sample, shapes)


def test_each_shape_has_a_report_that_breaks_it(shapes: Graph) -> None:
    told = {str(shape).removeprefix(SHAPE) for shape in shapes.subjects(SH.message)}
    assert told == {shape for shape, _, _ in BREAKAGES}
