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

from kg.lexicon import load_words

NAME = "kg_segments"
JOINS = "kg_joins"
FINAL = frozenset({".", "!", "?"})
QUOTES = frozenset({'"', "''", "``"})
NOMINAL_TAGS = frozenset(
    {"DT", "JJ", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "CD", "PRP", "PRP$", "IN", "CC", "VBG", "VBN", ",", "HYPH"}
)
SOURCE_TAGS = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "CD"})
MAX_SOURCE = 30
MAX_TAIL = 40


@Language.component(NAME)
def set_segments(doc: Doc) -> Doc:
    """Mark paragraph starts and the borders of reported clauses as sentence starts."""
    joins: set[int] = set()
    for paragraph in _paragraphs(doc):
        if paragraph[0].i:
            paragraph[0].is_sent_start = True
        for sentence in _sentences(paragraph):
            joins.update(_inner_borders(sentence))
    for index in joins:
        doc[index].is_sent_start = True
    _keep_closing_quotes(doc)
    doc.user_data[JOINS] = frozenset(joins)
    return doc


def _keep_closing_quotes(doc: Doc) -> None:
    """A quotation mark right after final punctuation closes that sentence and begins no new one."""
    for before, token in zip(doc, doc[1:], strict=False):
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
    if gap.text.count("\n") > 1 or gap.i + 1 >= len(gap.doc):
        return True
    before, after = gap.doc[gap.i - 1], gap.doc[gap.i + 1]
    return before.text in FINAL | QUOTES or (after.text[:1].isupper() and before.tag_ not in {"IN", "DT", ",", "CC", "NNP"})


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


def _inner_borders(sentence: list[Token]) -> Iterator[int]:
    tail = _find_tail(sentence)
    if tail is not None:
        yield tail
    head = _find_head(sentence)
    if head is not None:
        yield head


def _find_tail(sentence: list[Token]) -> int | None:
    """Where the reporting tail begins: ", the governor said" or ", according to police"; None without one."""
    for position in range(3, len(sentence) - 1):
        token = sentence[position]
        closing = sentence[position - 1].text
        if (closing in {",", *QUOTES} or closing in FINAL) and len(sentence) - position <= MAX_TAIL:
            if _is_report(sentence[position:]) and not _is_quote_open(sentence[:position]):
                return token.i
    return None


def _is_quote_open(before: list[Token]) -> bool:
    return sum(token.text in QUOTES for token in before) % 2 == 1


def _is_report(tokens: list[Token]) -> bool:
    """Whether the tokens are a source and a word of saying, in either order, and nothing before them."""
    if tokens[0].lower_ == "according":
        return len(tokens) > 2 and tokens[1].lower_ == "to"
    if _says(tokens[0]) and tokens[0].nbor(-1).text in QUOTES:
        return len(tokens) > 1 and tokens[1].tag_ in SOURCE_TAGS
    verb = _find_saying(tokens)
    return verb is not None and _is_source(tokens[:verb]) and _is_closed(tokens[verb + 1 :])


def _find_saying(tokens: list[Token]) -> int | None:
    """Where the word of saying stands after a plain noun phrase; a relative clause in commas is stepped over."""
    number = 1
    while number < min(len(tokens), MAX_SOURCE):
        if _says(tokens[number]):
            return number
        if tokens[number].tag_ == "WP" and tokens[number - 1].text == ",":
            number = next((n for n in range(number, len(tokens)) if tokens[n].text == ","), len(tokens))
        elif tokens[number].tag_ not in NOMINAL_TAGS:
            return None
        number += 1
    return None


def _says(token: Token) -> bool:
    return token.tag_ in {"VBD", "VBZ", "VBP"} and token.lower_ in load_words("cues")


def _is_source(tokens: list[Token]) -> bool:
    """A noun phrase: it starts like one and holds a noun, name or pronoun."""
    return tokens[0].tag_ in SOURCE_TAGS and any(token.tag_[:2] in {"NN", "PR"} for token in tokens)


def _is_closed(rest: list[Token]) -> bool:
    """Nothing that the saying governs follows: the sentence ends, or only when, where, to whom or citing whom."""
    if not rest or rest[0].text in {*FINAL, *QUOTES, ";"}:
        return True
    if rest[0].text == ",":
        return len(rest) > 1 and rest[1].tag_ in {"VBG", "IN", "CC", "WP", "WDT", "NNP"}
    return rest[0].tag_ in {"IN", "RB", "NNP", "DT", "TO", "NN", "PRP"} and rest[0].lower_ != "that"


def _find_head(sentence: list[Token]) -> int | None:
    """Where the reported clause begins after a leading "According to police,"; None without one."""
    if len(sentence) < 5 or (sentence[0].lower_, sentence[1].lower_) != ("according", "to"):
        return None
    commas = [n for n, token in enumerate(sentence[:MAX_TAIL]) if token.text == ","]
    for first, second in pairwise([*commas, len(sentence)]):
        if any(token.tag_.startswith("VB") for token in sentence[first + 1 : second]):
            return sentence[first + 1].i
    return None
