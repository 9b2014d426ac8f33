"""Numbers and tolls: each row of the table states one fact."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate import annotate
from kg.extract.counts import number_of, toll
from kg.extract.quantities import find_quantities
from kg.lexicon import Row, read_table
from kg.parsed import Doc

CASES = Path(__file__).parent.parent / "cases"


@cache
def parse(text: str) -> Doc:
    return next(annotate([text]))


@pytest.mark.parametrize("row", read_table(CASES / "counts.tsv"), ids=lambda row: f"{row['text'][:40]} {row['word']}")
def test_word_has_its_number(row: Row) -> None:
    token = [token for token in parse(row["text"]) if token.text == row["word"]][-1]
    found = toll(token) if row["asked"] == "toll" else number_of(token)
    wanted = None
    if row["min"]:
        wanted = tuple(None if bound == "open" else int(bound) for bound in (row["min"], row["max"]))
    assert (found and (found.min, found.max)) == wanted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Reports said at least 11 men died.", "at least 11"),
        ("Between 30 and 40 men died.", "Between 30 and 40"),
        ("Dozens of men died.", "Dozens"),
    ],
)
def test_extent_is_the_words_that_say_the_number(text: str, words: str) -> None:
    doc = parse(text)
    found = number_of(next(token for token in doc if token.text == "men"))
    assert found is not None
    assert doc.text[found.start : found.end] == words


def test_hedge_is_kept() -> None:
    found = number_of(next(token for token in parse("About 200 men marched.") if token.text == "men"))
    assert found is not None
    assert found.hedge == "about"


def test_article_counts_one_only_when_asked() -> None:
    soldier = next(token for token in parse("A soldier was killed.") if token.text == "soldier")
    one = number_of(soldier, article=True)
    assert number_of(soldier) is None
    assert one is not None
    assert (one.min, one.max) == (1, 1)


@pytest.mark.parametrize("text", ["the F-16 jet", "$5 million", "40%", "10:30", "12/05", "a 12-year-old"])
def test_other_figures_are_no_quantities(text: str) -> None:
    assert find_quantities(text) == ()


NUMERALS = st.sampled_from(
    [
        "at",
        "least",
        "up",
        "to",
        "more",
        "than",
        "between",
        "and",
        "12",
        "1,500",
        "two",
        "hundred",
        "thousand",
        "million",
        "dozens",
        "several",
        "-",
        "no",
        "a",
    ]
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(NUMERALS, max_size=30))
def test_any_words_give_bounds_in_order(words: list[str]) -> None:
    for found in find_quantities(" ".join(words)):
        assert found.min is None or found.max is None or found.min <= found.max
