"""Codes follow from sides and company, and the derived graph gives the same as the extractor."""

from collections import defaultdict
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.derive import derive_graphs
from kg.lexicon import Row, read_table
from kg.namespaces import BASE, CODE, ONTOLOGY, local_iri
from kg.pipeline import Knowledge, extract_documents
from kg.records import Document, Event, Record
from kg.resources import find_folder
from kg.triples import entity_quads, to_quads
from kg.vocabulary import Vocabulary

CASES = read_table(Path(__file__).parent.parent / "cases" / "codes.tsv")
SELECT = f"""
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?event ?code ?notation {{
  GRAPH <{BASE}graph/codes> {{ ?event <{ONTOLOGY}code> ?code }}
  ?code skos:notation ?notation
}}"""


@cache
def reports() -> tuple[tuple[Record, ...], ...]:
    """The records of each text in the table."""
    documents = [
        Document(0, len(row["text"]), f"report-{number}", row["text"], published="2024-05-06")
        for number, row in enumerate(CASES)
    ]
    return tuple(tuple(records) for records in extract_documents(documents, Knowledge(Vocabulary()), print))


def events(number: int) -> list[Event]:
    return [record for record in reports()[number] if isinstance(record, Event)]


@pytest.fixture(scope="module")
def derived() -> dict[str, set[str]]:
    """The codes of each event in the derived graph, by their notation."""
    store = ox.Store()
    for path in find_folder("ontology").rglob("*.ttl"):
        store.load(path=str(path), to_graph=ox.NamedNode(f"{BASE}graph/ontology"))
    for records in reports():
        store.extend(to_quads(records))
    store.extend(entity_quads(record for records in reports() for record in records))
    derive_graphs(store, BASE)
    codes: dict[str, set[str]] = defaultdict(set)
    answer = store.query(SELECT, use_default_graph_as_union=True)
    assert isinstance(answer, ox.QuerySolutions)
    for event, code, notation in answer:
        system = code.value.removeprefix(CODE).partition("/")[0].replace("-", "_")
        codes[event.value].add(f"{system} {notation.value}")
    return codes


@pytest.mark.parametrize(("number", "row"), list(enumerate(CASES)), ids=[row["text"] for row in CASES])
def test_sides_and_company_decide(number: int, row: Row) -> None:
    found = [event.codes for event in events(number) if event.text == row["trigger"]]
    assert [(codes["acled"], codes["acled_sub"]) for codes in found] == [(row["acled"], row["acled_sub"])]


@pytest.mark.parametrize("number", range(len(CASES)), ids=[row["text"] for row in CASES])
def test_derived_codes_are_those_of_the_records(number: int, derived: dict[str, set[str]]) -> None:
    for event in events(number):
        iri = local_iri(BASE, event.document, "event", event.start, event.end)
        assert derived[iri] == {f"{system} {code}" for system, code in event.codes.items() if code}
