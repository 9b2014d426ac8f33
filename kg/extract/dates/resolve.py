"""Gives each time expression of a document its days: an ISO 8601 value, or none and an honest reason."""

from collections.abc import Iterable, Iterator

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
    near = list(find_near(text, match, told))
    return Context(
        today,
        anchor=first([*(period for period in near if period.precision == "day"), *near]),
        coarse=first([*(period for period in near if period.precision != "day"), *near]),
        quarter=first(find_quarters(match, told)),
        tense=find_tense(span) if span is not None else "none",
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


def find_quarters(match: Match, told: Told) -> Iterator[Period]:
    """The quarters told so far, the last first, for expressions that lean on one."""
    if match.reading in {"latest", "same_period"}:
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
