"""What an event counts: those it befalls, or what its own words number; a row of measure and bounds for each."""

import pytest

from tests.extract.telling import event

TOLLS = [
    ("The war had claimed some 900 lives.", "Death", ("killed", 900, 900)),
    ("The bombing cost at least 12 lives.", "Death", ("killed", 12, None)),
    ("A raid in Gao left 12 people dead.", "Death", ("killed", 12, 12)),
    ("Police fired on the crowd, with at least five protesters killed.", "Killing", ("killed", 5, None)),
    ("Gunmen abducted two nurses in Gao.", "Abduction", ("abducted", 2, 2)),
    ("Thousands marched in Bamako.", "Demonstration", ("participants", 1000, None)),
]


@pytest.mark.parametrize(("text", "kind", "toll"), TOLLS, ids=[text for text, *_ in TOLLS])
def test_an_event_has_its_toll(text: str, kind: str, toll: tuple[str, int, int | None]) -> None:
    assert [(count.measure, count.min, count.max) for count in event(text, kind).counts] == [toll]
