"""Which clauses tell of one time: what hangs on a verb happens when that does, unless a word between says otherwise."""

from collections.abc import Container

from kg.extract.presupposed import carries
from kg.extract.syntax import children
from kg.lexicon import load_groups
from kg.parsed import Span, Token

VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
CLAUSES = frozenset({"xcomp", "advcl", "conj", "acl", "pcomp"})
PARTS = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "conj", "appos", "compound", "pobj", "dep", "agent", "oprd"})
AMID = frozenset({"in", "during"})
MEANWHILE = frozenset({"in", "by", "during", "amid", "with", "at", "through", "throughout", "between", "of", "as"})
WHILE = frozenset({"when", "while"})
REMEMBERED = frozenset({"anniversary", "centenary", "memory"})
APART = frozenset({"after", "before", "since", "until", "till", "because", "although", "though", "if", "unless"})


def clause_of(trigger: Token, others: Container[int]) -> Token | None:
    """The verb whose time is the trigger's: itself, or the one whose event the noun is or is part of.

    None for a noun that is only spoken of, or was before: "resigned **over** the raid", "a suspect **in** the raid".
    """
    token = trigger
    while token.pos_ not in VERBAL and token.head != token:
        if not is_part(token, others):
            return None
        token = token.head
    return token


def is_part(token: Token, others: Container[int]) -> bool:
    """Whether a word of the noun's phrase leaves it at the time of what stands above."""
    if token.dep_ == "prep":
        above = token.head
        if is_looking_back(token):
            return False
        return token.lower_ in MEANWHILE and (above.pos_ in VERBAL or token.lower_ == "of" or above.i in others)
    return token.dep_ in PARTS


def is_looking_back(phrase: Token) -> bool:
    """Whether a phrase names what was long before: "charged **with the raid**", "the anniversary **of the raid**"."""
    above = phrase.head
    charges = (row["by"] for row in load_groups("charges").get(above.lemma_.lower(), ()))
    charged = phrase.lower_ not in AMID and phrase.lower_ in charges
    named = {word.lemma_ for word in (above, *children(above, "dobj", "nsubjpass"))}
    return charged or (phrase.lower_ == "of" and bool(REMEMBERED & named))


def is_remembered(noun: Token) -> bool:
    """Whether an event is only looked back on, on another day than its own: "the anniversary of **the raid**"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and is_looking_back(noun.head)


def is_recalled(trigger: Token) -> bool:
    """Whether an event is told only as what somebody is charged with or what is remembered."""
    steps = (word for word in (trigger, *trigger.ancestors) if word.dep_ in {"pobj", "pcomp"})
    return any(is_looking_back(word.head) for word in steps)


def clause_above(verb: Token, others: Container[int]) -> Token | None:
    """The clause above a verb that tells of the same time; None where it tells of its own."""
    if verb.dep_ not in CLAUSES or any(mark.lower_ in APART for mark in children(verb, "mark")):
        return None
    above = verb.head
    if verb.dep_ == "pcomp":
        amid = above.lower_ in MEANWHILE and not is_looking_back(above)
        return above.head if amid and above.head.pos_ in VERBAL else None
    if verb.dep_ == "acl" and (carries(verb) or is_attempt(above)):
        return clause_of(above, others)
    if verb.dep_ == "acl":
        return next((word for word in above.ancestors if word.pos_ in VERBAL), None) if verb.tag_ == "VBG" else None
    return above if above.pos_ in VERBAL else None


def is_attempt(noun: Token) -> bool:
    """Whether a noun tells that something was tried: "two attempts to storm the base"."""
    return any(row["modality"] == "attempted" for row in load_groups("operators").get(noun.lemma_.lower(), ()))


def is_fronted(span: Span, verb: Token) -> bool:
    """Whether the date stands before the subject of its verb: "On Friday rebels took the port and burned it"."""
    return span.start < min((child.i for child in verb.children if child.dep_ in SUBJECTS), default=verb.i)


def has_subject(verb: Token) -> bool:
    """Whether the verb has a subject of its own."""
    return bool(children(verb, *SUBJECTS))


def is_meanwhile(clause: Token, trigger: Token, others: Container[int]) -> bool:
    """Whether a clause tells when the trigger's was: "died **when** a bomb exploded", "in a raid **that** began"."""
    told = clause_of(trigger, others)
    if clause.dep_ == "advcl":
        marks = children(clause, "advmod", "mark")
        return told in joined_before(clause.head) and any(mark.lower_ in WHILE for mark in marks)
    noun = clause.head
    is_event = noun.i in others or carries(clause)
    return is_event and noun.dep_ == "pobj" and noun.head.lower_ in MEANWHILE and clause_of(noun, others) == told


def joined_before(verb: Token) -> list[Token]:
    """A verb and those it is joined to: "were killed and three **hurt** when a bomb exploded on Friday"."""
    found = [verb]
    while found[-1].dep_ == "conj":
        found.append(found[-1].head)
    return found


def is_amid(noun: Token, trigger: Token, others: Container[int]) -> bool:
    """Whether an event noun tells amid what the trigger's was: "were freed **in a raid** on May 10"."""
    amid = noun.i in others and noun.dep_ == "pobj" and noun.head.lower_ in AMID and trigger.pos_ in VERBAL
    return amid and trigger in joined_before(noun.head.head)
