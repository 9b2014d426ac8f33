"""Ties: relations before they are written down."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.extract.relations.parties import Party
from kg.extract.relations.patterns import Pattern


@dataclass(frozen=True)
class Tie:
    """A relation found: its pattern, its ends, the words that say it, and the verb that asserts it, if one does."""

    pattern: Pattern
    subject: Party
    object: Party
    words: Span
    verb: Token | None = None

    @property
    def key(self) -> tuple[str, int, int]:
        """What makes two ties one: type and ends."""
        return self.pattern.type, self.subject.span.start, self.object.span.start


def words_of(anchor: Token, *others: Token) -> Span:
    """The anchor with those of the other words that stand right beside it."""
    start = end = anchor.i
    for index in sorted(other.i for other in others):
        end = index if index == end + 1 else end
    return anchor.doc[start : end + 1]
