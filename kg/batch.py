"""Documents on their way into a store, many at a time: that is faster than one by one."""

from collections.abc import Iterable
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Self

import pyoxigraph as ox

from kg.folder import check_slug
from kg.manifest import Entry
from kg.records import Record, to_json

if TYPE_CHECKING:
    from kg.store import Store

LARGE = 50_000  # statements


@dataclass(frozen=True, slots=True)
class Ready:
    """A document made ready for a store: its entry there, its records as lines, and its evidence."""

    slug: str
    entry: Entry
    lines: str
    quads: list[ox.Quad]


class Batch:
    """Takes documents for a store and puts them there as soon as they have many statements together.

    Use it in a `with`, which puts the last ones. A failure leaves those out that were not put yet.
    """

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._ready: dict[str, Ready] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._put()

    def put_document(self, records: Iterable[Record], fingerprint: str | None = None) -> str:
        """Take the document whose records these are, to add or replace it; the slug it will have."""
        ready = self._store.prepare(records, fingerprint)
        other = self._ready.get(ready.slug)
        check_slug(other.entry.id if other else None, ready.entry.id, ready.slug)
        self._ready[ready.slug] = ready
        if sum(len(each.quads) for each in self._ready.values()) >= LARGE:
            self._put()
        return ready.slug

    def _put(self) -> None:
        self._store.put(self._ready.values())
        self._ready = {}


def to_lines(records: Iterable[Record]) -> str:
    """The records as they stand in a file."""
    return "".join(f"{to_json(record)}\n" for record in records)
