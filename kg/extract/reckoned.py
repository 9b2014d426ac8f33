"""The event that a distance in time counts from: "two days after **the raid**", "before **fighting** broke out"."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.extract.dates.period import FINE, Period, from_iso
from kg.extract.dates.words import load_kind
from kg.extract.drafts import Draft
from kg.extract.syntax import children, is_verb
from kg.parsed import Token
from kg.records import DateExpression

Mentions = Mapping[int, list[Draft]]
BEGINNERS = ("nsubj", "nsubjpass", "dobj")


def find_named(
    marker: Token, drafts: Sequence[Draft], dates: Iterable[DateExpression]
) -> tuple[list[Draft], Period | None]:
    """The mentions of the event behind "after", "of" and the like; where a date stands there instead, its day."""
    heads = [inner for head in objects_of(marker) for inner in (head, *begun_by(head))]
    for head in heads:
        at_date = [date for date in dates if date.value and date.start <= head.idx < date.end]
        named = [draft for draft in drafts if head in draft.candidate.words]
        if at_date or named:
            return named, from_iso(at_date[0]) if not named else None
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


def group_mentions(drafts: Iterable[Draft]) -> Mentions:
    """The mentions of each event, by the word that the first of them hangs on."""
    mentions: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        mentions[(draft.first or draft).anchor.i].append(draft)
    return mentions


def find_day(named: Draft, mentions: Mentions) -> Period | None:
    """The finest date that the mentions of one event have."""
    dates = [draft.date for draft in mentions[(named.first or named).anchor.i] if draft.date and draft.date.value]
    finest = min(dates, key=lambda date: FINE.get(date.precision, len(FINE)), default=None)
    return from_iso(finest) if finest is not None else None
