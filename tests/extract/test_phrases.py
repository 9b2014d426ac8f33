"""What a noun phrase is about."""

import pytest

from kg.annotate import annotate
from kg.extract.phrases import core


@pytest.mark.parametrize(
    ("text", "head", "about"),
    [
        ("Dozens of girls fled.", "Dozens", ["girls"]),
        ("Shells hit the outskirts of Homs.", "outskirts", ["Homs"]),
        ("Shells hit the town of Gao.", "town", ["Gao"]),
        ("Shells hit the edge of a field.", "edge", ["edge"]),
        ("The leader of Chad spoke.", "leader", ["leader"]),
    ],
)
def test_core(text: str, head: str, about: list[str]) -> None:
    token = next(t for t in next(annotate([text])) if t.text == head)
    assert [found.text for found in core(token)] == about
