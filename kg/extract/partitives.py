"""What part a word has in its clause, also below a partitive: "shot **all of them**"."""

from kg.extract.phrases import core
from kg.extract.syntax import children
from kg.lexicon import load_lemmas
from kg.parsed import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
FAR = 30  # tokens
REASONS = frozenset({"after", "as", "because", "since", "when"})


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


def is_answered(pronoun: Token, head: Token) -> bool:
    """Whether a clause tells what somebody is treated so for, or his reply: "fined **him** after **he** fled"."""
    verb = _verb_answering(pronoun.head) if pronoun.dep_ in SUBJECTS else None
    objects = children(verb, "dobj") if verb is not None and verb.lemma_ in load_lemmas("reactions") else []
    return any(head in (found, *core(found)) for found in objects)


def _verb_answering(clause: Token) -> Token | None:
    """The verb above a clause of reason, or the one before a denial: "**accused** Chad of it, which it denied"."""
    opening = {child.lower_ for child in children(clause, "mark", "advmod") if child.i < clause.i}
    if clause.dep_ == "advcl":
        return clause.head if REASONS & opening else None
    row = load_lemmas("cues").get(clause.lemma_) if clause.dep_ == "relcl" else None
    before = clause.doc[max(clause.i - FAR, 0) : clause.i] if row is not None and row["stance"] == "denies" else ()
    return next((verb for verb in reversed([*before]) if verb.lemma_ in load_lemmas("reactions")), None)
