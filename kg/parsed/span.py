"""Some words of a parsed document in a row."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.parsed.doc import Doc
    from kg.parsed.token import Token


class Span:
    """Some tokens of a document in a row; `label_` is what the recogniser calls a name."""

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, max(start, end), label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, int):
            return self.doc.tokens[range(self.start, self.end)[at]]
        inner = range(self.start, self.end)[at]
        return Span(self.doc, inner.start, inner.stop)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and (self.start, self.end) == (other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """Where its first token begins; the end of the text behind the last."""
        return self.doc.tokens[self.start].idx if self.start < len(self.doc.tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Where its last token ends."""
        if self.end == self.start:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its words as they stand, without white space behind them."""
        return self.doc.text[self.start_char : self.end_char]

    @cached_property
    def root(self) -> Token:
        """Its token that stands highest in the tree, the first of several."""
        top = next((token for token in self if token.head is token), None)
        outside = (token for token in self if not self.start <= token.head.i < self.end)
        return top or min(outside, key=lambda token: len(token.ancestors), default=self.doc.tokens[self.start])
