"""Actors that no table knows, and what becomes of them when the user's table does: without reading reports again."""

from pathlib import Path

import pytest

import kg
from tests.conftest import Run
from tests.resolve.reports import agents, build, dump

HEADER = "id\tname\tclass\tcountry\tsector\taliases\twikidata\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return build(tmp_path / "store", a="Teal Column", b="Teal Column", c="TC Brigade", d="Hamas")


def write(folder: Path, *rows: str) -> Path:
    table = folder / "mine.tsv"
    table.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return table


TEALS = "teals\tThe Teals\tArmedGroup\tUA\tREB\tTeal Column|TC Brigade\t"


def test_the_unknown_come_with_reports_events_and_a_sentence(path: Path) -> None:
    first = kg.actors(unknown=True, store=path)[0]
    assert (first.name, first.documents, first.events) == ("Port", 4, 4)
    assert [actor.name for actor in kg.actors(unknown=True, store=path)] == ["Port", "Teal Column", "TC Brigade"]
    assert first.sentence


def test_all_are_listed_with_what_tables_know(path: Path) -> None:
    known = {actor.name: actor.known for actor in kg.actors(store=path)}
    assert known == {"Port": False, "Teal Column": False, "TC Brigade": False, "Hamas": True}


def test_a_row_makes_two_names_one_actor(path: Path, tmp_path: Path) -> None:
    done = kg.resolve(actors=write(tmp_path, TEALS), store=path)
    assert done.documents == ("a", "b", "c")
    assert agents(path) == ["actor/hamas", "actor/teals"]


def test_the_node_has_what_the_row_says(path: Path, tmp_path: Path) -> None:
    kg.resolve(actors=write(tmp_path, TEALS), store=path)
    found = next(actor for actor in kg.actors(store=path) if actor.actor == "actor/teals")
    assert (found.name, found.country, found.sector, found.known) == ("The Teals", "UA", "REB", True)


@pytest.mark.parametrize("row", ["hamas\tHamas\tPoliticalParty\tPS\tPTY\t\t", "h\tH\tPoliticalParty\tPS\tPTY\tHamas\t"])
def test_a_row_overrules_a_built_in_one(path: Path, tmp_path: Path, row: str) -> None:
    kg.resolve(actors=write(tmp_path, row), store=path)
    assert {actor.kind for actor in kg.actors(store=path) if actor.name in {"H", "Hamas"}} == {"PoliticalParty"}


def test_a_table_taken_back_leaves_no_trace(path: Path, tmp_path: Path) -> None:
    before = dump(path)
    kg.resolve(actors=write(tmp_path, TEALS), store=path)
    kg.resolve(actors=write(tmp_path), store=path)
    assert dump(path) == before


def test_the_ledger_names_the_table(path: Path, tmp_path: Path) -> None:
    kg.resolve(actors=write(tmp_path, TEALS), store=path)
    rows = [row for row in kg.query("merges", store=path) if row["actorName"] == "The Teals"]
    assert {(row["rule"], row["names"]) for row in rows} == {("user's table", "TC Brigade; Teal Column")}


def test_rows_are_written_to_be_given_back(path: Path, tmp_path: Path, run: Run) -> None:
    table = str(tmp_path / "new.tsv")
    assert run("actors", "--unknown", "--table", "-o", table, "--store", str(path)).code == 0
    assert run("resolve", "--actors", table, "--store", str(path)).code == 0
    assert run("actors", "--unknown", "--store", str(path)).out.count("\n") == 1


def test_a_faulty_row_changes_nothing(path: Path, tmp_path: Path, run: Run) -> None:
    before = dump(path)
    table = write(tmp_path, TEALS, "x\tX\tMilitia\t\t\t\t")
    ended = run("resolve", "--actors", str(table), "--store", str(path))
    assert (ended.code, ended.err.startswith(f"kg: {table} line 3: class 'Militia'")) == (2, True)
    assert dump(path) == before
