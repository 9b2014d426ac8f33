"""The words above a trigger that change how its event is told: "**plans** to attack", "**prevented** an attack".

The words and what they do stand in `ontology/language/operators.tsv`; this module only climbs to them.
"""

from collections.abc import Iterator

from kg.extract.negation import is_negated
from kg.extract.plans import giver_of_time, is_time, plan_before
from kg.extract.presupposed import (
    carries,
    is_finite,
    is_given_clause,
    is_judged,
    is_known,
    is_presupposed,
    is_to_infinitive,
)
from kg.extract.support import verb_of_manner
from kg.extract.syntax import children, is_verb
from kg.lexicon import Row, load_groups, load_lemmas
from kg.parsed import Token, once

MAX_CLIMB = 12
FACT = "actual"
CLAUSES = {"ccomp": "that", "csubj": "subject", "xcomp": "infinitive"}
PLOTTING = frozenset({"plan", "plot", "prepare", "organize"})
ARGUMENTS = {"dobj": "object", "nsubjpass": "object", "nsubj": "subject", "attr": "subject"}


def find_governors(anchor: Token) -> Iterator[tuple[tuple[Row, ...], Token]]:
    """The words above the trigger that change its status, nearest first, with what the table says of each."""
    for token, head in climb(anchor):
        rows = rows_over(token, head)
        if rows or _brings(token, head, anchor):
            yield rows, head


def climb(anchor: Token) -> Iterator[tuple[Token, Token]]:
    """The steps from the trigger up, each word with its head, as far as what stands above bears on the event."""
    token = verb_of_manner(anchor) or anchor
    for _ in range(MAX_CLIMB):
        head = plan_before(token) or giver_of_time(token) or token.head
        if head == token:
            return
        if not rows_over(token, head) and is_presupposed(token):
            return
        yield token, head
        if any(row["modality"] == FACT for row in rows_over(token, head)):
            return
        token = head


def states_fact(token: Token, head: Token) -> bool:
    """Whether the head takes what hangs on it for granted: "regrets that", "condemned the attack", "will not lift"."""
    denied = is_negated(head)
    return any(FACT in {row["modality"], row["negated"] if denied else ""} for row in rows_over(token, head))


@once
def rows_over(token: Token, head: Token) -> tuple[Row, ...]:
    """What the table says of the head, where the token hangs on it as the table asks."""
    if is_given_clause(token) or is_judged(token):
        return ()
    links = _links(token) if head == token.head else {"infinitive"}
    rows = (row for name in _names(head) for row in load_groups("operators").get(name, ()))
    fitting = (row for row in rows if links & set(row["governs"].split("|")))
    is_claim = token.dep_ == "ccomp" and is_finite(token)
    barred = {"demanded"} if is_claim else {"planned"} if _was_to_be(token) else frozenset()
    return tuple(row for row in fitting if row["modality"] not in barred)


def _was_to_be(noun: Token) -> bool:
    """Whether a known event is looked back on by who made it: "**the attack** had been planned abroad"."""
    beside = {child.lower_ for child in children(noun.head, "aux", "prep")}
    told = noun.dep_ == "nsubjpass" and is_known(noun) and noun.head.lemma_ in PLOTTING
    return told and "had" in beside and "for" not in beside


def _brings(token: Token, head: Token, anchor: Token) -> bool:
    """Whether there is no event without the head's: "launched **an attack**", "used gas **to disperse** them"."""
    if token.dep_ in {"advcl", "xcomp"} and is_to_infinitive(token):
        return True
    purpose = anchor.head == token and is_to_infinitive(anchor) and not rows_over(anchor, token)
    if token.dep_ not in {"dobj", "nsubjpass"} or not is_verb(head) or not (purpose or token == anchor):
        return False
    return purpose or carries(head)


def _names(head: Token) -> list[str]:
    """What the table may call a governor: with particle or adverb where it can, else by its forms and adjective."""
    table = load_groups("operators")
    beside = [child.lower_ for child in children(head, "prt", "advmod")]
    beside += ["time" for child in children(head, "dobj", "npadvmod") if is_time(child)]  # "gave them a day to leave"
    pairs = sorted(f"{head.lemma_.lower()} {word}" for word in beside)
    adjectives = (child.lower_ for child in children(head, "acomp"))
    return [pair for pair in pairs if pair in table] or sorted({head.lemma_.lower(), head.lower_, *adjectives})


def _links(token: Token) -> set[str]:
    """How a token hangs on its head, in the words of the table."""
    if token.dep_ in {"xcomp", "advcl", "acl", "relcl"} and token.tag_ == "VB":
        # "vowed on Sunday to fight"
        parted = token.dep_ == "advcl" and not children(token.head, "dobj", "xcomp", "ccomp")
        return {"purpose", "infinitive"} if parted else {"purpose" if token.dep_ == "advcl" else "infinitive"}
    if token.dep_ in {"xcomp", "pcomp"} and token.tag_ == "VBG":
        return {"ing"}
    if token.dep_ == "acl" and any(mark.lower_ == "that" for mark in children(token, "mark")):
        return {"that"}
    if token.dep_ == "ccomp" and is_to_infinitive(token):
        return {"that", "infinitive"}
    if token.dep_ in ARGUMENTS:
        return {ARGUMENTS[token.dep_], *_as_object(token)}
    return {token.lower_ if token.dep_ == "prep" else CLAUSES.get(token.dep_, token.dep_)}


def _as_object(token: Token) -> tuple[str, ...]:
    """Whether an object is named as known or as new; what is told in a claim is neither: "rejected **reports** of"."""
    if token.dep_ != "dobj" or token.lemma_.lower() in load_lemmas("cue-nouns"):
        return ()
    return ("the-object",) if is_known(token) else ("an-object",)
