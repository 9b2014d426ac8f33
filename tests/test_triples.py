"""The RDF writer; `python tests/test_triples.py` writes the golden graph anew, for a person to compare."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pyoxigraph import Quad, RdfFormat, parse, serialize

from kg.errors import DocumentError
from kg.namespaces import BASE, ONTOLOGY
from kg.rdf import to_dataset
from kg.records import Document, Event, Mention, Record, from_json
from kg.triples import entity_quads, to_quads
from tests.reports import make_mention

TESTS = Path(__file__).parent
GOLDEN = TESTS / "golden" / "army-base.trig"
RECORDS = [from_json(line) for line in (TESTS / "cases" / "army-base.records.jsonl").read_text("utf-8").splitlines()]
DOC = f"{BASE}doc/army-base"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
PREFIXES = {
    "ckg": ONTOLOGY,
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def write(records: Iterable[Record]) -> list[Quad]:
    """All quads of the sample report: its evidence and the entities."""
    kept = list(records)
    return [*to_quads(kept, BASE, f"{BASE}run/1f6e"), *entity_quads(kept)]


class Row(NamedTuple):
    """The values of a quad as plain words."""

    subject: str
    predicate: str
    object: str
    graph: str


def rows(quads: Iterable[Quad]) -> list[Row]:
    return [Row(*(str(getattr(term, "value", term)) for term in quad)) for quad in quads]


EVIDENCE = rows(to_quads(RECORDS))
ENTITIES = rows(entity_quads(RECORDS))


def objects(subject: str, predicate: str) -> set[str]:
    return {row.object for row in EVIDENCE if (row.subject, row.predicate) == (subject, predicate)}


def change(kind: type[Record], number: int, **fields: Any) -> list[Record]:
    """The sample records with some fields of one of them changed."""
    target = [record for record in RECORDS if isinstance(record, kind)][number]
    return [replace(record, **fields) if record is target else record for record in RECORDS]


def test_the_sample_report_gives_the_golden_graph() -> None:
    golden = set(parse(path=str(GOLDEN), format=RdfFormat.TRIG))
    assert set(write(RECORDS)) == golden


def test_each_statement_is_written_once() -> None:
    quads = list(to_quads(RECORDS))
    assert len(quads) == len(set(quads))


def test_the_order_of_the_records_does_not_matter() -> None:
    assert write(reversed(RECORDS)) == write(RECORDS)


def test_all_evidence_is_in_the_graph_of_the_document() -> None:
    assert {row.graph for row in EVIDENCE} == {DOC}


def test_base_changes_every_resource() -> None:
    quads = to_quads([record for record in RECORDS if isinstance(record, Document)], "https://example.org/id/")
    assert {row.subject for row in rows(quads)} == {"https://example.org/id/doc/army-base"}


def test_quotes_are_those_of_the_text_with_wide_characters() -> None:
    text = "🙂 Труды 🙂"
    document = Document(0, len(text), "x", text, sha256="0" * 64)
    mention = Mention(2, 7, "x", "Труды", f"{BASE}actor/x", "x", "Person", ("Person",), "name", document)
    quotes = {row.object for row in rows(to_quads([document, mention])) if row.predicate.endswith("#exact")}
    assert quotes == {text}


@pytest.mark.parametrize(
    ("records", "fault"),
    [
        (
            change(Mention, 0, text="Three gunmen"),
            "mention at 0 to 10 quotes 'Three gunmen', the text has 'Two gunmen'",
        ),
        (change(Event, 0, start=12), "event at 12 to 22"),
        (change(Document, 0, text="Two gunmen"), "the text has ''"),
        (change(Mention, 0, document="other"), "other"),
        (RECORDS[1:], "records without a document"),
        ([], "records without a document"),
    ],
)
def test_records_that_misquote_are_refused(records: list[Record], fault: str) -> None:
    with pytest.raises(DocumentError, match=fault):
        list(to_quads(records))


def test_the_outer_attribution_cites_the_inner() -> None:
    shooting = next(record for record in RECORDS if isinstance(record, Event))
    outer, inner = (f"{DOC}#attribution={h.cue.start},{h.cue.end}" for h in shooting.attribution)
    assert [objects(node, ONTOLOGY + "cites") for node in (outer, inner)] == [{inner}, set()]


def test_an_attribution_that_only_an_event_names_has_its_sentence() -> None:
    derived = {row.subject for row in EVIDENCE if row.predicate.endswith("#wasDerivedFrom")}
    assert {row.subject for row in EVIDENCE if row.predicate == ONTOLOGY + "stance"} <= derived


def test_an_event_that_is_a_topic_is_no_entity() -> None:
    topics = {row.object for row in EVIDENCE if row.predicate == ONTOLOGY + "topic"}
    assert [objects(topic, RDF_TYPE) for topic in topics] == [{ONTOLOGY + "Shooting"}]


@pytest.mark.parametrize(
    ("types", "winner"),
    [
        (("Person", "Person", "Group"), "Person"),
        (("Person", "Group"), "Group"),
        (("Group", "Person"), "Group"),
        (("ArmedGroup", "Group", "Group", "ArmedGroup"), "ArmedGroup"),
    ],
)
def test_an_entity_has_its_most_frequent_type(types: tuple[str, ...], winner: str) -> None:
    mention = next(record for record in RECORDS if isinstance(record, Mention) and "/actor/" in record.entity)
    quads = entity_quads(replace(mention, type=name) for name in types)
    assert rows(quads)[0].object == ONTOLOGY + winner


def test_entities_of_one_document_stay_in_it() -> None:
    assert not [row for row in ENTITIES if "#" in row.subject]


def test_entities_come_in_order_of_their_iris() -> None:
    assert all(one.subject <= other.subject for one, other in pairwise(ENTITIES))


def test_a_publisher_that_is_mentioned_keeps_what_its_mentions_say() -> None:
    quads = entity_quads(change(Document, 0, source="TASS"))
    assert "RUSMED" in {row.object for row in rows(quads) if row.subject == f"{BASE}actor/tass"}


def test_a_publisher_that_nobody_mentions_is_a_media_organization() -> None:
    assert (f"{BASE}actor/the-example-post", RDF_TYPE, ONTOLOGY + "MediaOrganization") in {row[:3] for row in ENTITIES}


def test_rdflib_sees_the_union_of_the_graphs() -> None:
    quads = write(RECORDS)
    assert len(to_dataset(quads)) == len({(q.subject, q.predicate, q.object) for q in quads})


def test_a_place_has_its_coordinates() -> None:
    mention = replace(make_mention("r", "Kharkiv"), lat=49.98, lon=36.2525)
    rows = [str(row) for row in entity_quads([mention])]
    assert any('#lat> "49.9800"' in row for row in rows)
    assert any('#long> "36.2525"' in row for row in rows)


if __name__ == "__main__":
    ordered = sorted(write(RECORDS), key=lambda quad: (str(quad.graph_name), str(quad)))
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_bytes(serialize(ordered, format=RdfFormat.TRIG, prefixes=PREFIXES, base_iri=BASE) or b"")
