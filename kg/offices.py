"""Who held an office when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping

Term = tuple[str, str, str]  # from, to (the day last checked where it goes on), person


def within(day: str, first: str, last: str) -> bool:
    """Tell whether an ISO day lies between two dates, both included, which may be mere years or months."""
    return first <= day[: len(first)] and day[: len(last)] <= last


@dataclass(frozen=True)
class Offices:
    """The terms of each office of each country or organisation, and the other names of offices."""

    terms: Mapping[tuple[str, str], list[Term]]
    other_names: Mapping[tuple[str, str], str]

    @classmethod
    def read(cls, terms: str, names: str) -> Offices:
        """Return the offices of the two tables."""
        held: dict[tuple[str, str], list[Term]] = {}
        for row in read_table(terms):
            term = (row["from"], row["to"] or row["checked"], row["person"])
            held.setdefault((row["office"], row["country"]), []).append(term)
        return cls(held, {(row["name"], row["country"]): row["office"] for row in read_table(names)})

    def serves(self, person: str, day: str) -> bool | None:
        """Return whether a person holds any office on that day; None for one whom the table does not have."""
        terms = [(first, last) for terms in self.terms.values() for first, last, who in terms if who == person]
        return any(within(day, first, last) for first, last in terms) if terms else None

    def holder(self, office: str, country: str, day: str) -> str | None:
        """Return the id of who held the office on that day; on the day of a change, the newcomer."""
        office = " ".join(office.casefold().split())
        office = self.other_names.get((office, country)) or self.other_names.get((office, ""), office)
        terms = self.terms.get((office, country), [])
        return max(((first, who) for first, last, who in terms if within(day, first, last)), default=("", None))[1]
