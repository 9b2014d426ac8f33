"""The stages in order, and what they note on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.pipeline import Knowledge, extract_documents
from kg.records import Document

if TYPE_CHECKING:
    from kg.read import Issue

LATE, EARLY = "2080-01-01", "2020-01-01"


def notes_on(text: str, published: str | None) -> list[str]:
    heard: list[Issue] = []
    document = Document(0, len(text), "report", text, published=published)
    assert len(list(extract_documents([document], Knowledge(), heard.append))) == 1
    return [issue.reason for issue in heard if not issue.lost]


def test_a_report_later_than_the_table_of_offices_says_who_stays_unnamed() -> None:
    assert notes_on("The French president arrived on Monday.", LATE) == [
        "“The French president” stays unnamed: the table of offices was last checked on 2026-07-03, before the report"
    ]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The French president arrived on Monday.", EARLY),
        ("The French president arrived on Monday.", None),
        ("A former French president arrived on Monday.", LATE),
        ("The French farmer arrived on Monday.", LATE),
    ],
)
def test_nothing_is_noted_where_the_table_can_tell_or_no_holder_is_meant(text: str, published: str | None) -> None:
    assert notes_on(text, published) == []
