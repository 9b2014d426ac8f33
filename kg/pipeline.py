"""The stages in order: the table of contents of the program.

    reports --read--> documents --annotate--> parsed text --extract--> records --put--> store --derive--> graph
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import tee
from pathlib import Path

from kg.annotate import annotate
from kg.extract import extract
from kg.gazetteer import Gazetteer
from kg.namespaces import BASE
from kg.read import Issue, read_documents
from kg.records import Document, Record, sort_records
from kg.vocabulary import Vocabulary


@dataclass(frozen=True)
class Knowledge:
    """What the extractor knows: the event types and the tables of actors, places and words."""

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    gazetteer: Gazetteer = field(default_factory=Gazetteer.load)


def extract_documents(
    documents: Iterable[Document], knowledge: Knowledge, base: str = BASE
) -> Iterator[list[Record]]:
    """The records of each document, the document itself first, in the order of the documents."""
    for_text, for_records = tee(documents)
    for document, doc in zip(for_records, annotate(d.text for d in for_text), strict=True):
        found = extract(document, doc, knowledge.vocabulary, knowledge.gazetteer, base)
        yield list(sort_records([document, *found]))


def extract_paths(
    paths: list[Path | str],
    *,
    published: str | None = None,
    base: str = BASE,
    on_issue: Callable[[Issue], None] = lambda _: None,
) -> Iterator[list[Record]]:
    """The records of every document in the files and folders named; what cannot be read goes to `on_issue`."""
    documents = read_documents(paths, published=published, on_issue=on_issue)
    yield from extract_documents(documents, Knowledge(), base)
