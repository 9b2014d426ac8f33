"""The embedded store: a folder with the records of every document and the graph made from them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

import pyoxigraph as ox

from kg.batch import Ready, to_lines
from kg.derive import derive_graphs, replace_graphs
from kg.disk import told_plainly, write_whole
from kg.errors import RequestError, StoreError
from kg.folder import Opened, check_slug, open_fresh, open_to_read, open_to_write, publish, record_path
from kg.graphs import Graphs
from kg.manifest import Entry, write_journal, write_manifest
from kg.namespaces import BASE, make_slug
from kg.ontology import ontology_digest, ontology_quads
from kg.records import Document, Record, from_json, sort_records
from kg.resolve.graphs import make_shared
from kg.resolve.resolution import Resolution
from kg.triples import to_quads


class Store(Graphs):
    """One open store; use it in a `with`, which finishes the work, or leaves it for repair when it fails."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened.database, opened.manifest.base)
        self.path, self.writable = opened.path, opened.writable
        self._manifest, self._replaces = opened.manifest, opened.replaces
        self._documents = dict(opened.manifest.documents)
        self._stale = self.writable and bool(opened.repair)
        self.resolution = Resolution.load(self.path, self.base)
        for slug in sorted(opened.repair) if self.writable else []:
            self._repair(slug)

    @classmethod
    def open(
        cls,
        path: Path | str,
        mode: Literal["read", "write"] = "read",
        *,
        base: str = BASE,
        fresh: bool = False,
    ) -> Self:
        """Open the store in the folder `path`; "write" makes it when absent, `fresh` starts over.

        There is one writer at a time and any number of readers, who see what was there when they opened.
        A fresh store takes the old one's place only when the `with` ends well.
        """
        folder = Path(path)
        if mode == "write":
            return cls(open_fresh(folder, base) if fresh else open_to_write(folder, base))
        opened = open_to_read(folder)
        if opened.repair and cls._finish(folder, opened.manifest.base):
            opened = open_to_read(folder)
        return cls(opened)

    @classmethod
    def _finish(cls, path: Path, base: str) -> bool:
        """Repair what a killed run left; False when we cannot (a writer at work, a read-only disk)."""
        try:
            with cls(open_to_write(path, base)):
                return True
        except StoreError:
            return False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close(keep=kind is None)

    def close(self, *, keep: bool = True) -> None:
        """End the work: derive what is stale, write the manifest; `keep=False` leaves that for later."""
        if keep and self.writable:
            if self._stale:
                self.derive()
            with told_plainly(self.path):
                self._database.flush()
                write_manifest(self.path, replace(self._manifest, documents=self._documents))
        del self._database  # the database lets go of its lock when nobody refers to it any more
        if keep and self._replaces:
            publish(self.path, self._replaces)

    def documents(self) -> Mapping[str, Entry]:
        """The documents of the store by slug, sorted."""
        return dict(sorted(self._documents.items()))

    def records(self, slug: str) -> Iterator[Record]:
        """The records of one document, in their order."""
        return map(from_json, self._lines(slug))

    def put_document(self, records: Iterable[Record], fingerprint: str | None = None) -> str:
        """Add or replace the document whose records these are; the slug it has here.

        `fingerprint` stands for all else the records came from: tool, model, ontology, tables.
        """
        ready = self.prepare(records, fingerprint)
        self.put([ready])
        return ready.slug

    def prepare(self, records: Iterable[Record], fingerprint: str | None = None) -> Ready:
        """All that `put` writes of the document whose records these are."""
        ordered = list(sort_records(records))
        if not ordered or not isinstance(ordered[0], Document):
            raise RequestError("records without a document: the first of each document says what it is")
        slug = make_slug(ordered[0].document)
        entry = Entry(ordered[0].document, ordered[0].sha256, fingerprint)
        check_slug(self._documents[slug].id if slug in self._documents else None, entry.id, slug)
        return Ready(slug, entry, to_lines(ordered), self._evidence(ordered, fingerprint))

    def put(self, batch: Iterable[Ready]) -> None:
        """Add or replace several documents at once; after an interruption each is there whole or not at all."""
        documents = {ready.slug: ready for ready in batch}
        entries = {slug: ready.entry for slug, ready in documents.items()}
        with told_plainly(self.path):
            write_journal(self.path, "begun", entries)
            for slug, ready in documents.items():
                write_whole(record_path(self.path, slug), ready.lines)
            graphs = {self._graph(f"doc/{slug}"): ready.quads for slug, ready in documents.items()}
            replace_graphs(self._database, graphs)
            write_journal(self.path, "done", entries)
        self._documents.update(entries)
        self._stale = True

    def remove_document(self, name: str) -> str:
        """Withdraw the document with this id or slug, and all that only it supports; its slug."""
        slug = name if name in self._documents else make_slug(name)
        if slug not in self._documents:
            raise RequestError(f"no document '{name}' in {self.path}: 'kg query documents' lists them")
        with told_plainly(self.path):
            write_journal(self.path, "removed", {slug: None})
            self._drop(slug)
        self._stale = True
        return slug

    def resolve(self, resolution: Resolution) -> list[str]:
        """Keep what was decided and make the graphs it changes again, without parsing; the slugs of their documents."""
        pages = ((slug, list(self.records(slug))) for slug in self.documents())
        changed = [slug for slug, page in pages if resolution.nodes(page) != self.resolution.nodes(page)]
        entries = {slug: self._documents[slug] for slug in changed}
        with told_plainly(self.path):
            write_journal(self.path, "done", entries)  # the records stay, the graphs are to be made again
            resolution.save(self.path)
            self.resolution, self._stale = resolution, True
            for slug in changed:
                self._repair(slug)
        return changed

    def derive(self) -> None:
        """Make the derived graphs again: the ontology where it changed, entities, and what the rules say."""
        with told_plainly(self.path):
            self._load_ontology()
            documents = (list(self.records(slug)) for slug in self.documents())
            shared = make_shared(documents, self.resolution)
            replace_graphs(self._database, {self._graph(name): quads for name, quads in shared.items()})
            derive_graphs(self._database, self.base)
        self._stale = False

    def _lines(self, slug: str) -> Iterator[str]:
        with told_plainly(self.path), record_path(self.path, slug).open(encoding="utf-8") as file:
            yield from file

    def _evidence(self, records: Iterable[Record], fingerprint: str | None) -> list[ox.Quad]:
        run, kept = f"{self.base}run/{fingerprint}" if fingerprint else None, list(records)
        return list(to_quads(kept, self.base, run, self.resolution.nodes(kept)))

    def _repair(self, slug: str) -> None:
        """Make the graph of a document again from its records; without records, withdraw it."""
        with told_plainly(self.path):
            if slug in self._documents and record_path(self.path, slug).exists():
                quads = self._evidence(self.records(slug), self._documents[slug].fingerprint)
                replace_graphs(self._database, {self._graph(f"doc/{slug}"): quads})
            else:
                self._drop(slug)

    def _drop(self, slug: str) -> None:
        self._database.remove_graph(self._graph(f"doc/{slug}"))
        record_path(self.path, slug).unlink(missing_ok=True)
        self._documents.pop(slug, None)

    def _load_ontology(self) -> None:
        digest = ontology_digest()
        if digest != self._manifest.digest:
            graph = self._graph("graph/ontology")
            replace_graphs(self._database, {graph: ontology_quads(graph)})
            self._manifest = replace(self._manifest, digest=digest)
