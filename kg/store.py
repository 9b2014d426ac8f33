"""The embedded store: a folder with the records of every document and the graph made from them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from kg.derive import derive_graphs, replace_graph
from kg.disk import told_plainly, write_whole
from kg.errors import DocumentError, RequestError, StoreError
from kg.folder import open_folder, publish_folder, record_path
from kg.manifest import Entry, Manifest, write_journal, write_manifest
from kg.namespaces import BASE, make_slug
from kg.ontology import ontology_digest, ontology_quads
from kg.records import Document, Mention, Record, from_json, sort_records, to_json
from kg.rows import Rows, query_rows
from kg.triples import entity_quads, to_quads


class Store:
    """One store, open for reading or writing; use it in a `with`, which finishes or leaves all as it was."""

    def __init__(
        self, folder: Path, database: ox.Store, manifest: Manifest, target: Path | None, repair: Iterable[str]
    ) -> None:
        self.folder, self.manifest = folder, manifest
        self._database, self._target = database, target
        self._documents = dict(manifest.documents)
        self._stale = False
        for slug in sorted(repair):
            self._remake(slug)

    @classmethod
    def open(cls, folder: Path | str, mode: str = "read", *, base: str = BASE, fresh: bool = False) -> Self:
        """Open the store in `folder`; mode "write" makes it when absent, `fresh` replaces it when all went well.

        There is one writer at a time and any number of readers; a reader sees what was there when it opened.
        """
        return cls(*open_folder(Path(folder), mode, base, fresh=fresh))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close(keep=kind is None)

    @property
    def base(self) -> str:
        """The IRI that all resources of this store begin with."""
        return self.manifest.base

    def documents(self) -> Mapping[str, Entry]:
        """The documents of this store by slug, in order."""
        return dict(sorted(self._documents.items()))

    def records(self, slug: str) -> Iterator[Record]:
        """The records of one document."""
        return map(from_json, self._lines(slug))

    def put_document(self, records: Iterable[Record], fingerprint: str | None = None) -> str:
        """Add one document by its records, or replace it; the slug it has here."""
        ordered = list(sort_records(records))
        document = next((record for record in ordered if isinstance(record, Document)), None)
        if document is None:
            raise RequestError("records without a document record: each document needs one, see docs/records.md")
        slug = self._claim(document.document)
        entry = Entry(document.document, document.sha256, fingerprint)
        quads = list(to_quads(ordered, self.base, self._run(entry)))
        with told_plainly(self.folder):
            write_journal(self.folder, "begun", slug, entry)
            write_whole(record_path(self.folder, slug), "".join(to_json(r) + "\n" for r in ordered))
            replace_graph(self._database, self._graph(f"doc/{slug}"), quads)
            write_journal(self.folder, "done", slug, entry)
        self._documents[slug], self._stale = entry, True
        return slug

    def remove_document(self, name: str) -> str:
        """Withdraw one document, named by its id or slug, and what only it supports; its slug."""
        slug = name if name in self._documents else make_slug(name)
        if slug not in self._documents:
            raise RequestError(f"no document '{name}' in {self.folder}: see 'kg query documents'")
        with told_plainly(self.folder):
            write_journal(self.folder, "removed", slug)
            self._drop(slug)
        del self._documents[slug]
        self._stale = True
        return slug

    def derive(self) -> None:
        """Make all derived graphs again: the ontology where it changed, the entities, and what the rules say."""
        with told_plainly(self.folder):
            self._load_ontology()
            mentions = chain.from_iterable(self._mentions(slug) for slug in self.documents())
            replace_graph(self._database, self._graph("graph/entities"), entity_quads(mentions, self.base))
            derive_graphs(self._database, self.base)
        self._stale = False

    def query(self, text: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """What pyoxigraph answers to any SPARQL query, the union of all graphs being the default graph."""
        try:
            return self._database.query(text, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise RequestError(f"not a SPARQL query: {' '.join(str(error).split())}") from error

    def select(self, text: str) -> Rows:
        """The rows of a SELECT query."""
        return query_rows(self.query(text))

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """All quads, or those of one graph named below the base (`graph/direct`, `doc/army-base`)."""
        name = self._graph(graph) if graph else None
        return self._database.quads_for_pattern(None, None, None, name)

    def close(self, *, keep: bool = True) -> None:
        """End the work; with `keep` off, a fresh store is dropped and any other is repaired at its next opening."""
        if keep and self._stale:
            self.derive()
        if keep and not self._is_read_only():
            with told_plainly(self.folder):
                self._database.flush()
                write_manifest(self.folder, replace(self.manifest, documents=self._documents))
        del self._database
        publish_folder(self.folder, self._target, keep=keep)
