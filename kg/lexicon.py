"""The tables of English words in `ontology/language/`: read once, looked up by word."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kg.errors import VocabularyError
from kg.resources import find_file

Row = Mapping[str, str]


def read_table(path: Path) -> list[Row]:
    """The rows of a tab-separated table with a header line; lines that begin with # are notes."""
    with path.open(encoding="utf-8", newline="") as lines:
        kept = (line for line in lines if line.strip() and not line.startswith("#"))
        rows = list(csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))
    for number, row in enumerate(rows, start=1):
        if None in row or None in row.values():
            raise VocabularyError(
                f"{path}: row {number} ({next(iter(row.values()))}) has not as many cells as the header"
            )
    return list(rows)


@cache
def load_table(name: str) -> tuple[Row, ...]:
    """The rows of `ontology/language/<name>.tsv`."""
    return tuple(read_table(find_file("ontology", f"language/{name}.tsv")))


@cache
def load_lemmas(name: str) -> Mapping[str, Row]:
    """The rows of a language table by their `lemma`."""
    return {row["lemma"]: row for row in load_table(name)}


@cache
def load_groups(name: str) -> Mapping[str, tuple[Row, ...]]:
    """The rows of a language table by their `lemma`, where a lemma may have several."""
    groups: dict[str, tuple[Row, ...]] = {}
    for row in load_table(name):
        groups[row["lemma"]] = (*groups.get(row["lemma"], ()), row)
    return groups


@cache
def load_words(name: str) -> frozenset[str]:
    """All inflected forms that the `forms` column of a language table lists."""
    return frozenset(form for row in load_table(name) for form in row["forms"].split("|"))


@cache
def load_sets() -> Mapping[str, tuple[str, ...]]:
    """The words of each set that conditions of triggers may name."""
    return {row["set"]: tuple(row["lemmas"].split("|")) for row in load_table("word-sets")}
