"""Time expressions and the day of an event: each row of the tables states one fact."""

import datetime
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate import annotate
from kg.extract.dates import date_of, drop_ends, drop_stretches, find_dates
from kg.extract.dates.readings import READINGS
from kg.lexicon import Row, load_table, read_table
from kg.parsed import Doc, Token
from kg.records import DateExpression

CASES = Path(__file__).parent.parent / "cases"


@cache
def parse(text: str) -> Doc:
    return next(annotate([text.replace("\\n", "\n")]))


def dates_of(row: Row) -> list[DateExpression]:
    published = datetime.date.fromisoformat(row["published"]) if row["published"] else None
    return find_dates(parse(row["text"]), published, "a")


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


@pytest.mark.parametrize("row", read_table(CASES / "dates.tsv"), ids=lambda row: row["text"][:50])
def test_expression_has_its_value(row: Row) -> None:
    found = {date.text: (date.value or "", date.precision, date.how) for date in dates_of(row)}
    assert found.get(row["words"]) == (row["value"], row["precision"], row["how"])


@pytest.mark.parametrize(
    "text",
    [
        "Protesters may march on the palace.",
        "A 23-year-old student was shot.",
        "April Glaspie met the president.",
        "Theresa May met the king.",
        "The station stands at 1800 metres.",
        "The barrel cost $1999 in the shop.",
        "The club's second goal decided the match.",
        "The Sunday Times published the list.",
        "Resolution 1973 was adopted.",
        "The court sits in Room 2010.",
        "More than 1500 fighters surrendered.",
        "The 14th Brigade holds the bridge.",
        "The king decreed a curfew from 1800 to 0600.",
        "Rebels struck at 1900 GMT.",
    ],
)
def test_other_words_are_no_dates(text: str) -> None:
    assert find_dates(parse(text), datetime.date(2022, 10, 18), "a") == []


@pytest.mark.parametrize(
    "row", read_table(CASES / "event-dates.tsv"), ids=lambda row: row["text"][:40] + row["trigger"]
)
def test_event_has_its_date(row: Row) -> None:
    doc = parse(row["text"])
    dates = find_dates(doc, datetime.date(2022, 10, 18), "a")
    others = {word(doc, other).i for other in row["others"].split()}
    cues = {word(doc, cue).i for cue in row["cues"].split()}
    found = date_of(word(doc, row["trigger"]), dates, others, cues)
    assert (found.text if found else "") == row["date"]


def test_a_stretch_dates_in_the_place_of_its_ends() -> None:
    found = find_dates(parse("The siege lasted from 3 May to 9 June 2020."), None, "a")
    assert [date.text for date in drop_stretches(found)] == ["3 May", "9 June 2020"]
    assert [date.value for date in drop_ends(found)] == ["2020-05-03/2020-06-09"]


def test_extent_is_the_words_themselves() -> None:
    doc = parse("On Friday, Oct. 14, and again on 16 October, drones flew over the port.")
    for date in find_dates(doc, datetime.date(2022, 10, 18), "a"):
        assert doc.text[date.start : date.end] == date.text


def test_expressions_come_in_order_and_apart() -> None:
    doc = parse("He left on Friday, came back on 16 October 2022 and died two days later, last week.")
    found = find_dates(doc, datetime.date(2022, 10, 18), "a")
    assert all(before.end <= after.start for before, after in pairwise(found))


@pytest.mark.parametrize("row", load_table("dates"), ids=lambda row: row["how"])
def test_every_pattern_has_a_reading(row: Row) -> None:
    assert row["reading"] in READINGS


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("", []),
        ("He came on 31 February 2022.", [None]),
        ("He came 999 decades ago.", [None]),
        ("He will come 999 centuries later.", [None]),
        ("He came on December 31, 2099.", ["2099-12-31"]),
        ("He came in 2022, 2023 and 2024.", ["2022", "2023", "2024"]),
    ],
)
def test_odd_texts_give_honest_values(text: str, values: list[str | None]) -> None:
    assert [date.value for date in find_dates(parse(text), datetime.date(2022, 10, 18), "a")] == values


VOCABULARY = (
    "the last next early late 0 31 999 2022 May Feb. Friday years month weekend quarter first third of ago "
    "later in to before same 's , \" two a few decades century 29 - / . today"
)
WORDS = st.sampled_from(VOCABULARY.split())


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(WORDS, max_size=14), st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)))
def test_any_words_give_extents_and_true_intervals(words: list[str], published: datetime.date) -> None:
    doc = parse(" ".join(words))
    for date in find_dates(doc, published, "a"):
        first, _, last = (date.value or "").partition("/")
        assert doc.text[date.start : date.end] == date.text
        assert not last or first < last
