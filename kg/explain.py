"""The sentences behind a node of the graph, or behind a direct triple."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg.errors import RequestError
from kg.query import read_query, run_query
from kg.resources import find_file
from kg.rows import Rows, Source

NAMES = ("subject", "property", "object")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence, and the statement in it that speaks of what is explained."""

    statement: str
    kind: str
    words: str
    sentence: str
    start: int
    document: str
    title: str
    polarity: str
    modality: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was asked for, and the evidence in the order of documents and offsets."""

    about: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    rows: Rows


def explain(source: Source, *what: str, told: Callable[[str], None] = lambda _: None) -> Explanation:
    """The sentences behind a node (one argument) or a direct triple (three: subject, property, object).

    Each is an IRI, its short form or a name: `explain(store, "Putin", "announced", "partial mobilization")`.
    RequestError when nothing in the store speaks of it.
    """
    if len(what) not in {1, len(NAMES)}:
        raise RequestError("explain takes a node, or a triple of three: subject, property and object")
    name = "node" if len(what) == 1 else "triple"
    values = {"node": what[0]} if name == "node" else dict(zip(NAMES, what, strict=True))
    rows = run_query(source, read_query(find_file("queries", f"explain/{name}.rq")), values, told)
    if not len(rows):
        raise RequestError(f"no sentence here speaks of {' '.join(what)}: 'kg query' finds nodes")
    return Explanation(what, tuple(make_evidence(row) for row in rows), rows)


def make_evidence(row: Mapping[str, str]) -> Evidence:
    """The evidence in one row."""
    return Evidence(
        statement=row["statement"],
        kind=row["kind"].rpartition("#")[2],
        words=row.get("words", ""),
        sentence=row["sentence"],
        start=int(row["start"]),
        document=row["document"],
        title=row.get("title", ""),
        polarity=row.get("polarity", ""),
        modality=row.get("modality", ""),
    )
