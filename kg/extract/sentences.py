"""The sentence around a token, as an extent of the document's text."""

from collections.abc import Callable
from typing import TypeAlias

from kg.parsed import Doc, Token
from kg.records import Extent

SentenceOf: TypeAlias = Callable[[Token], Extent]


def find_sentences(doc: Doc) -> SentenceOf:
    """A function from a token to its whole sentence, reporting tail included, without surrounding white space."""
    extents: dict[int, Extent] = {}
    for first, last in doc.sentences:
        text = doc[first:last].text
        start = doc[first].idx
        extent = Extent(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
        extents.update(dict.fromkeys(range(first, last), extent))
    return lambda token: extents[token.i]
