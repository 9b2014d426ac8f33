"""Records files into a store and out of it."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, groupby
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg.batch import Batch
from kg.errors import DocumentError, RequestError
from kg.folder import load_manifest
from kg.namespaces import BASE
from kg.read import Issue
from kg.records import Record, from_json, to_json
from kg.store import Store

if TYPE_CHECKING:
    from kg.remote import Server

STDIN = "-"


def find_base(folder: Path) -> str:
    """The base of the store in `folder`; the usual one when there is no store yet."""
    known = (folder / "manifest.json").exists()
    return load_manifest(folder, any_version=True)[0].base if known else BASE


def load_files(
    paths: Sequence[Path | str],
    folder: Path,
    base: str | None,
    on_issue: Callable[[Issue], None],
    server: "Server | None" = None,
) -> int:
    """Put the documents of records files into the store, or on the server; how many there were."""
    groups = group_documents(record for path in paths for record in read_records(path))
    first, number = next(groups, None), 0  # a file that cannot be read leaves no empty store behind
    with open_target(server, folder, base) as target:
        for document, records in chain([first] if first else [], groups):
            try:
                target.put_document(records)
            except DocumentError as error:
                on_issue(Issue(document, str(error), lost=True))
            else:
                number += 1
    return number


@contextmanager
def open_target(server: "Server | None", folder: Path, base: str | None) -> "Iterator[Server | Batch]":
    """What takes the documents: the server, or else batches for the store."""
    if server:
        with server:
            yield server
    else:
        with Store.open(folder, "write", base=base or find_base(folder)) as store, Batch(store) as batch:
            yield batch


def group_documents(records: Iterable[Record]) -> Iterator[tuple[str, list[Record]]]:
    """Yield each document's id and records; a file holds them one document after the other."""
    for document, group in groupby(records, lambda record: record.document):
        yield document, list(group)


def read_records(path: Path | str) -> Iterator[Record]:
    """The records of a file, or of standard input; RequestError names the line that is none."""
    if str(path) == STDIN:
        yield from parse_lines(sys.stdin.buffer, "standard input")
        return
    try:
        with Path(path).open("rb") as file:
            yield from parse_lines(file, str(path))
    except OSError as error:
        raise RequestError(f"cannot read {path}: {error.strerror}; check the spelling") from error


def parse_lines(lines: Iterable[bytes], place: str) -> Iterator[Record]:
    """The record of each line that is not empty."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield from_json(line.decode())
            except (RequestError, UnicodeDecodeError) as error:
                raise RequestError(f"{place}, line {number}: {error}") from error


def write_records(store: Store, out: IO[bytes]) -> None:
    """Write the records of all documents, in the order of the documents' names."""
    for slug in store.documents():
        out.writelines(f"{to_json(record)}\n".encode() for record in store.records(slug))
