"""Two dates that belong together: "from 6 October to 9 November" is one stretch, "June and July 2021" share a year.

Each end is a time expression of its own; an event is dated by the stretch.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.dates.matches import Match
from kg.records import DateExpression

RANGE = "range"
ENDS = frozenset({"day", "month", "year", "weekday", "deictic"})
YEARLESS = frozenset({"month-day", "month"})
OPENING = re.compile(r"\b(from|between)\s+(?:the )?$", re.IGNORECASE)
LINKS = {
    "from": re.compile(r",?\s+(?:to|until|till|through)\s+|\s*-\s*"),
    "between": re.compile(r"\s+and\s+"),
    "": re.compile(r"\s+through\s+|\s*-\s*"),
}
SHARED = re.compile(r",\s+|,?\s+(?:and|or|to|until|through)\s+|\s*-\s*")
WIDTH = 12


def join_ranges(matches: Iterable[Match], text: str) -> Iterator[Match]:
    """The expressions with both ends of a stretch made one, and a year told once given to both that share it."""
    held: Match | None = None
    for match in matches:
        if held is None:
            held = match
        elif held.ends is None and is_range(held, match, text):
            held = make_range(held, match, text)
        else:
            yield share_year(held, match) if SHARED.fullmatch(text, held.end, match.start) else held
            held = match
    if held is not None:
        yield held


def is_range(first: Match, last: Match, text: str) -> bool:
    """Whether the words around the two make them the ends of a stretch."""
    if not {first.reading, last.reading} <= ENDS:
        return False
    opener = find_opener(first, text)
    alike = bool(opener) or (first.reading == last.reading and first.reading != "year")
    return alike and LINKS[opener].fullmatch(text, first.end, last.start) is not None


def find_opener(match: Match, text: str) -> str:
    """The word before the expression that opens a stretch, empty without one."""
    found = OPENING.search(text, max(0, match.start - WIDTH), match.start)
    return found[1].lower() if found else ""


def make_range(first: Match, last: Match, text: str) -> Match:
    """One expression from the first to the last; "between" belongs to it."""
    found = OPENING.search(text, max(0, first.start - WIDTH), first.start)
    start = found.start() if found and found[1].lower() == "between" else first.start
    return Match(start, last.end, RANGE, RANGE, ends=(share_year(first, last), last))


def share_year(first: Match, last: Match) -> Match:
    """The first with the year of the last where it names none: "from November to March 2021" begins in 2020."""
    year, months = last.year(), (first.integer("month"), last.integer("month"))
    if first.how not in YEARLESS or year is None or None in months or last.reading not in {"day", "month"}:
        return first
    return replace(first, values={**first.values, "year": year - (months > months[::-1])})


def drop_stretches(dates: Iterable[DateExpression]) -> list[DateExpression]:
    """The single expressions, for the records."""
    return [date for date in dates if date.how != RANGE]


def drop_ends(dates: Iterable[DateExpression]) -> list[DateExpression]:
    """The expressions that may date an event: a stretch in the place of its ends."""
    kept: list[DateExpression] = []
    for date in dates:
        while date.how == RANGE and kept and kept[-1].start >= date.start:
            kept.pop()
        kept.append(date)
    return kept
