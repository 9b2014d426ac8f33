"""Relations that an event says of its parties: who meets somebody is in touch, who raids rebels fights them."""

from collections.abc import Iterator, Sequence

from kg.extract.drafts import Draft
from kg.extract.relations.frames import are_told
from kg.extract.relations.parties import Parties
from kg.extract.relations.patterns import Pattern, load_patterns
from kg.extract.relations.ties import Telling, Tie, tie
from kg.extract.syntax import coordinated
from kg.parsed import Token


def find_events(drafts: Sequence[Draft], parties: Parties) -> Iterator[Tie]:
    """The ties between the parties of all events whose class, or the nearest above it, the table lists."""
    for draft in drafts:
        patterns = next((found for kind in draft.types if (found := load_patterns().get(("event", kind)))), ())
        for pattern in patterns:
            yield from _ties(draft, pattern, parties)


def _ties(draft: Draft, pattern: Pattern, parties: Parties) -> Iterator[Tie]:
    """The ties between those who play the parts that a pattern asks for; of two sides, not within one."""
    ones, others = draft.heads(*pattern.subject), draft.heads(*pattern.object)
    one_side = all(_are_joined(ones[0], head) for head in others) if ones else False
    for one in ones:
        for other in others:
            ordered = one.i < other.i or pattern.subject != pattern.object
            if ordered and (one_side or not _are_joined(one, other)):
                yield from _between(one, other, draft, pattern, parties)


def _between(one: Token, other: Token, draft: Draft, pattern: Pattern, parties: Parties) -> Iterator[Tie]:
    for subject in parties.meant(one, pattern.type):
        for target in parties.meant(other, pattern.type):
            if are_told(subject, target):
                yield from tie(pattern, subject, target, draft.span, Telling(draft.anchor, draft.status))


def _are_joined(one: Token, other: Token) -> bool:
    """Whether the two stand on one side: "**the army and the police** fought the rebels"."""
    return one in coordinated(_first(other)) or other in coordinated(_first(one))


def _first(head: Token) -> Token:
    while head.dep_ == "conj":
        head = head.head
    return head
