"""Dates told by other events: "two days after the raid" dates what is told so where the report dates the raid."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.dates.attach import Hung, find_shared, is_own
from kg.extract.dates.distances import DISTANCE, Distance, read_distance
from kg.extract.dates.expressions import match_at, to_small
from kg.extract.dates.period import Period
from kg.extract.dates.sharing import VERBAL
from kg.extract.drafts import Draft
from kg.extract.reckoned import Mentions, find_day, find_named, group_mentions
from kg.parsed import Doc, Span, Token
from kg.records import DateExpression

DURATION = "duration"


@dataclass(frozen=True)
class Reckoning:
    """An expression that counts from an event: how far, the events told so, and the named one or its day."""

    date: DateExpression
    distance: Distance
    told: list[Draft]
    named: list[Draft]
    day: Period | None


def date_by_events(doc: Doc, drafts: Sequence[Draft], dates: Sequence[DateExpression]) -> None:
    """Give undated events the days that lie so far from dated ones, as long as that dates one more."""
    reckonings = list(find_reckonings(doc, drafts, dates))
    mentions = group_mentions(drafts) if reckonings else {}
    while any(reckon(each, mentions) for each in reckonings):
        pass


def find_reckonings(doc: Doc, drafts: Sequence[Draft], dates: Sequence[DateExpression]) -> Iterator[Reckoning]:
    """The expressions that count from an event and say how far."""
    for date in dates:
        match = match_at(to_small(doc.text), date.start) if date.how == DISTANCE else None
        span, distance = doc.char_span(date.start, date.end), read_distance(match) if match else None
        if span is not None and distance is not None:
            yield Reckoning(date, distance, find_told(date, span, drafts), *find_named(span[-1], drafts, dates))


def reckon(reckoning: Reckoning, mentions: Mentions) -> bool:
    """Whether one more event has a date: those told so far from a dated one, or that one from them."""
    date, distance, told, named = reckoning.date, reckoning.distance, reckoning.told, reckoning.named
    event = find_day(named[0], mentions) if named else reckoning.day
    if event is not None:
        return give([draft for draft in told if draft.date is None], date, distance.from_event(event))
    time = next((day for day in (find_day(draft, mentions) for draft in told) if day), None)
    return give(named, replace(date, how="event"), distance.to_event(time) if time else None)


def give(drafts: Sequence[Draft], date: DateExpression, period: Period | None) -> bool:
    """Date the drafts so, if the days are known; whether any was dated."""
    if period is None or not period.is_told_of():
        return False
    for draft in drafts:
        draft.date = replace(date, value=period.to_iso(), precision=period.precision)
    return bool(drafts)


def find_told(date: DateExpression, span: Span, drafts: Sequence[Draft]) -> list[Draft]:
    """The events that happen so far from the named one: those of the clause that the words hang on."""
    sentence = span.root.sent
    first, last = (bisect_left(drafts, i, key=lambda draft: draft.anchor.i) for i in (sentence.start, sentence.end))
    near = drafts[first:last]
    others = frozenset(draft.anchor.i for draft in near)
    hung = [(date, span, find_deed(span, others))]
    return [draft for draft in near if is_told(draft.anchor, hung, others - {draft.anchor.i})]


def is_told(anchor: Token, hung: Sequence[Hung], others: Container[int]) -> bool:
    """Whether the words date the event of the anchor."""
    return any(is_own(anchor, span, site) for _, span, site in hung) or find_shared(anchor, hung, others) is not None


def find_deed(span: Span, others: Container[int]) -> Token:
    """The verb or event noun that the words hang on, above the clause that "after" opens."""
    token = span[-1].head if span[-1].dep_ == "mark" else span.root
    while token.head is not token:
        token = token.head
        if token.pos_ in VERBAL or token.i in others:
            break
    return token


def settle(doc: Doc, dates: Iterable[DateExpression], drafts: Iterable[Draft]) -> Iterator[DateExpression]:
    """The time expressions, with their days those that count from events; where those are not known, mere durations."""
    told = {(d.date.start, d.date.end): d.date for d in drafts if d.date and d.date.how == DISTANCE}
    for date in dates:
        settled = told.get((date.start, date.end), date)
        is_open = settled.how == DISTANCE and not settled.value
        lasting = match_at(to_small(doc.text), date.start, DURATION) if is_open else None
        if lasting:
            yield replace(date, end=lasting.end, text=doc.text[date.start : lasting.end], how=DURATION)
        elif settled.how != DISTANCE or settled.value:
            yield settled
