"""The named entities of a store or server, and sentences that name them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.gazetteer import Gazetteer
from kg.namespaces import ONTOLOGY
from kg.resolve.likeness import Bearer
from kg.resources import find_file
from kg.rows import Rows, Source

MANY = 200  # sentences asked for at once
QUOTES = """
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT DISTINCT ?span ?sentence WHERE {{ VALUES ?span {{ {spans} }} ?span oa:hasSelector/oa:exact ?sentence }}
ORDER BY ?span ?sentence
"""


@dataclass(frozen=True, slots=True)
class Met:
    """A named entity, its code, and the node of a sentence that names it."""

    bearer: Bearer
    code: str
    where: str


def ask(source: Source, name: str) -> Rows:
    """The rows of a query of ours."""
    return source.select(find_file("queries", f"names/{name}.rq").read_text(encoding="utf-8"))


def find_bearers(source: Source, gazetteer: Gazetteer) -> Iterator[Met]:
    """Yield all that reports call by a name, in the order of nodes."""
    names: dict[str, list[str]] = defaultdict(list)
    for row in ask(source, "borne"):
        names[row["node"]].append(row["words"])
    for row in ask(source, "bearers"):
        node = row["node"].removeprefix(source.base)
        bearer = Bearer(
            node,
            row["label"],
            tuple(names[row["node"]]),
            row["class"].removeprefix(ONTOLOGY),
            row.get("country", ""),
            int(row["documents"]),
            is_known(gazetteer, node, row["label"]),
        )
        yield Met(bearer, row.get("code", ""), row["where"])


def is_known(gazetteer: Gazetteer, node: str, name: str) -> bool:
    """Whether a node is that of a row of the tables."""
    return any(f"{entry.kind}/{entry.id}" == node for entry in gazetteer.find(name))


def quote(source: Source, spans: Iterable[str]) -> Mapping[str, str]:
    """The sentences of these nodes, white space as single blanks."""
    wanted, quotes = sorted(set(spans)), dict[str, str]()
    for start in range(0, len(wanted), MANY):
        named = " ".join(f"<{span}>" for span in wanted[start : start + MANY])
        for row in source.select(QUOTES.format(spans=named)):
            quotes.setdefault(row["span"], " ".join(row["sentence"].split()))
    return quotes
