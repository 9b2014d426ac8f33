"""Where in a sentence the report ends and the reporting begins: tails and heads that name a source."""

from collections.abc import Iterator
from itertools import pairwise, takewhile

from spacy.tokens import Token

from kg.datelines import is_free_dash
from kg.lexicon import load_words

FINAL = frozenset({".", "!", "?"})
QUOTES = frozenset({'"', "''", "``"})
CLOSING = FINAL | QUOTES | {","}
ACCORDING = ("according", "to")
NOMINAL_TAGS = frozenset(
    {
        "DT",
        "JJ",
        "JJS",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "POS",
        "CD",
        "PRP",
        "PRP$",
        "IN",
        "CC",
        "VBG",
        "VBN",
        ",",
        "HYPH",
    }
)
SOURCE_TAGS = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "CD"})
MIN_TOLD = 3
MAX_LABEL = 8
MAX_SOURCE = 30
MAX_TAIL = 40


def find_borders(sentence: list[Token]) -> Iterator[int]:
    """The tokens of a sentence that begin a reporting tail, or the clause after a reporting head."""
    tail = _find_tail(sentence)
    if tail is not None:
        yield tail
    head = _find_head(sentence)
    if head is not None:
        yield head
    source = _find_headline_source(sentence) if tail is None else None
    if source is not None:
        yield source


def _find_tail(sentence: list[Token]) -> int | None:
    """Where the reporting tail begins: ", the governor said" or ", according to police"; None without one."""
    for position in range(3, len(sentence) - 1):
        token = sentence[position]
        may_begin = sentence[position - 1].text in CLOSING and len(sentence) - position <= MAX_TAIL
        if may_begin and (not _tells(sentence[:position]) or _begins_anew(sentence, position)):
            continue
        if may_begin and _is_report(sentence[position:]) and not _is_quote_open(sentence[:position]):
            return token.i
    return None


def _begins_anew(sentence: list[Token], position: int) -> bool:
    """Whether a quotation that ends with a full stop lies before: a new sentence, unless it only names the speaker."""
    marks = [token.text for token in sentence[position - 2 : position]]
    verb = _find_saying(sentence[position:])
    after = sentence[position + verb + 1 : position + verb + 2] if verb is not None else []
    return marks[0] == "." and marks[1] in QUOTES and bool(after) and after[0].tag_[:2] in {"NN", "DT", "PR", "JJ"}


def _tells(before: list[Token]) -> bool:
    """Whether there is something to report before the tail: a verb or a quotation, not only "In the town,"."""
    return any(token.tag_.startswith(("VB", "MD")) or token.text in QUOTES for token in before)


def _find_headline_source(sentence: list[Token]) -> int | None:
    """Who says so at the end of a headline, "Five killed in air strike: monitor"; None in a sentence that ends."""
    marks = [n for n, token in enumerate(sentence) if token.text == ":" or is_free_dash(token)]
    source = sentence[marks[-1] + 1 :] if marks else []
    if not 0 < len(source) <= MAX_LABEL or any(token.text in FINAL for token in sentence):
        return None
    told = sentence[: marks[-1]]
    named = all(token.tag_ in NOMINAL_TAGS for token in source)
    return source[0].i if named and len(told) >= MIN_TOLD and _tells(told) else None


def _is_quote_open(before: list[Token]) -> bool:
    return sum(token.text in QUOTES for token in before) % 2 == 1


def _is_report(tokens: list[Token]) -> bool:
    """Whether the tokens are a source and a word of saying, in either order, and nothing before them."""
    if tokens[0].lower_ == "according":
        return tuple(token.lower_ for token in tokens[:2]) == ACCORDING and len(tokens) > len(ACCORDING)
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
    if any(token.lower_ == "that" and token.tag_ == "IN" for token in takewhile(lambda t: t.text != ",", rest)):
        return False
    if rest[0].text == ",":
        return len(rest) > 1 and rest[1].tag_ in {"VBG", "IN", "CC", "WP", "WDT", "NNP"}
    return rest[0].tag_ in {"IN", "RB", "NNP", "DT", "TO", "NN", "PRP"} and rest[0].lower_ != "that"


def _find_head(sentence: list[Token]) -> int | None:
    """Where the reported clause begins after a leading "According to police,"; None without one."""
    if tuple(token.lower_ for token in sentence[:2]) != ACCORDING:
        return None
    commas = [n for n, token in enumerate(sentence[:MAX_TAIL]) if token.text == ","]
    for first, second in pairwise([*commas, len(sentence)]):
        if any(token.tag_.startswith("VB") for token in sentence[first + 1 : second]):
            return sentence[first + 1].i
    return None
