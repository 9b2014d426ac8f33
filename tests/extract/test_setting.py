"""Where events are set: each row of the table states the places of one event."""

import pytest

from kg.lexicon import Row, read_table
from tests.extract.telling import CASES, fillers, mention


@pytest.mark.parametrize(
    "row", read_table(CASES / "settings.tsv"), ids=lambda row: f"{row['trigger']}: {row['text'][:40]}"
)
def test_events_are_set_here(row: Row) -> None:
    text = row["text"].replace("\\n", "\n")
    assert fillers(mention(text, row["trigger"]), "place") == set(row["places"].split("|")) - {""}
