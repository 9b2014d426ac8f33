"""What is made up or a mere title: the story of a film ("the drama opens with an ambush") did not happen."""

from collections.abc import Iterator

from kg.extract.figures import rows_of
from kg.extract.subjects import surface_subject
from kg.extract.syntax import children, is_verb
from kg.parsed import Token
from kg.tails import QUOTES

STORY, TALE = "story", "tale"
PRESENT = frozenset({"VBZ", "VBP", "VB"})
MAX_TITLE = 6
CONTENT = frozenset(
    {"dobj", "pobj", "prep", "pcomp", "ccomp", "acl", "relcl", "conj", "attr", "xcomp", "compound", "poss"}
)
TELLING = frozenset({"of", "with", "about", "as", "in"})
TOLD_IN = frozenset({"in"})


def find_story(anchor: Token) -> str | None:
    """Why an event is only told in a story, in words for the reader; None where nothing tells so."""
    for word in _above(anchor):
        if is_verb(word):
            tellers = surface_subject(word) if word != anchor else []
            for noun in (*tellers, *_places(word)):
                if _is_story(noun, anchor):
                    return f"it is told in a {noun.text.lower()}"
    return "it stands in a title" if _is_titled(anchor) else None


def _is_titled(noun: Token) -> bool:
    """Whether a noun with a capital stands in a short quotation of such words: "The Last Siege"."""
    if not noun.text[:1].isupper() or noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    before, after = (_to_quote(noun, step) for step in (-1, 1))
    words = [*(before or ()), *(after or ())]
    return before is not None and after is not None and bool(words) and all(_is_heading(word) for word in words)


def _to_quote(noun: Token, step: int) -> list[Token] | None:
    """The words from a noun to the next quotation mark on one side; None where that is far."""
    words: list[Token] = []
    for _ in range(MAX_TITLE):
        index = noun.i + step * (len(words) + 1)
        if not 0 <= index < len(noun.doc):
            return None
        if noun.doc[index].text in QUOTES:
            return words
        words.append(noun.doc[index])
    return None


def _is_heading(word: Token) -> bool:
    return word.text[:1].isupper() or word.pos_ in {"ADP", "DET", "CCONJ"}


def _above(anchor: Token) -> Iterator[Token]:
    """The event's word and those that it is content of: what "shows", "opens with" or "tells the story of" it."""
    word = anchor
    yield word
    while word.dep_ in CONTENT and (word.dep_ != "prep" or word.lower_ in TELLING):
        word = word.head
        yield word


def _places(verb: Token) -> list[Token]:
    """What the verb is told to happen in: "in the novel"."""
    phrases = (phrase for phrase in children(verb, "prep") if phrase.lower_ in TOLD_IN)
    return [noun for phrase in phrases for noun in children(phrase, "pobj")]


def _is_story(noun: Token, anchor: Token) -> bool:
    """Whether a noun names a made-up story, or a tale told in the present: "in the book, bombers **destroy** it"."""
    figures = {figure for row in rows_of(noun) for figure in row["figure"].split("|")}
    return noun.pos_ == "NOUN" and (STORY in figures or (TALE in figures and anchor.tag_ in PRESENT))
