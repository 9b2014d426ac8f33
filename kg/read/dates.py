"""The day a document was published, from whatever its file says."""

from datetime import datetime

import dateparser

ORDERS = ("DMY", "MDY")
MAX_LENGTH = 60


def to_day(words: str) -> str | None:
    """The ISO day, None where the words name no single day: "2022", "yesterday", "03/04/2022"."""
    try:
        return datetime.fromisoformat(words).date().isoformat()
    except ValueError:
        days = {parse(words, order) for order in ORDERS} if len(words) <= MAX_LENGTH else {None}
        return days.pop() if len(days) == 1 else None


def parse(words: str, order: str) -> str | None:
    """The day if the words give day, month and year; nothing is taken from the clock."""
    settings = {"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": order}
    try:
        found = dateparser.parse(words, languages=["en"], settings=settings)
    except (ValueError, OverflowError, TypeError, AttributeError, RecursionError):
        return None  # what the library does with strange words
    return found.date().isoformat() if found else None
