"""Queries on a SPARQL server: SELECT as a form, rows as JSON, every refusal a sentence."""

from http.client import HTTPException
from typing import Any

import pyoxigraph as ox
from SPARQLWrapper import JSON, POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from kg.errors import EndpointError
from kg.namespaces import BASE
from kg.rows import Rows, Term

SECONDS = 60


class Endpoint:
    """A SPARQL server whose default graph is the union of all graphs."""

    def __init__(self, url: str, *, base: str = BASE, seconds: int = SECONDS) -> None:
        if not url.startswith(("http://", "https://")):
            raise EndpointError(f"'{url}' is no SPARQL server: write http://127.0.0.1:7878/query")
        self.url, self.base, self.seconds = url, base, seconds

    def select(self, text: str) -> Rows:
        """The rows of a SELECT query; an answer that was cut is an error, never a short table."""
        client = SPARQLWrapper(self.url, returnFormat=JSON)  # a new one each time: it keeps state
        client.setOnlyConneg(True)
        client.setMethod(POST)  # as a form: some servers hang on a body of type sparql-query
        client.setTimeout(self.seconds)
        client.setQuery(text)
        try:
            answer = client.query()
            check_cut(self.url, answer.info())
            return read_srj(answer.convert())
        except TimeoutError as error:
            raise EndpointError(f"{self.url} gave no answer in {self.seconds} s: ask for less") from error
        except (OSError, HTTPException) as error:
            raise EndpointError(f"{self.url} cannot be reached: {error}; is the server running?") from error
        except SPARQLWrapperException as error:
            reason = " ".join(str(error).split())[:200]
            raise EndpointError(f"{self.url} refused the query: {reason}") from error
        except (ValueError, KeyError, TypeError) as error:
            raise EndpointError(f"{self.url} stopped the query or sent no JSON rows: ask for less") from error


def check_cut(url: str, headers: Any) -> None:
    """Raise EndpointError if the server says that it left rows out."""
    cap = {key.lower(): value for key, value in dict(headers).items()}.get("x-sparql-maxrows")
    if cap:
        raise EndpointError(f"{url} sends at most {cap} rows: narrow the question with -p")


def read_srj(answer: Any) -> Rows:
    """The rows of a SPARQL JSON result."""
    columns = tuple(answer["head"]["vars"])
    bindings = answer["results"]["bindings"]
    return Rows(columns, tuple(tuple(read_term(cells.get(c)) for c in columns) for cells in bindings))


def read_term(cell: dict[str, str] | None) -> Term | None:
    """One RDF term of SPARQL JSON; Virtuoso says `typed-literal` where others say `literal`."""
    if cell is None:
        return None
    if cell["type"] == "uri":
        return ox.NamedNode(cell["value"])
    if cell["type"] == "bnode":
        return ox.BlankNode(cell["value"].removeprefix("nodeID://"))
    if language := cell.get("xml:lang"):
        return ox.Literal(cell["value"], language=language)
    kind = cell.get("datatype")
    return ox.Literal(cell["value"], datatype=ox.NamedNode(kind) if kind else None)
