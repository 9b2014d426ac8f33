"""The answers of servers to SELECT queries, with the peculiarities that were met."""

from collections.abc import Mapping
from typing import Any

import pyoxigraph as ox

from kg.errors import EndpointError
from kg.rows import Rows, Term

BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"
TRUTH = {"1": "true", "0": "false"}


def check_cut(url: str, headers: Mapping[str, str]) -> None:
    """Raise EndpointError if the server says that it left rows out."""
    cap = {key.lower(): value for key, value in headers.items()}.get("x-sparql-maxrows")
    if cap:
        raise EndpointError(f"{url} sends at most {cap} rows: narrow the question with -p")


def read_srj(url: str, answer: Any) -> Rows:
    """The rows of a SPARQL JSON result; EndpointError when it is none, or ends early."""
    try:
        columns = tuple(answer["head"]["vars"])
        bindings = answer["results"]["bindings"]
        return Rows(columns, tuple(tuple(read_term(cells.get(c)) for c in columns) for cells in bindings))
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise EndpointError(f"{url} stopped the query or sent no JSON rows: ask for less") from error


def read_term(cell: Mapping[str, str] | None) -> Term | None:
    """One RDF term of SPARQL JSON; Virtuoso says `typed-literal` where others say `literal`."""
    if cell is None:
        return None
    if cell["type"] == "uri":
        return ox.NamedNode(cell["value"])
    if cell["type"] == "bnode":
        return ox.BlankNode(cell["value"].removeprefix("nodeID://"))
    if language := cell.get("xml:lang"):
        return ox.Literal(cell["value"], language=language)
    return read_literal(cell["value"], cell.get("datatype"))


def read_literal(value: str, kind: str | None) -> ox.Literal:
    """A literal; where Virtuoso says 1 and 0, a boolean is true or false again."""
    value = TRUTH.get(value, value) if kind == BOOLEAN else value
    return ox.Literal(value, datatype=ox.NamedNode(kind) if kind else None)
