"""What part a word has in its clause, also below a partitive: "shot **all of them**"."""

from kg.extract.phrases import core
from kg.parsed import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def whole(head: Token) -> Token:
    """The partitive above a head, or the head itself: the "all" of "all of them"."""
    top = head
    while top.dep_ == "pobj" and top.head.lower_ == "of" and head in core(top.head.head):
        top = top.head.head
    return top


def is_subject(head: Token) -> bool:
    """Whether the head, or the partitive above it, is a subject; a pronoun is as good as one."""
    return whole(head).dep_ in SUBJECTS or head.pos_ == "PRON"


def is_undergoer(pronoun: Token, head: Token) -> bool:
    """Whether a joined verb befell whom the pronoun's does: "chased **the men** and shot them"."""
    own = whole(pronoun)
    return own.dep_ == head.dep_ == "dobj" and own.head.dep_ == "conj" and head.head == own.head.head
