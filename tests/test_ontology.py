"""The ontology holds together: what is used is declared, explained, and where the records' format has it."""

import csv
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.term import Node

from kg.namespaces import CODE, ONTOLOGY, TRIGGER
from kg.resources import find_folder

CKG = Namespace(ONTOLOGY)
FOLDER = find_folder("ontology")
FILES = sorted(path for path in FOLDER.rglob("*.ttl") if path.name != "shapes.ttl")
GRAPHS = {path: Graph().parse(path) for path in FILES}
ALL: Graph = sum(GRAPHS.values(), Graph())
PROPERTY_KINDS = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
with (Path(__file__).parent / "cases" / "classes.tsv").open(encoding="utf-8", newline="") as table:
    CLASSES = [(row["class"], row["parent"]) for row in csv.DictReader(table, delimiter="\t")]


def ours(nodes: Iterator[Node] | set[Node]) -> list[URIRef]:
    """Those of the nodes that are terms of the ontology, sorted."""
    return sorted({node for node in nodes if isinstance(node, URIRef) and node.startswith(ONTOLOGY)})


def lacking(nodes: list[URIRef], *predicates: URIRef) -> list[tuple[str, str]]:
    """Each node and predicate of which there is no value in English or at all."""
    return [(str(node), str(p)) for node in nodes for p in predicates if not ALL.value(node, p, any=True)]


DECLARED_CLASSES = ours(ALL.subjects(RDF.type, OWL.Class))
DECLARED_PROPERTIES = ours({node for kind in PROPERTY_KINDS for node in ALL.subjects(RDF.type, kind)})
CONCEPTS = sorted({node for node in ALL.subjects(RDF.type, SKOS.Concept) if isinstance(node, URIRef)})


def test_the_ontology_states_version_title_and_licence() -> None:
    about = (OWL.versionIRI, OWL.versionInfo, DCTERMS.title, DCTERMS.license)
    assert not lacking(list(ALL.subjects(RDF.type, OWL.Ontology)), *about)  # type: ignore[arg-type]


def test_every_class_has_label_definition_and_example() -> None:
    assert not lacking(DECLARED_CLASSES, RDFS.label, SKOS.definition, SKOS.example)


def test_every_property_has_label_and_definition() -> None:
    assert not lacking(DECLARED_PROPERTIES, RDFS.label, SKOS.definition)


def test_labels_of_classes_are_unique() -> None:
    labels = sorted(str(ALL.value(node, RDFS.label)) for node in DECLARED_CLASSES)
    assert labels == sorted(set(labels))


def test_nothing_is_declared_in_two_files() -> None:
    places = [(node, path) for path, graph in GRAPHS.items() for node in set(graph.subjects(RDF.type))]
    assert len(places) == len({node for node, _ in places})


def test_superclasses_and_superproperties_of_ours_are_declared() -> None:
    above = ours({*ALL.objects(predicate=RDFS.subClassOf), *ALL.objects(predicate=RDFS.subPropertyOf)})
    assert set(above) - {*DECLARED_CLASSES, *DECLARED_PROPERTIES} == set()


@pytest.mark.parametrize("relation", [RDFS.subClassOf, RDFS.subPropertyOf, SKOS.broader])
def test_nothing_is_above_itself(relation: URIRef) -> None:
    sorter = TopologicalSorter(
        {node: set(ALL.objects(node, relation)) for node in set(ALL.subjects(relation))}
    )
    sorter.prepare()


def test_every_term_of_ours_that_is_used_is_declared() -> None:
    used = ours(
        {*ALL.predicates(), *ALL.objects(predicate=CKG.directProperty), *ALL.objects(predicate=CKG.evokes)}
    )
    assert set(used) - {*DECLARED_CLASSES, *DECLARED_PROPERTIES} == set()


def test_types_of_nodes_are_declared() -> None:
    assert set(ours(ALL.objects(predicate=RDF.type))) - set(DECLARED_CLASSES) == set()


@pytest.mark.parametrize(("name", "parent"), CLASSES)
def test_classes_of_the_records_stand_where_their_format_has_them(name: str, parent: str) -> None:
    assert (CKG[name], RDFS.subClassOf, CKG[parent]) in ALL


def test_every_event_type_has_one_parent_of_ours() -> None:
    events = [
        node for node in DECLARED_CLASSES if CKG.Event in set(ALL.transitive_objects(node, RDFS.subClassOf))
    ]
    parents = {node: ours(ALL.objects(node, RDFS.subClassOf)) for node in events if node != CKG.Event}
    assert {node: above for node, above in parents.items() if len(above) != 1} == {}


def test_frames_that_triggers_use_exist() -> None:
    frames = set(ALL.objects(predicate=CKG.frame))
    assert frames - set(ALL.subjects(RDF.type, CKG.Frame)) == set()


def test_triggers_are_nodes_of_their_namespace() -> None:
    assert not [node for node in ALL.subjects(RDF.type, CKG.Trigger) if not str(node).startswith(TRIGGER)]


def test_nothing_is_a_blank_node() -> None:
    assert not [
        node for node in ALL.all_nodes() if not isinstance(node, URIRef) and not hasattr(node, "datatype")
    ]


def test_codes_of_event_types_are_in_the_schemes() -> None:
    assert set(ALL.objects(predicate=CKG.code)) - set(CONCEPTS) == set()


def test_an_event_type_has_one_code_of_a_scheme() -> None:
    codes = [(node, ALL.value(code, SKOS.inScheme)) for node, code in ALL.subject_objects(CKG.code)]
    assert sorted(codes) == sorted(set(codes))


def test_codes_have_notation_label_definition_and_a_place_in_a_scheme() -> None:
    needs = (SKOS.notation, SKOS.prefLabel, SKOS.definition, SKOS.inScheme)
    assert not lacking(CONCEPTS, *needs)


def test_codes_lie_below_a_code_or_at_the_top() -> None:
    loose = [
        node
        for node in CONCEPTS
        if not {*ALL.objects(node, SKOS.broader), *ALL.objects(node, SKOS.topConceptOf)}
    ]
    assert not loose


def test_broader_codes_exist() -> None:
    assert set(ALL.objects(predicate=SKOS.broader)) - set(CONCEPTS) == set()


@pytest.mark.parametrize(
    ("scheme", "field", "number"),
    [
        ("plover", "plover", 16),
        ("plover-mode", "plover_mode", 59),
        ("cameo", "cameo", 20),
        ("acled", "acled", 6),
        ("acled-sub", "acled_sub", 25),
        ("ucdp", "ucdp", 3),
    ],
)
def test_schemes_are_complete(scheme: str, field: str, number: int) -> None:
    node = URIRef(CODE + scheme)
    members = [code for code in CONCEPTS if (code, SKOS.inScheme, node) in ALL]
    top = [code for code in members if scheme != "cameo" or len(str(ALL.value(code, SKOS.notation))) == 2]
    assert (str(ALL.value(node, SKOS.notation)), len(top)) == (field, number)


def test_notations_are_unique_in_their_scheme() -> None:
    notations = [(str(ALL.value(n, SKOS.inScheme)), str(ALL.value(n, SKOS.notation))) for n in CONCEPTS]
    assert len(notations) == len(set(notations))
