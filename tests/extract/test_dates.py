"""Time expressions and the day of an event: each row of the tables states one fact."""

import datetime
from functools import cache
from pathlib import Path

import pytest
from spacy.tokens import Doc, Token

from kg.annotate import annotate
from kg.extract.dates import date_of, find_dates
from kg.extract.dates.readings import READINGS
from kg.lexicon import Row, load_table, read_table
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
        "The station stands at 1800 metres.",
        "The barrel cost $1999 in the shop.",
        "The club's second goal decided the match.",
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


def test_extent_is_the_words_themselves() -> None:
    doc = parse("On Friday, Oct. 14, and again on 16 October, drones flew over the port.")
    for date in find_dates(doc, datetime.date(2022, 10, 18), "a"):
        assert doc.text[date.start : date.end] == date.text


def test_expressions_come_in_order_and_apart() -> None:
    doc = parse("He left on Friday, came back on 16 October 2022 and died two days later, last week.")
    found = find_dates(doc, datetime.date(2022, 10, 18), "a")
    assert all(before.end <= after.start for before, after in zip(found, found[1:], strict=False))


@pytest.mark.parametrize("row", load_table("dates"), ids=lambda row: row["how"])
def test_every_pattern_has_a_reading(row: Row) -> None:
    assert row["reading"] in READINGS


@pytest.mark.parametrize(
    "text", ["", "31 February 2022", "99/99/9999", "0 days ago", "9999 years ago", "December 31, 2099"]
)
def test_impossible_days_have_no_value_or_a_real_one(text: str) -> None:
    for date in find_dates(parse(text), datetime.date(2022, 10, 18), "a"):
        assert date.value is None or datetime.date.fromisoformat(
            date.value[:10].ljust(10, "x").replace("xxx", "-01")
        )
