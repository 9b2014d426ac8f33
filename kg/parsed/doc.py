"""A parsed document: its tokens, its sentences and what the recogniser saw."""

from collections.abc import Iterator
from functools import cached_property
from itertools import chain, pairwise
from typing import overload

from spacy import tokens

from kg.parsed.mends import mend
from kg.parsed.span import Span
from kg.parsed.token import Token
from kg.segments import JOINS, sentence_extents

WORDS: list[str | int] = ["ORTH", "LOWER", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE"]
NUMBERS: list[str | int] = ["IDX", "HEAD", "SPACY", "IS_SPACE", "IS_PUNCT", "SENT_START"]


class Doc:
    """A document; `parse` is spaCy's."""

    def __init__(self, parse: tokens.Doc) -> None:
        self.parse = parse

    @cached_property
    def tokens(self) -> list[Token]:
        """All tokens, each with its head and its children in the order of the text."""
        words: list[list[int]] = self.parse.to_array(WORDS).tolist()
        numbers: list[list[int]] = self.parse.to_array(NUMBERS).astype("int64").tolist()
        strings = {key: self.parse.vocab.strings[key] for key in set(chain.from_iterable(words))}
        rows = enumerate(zip(words, numbers, strict=True))
        made = [Token(self, i, [strings[key] for key in keys], flags) for i, (keys, flags) in rows]
        for token, (_, to_head, *_) in zip(made, numbers, strict=True):
            if to_head:
                token.head = made[token.i + to_head]
                token.head.children.append(token)
        mend(made)
        return made

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, int):
            return self.tokens[at]
        start, stop, _ = at.indices(len(self.tokens))
        return Span(self, start, stop)

    @cached_property
    def text(self) -> str:
        """The text, character for character as it was parsed."""
        return "".join([token.text + token.whitespace_ for token in self.tokens])

    @cached_property
    def sents(self) -> list[Span]:
        """The sentences that the parser tells apart."""
        starts = [token.i for token in self.tokens if token.is_sent_start or token.i == 0]
        return [Span(self, *ends) for ends in pairwise([*starts, len(self.tokens)])]

    @cached_property
    def sentence_of(self) -> list[Span]:
        """The sentence of each token."""
        return [sentence for sentence in self.sents for _ in sentence]

    @cached_property
    def breaks(self) -> list[int]:
        """The white space with an empty line in it, which parts paragraphs."""
        return [token.i for token in self.tokens if token.is_space and token.text.count("\n") > 1]

    @cached_property
    def ents(self) -> list[Span]:
        """The names and numbers that the recogniser saw."""
        return [Span(self, found.start, found.end, found.label_) for found in self.parse.ents]

    def char_span(self, start: int, end: int) -> Span | None:
        """The tokens that a stretch of the text touches; None where it lies outside."""
        found = self.parse.char_span(start, end, alignment_mode="expand")
        return Span(self, found.start, found.end) if found is not None else None

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Where whole sentences begin and end, counted in tokens, with their reporting heads and tails."""
        return sentence_extents(self.parse)

    @cached_property
    def joins(self) -> list[int]:
        """The tokens that begin a reporting tail, or the clause after a reporting head."""
        return sorted(self.parse.user_data.get(JOINS, ()))
