"""The event that a distance in time counts from: "two days after **the raid**", "before **fighting** broke out"."""

from collections.abc import Iterable, Sequence

from kg.extract.dates.period import FINE, Period, from_iso
from kg.extract.dates.words import load_kind
from kg.extract.drafts import Draft
from kg.extract.syntax import children, is_verb
from kg.parsed import Token
from kg.records import DateExpression

BEGINNERS = ("nsubj", "nsubjpass", "dobj")


def find_named(
    marker: Token, drafts: Sequence[Draft], dates: Iterable[DateExpression]
) -> tuple[list[Draft], Period | None]:
    """The mentions of the event behind "after", "of" and the like, and its day if any of its mentions has one."""
    heads = [inner for head in objects_of(marker) for inner in (head, *begun_by(head))]
    for head in heads:
        at_date = [date for date in dates if date.value and date.start <= head.idx < date.end]
        named = [draft for draft in drafts if head in draft.candidate.words]
        if at_date or named:
            return named, from_iso(at_date[0]) if at_date and not named else find_day(named[0], drafts)
    return [], None


def objects_of(marker: Token) -> list[Token]:
    """What a preposition governs; the verb of the clause that a conjunction opens."""
    return [marker.head] if marker.dep_ == "mark" else children(marker, "pobj", "pcomp")


def begun_by(head: Token) -> list[Token]:
    """What words of beginning say it of: "the start of **the siege**", "before **fighting** broke out"."""
    below = children(head, "xcomp", "acomp") if is_verb(head) else []  # "talks were due to begin"
    words = [head, *below, *(inner for word in below for inner in children(word, "xcomp"))]
    if not any(word.lemma_.lower() in load_kind("onset") for word in words):
        return []
    if is_verb(head):
        return children(head, *BEGINNERS)
    return [noun for of in children(head, "prep") if of.lower_ == "of" for noun in children(of, "pobj")]


def find_day(named: Draft, drafts: Iterable[Draft]) -> Period | None:
    """The finest date that the mentions of one event have."""
    event = named.first or named
    dates = [draft.date for draft in drafts if (draft.first or draft) is event and draft.date and draft.date.value]
    finest = min(dates, key=lambda date: FINE.get(date.precision, len(FINE)), default=None)
    return from_iso(finest) if finest is not None else None
