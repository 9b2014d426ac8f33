"""Whom a pronoun names: each row of the table states one fact; an empty cell is nobody."""

import pytest

from kg.lexicon import Row, read_table
from tests.extract.people import CASES, find_last


@pytest.mark.parametrize(
    "row", read_table(CASES / "pronouns.tsv"), ids=lambda row: f"{row['pronoun']}: {row['text'][:40]}"
)
def test_pronoun_names(row: Row) -> None:
    mention = find_last(row["text"], row["pronoun"])
    name = "" if mention is None or mention.name == mention.text else mention.name
    assert name == row["names"]
