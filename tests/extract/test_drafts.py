"""What events count: each row of the table states the numbers of one event."""

import pytest

from kg.lexicon import Row, read_table
from kg.records import Count
from tests.extract.telling import CASES, event


def told(count: Count) -> str:
    """A count as a cell: "killed:11-open"."""
    low, high = ("open" if bound is None else bound for bound in (count.min, count.max))
    return f"{count.measure}:{low}-{high}"


@pytest.mark.parametrize(
    "row", read_table(CASES / "event-counts.tsv"), ids=lambda row: f"{row['type']} {row['text'][:40]}"
)
def test_event_counts_these(row: Row) -> None:
    found = event(row["text"], row["type"])
    assert " ".join(map(told, found.counts)) == row["counts"]
