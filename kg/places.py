"""Where: what each place of the tables lies in, and the divisions of a country by their bare names.

A town of GeoNames lies in the division that its code tells, a place entered by hand in those of its column `within`;
where neither says more, a place lies in its country.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.settlements import Settlements
from kg.tables import Entry, fold, read_actors, read_countries, read_table, split

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KINDS = frozenset({"department", "governorate", "oblast", "of", "province", "region", "state", "the"})
BY_HAND = ("facilities", "regions", "towns")


@dataclass(frozen=True)
class Places:
    """All places of the tables, each table read when it is first asked for."""

    @cached_property
    def by_hand(self) -> list[tuple[str, Entry]]:
        """Every name in the tables made by hand, with what it names."""
        named = [entry for table in BY_HAND for entry in read_actors(f"places/{table}.tsv")]
        return [*read_countries("places/countries.tsv"), *named]

    def country(self, code: str) -> Entry | None:
        """Return the country of an ISO 3166 alpha-2 code, of several the one that exists today."""
        return self._by_code.get(code)

    def capital(self, code: str) -> Entry | None:
        """Return the capital of a country by its code."""
        return next((town for town in self.find_towns(self._capitals.get(code, "")) if town.country == code), None)

    def nations(self, word: str) -> tuple[Entry, ...]:
        """Return all states of today that an adjective can belong to, the usual one first: "Congolese"."""
        return self._nations.get(word, ())

    def find(self, place: str) -> Entry | None:
        """Return the place of an id."""
        return self._entries.get(place) or self._settlements.get(place)

    def find_towns(self, name: str) -> Iterator[Entry]:
        """Yield the towns of GeoNames of that name by size."""
        yield from self._settlements.find(name)

    def find_divisions(self, name: str) -> tuple[Entry, ...]:
        """Return the divisions that are called so, with the word for their kind or without: "Cordoba province"."""
        return self._divisions.get(bare_name(name), ())

    def containers(self, place: Entry) -> tuple[Entry, ...]:
        """Return what a place lies in directly: a division, a region wider than that, or else its country."""
        town = self._settlements.get(place.id) if place.type == "Settlement" and not place.within else None
        keys = place.within or (town.within if town else ())
        found = [entry for key in keys if (entry := self._by_division.get(key) or self.find(key)) is not None]
        state = self.country(place.country) if place.country and place.type != "Country" else None
        return tuple(found) or ((state,) if state is not None else ())

    def above(self, place: Entry) -> Iterator[Entry]:
        """Yield everything that a place lies in, the nearest first."""
        for outer in self.containers(place):
            yield outer
            yield from self.above(outer)

    @cached_property
    def _entries(self) -> Mapping[str, Entry]:
        named = [*read_actors("places/divisions.tsv"), *self.by_hand]
        return {entry.id: entry for _, entry in named if entry.kind == "place"}

    @cached_property
    def _by_division(self) -> Mapping[str, Entry]:
        return {entry.division: entry for entry in self._entries.values() if entry.division}

    @cached_property
    def _by_code(self) -> Mapping[str, Entry]:
        states = [entry for _, entry in self.by_hand if entry.type == "Country" and entry.country]
        return {str(e.country): e for e in sorted(states, key=lambda e: (e.until is None, e.until or ""))}

    @cached_property
    def _capitals(self) -> Mapping[str, str]:
        rows = (row for row in read_table("places/countries.tsv") if row["class"] == "Country" and not row["to"])
        return {row["country"]: row["capital"] for row in rows}

    @cached_property
    def _nations(self) -> Mapping[str, tuple[Entry, ...]]:
        entries = {entry.id: entry for _, entry in self.by_hand}
        found: dict[str, tuple[Entry, ...]] = {}
        for row in read_table("places/countries.tsv"):
            for word in split(row["demonyms"]) if row["class"] == "Country" and not row["to"] else ():
                found[word] = (*found.get(word, ()), entries[row["id"]])
        return found

    @cached_property
    def _divisions(self) -> Mapping[str, tuple[Entry, ...]]:
        found: dict[str, dict[str, Entry]] = {}
        for entry in self._by_division.values():
            found.setdefault(bare_name(entry.name), {})[entry.id] = entry
        return {name: tuple(entries.values()) for name, entries in found.items()}

    @cached_property
    def _settlements(self) -> Settlements:
        return Settlements.read("places/settlements.tsv.gz")


def bare_name(name: str) -> str:
    """The name of a division without accents and without the word for its kind.

    >>> bare_name("Tarijá Department"), bare_name("state of Kano")
    ('Tarija', 'Kano')
    """
    words = [word for word in fold(name).split() if word.casefold() not in KINDS]
    return " ".join(words) or fold(name)
