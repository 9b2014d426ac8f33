"""Whether two mentions can name one event: their classes, dates and parties."""

from collections.abc import Callable

from kg.extract.counts import number_of
from kg.extract.drafts import Draft
from kg.extract.phrases import phrase
from kg.parsed import Token
from kg.records import Count

SameEntity = Callable[[Token, Token], bool]


def types_agree(draft: Draft, earlier: Draft) -> bool:
    """Whether one class is the other or a kind of it."""
    return draft.type in earlier.types or earlier.type in draft.types


def dates_agree(draft: Draft, earlier: Draft) -> bool:
    """Whether one date lies within the other, as 6 May does in May; an open date agrees with any."""
    if draft.date is None or earlier.date is None or not draft.date.value or not earlier.date.value:
        return True
    first, last = _bounds(draft.date.value)
    start, end = _bounds(earlier.date.value)
    return (first >= start and last <= end) or (start >= first and end <= last)


def counts_agree(draft: Draft, earlier: Draft) -> bool:
    """Whether the numbers of one measure can be one number: not 12 killed and 300 killed."""
    pairs = [(one, other) for one in draft.counts for other in earlier.counts if one.measure == other.measure]
    return all(_reaches(one, other) and _reaches(other, one) for one, other in pairs)


def _reaches(one: Count, other: Count) -> bool:
    return one.min is None or other.max is None or one.min <= other.max


def _bounds(value: str) -> tuple[str, str]:
    """The first and last day of an ISO date, so written that they sort: a month goes on to its "9"s."""
    start, _, end = value.partition("/")
    return start, (end or start) + "~"


def roles_agree(draft: Draft, earlier: Draft, role: str, same_entity: SameEntity) -> bool | None:
    """True if a filler is shared, False if the fillers differ, None if one side leaves the role open or unnamed."""
    mine, theirs = draft.heads(role), earlier.heads(role)
    if not mine or not theirs:
        return None
    if any(same_entity(one, other) or share_name(one, other) for one in mine for other in theirs):
        return True
    if _counts_out(mine, theirs) or _counts_out(theirs, mine):
        return True
    described = role == "agent" and not (_has_name(mine) and _has_name(theirs))
    return None if described else False


def _counts_out(described: list[Token], named: list[Token]) -> bool:
    """Whether one side has the names of as many people as the other counts: "two reporters", "Ruiz and Mora"."""
    bounds = number_of(described[0]) if len(described) == 1 else None
    people = all(head.ent_type_ == "PERSON" for head in named)
    return bounds is not None and people and 1 < len(named) == bounds.min == bounds.max


def share_name(one: Token, other: Token) -> bool:
    """Whether one name holds the other: "Ana Ruiz" and "Ruiz"."""
    if one.pos_ != "PROPN" or other.pos_ != "PROPN":
        return False
    short, long = sorted((_name(one), _name(other)), key=len)
    return bool(short) and set(short) <= set(long)


def _name(head: Token) -> list[str]:
    """The words of a name, without the title before a person's."""
    words = [token for token in phrase(head) if token.pos_ == "PROPN"]
    return [token.lower_ for token in words if token.ent_type_ == "PERSON"] or [token.lower_ for token in words]


def _has_name(heads: list[Token]) -> bool:
    return any(head.pos_ == "PROPN" for head in heads)
