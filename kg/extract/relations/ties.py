"""Ties: relations before they are written down."""

from dataclasses import dataclass

from kg.extract.relations.parties import Party
from kg.extract.relations.patterns import Pattern
from kg.parsed import Span, Token


@dataclass(frozen=True)
class Tie:
    """A relation found: its pattern, its ends, the words that say it, the word that asserts it, if any."""

    pattern: Pattern
    subject: Party
    object: Party
    words: Span
    verb: Token | None = None

    @property
    def key(self) -> tuple[str, int, int]:
        """What makes two ties one: type and ends."""
        return self.pattern.type, self.subject.span.start, self.object.span.start
