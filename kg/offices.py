"""Who held an office when, as far as the table knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Post = tuple[str, str]  # the office, and the country or the id of the organisation


@dataclass(frozen=True, slots=True)
class Term:
    """One term of office; `until` is its last day or, where it goes on, the day it was last checked."""

    of: str
    person: str
    sector: str | None
    since: str
    until: str
    goes_on: bool

    def covers(self, day: str) -> bool:
        """Tell whether the office is known to be held on an ISO day; terms may be told by mere years or months."""
        return self.since <= day[: len(self.since)] and day[: len(self.until)] <= self.until

    def begun(self, day: str) -> tuple[bool, str]:
        """Return what sorts terms by how surely and lately they had begun by an ISO day they cover."""
        return len(self.since) == len(day) or not day.startswith(self.since), self.since


@dataclass(frozen=True)
class Offices:
    """The terms of each office, those of each person, and the other names of offices."""

    by_post: Mapping[Post, Sequence[Term]]
    by_person: Mapping[str, Sequence[Term]]
    other_names: Mapping[Post, str]

    @classmethod
    def read(cls, terms: str, names: str) -> Offices:
        """Return the offices of the two tables."""
        by_post: dict[Post, list[Term]] = {}
        by_person: dict[str, list[Term]] = {}
        for row in read_table(terms):
            until, sector = row["to"] or row["checked"], row["sector"] or None
            term = Term(row["country"], row["person"], sector, row["from"], until, not row["to"])
            by_post.setdefault((row["office"], row["country"]), []).append(term)
            by_person.setdefault(row["person"], []).append(term)
        return cls(by_post, by_person, {(row["name"], row["country"]): row["office"] for row in read_table(names)})

    def terms(self, office: str, of: str) -> Sequence[Term]:
        """Return all terms of an office under any of its names."""
        office = " ".join(office.casefold().split())
        office = self.other_names.get((office, of)) or self.other_names.get((office, ""), office)
        return self.by_post.get((office, of), ())

    def holder(self, office: str, of: str, day: str) -> str | None:
        """Return the id of who held the office on that day; on the day of a change, the newcomer.

        In the month or year of a change whose day is not known it is whoever still held it, to the end of that term.
        """
        held = [term for term in self.terms(office, of) if term.covers(day)]
        return max(held, key=lambda term: term.begun(day)).person if held else None

    def holders(self, office: str, day: str) -> set[str]:
        """Return the ids of all who held an office of that name on that day, of whatever state or organisation."""
        held = (self.holder(office, of, day) for of in {of for _, of in self.by_post})
        return {person for person in held if person}

    def checked(self, office: str, of: str, day: str) -> str | None:
        """Return the last day of which the table tells who held the office, if that was before the day."""
        last = max((term.until for term in self.terms(office, of)), default=None)
        return last if last and last < day and not self.holder(office, of, day) else None

    def term_of(self, person: str, day: str) -> Term | None:
        """Return the term that a person served on that day, the one begun last of several."""
        served = [term for term in self.by_person.get(person, ()) if term.covers(day)]
        return max(served, key=lambda term: (term.since, term.of), default=None)

    def has_served(self, person: str, day: str) -> bool:
        """Tell whether all terms that a person began before that day are known to be over."""
        begun = [term for term in self.by_person.get(person, ()) if term.since <= day]
        return bool(begun) and not any(term.goes_on for term in begun)
