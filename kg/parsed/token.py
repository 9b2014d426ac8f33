"""One word of a parsed document."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.parsed.doc import Doc
    from kg.parsed.span import Span


class Token:
    """A word or mark of a document, with the tree that hangs on it."""

    def __init__(self, doc: Doc, i: int, words: list[str], numbers: list[int]) -> None:
        self.doc, self.i = doc, i
        self.text, self.lower_, self.lemma_, self.tag_, self.pos_, self.dep_, self.ent_type_ = words
        self.idx, _, space, is_space, is_punct, start = numbers
        self.whitespace_ = " " * space
        self.is_space, self.is_punct, self.is_sent_start = is_space == 1, is_punct == 1, start == 1
        self.head = self
        self.children: list[Token] = []
        self.found: dict[object, Any] = {}  # what `once` remembers

    def __repr__(self) -> str:
        return self.text

    def nbor(self, step: int = 1) -> Token:
        """The token so many steps on; IndexError beyond the ends of the document."""
        return self.doc.tokens[self.i + step if self.i + step >= 0 else len(self.doc)]

    @property
    def sent(self) -> Span:
        """The parsed sentence it stands in."""
        return self.doc.sentence_of[self.i]

    @cached_property
    def lefts(self) -> list[Token]:
        """The children before it."""
        return [child for child in self.children if child.i < self.i]

    @cached_property
    def rights(self) -> list[Token]:
        """The children after it."""
        return [child for child in self.children if child.i > self.i]

    @cached_property
    def subtree(self) -> list[Token]:
        """All that hangs on it, itself included, child by child."""
        found: list[Token] = []
        ahead = [(self, False)]
        while ahead:
            token, is_told = ahead.pop()
            if is_told or not token.children:
                found.append(token)
            else:
                after, before = ([(child, False) for child in side[::-1]] for side in (token.rights, token.lefts))
                ahead += [*after, (token, True), *before]
        return found

    @cached_property
    def left_edge(self) -> Token:
        """The first token of its subtree."""
        return min(self.subtree, key=lambda token: token.i)

    @cached_property
    def right_edge(self) -> Token:
        """The last token of its subtree."""
        return max(self.subtree, key=lambda token: token.i)

    @cached_property
    def ancestors(self) -> list[Token]:
        """Its head, the head of that, and so on up to the root."""
        found, token = [], self
        while token.head is not token:
            token = token.head
            found.append(token)
        return found

    @cached_property
    def conjuncts(self) -> list[Token]:
        """All tokens coordinated with it."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:
            found += [child for child in token.rights if child.dep_ == "conj"]
        return [token for token in found if token is not self]
