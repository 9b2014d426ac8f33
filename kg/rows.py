"""The rows of a query, from whichever store they come, and the forms they are written in."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

import pyoxigraph as ox

from kg.errors import RequestError
from kg.namespaces import ONTOLOGY

Term: TypeAlias = ox.NamedNode | ox.Literal | ox.BlankNode
STANDARD = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
FORMATS = ("table", "markdown", *STANDARD)
STRING = "http://www.w3.org/2001/XMLSchema#string"


@dataclass(frozen=True, slots=True)
class Rows:
    """A table of RDF terms; None where a row has no value."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def __iter__(self) -> Iterator[Mapping[str, str]]:
        """Yield each row as a mapping from column to text, without the empty cells."""
        for row in self.rows:
            cells = zip(self.columns, row, strict=True)
            yield {column: term.value for column, term in cells if term is not None}

    def __len__(self) -> int:
        return len(self.rows)


class Source(Protocol):
    """What queries run on: an embedded store or a SPARQL server."""

    base: str

    def select(self, text: str) -> Rows:
        """Answer a SELECT query."""


def to_rows(answer: object) -> Rows:
    """The rows of an answer of the embedded database; RequestError when the query was no SELECT."""
    if not isinstance(answer, ox.QuerySolutions):
        raise RequestError("only SELECT queries have rows: use SELECT instead of ASK, CONSTRUCT or DESCRIBE")
    columns = tuple(variable.value for variable in answer.variables)
    return Rows(columns, tuple(tuple(to_term(term) for term in solution) for solution in answer))


def to_term(term: object) -> Term | None:
    """The term itself; RDF 1.2 triple terms, which we never write, have no place in a table."""
    return term if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else None


def write_rows(rows: Rows, form: str, *, base: str = "") -> str:
    """The rows as text: "table" and "markdown" shorten IRIs below `base`, the others are SPARQL's forms."""
    if form in STANDARD:
        results = ox.parse_query_results(json.dumps(to_srj(rows)), format=ox.QueryResultsFormat.JSON)
        return (results.serialize(format=STANDARD[form]) or b"").decode()
    if form == "markdown":
        return write_markdown(rows, base)
    if form == "table":
        return write_table(rows, base)
    raise RequestError(f"unknown format '{form}': choose one of {', '.join(FORMATS)}")


def to_srj(rows: Rows) -> dict[str, Any]:
    """The rows as SPARQL 1.1 Query Results JSON."""
    bindings = [
        {column: srj_term(term) for column, term in zip(rows.columns, row, strict=True) if term is not None}
        for row in rows.rows
    ]
    return {"head": {"vars": list(rows.columns)}, "results": {"bindings": bindings}}


def srj_term(term: Term) -> dict[str, str]:
    """One RDF term as SPARQL JSON has it."""
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    extra = {"xml:lang": term.language} if term.language else {"datatype": term.datatype.value}
    return {"type": "literal", "value": term.value} | ({} if STRING in extra.values() else extra)


def shorten(term: Term | None, base: str) -> str:
    """A term as a reader wants it: without the base, the ontology as `ckg:`, white space as single blanks."""
    value = "" if term is None else term.value
    if isinstance(term, ox.NamedNode):
        return value.replace(ONTOLOGY, "ckg:").removeprefix(base)
    return " ".join(value.split())


def shortened(rows: Rows, base: str) -> Iterable[list[str]]:
    """Yield the cells of each row as text."""
    return ([shorten(term, base) for term in row] for row in rows.rows)


def write_table(rows: Rows, base: str) -> str:
    """The rows for pipes and files: one a line, tabs between the cells, nothing wrapped or cut."""
    lines = [list(rows.columns), *shortened(rows, base)]
    return "".join("\t".join(cells) + "\n" for cells in lines)


def write_markdown(rows: Rows, base: str) -> str:
    """The rows as a Markdown table."""
    body = [[cell.replace("|", "\\|") for cell in cells] for cells in shortened(rows, base)]
    lines = [list(rows.columns), ["---"] * len(rows.columns), *body]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
