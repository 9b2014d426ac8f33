"""Which of the places that bear a name is meant: by the region beside it, the countries told of, and size.

"Tripoli" is in Lebanon where the report tells of Lebanon; "Rawson (Chubut)" lies near Chubut; where all
places of a name lie in other countries than the report and are small, the one meant is in no table.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import cos, hypot, log10, radians

from kg.extract.naming import PLACES, Naming
from kg.tables import Entry

NEAR_KM = 250
KM_A_DEGREE = 111.2
LARGE_TOWN = 100_000
LINKS = frozenset({",", "(", "in", ", in", ",("})
BESIDE, TOLD, STATE = 4.0, 3.0, 2.0  # what a place beside it, the report's countries and statehood weigh


def resolve_places(namings: Sequence[Naming]) -> list[Naming]:
    """The namings with the place that each name of a place means, and the country of those in no table."""
    told = Counter(country for naming in namings for country in [_country_told(naming)] if country)
    pairs = [(i, i + 1) for i in range(len(namings) - 1) if _lies_in(namings[i], namings[i + 1])]
    containers, contained = dict(pairs), {outer: inner for inner, outer in pairs}
    found = [_resolve(naming, None, told) for naming in namings]
    for outer, inner in contained.items():
        if len({entry.country for entry in namings[inner].choices}) == 1:
            found[outer] = _resolve(namings[outer], found[inner], told)
    for inner in sorted(containers, reverse=True):
        found[inner] = _resolve(namings[inner], found[containers[inner]], told)
    return found


def _country_told(naming: Naming) -> str | None:
    """The country that a naming tells of without doubt; a small town does not, it might lie elsewhere."""
    countries = {entry.country for entry in naming.choices} or {naming.country}
    small = naming.type == "Settlement" and max((e.population for e in naming.choices), default=0) < LARGE_TOWN
    return None if small or len(countries) > 1 else countries.pop()


def _lies_in(naming: Naming, after: Naming) -> bool:
    """Whether the next name is that of the place it lies in: "Rawson (Chubut)", "Iquitos, Loreto", "X in Y"."""
    if naming.type not in PLACES or after.type not in PLACES or naming.type == "Country":
        return False
    return naming.span.doc[naming.span.end : after.span.start].text.strip().lower() in LINKS


def _resolve(naming: Naming, beside: Naming | None, told: Counter[str]) -> Naming:
    if naming.form != "name" or naming.type not in PLACES:
        return naming
    best = max(naming.choices, key=lambda entry: _weigh(entry, naming, beside, told), default=None)
    if best is None or _is_elsewhere(best, beside, told):
        only = next(iter(told)) if len(told) == 1 else None
        name = naming.name if best is None else naming.span.text
        return replace(naming, entry=None, name=name, country=beside.country if beside else only)
    acting = naming.acting if naming.acting and naming.acting.country == best.country else None
    return replace(
        naming, entry=best, type=best.type, name=best.name, country=best.country, sector=best.sector, acting=acting
    )


def _weigh(entry: Entry, naming: Naming, beside: Naming | None, told: Counter[str]) -> float:
    """How much speaks for an entry: the place beside it, its country is told of, it is a state, it is large."""
    points = log10(entry.population + 1) / 10 - naming.choices.index(entry) / 10
    if beside is not None and beside.entry is not None and beside.entry.id != entry.id:
        points += BESIDE * (entry.country == beside.country) + BESIDE * _is_near(entry, beside.entry)
    points += TOLD * told[entry.country or ""] / max(sum(told.values()), 1)
    return points + STATE * (entry.type == "Country")


def _is_near(entry: Entry, other: Entry) -> bool:
    if other.type == "Country" or None in {entry.lat, entry.lon, other.lat, other.lon}:
        return False
    north, east = (entry.lat or 0) - (other.lat or 0), (entry.lon or 0) - (other.lon or 0)
    return KM_A_DEGREE * hypot(north, east * cos(radians(entry.lat or 0))) < NEAR_KM


def _is_elsewhere(best: Entry, beside: Naming | None, told: Counter[str]) -> bool:
    """Whether the report tells of other countries only, and the town is too small to be named without its own."""
    countries = set(told) | {beside.country if beside and beside.entry else None}
    small = best.type == "Settlement" and best.population < LARGE_TOWN
    return small and bool(countries - {None}) and best.country not in countries
