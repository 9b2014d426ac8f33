"""What is made up: the story of a film or novel ("the drama opens with an ambush"), so nothing that happened."""

from collections.abc import Iterator

from kg.extract.figures import rows_of
from kg.extract.subjects import surface_subject
from kg.extract.syntax import children, is_verb
from kg.parsed import Token

STORY = "story"
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
                if _is_story(noun) and anchor not in noun.subtree:
                    return f"it is told in a {noun.text.lower()}"
    return None


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


def _is_story(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and any(STORY in row["figure"].split("|") for row in rows_of(noun))
