"""Lines that belong to a web page and not to a report: share buttons, cookie notices, "Leave a reply"."""

import csv
from functools import cache

from kg.resources import find_file

TABLE = "language/boilerplate.tsv"
MAX_LENGTH = 120


@cache
def load_patterns() -> tuple[frozenset[str], tuple[str, ...]]:
    """The whole lines and the beginnings of lines of the table, in lower case."""
    with find_file("ontology", TABLE).open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        pairs = [(row["match"], row["words"].casefold()) for row in rows]
    whole = frozenset(words for match, words in pairs if match == "line")
    return whole, tuple(words for match, words in pairs if match == "start")


def is_boilerplate(line: str) -> bool:
    """Whether the line is nothing but a piece of web page."""
    lines, starts = load_patterns()
    words = " ".join(line.casefold().split()).strip(" .:;!>»›→*|-–—")
    return words in lines or (len(words) <= MAX_LENGTH and words.startswith(starts))


def drop_boilerplate(text: str) -> str:
    """The text without such lines; a text that has none comes back as it was."""
    return "".join(line for line in text.splitlines(keepends=True) if not is_boilerplate(line))


def blank_boilerplate(text: str) -> str:
    """The text with such lines overwritten by spaces, so that every other character keeps its place."""
    lines = text.splitlines(keepends=True)
    return "".join(_blank(line) if is_boilerplate(line) else line for line in lines)


def _blank(line: str) -> str:
    words = line.rstrip()
    return " " * len(words) + line[len(words) :]
