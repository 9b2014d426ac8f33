"""How many: the number that a noun phrase, a bare numeral or a death toll states.

What is counted, the dead or the detained, is the business of the event that the number belongs to.
"""

from dataclasses import replace

from kg.extract.quantities import Bounds, find_quantities
from kg.extract.syntax import children
from kg.parsed import Token

__all__ = ["Bounds", "counts_beside", "figure_of_number", "is_part", "number_of", "size_of", "toll"]

ANOTHER = "another"
AMONG = frozenset({"among them", "among whom", "of them", "of whom"})
THEM = frozenset({"them", "whom", "which", "these", "those"})
ARTICLES = frozenset({"a", "an", "another"})
COUNTING = frozenset({"nummod", "quantmod", "amod", "det", "neg", "predet"})
NOMINAL = frozenset({"ADJ", "NOUN", "PROPN"})
FIGURES = frozenset({"to", "at", "of", "from"})
LINKS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd", "acomp"})
VALUES = frozenset({"dobj", "attr", "npadvmod", "appos", "oprd", "pobj"})


def number_of(head: Token, *, article: bool = False) -> Bounds | None:
    """The bounds that a noun phrase gives its head, or a bare numeral itself; None without a number.

    A partitive counts the part ("11 of the 20 hostages" is 11), an enumeration after it adds nothing
    ("12 people, including three children" is 12). With `article`, "a soldier" and "another man" are 1.
    """
    for token in find_counters(head):
        bounds = quantity_at(token)
        if bounds:
            return bounds
    if head.lower_ == ANOTHER or (article and any(child.lower_ in ARTICLES for child in head.lefts)):
        return Bounds(1, 1, head.left_edge.idx, head.idx + len(head.text))
    return None


def is_part(head: Token) -> bool:
    """Whether a phrase tells of some of those named before: "12 men, **eight of them** badly", "among them two"."""
    below = [noun for phrase in head.rights if phrase.lower_ == "of" for noun in phrase.children]
    below += [head] if head.dep_ == "pobj" and head.head.lower_ == "of" else []
    edge = head.left_edge.i
    among = head.doc[max(edge - 2, 0) : edge].text.lower() in AMONG
    return among or any(noun.lower_ in THEM for noun in below)


def counts_beside(verb: Token) -> list[Token]:
    """The numerals that the parser joined to a verb for those of its object: "killed 40 in Kora and **12** in Mell"."""
    joined = (word for word in children(verb, "conj") if word.pos_ == "NUM" and verb.pos_ == "VERB")
    return [word for word in joined if word.nbor().pos_ == "ADP"]


def size_of(head: Token) -> Bounds | None:
    """The number of a body's members: "a family of five", "a crew of 12"."""
    phrases = (child for child in head.rights if child.dep_ == "prep" and child.lower_ == "of")
    return next((found for phrase in phrases if (found := figure_below(phrase))), None)


def find_counters(head: Token) -> list[Token]:
    """The words that may count the head, best first: a partitive's whole, itself, what modifies it."""
    above = head.head
    partitive = [above.head] if head.dep_ == "pobj" and above.lower_ == "of" else []
    modifiers = [child for child in head.lefts if child.dep_ in COUNTING]
    return [*partitive, head, *modifiers, *before_phrase(head)]


def before_phrase(head: Token) -> list[Token]:
    """The word before the head and its adjectives, where the parser hung the number elsewhere."""
    doc, index = head.doc, head.i - 1
    while index > head.sent.start and doc[index].pos_ in NOMINAL and doc[index].head == head:
        index -= 1
    before = doc[max(index, 0)]
    return [before] if before.pos_ == "NUM" and before.i < head.i and before.head.i >= before.i else []


def quantity_at(token: Token) -> Bounds | None:
    """The quantity that the token is part of, with its extent in the document."""
    offset = token.sent.start_char
    for bounds in find_quantities(token.sent.text):
        if bounds.start <= token.idx - offset < bounds.end and (bounds.min, bounds.max) != (None, None):
            return replace(bounds, start=bounds.start + offset, end=bounds.end + offset)
    return None


def toll(trigger: Token) -> Bounds | None:
    """The figure of "toll", "fatalities" or "dead": before it, after it, or where its verb puts it."""
    own = number_of(trigger) or figure_before(trigger) or figure_below(trigger) or figure_beside(trigger)
    return own or figure_of_number(trigger) or none_before(trigger)


def none_before(trigger: Token) -> Bounds | None:
    """The zero of "no deaths or injuries"."""
    first = trigger.head if trigger.dep_ == "conj" else trigger
    found = number_of(first) if any(word.lower_ in {"or", "nor"} for word in children(first, "cc")) else None
    return found if found and found.max == 0 else None


def figure_of_number(trigger: Token) -> Bounds | None:
    """The figure of "the number of dead", where the verb puts it."""
    number = trigger.head.head if trigger.dep_ == "pobj" and trigger.head.lower_ == "of" else None
    return figure_beside(number) if number is not None and number.lemma_ == "number" else None


def figure_before(trigger: Token) -> Bounds | None:
    """The figure that stands right before an adjective or participle: "12 dead and dozens wounded"."""
    before = trigger.doc[max(trigger.i - 1, trigger.sent.start)]
    return quantity_at(before) if trigger.pos_ in {"ADJ", "VERB"} and before != trigger else None


def figure_below(token: Token) -> Bounds | None:
    """The figure among what depends on the token: "a toll of 45", "fatalities: 3"."""
    for child in token.rights:
        if child.lower_ in FIGURES and child.dep_ == "prep":
            found = next((number_of(value) for value in child.children if value.dep_ == "pobj"), None)
        else:
            found = quantity_at(child) if child.dep_ in VALUES and child.pos_ == "NUM" else None
        if found:
            return found
    return None


def figure_beside(trigger: Token) -> Bounds | None:
    """The figure of the verb or its object: "the toll rose to 45", "left 12 people dead"."""
    verb = trigger.head
    if trigger.dep_ not in LINKS:
        return None
    if trigger.pos_ in {"ADJ", "VERB"}:
        between = (*trigger.lefts, *(child for child in verb.rights if child.i < trigger.i))
        objects = (number_of(child) for child in between if child.dep_ in {"nsubj", "dobj"})
        return next((found for found in objects if found), None)
    return figure_below(verb)
