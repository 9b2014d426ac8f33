"""The main job: reports in, a store out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from kg.api import STORE
from kg.errors import DocumentError
from kg.fingerprint import make_fingerprint
from kg.layers import find_tables
from kg.loading import find_base
from kg.manifest import Entry
from kg.namespaces import make_slug
from kg.pipeline import Knowledge, Report, extract_documents
from kg.read import Issue, read_documents
from kg.records import Document
from kg.report import Summary, Timer, summarize, write_report
from kg.store import Store

Done = Callable[[str], None]


@dataclass
class Tally:
    """What happened to the documents of a run, as it goes."""

    on_issue: Report
    on_document: Done
    issues: list[Issue] = field(default_factory=list)
    states: dict[str, str] = field(default_factory=dict)

    def note(self, issue: Issue) -> None:
        """Keep an issue, and count its document as lost if it is."""
        self.issues.append(issue)
        self.on_issue(issue)
        if issue.lost:
            self.count(issue.document, "lost")

    def count(self, document: str, state: str) -> None:
        """Count a document as new, replaced, unchanged or lost."""
        self.states[document] = state
        self.on_document(document)


def build(
    *paths: Path | str,
    store: Path | str = STORE,
    fresh: bool = False,
    published: str | None = None,
    base: str | None = None,
    actors: Sequence[Path | str] = (),
    on_issue: Report = lambda _: None,
    on_document: Done = lambda _: None,
) -> Summary:
    """Put what the reports in files and folders say into the store; the summary of the run.

    New documents are added, changed ones replaced, unchanged ones skipped, others left alone; `fresh` starts
    over. `published` dates documents that have no date; `actors` are tables of actors of your own. `on_issue` hears
    of each document lost or odd, `on_document` of each that is done.
    """
    timer, tally, folder = Timer(), Tally(on_issue, on_document), Path(store)
    chosen = base or find_base(folder)
    tables = find_tables(actors)
    fingerprint = make_fingerprint(tables)
    documents = read_documents(paths, published=published, on_issue=tally.note)
    with Store.open(folder, "write", base=chosen, fresh=fresh) as target:
        put_documents(target, documents, fingerprint, tally, tables)
    return conclude(folder, tally, fingerprint, timer, paths)


def conclude(folder: Path, tally: Tally, fingerprint: str, timer: Timer, paths: Sequence[Path | str]) -> Summary:
    """The summary of a run whose store is done; its report is left in the store's folder."""
    with Store.open(folder) as done:
        summary = summarize(done, tally.states.values(), tally.issues, timer.seconds())
    write_report(folder, summary, fingerprint, timer, paths)
    return summary


def put_documents(
    store: Store, documents: Iterable[Document], fingerprint: str, tally: Tally, tables: Sequence[Path] = ()
) -> None:
    """Extract and put every document that is new or changed."""
    known = store.documents()
    changed = (d for d in documents if not is_unchanged(store, known, d, fingerprint, tally))
    first = next(changed, None)
    if first is None:
        return  # nothing to parse, so neither model nor tables are loaded
    knowledge = Knowledge.load(tables)
    for records in extract_documents(chain([first], changed), knowledge, tally.note, store.base):
        document = records[0].document
        try:
            slug = store.put_document(records, fingerprint)
        except DocumentError as error:
            tally.note(Issue(document, str(error), lost=True))
        else:
            tally.count(document, "replaced" if slug in known else "new")


def is_unchanged(store: Store, known: Mapping[str, Entry], document: Document, fingerprint: str, tally: Tally) -> bool:
    """Whether the store has just this text, title, date and source, made with the same fingerprint."""
    slug = make_slug(document.document)
    entry = known.get(slug)
    if entry is None or (entry.sha256, entry.fingerprint) != (document.sha256, fingerprint):
        return False
    if next(store.records(slug), None) != document:
        return False
    tally.count(document.document, "unchanged")
    return True
