"""Gives each time expression of a document its days: an ISO 8601 value, or none and an honest reason."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from kg.extract.dates.context import Context
from kg.extract.dates.expressions import find_matches
from kg.extract.dates.matches import Match
from kg.extract.dates.period import Day, Period
from kg.extract.dates.quotes import find_saying_days
from kg.extract.dates.ranges import join_ranges
from kg.extract.dates.readings import read_parts
from kg.extract.dates.tense import find_tense
from kg.parsed import Doc
from kg.records import DateExpression

Told = list[tuple[Match, Period]]
UNKNOWN = "unknown"
FRONT = re.compile(r"(?:(?:In|On|By|During)\s+)?(?:the\s+)?")
UNTIL = re.compile(r"\b(?:un)?till? $", re.IGNORECASE)
OPENING = 2  # words before a date that opens a sentence: "On the"
NEAR = 2000  # characters: two long paragraphs


def find_dates(doc: Doc, published: Day | None, document: str) -> list[DateExpression]:
    """The time expressions of the document, in order; those that cannot be resolved have no value.

    A stretch, "from 3 May to 9 June", comes after its two ends, see `kg.extract.dates.ranges`.
    "Yesterday" counts from the day `published`; without it only what the text itself dates has a value.
    """
    text = doc.text
    matches = list(join_ranges(find_matches(doc, text), text))
    sayings = find_saying_days(doc, text, matches, published) if published else {}
    told: Told = []
    records = []
    for match in matches:
        context = make_context(doc, text, match, told, sayings.get(match.start, published))
        for part, period in read_parts(match, context):
            if period:
                told.append((part, period))
            records.append(make_record(text, part, period, document))
    return records


def make_context(doc: Doc, text: str, match: Match, told: Told, today: Day | None) -> Context:
    """What the expression may lean on."""
    span = doc.char_span(match.start, match.end)
    near = tuple(find_near(text, match, told))
    begin = span[0].sent.start_char if span is not None else match.start
    here = list(takewhile(lambda each: each[0].start >= begin, reversed(told)))
    beside = near[0] if near and here else None
    opened = bool(here) and FRONT.fullmatch(text, begin, here[-1][0].start) is not None
    return Context(
        today,
        anchor=first([*(period for period in near if period.precision == "day"), *near]),
        coarse=first([*(period for period in near if period.precision != "day"), *near]),
        quarter=first(find_quarters(match, told)),
        tense=find_tense(span) if span is not None else "none",
        near=near,
        beside=beside,
        story=find_story(text, near, told, today) if opened or is_opening(text[begin : match.start]) else None,
    )


def find_near(text: str, match: Match, told: Told) -> Iterator[Period]:
    """The times told in this paragraph or the one before it, the last first; not those only compared with."""
    limit = max(0, match.start - NEAR)
    here = text.rfind("\n\n", limit, match.start)
    edge = max(limit - 1, text.rfind("\n\n", limit, max(here, 0)))
    for other, period in reversed(told):
        if other.start <= edge:
            break
        if other.values.get("units") not in {"year", "quarter"}:
            yield period


def is_opening(before: str) -> bool:
    """Whether a date opens its sentence, and so may go on with the story, as one behind such a date does.

    "In 1992 rebels took Kora on 5 April" tells both of one year.
    """
    return len(before.split()) <= OPENING


def find_story(text: str, near: Sequence[Period], told: Told, today: Day | None) -> Period | None:
    """The time in a past year that was told last, other than an end: "the siege lasted until 1996"."""
    last = first(period for other, period in reversed(told[-2:]) if not is_end(text, other))
    goes_on = last is not None and last in near and (today is None or last.first.year < today.year)
    return last if goes_on else None


def is_end(text: str, match: Match) -> bool:
    """Whether the expression only tells when something ended."""
    return UNTIL.search(text, max(0, match.start - 8), match.start) is not None


def find_quarters(match: Match, told: Told) -> Iterator[Period]:
    """The quarters told so far, the last first, for expressions that lean on one."""
    if match.reading in {"latest", "same_period", "ago"}:
        yield from (period for other, period in reversed(told) if other.how == "quarter")


def first(periods: Iterable[Period]) -> Period | None:
    """The first of them, None without any."""
    return next(iter(periods), None)


def make_record(text: str, match: Match, period: Period | None, document: str) -> DateExpression:
    """The record of an expression."""
    return DateExpression(
        start=match.start,
        end=match.end,
        document=document,
        text=text[match.start : match.end],
        value=period.to_iso() if period else None,
        precision=period.precision if period else UNKNOWN,
        how=match.how,
    )
