"""A SPARQL server that takes documents: each is replaced in one request, and seen whole or not at all."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
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
    GROUPED,
    NAMED,
    Entry,
    entity_triples,
    ledger_of,
    make_entry,
    read_namings,
    read_whole,
    write_ledger,
)
from kg.remote.merges import read_merges
from kg.remote.paths import write_out
from kg.remote.rules import derive
from kg.triples import to_quads
from kg.updates import Change, Triple, drop, find_change, join, to_lines, to_triples

LARGE = 8_000_000  # bytes of an update above which a graph goes by the Graph Store Protocol: Virtuoso takes 10 MB


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
        self._entries: dict[str, Entry] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # After an error the derived graphs stay as they were; the next load makes them, whatever it brings.
        try:
            with told_to_repeat():
                if isinstance(error, EndpointError):
                    raise error
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
        node, known = self._node(f"doc/{slug}"), self.held().get(slug)
        check_slug(known.id if known else None, document, slug)
        run = f"{self.base}run/{fingerprint}" if fingerprint else None
        evidence = to_triples(to_quads(ordered, self.base, run))
        entry, ledger = write_ledger(ordered, evidence, self.base)
        if entry != known:
            self.replace(node, evidence, ledger)
            self._whole()[node.value] = entry
        return slug

    def remove_document(self, name: str) -> str:
        """Withdraw the document with this id or slug, and all that only it supports; its slug."""
        known = {*self.held(), *self.documents()}  # a part of a document can be withdrawn too
        slug = name if name in known else make_slug(name)
        if slug not in known:
            raise RequestError(f"no document '{name}' at {self.url}: 'kg query documents' lists them")
        self.update(join([drop(self._node(f"doc/{slug}")), drop(self._node(f"ledger/{slug}"))]))
        self._whole().pop(f"{self.base}doc/{slug}", None)
        return slug

    def derive(self) -> None:
        """Make the derived graphs again: the ontology where it changed, entities, and what the rules say."""
        self.check_union()
        self._load_ontology()
        namings = read_namings(self.pages(*NAMED, ends=GROUPED))
        self.replace(self._node("graph/entities"), entity_triples(namings, self.base))
        self.replace(self._node("graph/merges"), read_merges(self.pages, self.base))
        derive(self)

    def held(self) -> dict[str, Entry]:
        """The ledger's entries of the documents that are there whole, by slug."""
        prefix = self.base + "doc/"
        entries = self._whole().items()
        return {node.removeprefix(prefix): entry for node, entry in entries if node.startswith(prefix)}

    def replace(
        self, graph: ox.NamedNode, triples: Sequence[Triple], ledger: Sequence[Triple] = ()
    ) -> None:
        """Put these statements, and their ledger, in the place of what is there: in one request, or by PUT if many."""
        page = ox.NamedNode(ledger_of(graph.value, self.base))
        changes = [self._compare(graph, triples), *([self._compare(page, ledger)] if ledger else [])]
        text = join(operation for change in changes for operation in change.operations())
        if self.graph_store_url and len(text.encode()) > LARGE:
            self._put_graph(self.graph_store_url, graph, triples, Change(page, (), ledger))
        elif text:
            self.update(text)

    def _put_graph(self, url: str, graph: ox.NamedNode, triples: Sequence[Triple], ledger: Change) -> None:
        if ledger:
            self.update(drop(ledger.graph))  # until the new one is there, the graph counts as not whole
        self.http.put_graph(url, graph.value, to_lines(triples))
        if ledger:
            self.update(join(ledger.operations()))

    def update(self, text: str) -> None:
        """Carry out an update."""
        self.http.update(self.update_url, text)

    def _compare(self, graph: ox.NamedNode, triples: Sequence[Triple]) -> Change:
        held = to_triples(self.quads(graph.value.removeprefix(self.base)))
        return find_change(graph, held, triples)

    def _whole(self) -> dict[str, Entry]:
        if self._entries is None:
            self._entries = read_whole(self.pages, self.base)
        return self._entries

    def _load_ontology(self) -> None:
        graph = self._node("graph/ontology")
        triples, above = to_triples(ontology_quads(graph)), write_out()
        entry, ledger = make_entry(graph, ontology_digest(), "ontology", triples, above)
        if self._whole().get(graph.value) != entry:
            self.replace(graph, triples, [*above, *ledger])
            self._whole()[graph.value] = entry

    def _node(self, name: str) -> ox.NamedNode:
        return ox.NamedNode(self.base + name)


@contextmanager
def told_to_repeat() -> Iterator[None]:
    """Add to a failure that the command can be run again."""
    try:
        yield
    except EndpointError as error:
        raise EndpointError(f"{error}; when that is mended, run the same command again") from error
