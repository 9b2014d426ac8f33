"""Who held which office when, and what a person is coded as on a day."""

import pytest

from kg.gazetteer import Gazetteer
from kg.offices import Offices, Term
from kg.tables import read_table


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("person", "day", "code"),
    [
        ("François Hollande", "2013-01-01", "FRAGOV"),
        ("François Hollande", "2018-01-01", "FRAELI"),
        ("François Hollande", "2010-01-01", "FRA"),
        ("Ban Ki-moon", "2010-01-01", "IGO"),
        ("Ban Ki-moon", "2020-01-01", "KORELI"),
        ("Kaja Kallas", "2022-10-18", "ESTGOV"),
        ("Kaja Kallas", "2025-01-10", "IGO"),
        ("Sergei Shoigu", "2022-10-18", "RUSMIL"),
        ("Sergei Shoigu", "2025-01-10", "RUSGOV"),
        ("Ahmed al-Sharaa", "2018-01-01", "SYR"),
        ("Ahmed al-Sharaa", "2025-03-01", "SYRGOV"),
        ("Valerii Zaluzhnyi", "2010-01-01", "UKRMIL"),
        ("Vladimir Putin", "2080-01-01", "RUS"),
    ],
)
def test_a_person_has_the_code_of_the_office_of_the_day(person: str, day: str, code: str, gazetteer: Gazetteer) -> None:
    assert gazetteer.actor_code(gazetteer.find(person)[0], day) == code


@pytest.mark.parametrize(
    ("office", "of", "day", "checked"),
    [
        ("president", "RU", "2080-01-01", "2026-07-03"),
        ("president", "RU", "2022-01-01", None),
        ("president", "FR", "1970-01-01", None),
        ("president", "GW", "2026-01-10", "2025-11-26"),
        ("president", "LB", "2015-10-01", None),
        ("juggler", "RU", "2080-01-01", None),
    ],
)
def test_an_office_later_than_its_last_check_says_when_that_was(
    office: str, of: str, day: str, checked: str | None, gazetteer: Gazetteer
) -> None:
    assert gazetteer.last_checked(office, of, day) == checked


@pytest.mark.parametrize(
    ("day", "holder"),
    [("2018-05-31", "ann"), ("2018-06-10", "ann"), ("2018-06-15", "ann"), ("2018-06-16", "bob"), ("2018-07-01", "bob")],
)
def test_a_newcomer_of_a_month_comes_when_the_other_has_gone(day: str, holder: str) -> None:
    old = Term("FR", "ann", None, "2012-01-01", "2018-06-15", goes_on=False)
    new = Term("FR", "bob", None, "2018-06", "2020", goes_on=False)
    assert Offices({("mayor", "FR"): (old, new)}, {}, {}).holder("mayor", "FR", day) == holder


def test_a_term_ends_after_it_began_or_says_when_it_was_checked() -> None:
    for row in read_table("actors/offices.tsv"):
        assert row["from"] < (row["to"] or row["checked"]), row
        assert bool(row["to"]) != bool(row["checked"]), row


def test_terms_lie_within_the_years_of_their_person() -> None:
    years = {row["id"]: (row["from"], row["to"] or "9999") for row in read_table("actors/people.tsv")}
    for row in read_table("actors/offices.tsv"):
        since, until = years[row["person"]]
        assert since <= row["from"], row
        assert (row["to"] or row["checked"])[: len(until)] <= until, row
