"""Tables of the project and of the user: the later wins, and a faulty row is one line."""

from pathlib import Path

import pytest

from kg.errors import RequestError
from kg.gazetteer import Gazetteer
from kg.layers import find_tables
from tests.conftest import Run

HEADER = "id\tname\tclass\tcountry\twikidata\taliases\n"
FAULTS = [
    ("\tTeal Column\tArmedGroup\t\t\t", "no id"),
    ("teal-column\tTeal Column\t\t\t\t", "no class"),
    ("Teal Column\tTeal Column\tArmedGroup\t\t\t", "write it as teal-column"),
    ("teal-column\tTeal Column\tMilitia\t\t\t", "class 'Militia': take one of ArmedGroup"),
    ("teal-column\tTeal Column\tArmedGroup\tUkraine\t\t", "country 'Ukraine': write the code"),
    ("teal-column\tTeal Column\tArmedGroup\tUA\t7159\t", "wikidata '7159': write it as Q7159"),
    ("teal-column\tTeal Column\tArmedGroup\tUA\t\ta\tb", "more cells than columns"),
    ("a\tA\tArmedGroup\t\t\t\na\tB\tArmedGroup\t\t\t", "id 'a' stands in line 2 too"),
]


def write(folder: Path, rows: str, name: str = "mine.tsv") -> Path:
    table = folder / name
    table.write_text(HEADER + rows + "\n", encoding="utf-8")
    return table


@pytest.mark.parametrize(("rows", "fault"), FAULTS)
def test_a_faulty_row_is_told_with_file_and_line(tmp_path: Path, rows: str, fault: str) -> None:
    table = write(tmp_path, rows)
    with pytest.raises(RequestError) as told:
        find_tables([table])
    assert str(told.value).startswith(f"{table} line ")
    assert fault in str(told.value)


def test_a_row_of_the_user_names_somebody_new(tmp_path: Path) -> None:
    table = write(tmp_path, "teal-column\tTeal Column\tArmedGroup\tUA\t\tThe Teals")
    assert Gazetteer.load(find_tables([table])).find("The Teals")[0].id == "teal-column"


@pytest.mark.parametrize(
    "row", ["hamas\tHamas\tPoliticalParty\tPS\t\t", "our-hamas\tOur H\tPoliticalParty\tPS\tQ38799\t"]
)
def test_a_later_row_describes_whom_an_earlier_one_knows(tmp_path: Path, row: str) -> None:
    found = Gazetteer.load(find_tables([write(tmp_path, row)])).find("Islamic Resistance Movement")
    assert [entry.type for entry in found] == ["PoliticalParty"]


def test_the_user_overrules_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = write(tmp_path, "teal-column\tTeal Column\tArmedGroup\tUA\t\t", "project.tsv")
    mine = write(tmp_path, "teal-party\tTeal Column\tPoliticalParty\tUA\t\t")
    monkeypatch.setenv("KG_ACTORS", str(project))
    assert Gazetteer.load(find_tables()).find("Teal Column")[0].id == "teal-column"
    assert Gazetteer.load(find_tables([mine])).find("Teal Column")[0].id == "teal-party"


def test_extract_knows_the_actors_of_a_table(tmp_path: Path, run: Run) -> None:
    table = write(tmp_path, "teal-column\tTeal Column\tArmedGroup\tUA\t\t")
    report = tmp_path / "a.txt"
    report.write_text("2022-10-18\n\nFighters of the Teal Column shelled the port of Odesa on Sunday.\n")
    assert "actor/teal-column" in run("extract", str(report), "--actors", str(table)).out


def test_build_ends_with_2_at_a_faulty_table(tmp_path: Path, run: Run) -> None:
    table = write(tmp_path, "teal-column\tTeal Column\tMilitia\t\t\t")
    ended = run("build", str(tmp_path), "--store", str(tmp_path / "store"), "--actors", str(table))
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert f"{table} line 2: class 'Militia'" in ended.err


def test_another_table_means_that_reports_are_read_again(tmp_path: Path, run: Run) -> None:
    table = write(tmp_path, "teal-column\tTeal Column\tArmedGroup\tUA\t\t")
    (tmp_path / "a.txt").write_text("2022-10-18\n\nFighters of the Teal Column shelled the port of Odesa on Sunday.\n")
    with_table = ("build", str(tmp_path / "a.txt"), "--store", str(tmp_path / "s"), "--actors", str(table))
    assert [run(*with_table).out.split(";")[0] for _ in range(2)] == [
        "documents: 1 new, 0 replaced, 0 unchanged, 0 lost",
        "documents: 0 new, 0 replaced, 1 unchanged, 0 lost",
    ]
    assert "1 replaced" in run(*with_table[:4]).out
