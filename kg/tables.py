"""The rows of the actor, place and noun tables as entries."""

import csv
import gzip
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kg.errors import VocabularyError
from kg.resources import find_file

PLACES = {"Place", "Country", "Region", "Settlement", "Facility"}
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that bears a name: an actor or a place, and what the tables know of it."""

    id: str
    name: str
    type: str
    country: str | None = None
    sector: str | None = None
    external: tuple[str, ...] = ()
    kind: str = "actor"
    metonym: bool = False  # the name is that of a place which speaks or acts for this actor
    doubt: int = 0  # 1: the name is another's too, where a report tells of other countries; 2: it is a mere word too
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    since: str | None = None
    until: str | None = None
    iso3: str | None = None
    within: tuple[str, ...] = ()  # what a place lies in directly: ids, or codes of divisions
    division: str | None = None  # the code of a first-level division: country and number of GeoNames
    precision: str | None = None  # how closely the place is told, where its class does not say


@dataclass(frozen=True, slots=True)
class Noun:
    """What a common noun names, the sector it acts for, and whether it stands for many."""

    type: str
    sector: str | None = None
    collective: bool = False


def tidy(name: str) -> str:
    """The name with straight apostrophes and single spaces, without final "'s"."""
    return " ".join(name.translate(STRAIGHT).split()).removesuffix("'s")


def without_article(name: str) -> str:
    """The name without a leading "the"."""
    return name[4:] if name[:4] in {"the ", "The "} else name


def fold(name: str) -> str:
    """The name without accents; capitals stay."""
    if name.isascii():
        return name
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def read_table(table: str | Path) -> list[dict[str, str]]:
    """The rows of a tab-separated table: of the ontology by its name there, of a user by its path."""
    path = find_file("ontology", table) if isinstance(table, str) else table
    try:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        lines = data.decode("utf-8").splitlines()
    except (OSError, EOFError, ValueError) as error:
        raise VocabularyError(f"cannot read the table {path}: {error}; give a tab-separated file") from error
    reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
    return list(reader)


def split(cell: str | None) -> list[str]:
    """The values of a cell that holds several."""
    return [value for value in (cell or "").split("|") if value]


def make_entry(row: Mapping[str, str]) -> Entry:
    """The entry of a row of any table with the columns `id`, `name` and `class`."""
    wikidata, geonames = row.get("wikidata"), row.get("geonames")
    external = [f"http://www.wikidata.org/entity/{wikidata}"] if wikidata else []
    external += [f"https://sws.geonames.org/{geonames}/"] if geonames else []
    return Entry(
        id=row["id"],
        name=row["name"],
        type=row["class"],
        country=row.get("country") or None,
        sector=row.get("sector") or None,
        external=tuple(external),
        kind="place" if row["class"] in PLACES else "actor",
        lat=float(row["lat"]) if row.get("lat") else None,
        lon=float(row["lon"]) if row.get("lon") else None,
        population=int(row.get("population") or 0),
        since=row.get("from") or None,
        until=row.get("to") or None,
        iso3=row.get("iso3") or None,
        within=tuple(split(row.get("within"))),
        division=row.get("division") or None,
        precision=row.get("precision") or None,
    )


def read_actors(table: str | Path) -> Iterator[tuple[str, Entry]]:
    """Each name of a table of actors or regions with its entry: full names, aliases, acronyms, metonyms.

    Question marks behind an alias or acronym say how doubtful it is.
    """
    for line, row in enumerate(read_table(table), start=2):
        if missing := [column for column in ("id", "name", "class") if not row.get(column)]:
            raise VocabularyError(f"{table} line {line}: no {missing[0]}; see ontology/actors/README.md")
        entry = make_entry(row)
        for name in [row["name"], *split(row.get("aliases")), *split(row.get("acronym"))]:
            yield tidy(name.rstrip("?")), replace(entry, doubt=name.count("?"))
        for name in split(row.get("metonyms")):
            yield tidy(name), replace(entry, metonym=True)


def read_countries(table: str) -> Iterator[tuple[str, Entry]]:
    """Each name of a country with its entry; the names that stand for its government, with the government."""
    for row in read_table(table):
        entry = make_entry(row)
        for name in [row["name"], *split(row["names"])]:
            yield tidy(name), entry
        government = Entry(
            f"government-of-{entry.id}", f"Government of {entry.name}", "Government", entry.country, "GOV"
        )
        for name in split(row["metonyms"]):
            yield tidy(name), replace(government, metonym=True, since=entry.since, until=entry.until)


def read_nouns(table: str) -> dict[str, Noun]:
    """The table of nouns by lemma."""
    rows = read_table(table)
    return {r["lemma"]: Noun(r["class"], r["sector"] or None, r["number"] == "collective") for r in rows}
