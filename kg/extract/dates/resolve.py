"""Gives each time expression of a document its days: an ISO 8601 value, or none and an honest reason."""

from collections.abc import Sequence

from spacy.tokens import Doc

from kg.extract.dates.context import Context
from kg.extract.dates.expressions import Match, find_matches
from kg.extract.dates.period import Day, Period
from kg.extract.dates.quotes import find_quotes, find_saying_day
from kg.extract.dates.readings import READINGS
from kg.extract.dates.tense import find_tense
from kg.records import DateExpression

Resolved = dict[int, Period]
UNKNOWN = "unknown"


def find_dates(doc: Doc, published: Day | None, document: str) -> list[DateExpression]:
    """The time expressions of the document, in order; those that cannot be resolved have no value."""
    resolved: Resolved = {}
    text = doc.text  # joined from the tokens at each call
    matches = list(find_matches(doc, text))
    quotes = find_quotes(text)
    for match in matches:
        today = find_saying_day(doc, match, published, matches, quotes)
        period = READINGS[match.reading](match, make_context(doc, text, match, today, matches, resolved))
        if period:
            resolved[match.start] = period
    return [make_record(text, match, resolved.get(match.start), document) for match in matches]


def make_context(
    doc: Doc, text: str, match: Match, today: Day | None, matches: Sequence[Match], resolved: Resolved
) -> Context:
    """What the expression may lean on."""
    span = doc.char_span(match.start, match.end, alignment_mode="expand")
    tense = find_tense(span) if span is not None else "none"
    before = [
        m for m in reversed(matches) if m.start < match.start and m.start in resolved and not is_comparison(m)
    ]
    edge = find_edge(text, match)
    near = [resolved[m.start] for m in before if m.start > edge]
    days = [period for period in near if period.precision == "day"]
    coarse = [period for period in near if period.precision != "day"]
    quarters = [resolved[m.start] for m in before if m.how == "quarter"]
    return Context(today, first(days or near), first(coarse or near), first(quarters), tense)


def first(periods: Sequence[Period]) -> Period | None:
    """The first of them, None without any."""
    return periods[0] if periods else None


def is_comparison(match: Match) -> bool:
    """Whether the time is only compared with, "a year earlier": what follows does not count from there."""
    return match.values.get("units") in {"year", "quarter"}


def find_edge(text: str, match: Match) -> int:
    """Where the paragraph before that of the expression begins."""
    here = text.rfind("\n\n", 0, match.start)
    return text.rfind("\n\n", 0, max(here, 0))


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
