"""Tables of the user's own, and what the bundled ones must keep to."""

import re
from collections import Counter
from pathlib import Path

import pytest

from kg.errors import VocabularyError
from kg.gazetteer import ACTORS, Gazetteer
from kg.tables import read_table

BY_HAND = [f"actors/{table}.tsv" for table in ACTORS]
BY_HAND += ["places/countries.tsv", "places/facilities.tsv", "places/regions.tsv", "places/towns.tsv"]
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def test_a_table_of_the_user_wins(tmp_path: Path) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text("id\tname\tclass\tcountry\naa-us\tArakan Army\tCompany\tUS\n", encoding="utf-8")
    assert [e.id for e in Gazetteer.load([table]).find("Arakan Army")] == ["aa-us"]


@pytest.mark.parametrize(
    "text", ["id\tname\tclass\n\tNo id\tPerson\n", "id\tname\nx\tNo class\n", "a,b\n1,2\n"]
)
def test_a_faulty_table_is_named_with_its_line(text: str, tmp_path: Path) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"mine\.tsv line 2"):
        Gazetteer.load([table])


def test_a_table_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"absent\.tsv"):
        Gazetteer.load([tmp_path / "absent.tsv"])


def test_ids_are_unique() -> None:
    counts = Counter(row["id"] for table in BY_HAND for row in read_table(table))
    assert [key for key, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("table", BY_HAND)
def test_rows_are_complete_and_their_codes_known(table: str, gazetteer: Gazetteer) -> None:
    for row in read_table(table):
        assert None not in row, row["id"]
        assert not row["country"] or gazetteer.country(row["country"]), row["id"]
        assert all(DAY.fullmatch(row.get(end) or "2000") for end in ("from", "to")), row["id"]
        assert re.fullmatch(r"(Q\d+)?", row.get("wikidata") or ""), row["id"]


@pytest.mark.parametrize("table", [*(f"actors/{table}.tsv" for table in ACTORS), "actors/offices.tsv"])
def test_every_row_tells_where_it_can_be_checked(table: str) -> None:
    assert [row for row in read_table(table) if not row["source"].strip()] == []


def test_wikidata_ids_are_used_once() -> None:
    counts = Counter(row.get("wikidata") for table in BY_HAND for row in read_table(table))
    assert [key for key, count in counts.items() if key and count > 1] == []


def test_offices_are_held_by_people_of_the_table_one_at_a_time() -> None:
    people = {row["id"] for row in read_table("actors/people.tsv")}
    last: dict[tuple[str, str], str] = {}
    for row in sorted(read_table("actors/offices.tsv"), key=lambda row: row["from"]):
        post = (row["office"], row["country"])
        assert row["person"] in people
        assert last.get(post, "") <= row["from"] + "~", row  # "~" sorts last: a year meets its own months
        last[post] = row["to"] or row["checked"]


def test_other_names_of_offices_lead_to_offices_of_the_table() -> None:
    held = {(row["office"], of) for row in read_table("actors/offices.tsv") for of in ("", row["country"])}
    assert [row for row in read_table("actors/office-names.tsv") if (row["office"], row["country"]) not in held] == []


@pytest.mark.parametrize("table", BY_HAND)
def test_a_mark_of_doubt_stands_behind_an_alias_once_or_twice(table: str) -> None:
    for row in read_table(table):
        names = "|".join((row["aliases"], row.get("acronym") or "")) if "aliases" in row else ""
        assert all(re.fullmatch(r"[^?]*\??\??", name) for name in names.split("|")), row["id"]
        assert "?" not in row["name"], row["id"]
