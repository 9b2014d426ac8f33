"""When events are told to happen, in a report of 18 October 2022: each row states the day and status of one event."""

import pytest

from kg.lexicon import Row, read_table
from tests.extract.telling import CASES, mention


@pytest.mark.parametrize(
    "row", read_table(CASES / "event-days.tsv"), ids=lambda row: f"{row['trigger']}: {row['text'][:40]}"
)
def test_event_has_its_day_and_status(row: Row) -> None:
    found = mention(row["text"].replace("\\n", "\n"), row["trigger"])
    assert (found.date.value if found.date else "", found.modality) == (row["value"], row["modality"])
