"""Actor tables beside the built-in ones: the project's, which `$KG_ACTORS` names, then the user's; the later wins."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from kg.errors import RequestError, VocabularyError
from kg.namespaces import ONTOLOGY, make_slug
from kg.ontology import parse_turtle
from kg.resources import find_file
from kg.tables import read_table

BELOW = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
SOME_DAY = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?")
WIKIDATA = re.compile(r"(Q[1-9]\d*)?")
ENTITY = ONTOLOGY + "Entity"


def find_tables(given: Sequence[Path | str] = ()) -> tuple[Path, ...]:
    """The tables of the project and those given, in the order in which they overrule; each is checked."""
    project = [part for part in os.environ.get("KG_ACTORS", "").split(os.pathsep) if part]
    tables = tuple(Path(table) for table in (*project, *given))
    for table in tables:
        check_table(table)
    return tables


def check_table(path: Path) -> None:
    """Raise RequestError for the first faulty row: which line, what is wrong, what to write."""
    try:
        rows = read_table(path)
    except VocabularyError as error:
        raise RequestError(str(error)) from error
    seen: dict[str, int] = {}
    for line, row in enumerate(rows, start=2):
        if fault := next(find_faults(row), None):
            raise RequestError(f"{path} line {line}: {fault}; see ontology/actors/README.md")
        if row["id"] in seen:
            raise RequestError(
                f"{path} line {line}: id '{row['id']}' stands in line {seen[row['id']]} too: join the rows"
            )
        seen[row["id"]] = line


def find_faults(row: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with a row of a table of actors."""
    yield from (f"no {column}" for column in ("id", "name", "class") if not row.get(column))
    if None in row:
        yield "more cells than columns: part them by single tabs"
    slug = make_slug(row.get("id") or "x")
    if row.get("id") and row["id"] != slug:
        yield f"id '{row['id']}': write it as {slug}"
    if row.get("class") and row["class"] not in load_classes():
        yield f"class '{row['class']}': take one of {', '.join(sorted(load_classes()))}"
    if row.get("country") and row["country"] not in load_countries():
        yield f"country '{row['country']}': write the code of two capitals, as UA"
    if not WIKIDATA.fullmatch(row.get("wikidata") or ""):
        yield f"wikidata '{row['wikidata']}': write it as Q7159"
    yield from (
        f"{column} '{row[column]}': write a year, 2022-10 or 2022-10-18"
        for column in ("from", "to")
        if not SOME_DAY.fullmatch(row.get(column) or "")
    )


@cache
def load_classes() -> frozenset[str]:
    """The classes of actors and places in the ontology."""
    quads = parse_turtle(find_file("ontology", "core.ttl"))
    above = {
        str(q.subject)[1:-1]: str(q.object)[1:-1]
        for q in quads
        if q.predicate.value == BELOW and str(q.object)[1:-1].startswith(ONTOLOGY)
    }
    below = {ENTITY}
    while more := {low for low, high in above.items() if high in below} - below:
        below |= more
    return frozenset(name.removeprefix(ONTOLOGY) for name in below - {ENTITY})


@cache
def load_countries() -> frozenset[str]:
    """The codes of countries, also of those that are gone."""
    return frozenset(row["country"] for row in read_table("places/countries.tsv"))
