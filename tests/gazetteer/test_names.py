"""What a name finds."""

import csv
from pathlib import Path

import pytest

from kg.gazetteer import Gazetteer

CASES = Path(__file__).parent.parent / "cases" / "gazetteer.tsv"


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["name"])
def test_a_name_finds_what_reports_mean_by_it(case: dict[str, str], gazetteer: Gazetteer) -> None:
    best = gazetteer.find(case["name"])[0]
    assert (best.id, best.type, best.country or "") == (case["id"], case["type"], case["country"])


@pytest.mark.parametrize(
    "name", ["hamas", "who", "us", "Kim Jong", "Xyzzy", "", "the", "Norwegian", "police", "Times", "National"]
)
def test_what_is_no_name_finds_nothing(name: str, gazetteer: Gazetteer) -> None:
    assert gazetteer.find(name) == ()


@pytest.mark.parametrize(
    ("name", "government"),
    [
        ("Moscow", "government-of-russia"),
        ("Kyiv", "government-of-ukraine"),
        ("Washington", "government-of-united-states"),
    ],
)
def test_a_capital_is_a_town_and_by_metonymy_the_government(
    name: str, government: str, gazetteer: Gazetteer
) -> None:
    found = gazetteer.find(name)
    assert found[0].type == "Settlement"
    assert next(e.id for e in found if e.metonym) == government


def test_a_capital_stood_for_a_state_that_is_gone(gazetteer: Gazetteer) -> None:
    soviet = next(e for e in gazetteer.find("Moscow") if e.id == "government-of-soviet-union")
    assert (soviet.metonym, soviet.until) == (True, "1991-12-26")


def test_namesakes_are_all_found(gazetteer: Gazetteer) -> None:
    assert {e.id for e in gazetteer.find("RSF")} == {"rapid-support-forces", "reporters-without-borders"}
    assert {e.country for e in gazetteer.find("Tripoli") if not e.metonym} >= {"LY", "LB"}
    assert {e.country for e in gazetteer.find("Punjab")} == {"IN", "PK"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Russian Defense Ministry", "RUSMIL"),
        ("Israel Defense Forces", "ISRMIL"),
        ("Moscow", "RUS"),
        ("UN", "IGO"),
        ("al-Qaeda", "IMG"),
        ("Soviet Army", "SUNMIL"),
        ("Sahel", None),
    ],
)
def test_an_actor_has_a_code(name: str, code: str | None, gazetteer: Gazetteer) -> None:
    assert gazetteer.actor_code(gazetteer.find(name)[0]) == code


def test_names_are_those_of_the_tables_made_by_hand(gazetteer: Gazetteer) -> None:
    names = {(name, entry.id) for name, entry in gazetteer.names()}
    assert ("Hezbollah", "hezbollah") in names
    assert ("Bangalore", "bengaluru") not in names
