"""One document's records beside its text: its nodes, its words, and the spans that statements rest on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.errors import DocumentError
from kg.namespaces import document_iri, local_iri
from kg.records import Attribution, Cue, Document, Event, Extent, Mention, Record, Relation, sort_records
from kg.triples.entities import find_arguments
from kg.triples.terms import DERIVED, OA, TYPE, Triple, ckg, term


@dataclass(frozen=True, slots=True)
class Page:
    """A document, its records in order, and its sentences as far as records name them, shortest first."""

    base: str
    document: Document
    records: tuple[Record, ...]
    sentences: tuple[Extent, ...]

    @property
    def node(self) -> NamedNode:
        """The document's node, which is also the name of its graph."""
        return NamedNode(document_iri(self.base, self.document.document))

    def at(self, what: str, extent: Extent) -> NamedNode:
        """The node of what was found at an extent of the document."""
        return NamedNode(local_iri(self.base, self.document.document, what, extent.start, extent.end))

    def words(self, start: int, end: int) -> str:
        """The exact words between two offsets."""
        return self.document.text[start:end]

    def sentence_around(self, extent: Extent) -> Extent:
        """The sentence that holds the extent; the extent itself where no record names that sentence."""
        around = (s for s in self.sentences if s.start <= extent.start and extent.end <= s.end)
        return next(around, Extent(extent.start, extent.end))


def open_page(records: Iterable[Record], base: str) -> Page:
    """The records of one document, each checked against the text; DocumentError when one misquotes it."""
    ordered = tuple(sort_records(records))
    if not ordered or not isinstance(ordered[0], Document):
        raise DocumentError("records without a document: the first of each document says what it is")
    document = ordered[0]
    for record in ordered:
        for quoted in _find_quotes(record):
            _check_quote(document, record, quoted)
    return Page(base, document, ordered, _find_sentences(ordered))


def state_span(page: Page, span: Extent, kind: str) -> Iterator[Triple]:
    """A stretch of the text, by its offsets and by its words."""
    node = page.at("char", span)
    position, quote = NamedNode(f"{node.value}-at"), NamedNode(f"{node.value}-quote")
    yield node, TYPE, term(OA + "SpecificResource")
    yield node, TYPE, ckg(kind)
    yield node, term(OA + "hasSource"), page.node
    yield node, term(OA + "hasSelector"), position
    yield node, term(OA + "hasSelector"), quote
    yield position, TYPE, term(OA + "TextPositionSelector")
    yield position, term(OA + "start"), Literal(span.start)
    yield position, term(OA + "end"), Literal(span.end)
    yield quote, TYPE, term(OA + "TextQuoteSelector")
    yield quote, term(OA + "exact"), Literal(page.words(span.start, span.end))


def state_evidence(page: Page, node: NamedNode, sentence: Extent) -> Iterator[Triple]:
    """That the node is derived from the sentence, and the sentence itself."""
    yield node, DERIVED, page.at("char", sentence)
    yield from state_span(page, sentence, "Sentence")


def _find_sentences(records: Iterable[Record]) -> tuple[Extent, ...]:
    told = (record for record in records if isinstance(record, Mention | Event | Relation | Attribution))
    spans = {(record.sentence.start, record.sentence.end) for record in told}
    return tuple(Extent(*span) for span in sorted(spans, key=lambda span: (span[1] - span[0], span)))


def _find_quotes(record: Record) -> Iterator[tuple[int, int, str]]:
    yield record.start, record.end, record.text
    for argument in find_arguments(record):
        yield argument.start, argument.end, argument.text
    if isinstance(record, Event | Relation):
        yield from (_quote(holder.cue) for holder in record.attribution)


def _quote(cue: Cue) -> tuple[int, int, str]:
    return cue.start, cue.end, cue.text


def _check_quote(document: Document, record: Record, quoted: tuple[int, int, str]) -> None:
    start, end, words = quoted
    if record.document != document.document or document.text[start:end] != words:
        found = document.text[start:end]
        fault = f"{record.kind} at {start} to {end} quotes {words[:40]!r}, the text has {found[:40]!r}"
        raise DocumentError(f"{record.document}: {fault}; extract the document again")
