"""A time expression as the patterns found it, before anything is resolved."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.extract.dates.words import Value

CENTURY = 30  # two figures below this are a year after 2000


@dataclass(frozen=True, slots=True)
class Match:
    """A time expression not yet resolved: its extent, its rule, how to read it and the values in it."""

    start: int
    end: int
    how: str
    reading: str
    values: Mapping[str, Value] = field(default_factory=dict)
    ends: "tuple[Match, Match] | None" = None

    def integer(self, place: str) -> int | None:
        """The number in a place of the pattern."""
        value = self.values.get(place)
        return value if isinstance(value, int) else None

    def word(self, place: str) -> str:
        """The word in a place of the pattern, empty without one."""
        value = self.values.get(place)
        return value if isinstance(value, str) else ""

    def count(self) -> int | None:
        """How many units: one where the text gives no number, None where it leaves it open."""
        return self.integer("number") if "number" in self.values else 1

    def year(self) -> int | None:
        """The year that the expression names."""
        short = self.integer("shortyear")
        if short is not None:
            return short + (2000 if short < CENTURY else 1900)
        return self.integer("year") or self.integer("spelledyear")
