"""Towns by name: too many for a matcher, so they are looked up one by one."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.resources import find_file
from kg.tables import Entry, fold

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Settlements:
    """The table of towns, whose rows become entries only when somebody asks for them."""

    rows: list[str]
    by_name: dict[str, list[int]]

    @classmethod
    def read(cls, table: str) -> Settlements:
        """Return the towns of a compressed table; the largest stand first in it, and so in every answer."""
        text = gzip.decompress(find_file("ontology", table).read_bytes()).decode("utf-8")
        rows = text.splitlines()[1:]
        by_name: dict[str, list[int]] = {}
        for number, row in enumerate(rows):
            _, name, other, _ = row.split("\t", 3)
            for each in {name, *other.split("|")} if other else (name,):
                by_name.setdefault(each, []).append(number)
        return cls(rows, by_name)

    def find(self, name: str) -> tuple[Entry, ...]:
        """Return the towns of that name by size; where it is not the usual name, size counts a tenth."""
        numbers = next((found for each in _spellings(name) if (found := self.by_name.get(each))), [])
        entries = [self._entry(self.rows[number]) for number in numbers]
        return tuple(sorted(entries, key=lambda e: -e.population / (1 if fold(e.name) == fold(name) else 10)))

    def get(self, town: str) -> Entry | None:
        """Return the town of an id."""
        number = self._by_id.get(town)
        return None if number is None else self._entry(self.rows[number])

    @cached_property
    def _by_id(self) -> dict[str, int]:
        return {row.partition("\t")[0]: number for number, row in enumerate(self.rows)}

    @staticmethod
    def _entry(row: str) -> Entry:
        key, name, _, country, division, lat, lon, population, geonames = row.split("\t")
        return Entry(
            id=key,
            name=name,
            type="Settlement",
            country=country,
            external=(f"https://sws.geonames.org/{geonames}/",),
            kind="place",
            lat=float(lat),
            lon=float(lon),
            population=int(population),
            within=(f"{country}.{division}",),
        )


def _spellings(name: str) -> Iterator[str]:
    """The name as it stands, without accents, and as tables spell it: "al-Hilla" and "Deir-ez-Zor" without hyphens."""
    plain = fold(name)
    yield from (name, plain)
    for each in (plain, plain.replace("-", " ")):
        yield each[:1].upper() + each[1:]
