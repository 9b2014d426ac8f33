"""Questions to a SPARQL server: SELECT as a form, rows as JSON, every refusal a sentence."""

from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from urllib.error import HTTPError

import pyoxigraph as ox
from SPARQLWrapper import JSON, POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import Unauthorized

from kg.errors import EndpointError
from kg.namespaces import BASE, ONTOLOGY
from kg.remote.answers import check_cut, read_srj
from kg.remote.http import Credentials, Http
from kg.remote.pages import Row, page_query, read_pages
from kg.remote.paths import avoid_paths, is_virtuoso, is_written_out
from kg.remote.refusals import UNAUTHORIZED, told_plainly
from kg.rows import Rows, Term

SECONDS = 60
ABOUT = 100
STATEMENT = 'CONCAT(STR(?s), " ", STR(?p))'
APART = """
SELECT ?s WHERE {
  { SELECT ?s ?p ?o WHERE { GRAPH ?graph { ?s ?p ?o } } LIMIT 1 }
  FILTER NOT EXISTS { ?s ?p ?o }
}
"""


class Endpoint:
    """A SPARQL server whose default graph is the union of all graphs; one where it is not is refused."""

    def __init__(
        self,
        url: str,
        *,
        base: str = BASE,
        seconds: int = SECONDS,
        credentials: Credentials | None = None,
    ) -> None:
        self.url, self.base, self.seconds = check_address(url), base, seconds
        self.http = Http(credentials, seconds)
        self._credentials, self._asks_password, self._is_union = credentials, False, False

    def __str__(self) -> str:
        return self.url

    def select(self, text: str) -> Rows:
        """The rows of a SELECT query; an answer that was cut is an error, never a short table."""
        if not self._is_union:
            self.check_union()
        return self._ask(avoid_paths(text) if self.avoids_paths else text)

    @cached_property
    def avoids_paths(self) -> bool:
        """Whether queries go up the classes by what a load has written out, as the server gets paths wrong."""
        return is_virtuoso(self._ask) and is_written_out(self._ask)

    def check_union(self) -> None:
        """Raise EndpointError if the server finds nothing in its default graph of what is in named ones."""
        if len(self._ask(APART)):
            raise EndpointError(
                f"the default graph of {self.url} is not the union of its graphs: "
                "switch that on, as 'oxigraph serve --union-default-graph' does"
            )
        self._is_union = True

    def documents(self) -> list[str]:
        """The slugs of the documents whose evidence the server holds, sorted."""
        prefix = f"{self.base}doc/"
        group = f"?node <{ONTOLOGY}sha256> ?digest . FILTER(STRSTARTS(STR(?node), {ox.Literal(prefix)}))"
        rows = self.pages("?node", group, "STR(?node)")
        return sorted({row[0].value.removeprefix(prefix) for row in rows if row[0]})

    def pages(self, columns: str, group: str, by: str, *, ends: str = "") -> Iterator[Row]:
        """All rows of a query, however many the server gives at a time; the arguments are those of `page_query`."""
        return read_pages(self.select, partial(page_query, columns, group, by, ends=ends))

    def quads(self, graph: str) -> Iterator[ox.Quad]:
        """The quads of one graph named below the base: `graph/entities`, `doc/army-base`."""
        name = ox.NamedNode(self.base + graph)
        rows = self.pages("?s ?p ?o", f"GRAPH {name} {{ ?s ?p ?o }}", STATEMENT)
        return (make_quad(row, name) for row in rows)

    def about(self, nodes: Iterable[str], graph: str) -> Iterator[ox.Quad]:
        """What a graph says of these nodes."""
        name, wanted = ox.NamedNode(self.base + graph), sorted(nodes)
        for start in range(0, len(wanted), ABOUT):
            values = " ".join(f"<{node}>" for node in wanted[start : start + ABOUT])
            text = f"SELECT ?s ?p ?o WHERE {{ GRAPH {name} {{ ?s ?p ?o }} VALUES ?s {{ {values} }} }}"
            yield from (make_quad(row, name) for row in self.select(text).rows)

    def _ask(self, text: str) -> Rows:
        with told_plainly(self.url, self.seconds, "query"):
            try:
                return self._ask_plainly(text)
            except (Unauthorized, HTTPError) as error:
                if not self._credentials or getattr(error, "code", UNAUTHORIZED) != UNAUTHORIZED:
                    raise
                self._asks_password = True
        return self._ask_with_password(text)

    def _ask_plainly(self, text: str) -> Rows:
        if self._asks_password:
            return self._ask_with_password(text)
        client = SPARQLWrapper(self.url, returnFormat=JSON)  # a new one each time: it keeps state
        client.setOnlyConneg(True)
        client.setMethod(POST)  # as a form: some servers hang on a body of type sparql-query
        client.setTimeout(self.seconds)
        client.setQuery(text)
        answer = client.query()
        check_cut(self.url, dict(answer.info()))
        try:
            return read_srj(self.url, answer.convert())
        except ValueError:  # JSON that ends early
            return read_srj(self.url, None)

    def _ask_with_password(self, text: str) -> Rows:
        # SPARQLWrapper would let all later requests of this process in under this name.
        response = self.http.select(self.url, text)
        check_cut(self.url, response.headers)
        try:
            return read_srj(self.url, response.json())
        except ValueError:
            return read_srj(self.url, None)


def make_quad(row: tuple[Term | None, ...], graph: ox.NamedNode) -> ox.Quad:
    """The quad in one row of subject, predicate and object."""
    subject, predicate, value = row
    if (
        isinstance(subject, ox.Literal)
        or subject is None
        or value is None
        or not isinstance(predicate, ox.NamedNode)
    ):
        raise EndpointError(f"{graph.value} holds what is no statement: load it again")
    return ox.Quad(subject, predicate, value, graph)


def check_address(url: str) -> str:
    """The address, if it can be one of a server."""
    if not url.startswith(("http://", "https://")):
        raise EndpointError(f"'{url}' is no SPARQL server: write http://127.0.0.1:7878/query")
    return url
