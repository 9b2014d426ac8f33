"""Sentence borders that news prose needs and a parser misses, set before the parse.

A paragraph ends a sentence. So does the border between what is reported and who reports it: in "Two men
were shot, police said, citing witnesses." the clause and the tail are parsed apart, which keeps the
reported event the root of its own tree (measured in the design notes as the first source of lost events).
The tokens that begin such an inner segment are kept in `doc.user_data[JOINS]`.
"""

from collections.abc import Iterator
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.datelines import end_of_dateline
from kg.tails import FINAL, QUOTES, find_borders

BULLETS = frozenset({"-", "*", "•", "·", "–", "—", "●", "▪"})
OPEN_TAGS = frozenset({"IN", "DT", ",", "CC", "NNP", "JJ", "TO", "POS", "PRP$", "MD", "VBD"})
NAME = "kg_segments"
MAX_RUN = 200
MAX_LINE = 40
UNCUT = 4
JOINS = "kg_joins"


@Language.component(NAME)
def set_segments(doc: Doc) -> Doc:
    """Mark paragraph starts and the borders of reported clauses as sentence starts."""
    joins: set[int] = set()
    for paragraph in _paragraphs(doc):
        if paragraph[0].i:
            paragraph[0].is_sent_start = True
        _cut_runs(paragraph)
        start = end_of_dateline(paragraph)
        if start:
            _begin(paragraph[start:])
        for sentence in _sentences(paragraph[start:]):
            joins.update(find_borders(sentence))
    for index in joins:
        doc[index].is_sent_start = True
    _keep_closing_quotes(doc)
    doc.user_data[JOINS] = frozenset(joins)
    return doc


def _begin(text: list[Token]) -> None:
    """Let the text behind a dateline begin a sentence, which the parser would cut short: "KYIV - Six | men died"."""
    text[0].is_sent_start = True
    for before, token in pairwise(text[:UNCUT]):
        if before.text in FINAL:
            return
        token.is_sent_start = False


def _cut_runs(paragraph: list[Token]) -> None:
    """Cut text that never ends a sentence, such as a scan without full stops: trees stay small, time linear."""
    run = 0
    for token in paragraph:
        run = 0 if token.text in FINAL else run + 1
        if run == MAX_RUN:
            token.is_sent_start = True
            run = 0


def _keep_closing_quotes(doc: Doc) -> None:
    """A quotation mark right after final punctuation closes that sentence and begins no new one."""
    for before, token in pairwise(doc):
        if token.text in QUOTES and before.text in FINAL and not before.whitespace_:
            token.is_sent_start = False


def sentence_extents(doc: Doc) -> list[tuple[int, int]]:
    """Token ranges of whole sentences: parsed segments with their reporting heads and tails joined again."""
    joins = doc.user_data.get(JOINS, frozenset())
    extents: list[tuple[int, int]] = []
    for segment in doc.sents:
        if extents and segment.start in joins:
            extents[-1] = (extents[-1][0], segment.end)
        else:
            extents.append((segment.start, segment.end))
    return extents


def _paragraphs(doc: Doc) -> Iterator[list[Token]]:
    tokens: list[Token] = []
    for token in doc:
        if token.is_space and "\n" in token.text and tokens and _ends_paragraph(token):
            yield tokens
            tokens = []
        elif not token.is_space:
            tokens.append(token)
    if tokens:
        yield tokens


def _ends_paragraph(gap: Token) -> bool:
    """A blank line always; a single line break unless the line simply goes on in lower case or after a comma."""
    if gap.text.count("\n") > 1 or gap.i + 1 >= len(gap.doc) or end_of_dateline(list(gap.doc[gap.i + 1 :][:MAX_LINE])):
        return True
    before, after = gap.doc[gap.i - 1], gap.doc[gap.i + 1]
    return (
        before.text in FINAL | QUOTES
        or after.text in BULLETS
        or (after.text[:1].isupper() and before.tag_ not in OPEN_TAGS)
    )


def _sentences(paragraph: list[Token]) -> Iterator[list[Token]]:
    """A rough split at final punctuation outside quotation marks; the parser does the fine one."""
    sentence: list[Token] = []
    quoted = False
    for token in paragraph:
        quoted ^= token.text in QUOTES
        sentence.append(token)
        if token.text in FINAL and not quoted:
            yield sentence
            sentence = []
    if sentence:
        yield sentence
