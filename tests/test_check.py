"""A sound store has no findings; each way to break one has its own."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.check import check_store, find_by_queries
from kg.graphs import Graphs
from kg.namespaces import BASE, ONTOLOGY
from kg.shapes import find_by_shapes
from kg.store import Store
from tests.reports import make_report, node
from tests.sources import GRAPHS, OnOxigraph

CHECKS = OnOxigraph(GRAPHS / "two-reports.trig")


def test_a_store_made_from_records_conforms(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store", "write") as made:
        made.put_document(make_report("a"))
        made.put_document(make_report("b"))
    with Store.open(tmp_path / "store") as opened:
        assert check_store(opened).findings == ()


BREAKS = [
    ('oa:exact "Putin leads Russia."', 'oa:exact "Putin leads Russia"', "quote-length"),
    ('ckg:cue "reported" ;', 'ckg:cue "reported" ; ckg:source <actor/nobody> ;', "dangling-role"),
    ("<place/istanbul> a ckg:Settlement ;", "<place/istanbul>", "dangling-role"),
    ("a ckg:Negotiation ;", "a ckg:Chat ;", "unknown-class"),
    ("<doc/city> a schema:NewsArticle ;", "<doc/city>", "no-document"),
    ('ckg:dateEnd "2022-10-15"', 'ckg:dateEnd "2022-10-14"', "dates"),
    (
        "ckg:coreferentWith <doc/border#event=11,22>",
        "ckg:coreferentWith <doc/city#event=7,14>",
        "far-reference",
    ),
    (
        "ckg:consequenceOf <doc/border#event=11,22>",
        "ckg:consequenceOf <doc/border#event=1,2>",
        "dangling-event",
    ),
    (
        "<graph/entities> {",
        "<graph/direct> { <actor/cnn> ckg:attacked <actor/bbc> }\n<graph/entities> {",
        "unsupported-triple",
    ),
    ('ckg:words "Istanbul" ; prov:wasDerivedFrom', 'ckg:words "Istanbul" ; prov:used', "no-sentence"),
]


@pytest.mark.parametrize(("old", "new", "check"), BREAKS, ids=[f"{b[2]}-{n}" for n, b in enumerate(BREAKS)])
def test_each_break_is_found_by_its_check(tmp_path: Path, old: str, new: str, check: str) -> None:
    text = (GRAPHS / "two-reports.trig").read_text(encoding="utf-8")
    assert old in text
    broken = tmp_path / "broken.trig"
    broken.write_text(text.replace(old, new), encoding="utf-8")
    assert check in {finding.check for finding in find_by_queries(OnOxigraph(broken, derived=False))}


def test_the_toy_graph_has_no_findings() -> None:
    assert list(find_by_queries(CHECKS)) == []


def test_a_violation_of_the_shapes_names_the_sentence(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store", "write") as made:
        made.put_document(make_report("a", polarity="maybe"))
    with Store.open(tmp_path / "store") as opened:
        report = check_store(opened)
    found = {finding.node: finding for finding in report.findings if finding.check == "polarity"}
    assert not report.conforms
    assert found[node("a", "event", "shelled")].sentence.startswith("Russia shelled Kharkiv")


def test_a_shape_that_asks_is_answered_from_the_store() -> None:
    found = set(find_by_shapes(Toy("place:a ckg:within place:b . place:b ckg:within place:a .")))
    assert {(f.check, f.node.rpartition("/")[2]) for f in found} == {("Place", "a"), ("Place", "b")}


def test_places_around_a_place_are_checked_with_it() -> None:
    around = "place:a ckg:within place:b . place:b ckg:within place:c . place:c a ckg:Region ; rdfs:label 'C' ."
    assert {finding.check for finding in find_by_shapes(Toy(around))} == set()


class Toy(Graphs):
    """A document that names a place, and what is known of places."""

    def __init__(self, places: str) -> None:
        database = ox.Store()
        database.load(TOY.replace("PLACES", places), format=ox.RdfFormat.TRIG)
        super().__init__(database, BASE)

    def documents(self) -> list[str]:
        """The document."""
        return ["one"]


TOY = f"""
PREFIX ckg: <{ONTOLOGY}>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX place: <{BASE}place/>
GRAPH <{BASE}doc/one> {{ <{BASE}doc/one#event=1,2> ckg:place place:a }}
GRAPH <{BASE}graph/entities> {{
  place:a a ckg:Settlement ; rdfs:label "A" . place:b a ckg:Region ; rdfs:label "B" . PLACES
}}
"""


def test_toy_ontology_is_part_of_the_graph() -> None:
    assert ox.NamedNode("https://w3id.org/conflict-kg/id/graph/ontology") in set(
        CHECKS.database.named_graphs()
    )
