"""Which mentions name one event: each row of the table states one."""

import pytest

from kg.lexicon import Row, read_table
from tests.extract.telling import CASES, events, first_mention, mention


@pytest.mark.parametrize(
    "row", read_table(CASES / "events.tsv"), ids=lambda row: f"{row['trigger']} {row['text'][:40]}"
)
def test_mention_names_this_event(row: Row) -> None:
    found = mention(row["text"], row["trigger"])
    assert first_mention(row["text"], found.event).text == row["first"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked Goma on Monday. Rebels attacked Goma on Friday.",
        "The army arrested a mayor. Police arrested a priest.",
        "Rebels attacked a bus. The army did not attack a bus.",
    ],
)
def test_events_that_differ_stay_apart(text: str) -> None:
    assert all(found.event.endswith(f"={found.start},{found.end}") for found in events(text))
