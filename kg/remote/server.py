"""A SPARQL server that takes documents: each is replaced in one request, and seen whole or not at all."""

from collections.abc import Iterable, Sequence
from functools import partial
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from kg.errors import EndpointError, RequestError
from kg.folder import check_slug
from kg.namespaces import BASE, make_slug
from kg.ontology import ontology_digest, ontology_quads
from kg.records import Document, Record, sort_records
from kg.remote.endpoint import SECONDS, Endpoint, check_address
from kg.remote.http import Credentials
from kg.remote.ledger import (
    DIGEST,
    GROUPED,
    HELD,
    NAMED,
    entity_triples,
    ledger_triples,
    make_digest,
    read_namings,
)
from kg.remote.pages import page_query, read_pages
from kg.remote.rules import derive
from kg.remote.updates import Triple, drop, insert, join, to_lines, to_triples
from kg.triples import to_quads

LARGE = 5000  # statements from which on a graph goes by the Graph Store Protocol, where there is one


class Server(Endpoint):
    """A server with an address for updates; use it in a `with`, which derives when all documents are there."""

    def __init__(
        self,
        url: str,
        update_url: str,
        *,
        graph_store_url: str | None = None,
        base: str = BASE,
        seconds: int = SECONDS,
        credentials: Credentials | None = None,
    ) -> None:
        super().__init__(url, base=base, seconds=seconds, credentials=credentials)
        self.update_url = check_address(update_url)
        self.graph_store_url = check_address(graph_store_url) if graph_store_url else None
        self._held: dict[str, tuple[str, str]] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # After an error the derived graphs stay as they were; the next load makes them, whatever it brings.
        try:
            if kind is None:
                self.derive()
        finally:
            self.http.close()

    def put_document(self, records: Iterable[Record], fingerprint: str | None = None) -> str:
        """Add or replace the document whose records these are, unless it is there already; its slug."""
        ordered = list(sort_records(records))
        if not ordered or not isinstance(ordered[0], Document):
            raise RequestError("records without a document: the first of each document says what it is")
        document, slug = ordered[0].document, make_slug(ordered[0].document)
        digest, known = self.held().get(slug, ("", None))
        check_slug(known, document, slug)
        run = f"{self.base}run/{fingerprint}" if fingerprint else None
        evidence = to_triples(to_quads(ordered, self.base, run))
        made = make_digest(to_lines([*evidence, *ledger_triples(ordered, "", self.base)]))
        if made != digest:
            self._put(slug, evidence, ledger_triples(ordered, made, self.base))
            self.held()[slug] = made, document
        return slug

    def remove_document(self, name: str) -> str:
        """Withdraw the document with this id or slug, and all that only it supports; its slug."""
        slug = name if name in self.held() else make_slug(name)
        if slug not in self.held():
            raise RequestError(f"no document '{name}' at {self.url}: 'kg query documents' lists them")
        self.update(join([drop(self._node(f"doc/{slug}")), drop(self._node(f"ledger/{slug}"))]))
        del self.held()[slug]
        return slug

    def derive(self) -> None:
        """Make the derived graphs again: the ontology where it changed, entities, and what the rules say."""
        self.check_union()
        self._load_ontology()
        rows = read_pages(self.select, partial(page_query, *NAMED, ends=GROUPED))
        self.replace(self._node("graph/entities"), entity_triples(read_namings(rows)))
        derive(self)

    def held(self) -> dict[str, tuple[str, str]]:
        """Digest and id of each document on the server, by slug."""
        if self._held is None:
            prefix = self.base + "doc/"
            rows = read_pages(self.select, partial(page_query, *HELD))
            texts = [tuple(term.value if term else "" for term in row) for row in rows]
            self._held = {node.removeprefix(prefix): (digest, name) for node, digest, name in texts}
        return self._held

    def replace(self, graph: ox.NamedNode, triples: Sequence[Triple], *also: str) -> None:
        """Put these statements in the place of the graph's, in one request with the operations that follow."""
        if self.graph_store_url and len(triples) > LARGE:
            self.http.put_graph(self.graph_store_url, graph.value, to_lines(triples))
            operations = list(also)
        else:
            operations = [drop(graph), *insert(graph, triples), *also]
        if operations:
            self.update(join(operations))

    def update(self, text: str) -> None:
        """Carry out an update."""
        try:
            self.http.update(self.update_url, text)
        except EndpointError as error:
            raise EndpointError(f"{error}; when that is mended, run the same command again") from error

    def _put(self, slug: str, evidence: Sequence[Triple], ledger: Sequence[Triple]) -> None:
        page = self._node(f"ledger/{slug}")
        if self.graph_store_url and len(evidence) > LARGE:
            self.update(
                drop(page)
            )  # from here on, and until the new ledger, the document counts as not loaded
        self.replace(self._node(f"doc/{slug}"), evidence, drop(page), *insert(page, ledger))

    def _load_ontology(self) -> None:
        graph, page, digest = self._node("graph/ontology"), self._node("graph/ledger"), ontology_digest()
        held = self.select(f"SELECT ?digest WHERE {{ {graph} {DIGEST} ?digest }}")
        if [row["digest"] for row in held] != [digest]:
            entry = Triple(graph, DIGEST, ox.Literal(digest))
            self.replace(graph, to_triples(ontology_quads(graph)), drop(page), *insert(page, [entry]))

    def _node(self, name: str) -> ox.NamedNode:
        return ox.NamedNode(self.base + name)
