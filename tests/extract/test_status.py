"""Fact, plan, threat, denial: each row of the table states how one event is told."""

import pytest

from kg.lexicon import Row, read_table
from tests.extract.telling import CASES, event


@pytest.mark.parametrize("row", read_table(CASES / "status.tsv"), ids=lambda row: f"{row['type']} {row['text'][:40]}")
def test_event_is_told_so(row: Row) -> None:
    found = event(row["text"], row["type"])
    assert (found.polarity, found.modality, found.hedge or "") == (row["polarity"], row["modality"], row["hedge"])
