"""Time frames: the day that opens a sentence dates what follows it, the day of filing dates nothing."""

import pytest

from tests.extract.telling import mention

FRAMES = [
    ("On 3 May the rebels were strong. They attacked a bus.", "attacked", "2022-05-03"),
    ("LIMA, 3 May (Agency) -- Police say rebels have attacked a bus.", "attacked", None),
    ("Lima, 3 May 22 -- [Text] The army has said that ten farmers have been kidnapped.", "kidnapped", None),
]


@pytest.mark.parametrize(("text", "trigger", "day"), FRAMES, ids=[text[:30] for text, *_ in FRAMES])
def test_an_event_has_the_day_of_its_frame(text: str, trigger: str, day: str | None) -> None:
    date = mention(text, trigger).date
    assert (date.value if date else None) == day
