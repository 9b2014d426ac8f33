"""The store keeps what it was given, through replacement and withdrawal."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import folder
from kg.errors import DocumentError, RequestError
from kg.library import load_query
from kg.namespaces import BASE
from kg.query import run_query
from kg.store import Store
from tests.reports import TEXT, make_report
from tests.store.made import build, quads

SHELLED = "https://w3id.org/conflict-kg/ontology#shelled"


def shelled(path: Path) -> int:
    with Store.open(path) as opened:
        return len(opened.select(f"SELECT ?s WHERE {{ ?s <{SHELLED}> ?o }}"))


def test_documents_are_listed_with_digest_and_fingerprint(path: Path) -> None:
    with Store.open(path) as opened:
        assert [(slug, e.id, e.fingerprint) for slug, e in opened.documents().items()] == [
            ("a", "a", "f1"),
            ("b", "b", "f1"),
        ]


def test_records_come_back_as_they_were(path: Path) -> None:
    with Store.open(path) as opened:
        assert sorted(map(str, opened.records("a"))) == sorted(map(str, make_report("a")))


def test_order_of_documents_does_not_matter(path: Path, tmp_path: Path) -> None:
    assert quads(path) == quads(build(tmp_path / "other", "ba"))


def test_replacing_a_document_leaves_no_trace_of_the_old(path: Path, tmp_path: Path) -> None:
    with Store.open(path, "write") as opened:
        opened.put_document(make_report("a", polarity="negative"), "f1")
    with Store.open(tmp_path / "new", "write") as new:
        new.put_document(make_report("a", polarity="negative"), "f1")
        new.put_document(make_report("b"), "f1")
    assert quads(path) == quads(tmp_path / "new")


def test_a_triple_stays_as_long_as_one_document_supports_it(path: Path) -> None:
    with Store.open(path, "write") as opened:
        opened.remove_document("a")
    assert shelled(path) == 1
    with Store.open(path, "write") as opened:
        opened.remove_document("b")
    assert shelled(path) == 0


def test_removing_all_leaves_the_ontology_alone(path: Path) -> None:
    with Store.open(path, "write") as opened:
        opened.remove_document("a")
        opened.remove_document("b")
        assert not list((path / "records").iterdir())
    with Store.open(path) as opened:
        assert {quad.graph_name for quad in opened.quads()} == {ox.NamedNode(BASE + "graph/ontology")}


def test_two_documents_with_one_slug_are_refused_by_name(path: Path) -> None:
    with pytest.raises(RequestError, match="'a' and 'A' are both 'a'"), Store.open(path, "write") as opened:
        opened.put_document(make_report("A"))


def test_records_that_do_not_quote_their_text_change_nothing(path: Path) -> None:
    before = quads(path)
    with pytest.raises(DocumentError), Store.open(path, "write") as opened:
        opened.put_document(make_report("a", text=TEXT.replace("Russia", "Latvia")))
    assert quads(path) == before


def test_an_unknown_document_cannot_be_removed(path: Path) -> None:
    with Store.open(path, "write") as opened, pytest.raises(RequestError, match="no document 'c'"):
        opened.remove_document("c")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT nothing", "not a SPARQL query: error at 1:"),
        ("ASK { ?s ?p ?o }", "use SELECT"),
        ("SELECT ?s WHERE { ?s foo:bar ?o }", "1:29: a short name whose prefix nobody declared; write out its PREFIX"),
        ("INSERT DATA { <x:a> <x:b> <x:c> }", "begin with SELECT"),
    ],
)
def test_what_is_no_select_is_refused(path: Path, text: str, message: str) -> None:
    with Store.open(path) as opened, pytest.raises(RequestError, match=message):
        opened.select(text)


def test_a_fault_in_a_query_of_ones_own_names_its_file(path: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text("#+ summary: mine\nSELECT ?s WHERE { ?s ?p ?o")
    with Store.open(path) as opened, pytest.raises(RequestError, match=r"mine\.rq: not a SPARQL query: error at 2:"):
        run_query(opened, load_query(str(tmp_path / "mine.rq")))


def test_a_long_slug_still_has_a_file_name(tmp_path: Path) -> None:
    assert len(folder.record_path(tmp_path, "x" * 1000).name.encode()) < 255
