"""Names become nodes."""

from pathlib import Path

import pytest

from kg.errors import RequestError
from kg.library import load_query
from kg.names import find_iri
from kg.query import run_query
from tests.sources import OnOxigraph


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("Vladimir Putin", "actor/vladimir-putin"),
        ("vladimir putin", "actor/vladimir-putin"),
        ("Putin", "actor/vladimir-putin"),
        ("actor/vladimir-putin", "actor/vladimir-putin"),
        ("https://w3id.org/conflict-kg/id/actor/vladimir-putin", "actor/vladimir-putin"),
        ("BBC", "actor/bbc"),
    ],
)
def test_a_name_becomes_a_node(source: OnOxigraph, name: str, iri: str) -> None:
    assert find_iri(source, name).value == source.base + iri


NAMINGS = """@prefix ckg: <https://w3id.org/conflict-kg/ontology#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @base <https://w3id.org/conflict-kg/id/> .
    <m1> ckg:denotes <actor/united-nations> ; ckg:form "name" ; ckg:words "the world body" .
    <m2> ckg:denotes <doc/a#entity=1,5> ; ckg:form "name" ; ckg:words "Abiy" .
    <m3> ckg:denotes <actor/united-nations> ; ckg:form "nominal" ; ckg:words "its officials" .
    <actor/united-nations> rdfs:label "United Nations" . <doc/a#entity=1,5> rdfs:label "Abiy" ."""


@pytest.mark.parametrize(
    ("name", "iri"),
    [("world body", "actor/united-nations"), ("UN", "actor/united-nations"), ("Abiy", "doc/a#entity=1,5")],
)
def test_an_actor_is_found_by_what_reports_and_tables_call_it(tmp_path: Path, name: str, iri: str) -> None:
    (tmp_path / "namings.trig").write_text(NAMINGS, encoding="utf-8")
    source = OnOxigraph(tmp_path / "namings.trig")
    assert find_iri(source, name).value == source.base + iri


@pytest.mark.parametrize(("name", "near"), [("Unitde Nations", "'United Nations'"), ("officials", "this store: try")])
def test_a_name_nobody_has_brings_up_near_ones(tmp_path: Path, name: str, near: str) -> None:
    (tmp_path / "namings.trig").write_text(NAMINGS, encoding="utf-8")
    with pytest.raises(RequestError, match=near):
        find_iri(OnOxigraph(tmp_path / "namings.trig"), name)


@pytest.mark.parametrize("name", ["attack", "Attack", "ckg:Attack"])
def test_a_class_is_found_by_label_or_short_name(source: OnOxigraph, name: str) -> None:
    assert find_iri(source, name, "class").value.endswith("#Attack")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("V", "no entity is called 'V'"),
        ("Puti", "no entity is called 'Puti'"),
        ("", "no entity"),
        ("http://x y", "no entity"),
        ("http://x<y", "not an IRI"),
    ],
)
def test_a_name_nobody_has_is_refused(source: OnOxigraph, name: str, message: str) -> None:
    with pytest.raises(RequestError, match=message):
        find_iri(source, name)


def test_a_name_that_several_have_lists_them(tmp_path: Path) -> None:
    graph = tmp_path / "two.trig"
    graph.write_text(
        """@prefix ckg: <https://w3id.org/conflict-kg/ontology#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @base <https://w3id.org/conflict-kg/id/> .
        <m1> ckg:denotes <actor/a> . <m2> ckg:denotes <actor/b> .
        <actor/a> rdfs:label "Anna Berg" . <actor/b> rdfs:label "Bo Berg" ."""
    )
    with pytest.raises(RequestError, match=r"Anna Berg \(actor/a\), Bo Berg \(actor/b\)"):
        find_iri(OnOxigraph(graph), "Berg")


def test_the_user_hears_what_a_name_was_taken_for(source: OnOxigraph) -> None:
    heard: list[str] = []
    run_query(source, load_query("timeline"), {"actor": "Putin"}, heard.append)
    assert heard == ["Putin: taken for Vladimir Putin (actor/vladimir-putin)"]
