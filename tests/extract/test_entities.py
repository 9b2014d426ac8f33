"""Actor codes, composed from country and sector: each row of the table states one fact."""

import pytest

from kg.lexicon import Row, read_table
from tests.extract.people import CASES, find_last


@pytest.mark.parametrize(
    "row", read_table(CASES / "actor-codes.tsv"), ids=lambda row: f"{row['words']}: {row['text'][:40]}"
)
def test_party_has_its_code(row: Row) -> None:
    mention = find_last(row["text"], row["words"])
    assert mention is not None
    assert (mention.actor_code or "") == row["code"]
