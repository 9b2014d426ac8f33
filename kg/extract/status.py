"""Whether an event is told as fact: polarity, modality and hedge, from words that govern its trigger.

The words above the trigger come from `kg.extract.governors`; the strongest one speaks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.extract.governors import find_governors
from kg.extract.syntax import children, is_verb
from kg.lexicon import Row, load_lemmas

NEGATIONS = frozenset({"not", "n't", "never", "neither", "nor", "no", "none", "nobody", "without", "nothing"})
NEGATING = ("neg", "advmod", "preconj", "cc", "det")
NEGATED_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
CONDITIONS = frozenset({"if", "unless"})
STRENGTH = ("actual", "attempted", "planned", "possible", "demanded", "threatened", "conditional")


@dataclass(frozen=True)
class Status:
    """How an event is told; the default is a plain assertion."""

    polarity: str = "positive"
    modality: str = "actual"
    hedge: str | None = None

    def weaken(self, modality: str) -> "Status":
        """The status with a modality that is further from fact, if it is."""
        return replace(self, modality=max(self.modality, modality, key=STRENGTH.index))


def find_status(anchor: Token, words: tuple[Token, ...]) -> Status:
    """The status of the event whose trigger is `anchor`; `words` are all words of the trigger."""
    status = Status()
    if _is_negated(anchor, words) or any(_has_no(word) for word in words):
        status = replace(status, polarity="negative")
    status = _own_modality(anchor, status)
    own = status.modality
    for row, governor in find_governors(anchor):
        status = _apply(row, governor, status)
    if own != "actual":
        status = replace(status, modality=own)
    if _is_asked(anchor):
        status = status.weaken("possible")
    if status.modality in {"planned", "possible"} and _has_condition(anchor):
        status = status.weaken("conditional")
    return replace(status, hedge=_find_hedge(anchor))


def _is_negated(verb: Token, words: tuple[Token, ...] = ()) -> bool:
    """Whether a negation stands on the trigger or on one of its subjects or objects ("no soldier fired").

    A negation among the trigger's own words is part of what it tells.
    """
    negations = [child for child in children(verb, *NEGATING) if child.lower_ in NEGATIONS]
    if negations:
        return not set(negations) <= set(words)
    shares = verb.dep_ == "conj" and is_verb(verb) and not children(verb, "nsubj", "nsubjpass")
    if shares and _shares_negation(verb):
        return True
    return is_verb(verb) and any(_has_no(child) for child in children(verb, *NEGATED_ARGUMENTS))


def _shares_negation(verb: Token) -> bool:
    """Whether a joined verb is under the negation of the first: "did not fire or flee", "neither fired nor fled"."""
    if children(verb.head, "neg"):
        return not _has_but(verb)
    joins = {child.lower_ for child in children(verb.head, "cc")}
    return "nor" in joins or ("or" in joins and _is_negated(verb.head))


def _has_but(verb: Token) -> bool:
    return any(child.lower_ == "but" for child in (*verb.head.children, *verb.children))


def _has_no(noun: Token) -> bool:
    return (
        noun.lower_ in {"nobody", "none", "nothing", "neither"}
        or any(
            child.lower_ in {"no", "neither", "zero"} and child.dep_ in {"det", "nummod", "neg", "advmod"}
            for child in noun.children
        )
        or (noun.lower_ == "one" and any(child.lower_ == "no" for child in noun.children))
    )


def _own_modality(anchor: Token, status: Status) -> Status:
    """Modal auxiliaries, conditions and infinitives of purpose on the verb of the trigger."""
    for verb in (anchor, *_verb_group(anchor)):
        for child in verb.children:
            row = (
                load_lemmas("auxiliaries").get(child.lower_)
                if child.dep_ in {"aux", "mark", "advmod", "amod"}
                else None
            )
            if row is not None:
                status = status.weaken(row["reported" if _is_told(verb) else "modality"])
    return status


def _has_condition(anchor: Token) -> bool:
    """Whether what will or may be hangs on a condition: "if they attack, we will answer"; "even if" is none."""
    clauses = (clause for verb in _verb_group(anchor) for clause in children(verb, "advcl"))
    marks = (mark for clause in clauses for mark in children(clause, "mark") if mark.lower_ in CONDITIONS)
    return any(mark.i == 0 or mark.nbor(-1).lower_ != "even" for mark in marks)


def _is_told(verb: Token) -> bool:
    """Whether the clause is what somebody said in the past."""
    return verb.dep_ in {"ccomp", "conj"} and (verb.head.tag_ == "VBD" or (verb.dep_ == "conj" and _is_told(verb.head)))


def _verb_group(anchor: Token) -> Iterator[Token]:
    """The verbs whose auxiliaries bear on the trigger: itself, the first of coordinated ones, the noun's governor."""
    verb = anchor if is_verb(anchor) else anchor.head
    for _ in range(6):
        if is_verb(verb):
            yield verb
            if verb.dep_ != "conj" or children(verb, "nsubj", "nsubjpass", "aux") or _is_told_apart(verb):
                return
        if verb.head == verb or verb.dep_ in {"advcl", "acl", "relcl", "ccomp", "parataxis"}:
            return
        verb = verb.head


def _is_told_apart(verb: Token) -> bool:
    """Whether the auxiliary of the first verb leaves a joined one in the past: "would send troops but **ruled** out"."""
    return verb.tag_ == "VBD" and verb.head.tag_ == "VB"


def _apply(row: Row, governor: Token, status: Status) -> Status:
    if row["polarity"] == "negative":
        flipped = "positive" if status.polarity == "negative" and row["lemma"] == "fail" else "negative"
        status = replace(status, polarity=flipped)
    if row["modality"]:
        status = status.weaken(row["modality"])
    return status if not _is_negated(governor) or row["modality"] else replace(status, polarity="negative")


def _is_asked(anchor: Token) -> bool:
    sentence = anchor.sent
    return sentence[-1].text == "?" or any(token.text == "?" for token in sentence[-3:])


def _find_hedge(anchor: Token) -> str | None:
    """The words that weaken the report: "reportedly", "is believed to have"."""
    for verb in _verb_group(anchor):
        for child in children(verb, "advmod", "amod") + children(anchor, "advmod", "amod"):
            if child.lower_ in load_lemmas("hedges"):
                return child.text
    governor = anchor.head
    if anchor.dep_ == "xcomp" and governor.lemma_.lower() in load_lemmas("hedges"):
        return governor.text
    return None
