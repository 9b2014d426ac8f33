"""The stages in order: the table of contents of the program.

    reports --read--> documents --annotate--> parses --extract--> records --put--> store --derive--> graph

Documents travel in batches, which the parser likes; one that breaks a stage is reported and the rest go on.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.annotate import annotate, load_pipeline
from kg.errors import KgError
from kg.extract import extract
from kg.extract.titles import find_lapsed
from kg.gazetteer import Gazetteer
from kg.layers import find_tables
from kg.namespaces import BASE
from kg.parsed import Doc
from kg.read import Issue, read_documents
from kg.records import Document, Mention, Record, sort_records
from kg.vocabulary import Vocabulary

BATCH_DOCUMENTS = 64
BATCH_CHARACTERS = 200_000
Report = Callable[[Issue], None]


@dataclass(frozen=True)
class Knowledge:
    """What the extractor knows: the event types and the tables of actors, places and words."""

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    gazetteer: Gazetteer = field(default_factory=Gazetteer.load)

    @classmethod
    def load(cls, tables: Sequence[Path] = ()) -> "Knowledge":
        """The ontology and its tables, and these tables of actors besides."""
        return cls(gazetteer=Gazetteer.load(tables))


def extract_paths(
    paths: Sequence[Path | str],
    on_issue: Report,
    *,
    published: str | None = None,
    base: str = BASE,
    actors: Sequence[Path | str] = (),
) -> Iterator[list[Record]]:
    """The records of every document in the files and folders named; `on_issue` hears what is lost or odd."""
    knowledge = Knowledge.load(find_tables(actors))
    documents = read_documents(paths, published=published, on_issue=on_issue)
    yield from extract_documents(documents, knowledge, on_issue, base)


def extract_documents(
    documents: Iterable[Document], knowledge: Knowledge, on_issue: Report, base: str = BASE
) -> Iterator[list[Record]]:
    """The records of each document, the document itself first, in the order of the documents."""
    load_pipeline()  # a missing model is no fault of a document
    for batch in make_batches(documents):
        for document, doc in annotate_batch(batch, on_issue):
            records = extract_one(document, doc, knowledge, on_issue, base)
            if records:
                yield records


def make_batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Documents in lists that are neither too long nor too heavy."""
    batch: list[Document] = []
    for document in documents:
        batch.append(document)
        if len(batch) >= BATCH_DOCUMENTS or sum(d.end for d in batch) >= BATCH_CHARACTERS:
            yield batch
            batch = []
    if batch:
        yield batch


def annotate_batch(batch: Sequence[Document], on_issue: Report) -> Iterator[tuple[Document, Doc]]:
    """Each document with its parse; a batch that breaks the parser is parsed one by one."""
    try:
        docs = list(annotate(document.text for document in batch))
    except Exception as error:
        if len(batch) > 1:
            for document in batch:
                yield from annotate_batch([document], on_issue)
        else:
            on_issue(lose(batch[0], "parsing", error))
        return
    yield from zip(batch, docs, strict=True)


def extract_one(document: Document, doc: Doc, knowledge: Knowledge, on_issue: Report, base: str) -> list[Record]:
    """The sorted records of one document; none when the extractor breaks on it, which is reported."""
    try:
        found = extract(document, doc, knowledge.vocabulary, knowledge.gazetteer, base)
        for issue in note_lapsed(document, found, knowledge.gazetteer):
            on_issue(issue)
        return list(sort_records([document, *found]))
    except KgError:
        raise  # the ontology or a table is at fault, and would be for every document
    except Exception as error:
        on_issue(lose(document, "extraction", error))
        return []


def note_lapsed(document: Document, records: Iterable[Record], gazetteer: Gazetteer) -> Iterator[Issue]:
    """The notes on those who stay unnamed, because the report is later than the table of offices was checked."""
    mentions = [record for record in records if isinstance(record, Mention)]
    for words, checked in sorted(set(find_lapsed(mentions, gazetteer, document.published or ""))):
        reason = f"“{words}” stays unnamed: the table of offices was last checked on {checked}, before the report"
        yield Issue(document.document, reason, lost=False)


def lose(document: Document, stage: str, error: Exception) -> Issue:
    """The issue that a document was lost, because a stage broke on it."""
    reason = f"{type(error).__name__}: {error}".splitlines()[0]
    return Issue(document.document, f"{stage} broke on it ({reason}): please report it", lost=True)
