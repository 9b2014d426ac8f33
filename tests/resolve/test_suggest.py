"""Open suggestions: what is alike is asked once, with a sentence for each; what is decided is asked no more."""

from pathlib import Path

import pytest

import kg
from kg.gazetteer import Gazetteer
from kg.resolve.actors import find_actors
from kg.resolve.suggest import Suggestion, suggest
from tests.conftest import Run
from tests.resolve.reports import build, write
from tests.sources import GRAPHS, OnOxigraph, OnRdflib


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    agents = {"a": "Olena Bondar", "b": "Elena Bondar", "c": "Ruiz", "d": "Ruiz", "e": "Ruiz", "f": "Ana Ruiz"}
    return build(tmp_path_factory.mktemp("suggest") / "store", **agents)


def names(found: list[Suggestion]) -> set[tuple[str, str]]:
    return {(one.left, one.right) for one in found}


def test_alike_names_are_suggested_with_reason_reports_and_sentences(path: Path) -> None:
    found = next(one for one in kg.suggestions(store=path) if one.left == "actor/elena-bondar")
    assert (found.right, found.reason, found.left_documents) == ("actor/olena-bondar", "nearly the same letters", 1)
    assert found.left_sentence.startswith("Elena Bondar")


def test_a_surname_of_many_reports_is_asked_for_once_and_then_report_by_report(path: Path) -> None:
    first, others = "doc/c#entity=0,4", ("doc/d#entity=0,4", "doc/e#entity=0,4")
    asked = {pair for pair in names(kg.suggestions(store=path)) if first in pair or set(others) & set(pair)}
    assert asked == {("actor/ana-ruiz", first), *((first, other) for other in others)}


def test_suggestions_come_in_one_order(path: Path) -> None:
    found = kg.suggestions(store=path)
    assert found == sorted(found, key=lambda one: (-one.score, one.left, one.right))


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_what_is_decided_is_asked_no_more(path: Path, tmp_path: Path, verdict: str) -> None:
    kg.resolve(write(tmp_path / "d.tsv", f"{verdict}\tElena Bondar\tOlena Bondar"), store=path)
    assert not any("bondar" in one.left for one in kg.suggestions(store=path))
    kg.resolve(write(tmp_path / "d.tsv"), store=path)


def test_the_sheet_can_be_filled_in_and_given_back(path: Path, tmp_path: Path, run: Run) -> None:
    sheet, there = str(tmp_path / "sheet.tsv"), ("--store", str(path))
    assert run("resolve", "--sheet", sheet, *there).code == 0
    lines = Path(sheet).read_text().splitlines()
    filled = [f"same{line}" if "bondar" in line else line for line in lines]
    Path(sheet).write_text("\n".join(filled) + "\n")
    assert "1 decisions (1 new, 0 changed, 0 withdrawn), 1 documents made again" in run(
        "resolve", "--decisions", sheet, *there
    ).err.replace("\n", " ")
    assert run("resolve", "--sheet", "-", *there).out.splitlines()[1].startswith("same\tactor/elena-bondar")
    assert "1 withdrawn" in run("resolve", "--decisions", str(write(tmp_path / "none.tsv")), *there).err


def test_the_command_lists_them(path: Path, run: Run) -> None:
    header, *rows = run("resolve", "--store", str(path)).out.splitlines()
    assert header.split("\t")[:2] == ["score", "reason"]
    assert len(rows) == len(kg.suggestions(store=path))


def test_both_engines_find_the_same() -> None:
    graphs = sorted(GRAPHS.glob("*.trig"))
    sources = OnOxigraph(*graphs), OnRdflib(*graphs)
    found = [suggest(source, Gazetteer.load()) for source in sources]
    actors = [find_actors(source, Gazetteer.load()) for source in sources]
    assert found[0] == found[1]
    assert actors[0] == actors[1] != []


@pytest.mark.parametrize("option", ["--decisions", "--actors", "--sheet"])
def test_decisions_need_a_store(run: Run, option: str) -> None:
    ended = run("resolve", option, "x.tsv", "--endpoint", "http://127.0.0.1:1/query")
    assert (ended.code, "kept with a store" in ended.err) == (2, True)
