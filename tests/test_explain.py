"""A node or a direct triple leads to its sentences."""

from pathlib import Path

import pytest

from kg.errors import RequestError
from kg.explain import explain
from kg.names import find_iri
from kg.stats import count_store
from tests.sources import GRAPHS, OnOxigraph, OnRdflib

SOURCES: dict[str, type[OnOxigraph] | type[OnRdflib]] = {"oxigraph": OnOxigraph, "rdflib": OnRdflib}


@pytest.fixture(scope="module", params=SOURCES)
def source(request: pytest.FixtureRequest) -> OnOxigraph | OnRdflib:
    return SOURCES[request.param](GRAPHS / "two-reports.trig")


@pytest.mark.parametrize(
    ("what", "first", "number"),
    [
        # a shooting: itself, its later mention, the killing it led to
        (["doc/border#event=11,22"], "Two gunmen opened fire", 3),
        # a speaker: one mention, one attribution
        (["TASS"], "Two gunmen opened fire", 2),
        # a document by its title: all events and relations in it
        (["Gunmen fire on recruits"], "Two gunmen opened fire", 10),
        # an event by its label: itself, and the announcement of it
        (["partial mobilization"], "Vladimir Putin announced", 2),
        (["doc/border#attribution=74,82"], "Two gunmen opened fire", 2),
        (["Putin", "announced", "partial mobilization"], "Vladimir Putin announced", 1),
        (["Russia", "shelled", "Kharkiv"], "Russia shelled Kharkiv", 1),
        (["Russia", "ckg:negotiatedWith", "Ukraine"], "Russia and Ukraine held talks", 1),
        (["Putin", "leads", "Russia"], "Putin leads Russia.", 1),
    ],
)
def test_sentences_behind(source: OnOxigraph | OnRdflib, what: list[str], first: str, number: int) -> None:
    evidence = explain(source, *what).evidence
    assert evidence[0].sentence.startswith(first)
    assert len(evidence) == number


@pytest.mark.parametrize(
    ("what", "message"),
    [
        (["Atlantis"], "no node is called 'Atlantis'"),
        (["actor/nobody"], "no sentence here speaks of actor/nobody"),
        (["Ukraine", "attacked", "Kharkiv"], "no sentence here"),
        (["Ukraine", "attacked"], "a triple of three"),
        (["Ukraine", "loved", "Kharkiv"], "no property is called 'loved'"),
    ],
)
def test_what_is_not_there_is_said(source: OnOxigraph | OnRdflib, what: list[str], message: str) -> None:
    with pytest.raises(RequestError, match=message):
        explain(source, *what)


def test_an_event_of_this_label_wins_over_a_title_with_the_word(tmp_path: Path) -> None:
    text = (GRAPHS / "two-reports.trig").read_text(encoding="utf-8")
    (tmp_path / "title.trig").write_text(text.replace("Shells fall on Kharkiv", "Envoys hold talks"))
    found = find_iri(OnOxigraph(tmp_path / "title.trig"), "talks", "node")
    assert found.value.endswith("doc/city#event=186,191")


def test_counts_of_a_store(source: OnOxigraph | OnRdflib) -> None:
    assert count_store(source).counts == {
        "documents": 2,
        "sentences": 12,
        "events": 17,
        "event mentions": 19,
        "attributions": 4,
        "relations": 1,
        "mentions": 24,
        "named actors": 5,
        "named places": 7,
    }


def test_events_are_counted_by_type(source: OnOxigraph | OnRdflib) -> None:
    assert count_store(source).events["shooting"] == 2
