"""What brought a death or a flight about: each row of the table states one cause."""

import pytest

from kg.lexicon import Row, read_table
from tests.extract.telling import CASES, first_mention, mention


@pytest.mark.parametrize(
    "row", read_table(CASES / "events.tsv"), ids=lambda row: f"{row['trigger']} {row['text'][:40]}"
)
def test_mention_has_this_cause(row: Row) -> None:
    cause = mention(row["text"], row["trigger"]).cause
    assert (first_mention(row["text"], cause).text if cause else "") == row["cause"]
