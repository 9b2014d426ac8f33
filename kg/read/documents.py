"""From paths to documents: find the files, read each by its format, check and finish what they hold."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from kg.errors import DocumentError, RequestError
from kg.namespaces import make_slug
from kg.read.check import finish
from kg.read.dates import to_day
from kg.read.decode import unpack
from kg.read.draft import Draft, Issue
from kg.read.formats import ONE_EACH, READERS, find_reader
from kg.read.sources import Source, find_sources, is_companion
from kg.records import Document

Report: TypeAlias = Callable[[Issue], None]


def read_documents(
    paths: Sequence[Path | str], *, published: str | None = None, on_issue: Report
) -> Iterator[Document]:
    """The documents in the order given, those without a date dated `published`; all faults go to `on_issue`.

    RequestError for a path that is missing or empty, and for two documents that would share one address.
    """
    day = to_day(published) if published else None
    if published and day is None:
        raise RequestError(f"'{published}' names no single day: write it as 2022-10-18")
    return make_documents(find_sources(paths), day, on_issue)


def count_documents(paths: Sequence[Path | str]) -> int | None:
    """How many documents there are to read, without opening any; None where a file may hold several."""
    sources = find_sources(paths)
    return len(sources) if all(READERS.get(source.suffix) in ONE_EACH for source in sources) else None


def make_documents(sources: Iterable[Source], day: str | None, on_issue: Report) -> Iterator[Document]:
    """The documents of the sources; no two share an address."""
    taken: dict[str, tuple[str, str]] = {}
    for source in sources:
        for draft in read_source(source, on_issue):
            try:
                document, notes = finish(draft, day)
            except DocumentError as error:
                on_issue(Issue(draft.id, str(error), lost=True))
                continue
            take_slug(taken, draft.id, source.place)
            for note in notes:
                on_issue(note)
            yield document


def read_source(source: Source, on_issue: Report) -> Iterator[Draft]:
    """The drafts in one source; what cannot be read is reported."""
    if source.path and is_companion(source.path):
        on_issue(Issue(source.place, "it is part of a saved page, no report, and was passed over", lost=False))
        return
    try:
        for item in read_items(source):
            if isinstance(item, Draft):
                yield item
            else:
                on_issue(item)
    except DocumentError as error:
        on_issue(Issue(source.place, str(error), lost=True))
    except OSError as error:
        on_issue(Issue(source.place, f"it cannot be opened: {error.strerror}", lost=True))


def read_items(source: Source) -> Iterator[Draft | Issue]:
    """What the reader of its format finds in a source; DocumentError when that is nothing."""
    with source.open() as raw, unpack(raw) as stream:
        items = find_reader(source.suffix, stream)(stream, source.name)
        first = next(items, None)
        if first is None:
            raise DocumentError("it is empty")
        yield first
        yield from items


def take_slug(taken: dict[str, tuple[str, str]], document: str, place: str) -> None:
    """Note the address of a document; RequestError names both when another has it."""
    slug = make_slug(document)
    if slug in taken:
        other, there = taken[slug]
        both = f"'{other}' ({there}) and '{document}' ({place})"
        raise RequestError(f"two documents share the address '{slug}': {both}; give one another id or name")
    taken[slug] = document, place
