"""Drafts to documents: what is of no use is refused, what is odd is noted."""

from collections.abc import Iterator
from hashlib import sha256
from urllib.parse import urlsplit

from kg.errors import DocumentError
from kg.read.dates import to_day
from kg.read.draft import Draft, Issue
from kg.read.head import find_head_day
from kg.read.language import find_language
from kg.records import Document

MAX_CHARACTERS = 1_000_000  # spaCy parses no more in one piece
NO_DATE = "it has no publication date, so 'on Tuesday' stays open: give one in the file or with --published"
NOT_IN_ADDRESS = frozenset(' <>"{}|\\^`\n\t')


def finish(draft: Draft, day: str | None) -> tuple[Document, list[Issue]]:
    """The document, dated `day` if it has no date, and notes on it; DocumentError if it is of no use."""
    check_text(draft)
    document = Document(
        document=draft.id,
        start=0,
        end=len(draft.text),
        text=draft.text,
        title=draft.title,
        published=(to_day(draft.published) if draft.published else find_head_day(draft.text)) or day,
        source=draft.source,
        url=draft.url if draft.url and is_address(draft.url) else None,
        sha256=sha256(draft.text.encode()).hexdigest(),
        language=check_language(draft.text),
    )
    return document, [Issue(draft.id, note, lost=False) for note in find_notes(draft, document)]


def check_text(draft: Draft) -> None:
    """DocumentError for a text that nothing can be done with."""
    if not any(map(str.isalnum, draft.text)):
        raise DocumentError("it is empty")
    if len(draft.text) > MAX_CHARACTERS:
        raise DocumentError(f"it is longer than {MAX_CHARACTERS:,} characters: split it")
    words = "".join(filter(None, (draft.id, draft.text, draft.title, draft.source)))
    if any(c == "\0" or "\ud800" <= c <= "\udfff" for c in words):
        raise DocumentError("it holds characters that are no text: NUL or half of a surrogate pair")


def check_language(text: str) -> str | None:
    """The language, None when unsure; DocumentError when it is surely not English."""
    language = find_language(text)
    if language not in {None, "en"}:
        raise DocumentError(f"it is not in English but looks like '{language}'")
    return language


def find_notes(draft: Draft, document: Document) -> Iterator[str]:
    """What is odd about a document that is kept."""
    yield from draft.notes
    if draft.published and not to_day(draft.published):
        yield f"its date '{draft.published[:40]}' names no single day: write it as 2022-10-18"
    elif not document.published:
        yield NO_DATE
    elif not draft.published and document.published == find_head_day(draft.text):
        yield f"it is dated {document.published} by its first lines: give another date in the file if that is wrong"
    if draft.url and not document.url:
        yield f"its url '{draft.url[:40]}' is no web address and was left out"


def is_address(url: str) -> bool:
    """Whether this can stand in the graph as the address of a page."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and NOT_IN_ADDRESS.isdisjoint(url)
