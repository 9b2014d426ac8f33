"""What speaks for one of the places that bear a name: its size, the countries told of, and the place beside it.

"Tripoli" is in Lebanon where the report tells of Lebanon; "Rawson (Chubut)" lies near Chubut; "Donetsk" behind a town
of Donetsk Oblast is the oblast; where all places of a name lie in other countries than the report and are small, the
one meant is in no table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, log10, radians
from operator import itemgetter
from typing import TypeAlias

from kg.places import Places
from kg.tables import Entry

Option: TypeAlias = tuple[Entry | None, float]  # a place and what speaks against its name
Path: TypeAlias = tuple[float, list[Entry | None]]

NEAR_KM = 100
KM_A_DEGREE = 111.2
LARGE_TOWN = 100_000
RANKS = {"Country": 2.0, "Region": -0.2, "Facility": 0.5}
SIZE = 0.5  # of towns, for each time that they are ten times as large as a large one
MINOR = -1.0  # of a division that no table made by hand has
HOLDS, NEAR, TOLD = 8.0, 4.0, 4.0  # it holds the place before it; lies near it; its country is told
ABROAD = -4.0  # a region behind a town of another country
DOUBT = 1.0  # of the countries told
STRANGER, UNKNOWN = -3.0, -2.0  # small, its country not told; in no table


@dataclass(frozen=True)
class Judge:
    """Weighs the places that a report may mean, by how often it tells of each country."""

    places: Places
    told: Mapping[str, float]

    def choose(self, rows: Sequence[Sequence[Option]]) -> list[Entry | None]:
        """Return the best of each row of options, which are the names of one address from the smallest place up."""
        paths: list[Path] = [(0.0, [])]
        for row in rows:
            paths = [self._extend(paths, entry, self._weigh(entry) + against) for entry, against in row]
        return max(paths, key=itemgetter(0))[1]

    def _extend(self, paths: Sequence[Path], entry: Entry | None, weight: float) -> Path:
        score, path = max(((score + self._tie(path, entry), path) for score, path in paths), key=itemgetter(0))
        return score + weight, [*path, entry]

    def _weigh(self, entry: Entry | None) -> float:
        """How much speaks for a place by itself: it is a state or large, its country is told of."""
        if entry is None:
            return UNKNOWN
        minor = entry.lat is None
        small = entry.population < LARGE_TOWN if entry.type == "Settlement" else minor
        size = SIZE * log10(entry.population / LARGE_TOWN) if entry.population else 0.0
        points = MINOR if minor else RANKS.get(entry.type, size)
        told = self.told.get(entry.country or "", 0.0)
        if small and not told and (self.told or minor):
            return points + STRANGER
        return points + TOLD * told / (sum(self.told.values()) + DOUBT)

    def _tie(self, path: Sequence[Entry | None], outer: Entry | None) -> float:
        """How much speaks for two as the place and what it lies in."""
        inner = path[-1] if path else None
        if inner is None or outer is None or inner.id == outer.id:
            return 0.0
        if outer.id in {place.id for place in self.places.above(inner)}:
            return HOLDS
        apart = outer.type == "Region" and inner.type == "Settlement" and inner.country != outer.country
        return ABROAD if apart and inner.country and outer.country else NEAR * is_near(inner, outer)


def is_near(entry: Entry, other: Entry) -> bool:
    """Whether two places of one country lie less than an hour's drive apart or so."""
    if (
        entry.country != other.country
        or "Country" in {entry.type, other.type}
        or None in {entry.lat, entry.lon, other.lat, other.lon}
    ):
        return False
    north, east = (entry.lat or 0) - (other.lat or 0), (entry.lon or 0) - (other.lon or 0)
    return KM_A_DEGREE * hypot(north, east * cos(radians(entry.lat or 0))) < NEAR_KM
