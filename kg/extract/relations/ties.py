"""Ties: relations before they are written down."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.relations.parties import Party
from kg.extract.relations.patterns import Pattern
from kg.extract.status import Status
from kg.parsed import Span, Token


@dataclass(frozen=True)
class Telling:
    """How a tie is told: by which word, if any asserts it, with the status of which event, for which term."""

    verb: Token | None = None
    status: Status | None = None
    term: str | None = None


GRANTED = Telling()


@dataclass(frozen=True)
class Tie:
    """A relation found: its pattern, its ends, the words that say it, and how they do."""

    pattern: Pattern
    subject: Party
    object: Party
    words: Span
    told: Telling = GRANTED

    @property
    def key(self) -> tuple[str, int, int]:
        """What makes two ties one: type and ends."""
        return self.pattern.type, self.subject.span.start, self.object.span.start


def tie(pattern: Pattern, subject: Party, target: Party, words: Span, told: Telling = GRANTED) -> Iterator[Tie]:
    """The tie of a pattern between two parties, if they, or those whom they stand for, can be its ends."""
    ends = pattern.ends(subject, target)
    if ends is not None:
        yield Tie(pattern, *ends, words, told)
