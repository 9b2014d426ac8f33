"""Noun phrases: which words a head brings with it, and which noun a partitive is about."""

from spacy.tokens import Span, Token

from kg.extract.syntax import children, coordinated
from kg.lexicon import load_lemmas

LEFT = frozenset(
    {"det", "amod", "compound", "nmod", "nummod", "quantmod", "poss", "predet", "advmod", "npadvmod", "case", "punct", "neg"}
)
CONTAINERS = frozenset({"town", "city", "village", "district", "province", "region", "state", "department", "island", "port"})


def core(head: Token) -> list[Token]:
    """What a phrase is about: "dozens of girls" the girls, "the town of Gao" Gao; else the head itself."""
    if head.lemma_.lower() in load_lemmas("partitives") or head.tag_ == "CD" or head.lemma_.lower() in CONTAINERS:
        for preposition in children(head, "prep"):
            if preposition.lower_ == "of":
                inner = [noun for child in children(preposition, "pobj") for noun in coordinated(child)]
                if inner and (head.lemma_.lower() not in CONTAINERS or inner[0].pos_ == "PROPN"):
                    return [noun for found in inner for noun in core(found)]
    return [head]


def phrase(head: Token) -> Span:
    """The head with its determiner, numbers, adjectives and modifying nouns before it, nothing after it."""
    start = head.i
    for token in reversed(list(head.lefts)):
        if token.dep_ not in LEFT:
            break
        start = next(token.subtree).i
    while start < head.i and (head.doc[start].is_punct or head.doc[start].is_space or _only_measures(head.doc[start])):
        start += 1
    return head.doc[start : head.i + 1]


def _only_measures(token: Token) -> bool:
    """Whether a word before a numeral or noun only says how exact or how many: "at least", "some", "several"."""
    return token.lower_ in load_lemmas("quantifiers")


def full_phrase(head: Token) -> Span:
    """The phrase with a following "of" phrase: "the border district of Rutsuro"."""
    span = phrase(head)
    for preposition in children(head, "prep"):
        if preposition.lower_ == "of":
            end = max(token.i for token in preposition.subtree) + 1
            return head.doc[span.start : end]
    return span
