"""Stretches of text between quotation marks, paragraph by paragraph."""

from bisect import bisect_left
from collections.abc import Iterator

from kg.parsed import Doc, Token
from kg.tails import QUOTES

MIN_LENGTH = 4


def find_quotations(doc: Doc) -> list[tuple[int, int]]:
    """Token ranges of quotations, marks included; one that is not closed goes on to the end of its paragraph."""
    return [(start, end) for start, end in _pairs(doc) if end - start >= MIN_LENGTH]


def _pairs(doc: Doc) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for token in doc:
        if is_paragraph_break(token):
            if opened is not None:
                yield opened, token.i
            opened = None
        elif token.text in QUOTES:
            if opened is not None:
                yield opened, token.i + 1
                opened = None
            else:
                opened = token.i
    if opened is not None:
        yield opened, len(doc)


def is_paragraph_break(token: Token) -> bool:
    """Whether the token is white space with an empty line in it."""
    return token.is_space and token.text.count("\n") > 1


def start_of_paragraph(token: Token) -> int:
    """The index of the first token of the paragraph that a token stands in."""
    breaks = token.doc.breaks
    before = bisect_left(breaks, token.i)
    return breaks[before - 1] + 1 if before else 0


def quotation_at(quotations: list[tuple[int, int]], index: int) -> tuple[int, int] | None:
    """The quotation that a token stands in."""
    return next(((start, end) for start, end in quotations if start <= index < end), None)
