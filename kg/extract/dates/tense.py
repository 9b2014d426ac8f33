"""Whether the words around a date look ahead or back."""

from spacy.tokens import Span, Token

from kg.extract.dates.words import load_kind

PAST = frozenset({"VBD", "VBN"})
SIDES = {"since": "past", "until": "future", "till": "future"}
PRESENT = frozenset({"VBZ", "VBP"})


def find_tense(span: Span) -> str:
    """The tense of what governs the span: "future", "past" or "present", "none" where nothing says."""
    token = span.root
    if token.head.lower_ in SIDES and token.dep_ == "pobj":
        return SIDES[token.head.lower_]
    for _ in range(12):
        if token not in span and is_ahead(token):
            return "future"
        if token.pos_ in {"VERB", "AUX"}:
            return tense_of(token)
        if token.head is token:
            break
        token = token.head
    return "none"


def is_ahead(token: Token) -> bool:
    """Whether the word or one below it says that something is still to come: due, scheduled, will."""
    ahead = load_kind("future")
    return token.lemma_.lower() in ahead or any(child.lower_ in ahead for child in token.children)


def tense_of(verb: Token) -> str:
    """The tense of a verb with its auxiliaries; infinitives and participles take that of the verb above."""
    helpers = {child.tag_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if verb.tag_ in PAST or helpers & PAST:
        return "past"
    if helpers & PRESENT and verb.tag_ == "VBG":
        return "future"
    if verb.tag_ in PRESENT or helpers & PRESENT:
        return "present"
    if "MD" in helpers:
        return "none"
    above = next((token for token in verb.ancestors if token.pos_ in {"VERB", "AUX"}), None)
    if above is not None:
        return "future" if is_ahead(above) else tense_of(above)
    return "future" if verb.tag_ == "VB" else "none"
