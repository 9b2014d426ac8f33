"""Verbs that carry an event noun: who launches an attack attacks, what comes under attack is attacked.

`ontology/language/support.tsv` says of each verb which part its subject plays in the event of its object
(`@agent`, `@patient`, `object` where the subject is the event and the object has a part in it, or none for "erupt"
and "spark"); those pseudo-slots go straight to the roles.
"""

from kg.extract.charges import find_charged
from kg.extract.parties import add_called
from kg.extract.presupposed import REACTING, carries, is_to_infinitive
from kg.extract.slots import Slots, verb_slots
from kg.extract.subjects import surface_subject
from kg.extract.syntax import children, is_passive, is_verb
from kg.lexicon import load_lemmas
from kg.parsed import Token

CARRIERS = frozenset({"responsibility", "credit", "blame"})
ABOUT = frozenset({"over", "about", "at", "on", "against", "amid", "after"})
MANNERS = frozenset({"demonstration", "protest"})
OBJECT = "object"
TARGET = "@target"
PHRASES = frozenset(
    {
        "in",
        "at",
        "near",
        "on",
        "against",
        "between",
        "with",
        "by",
        "from",
        "across",
        "around",
        "outside",
        "inside",
        "to",
        "into",
        "through",
        "along",
        "over",
    }
)


def add_support(slots: Slots, noun: Token) -> None:
    """Add to a noun's slots what the verb that governs it, or a participle on it, tells."""
    verb = governing_verb(noun)
    charged = find_charged(noun)
    slots.move(charged, "@agent")
    if verb is not None:
        own = verb_slots(verb)
        named = {name for name in PHRASES if any(head in charged for head in own.get(name))}
        slots.merge(own, PHRASES - ({"by"} if is_passive(verb) and not _part(verb) else set()) - named)
        _add_subject(slots, noun, verb)
    slots.add("@agent", _protesters(noun))
    for own in _participles(noun):
        slots.add("@agent", [head for head in own.get("subject") if head.i != noun.i])
        slots.merge(own, PHRASES)
    add_called(slots, noun)
    _drop(slots, noun)


def _protesters(noun: Token) -> list[Token]:
    """Who does something "in protest", wherever the parser hung that: "**traders** closed their shops in protest"."""
    verb = verb_of_manner(noun)
    return surface_subject(verb) if verb is not None and not is_passive(verb) else []


def verb_of_manner(noun: Token) -> Token | None:
    """The verb of what is done as that which a noun names: "**blocked** the road in protest"."""
    bare = noun.lemma_ in MANNERS and noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.i == noun.head.i + 1
    return next((above for above in noun.ancestors if is_verb(above)), None) if bare else None


def add_aims(slots: Slots, noun: Token) -> None:
    """Add what participles on a noun aim at, not who is behind them: "lifted sanctions imposed **on Eritrea**"."""
    for own in _participles(noun):
        slots.merge(own, PHRASES - {"by"})


def _participles(noun: Token) -> list[Slots]:
    told = [verb for verb in children(noun, "acl", "relcl") if is_verb(verb) and not is_to_infinitive(verb)]
    return [verb_slots(verb) for verb in told if _part(verb) == "@agent"]


def _drop(slots: Slots, noun: Token) -> None:
    """A noun is no argument of itself, though its verb's slots hold it."""
    for heads in slots.heads.values():
        heads[:] = [head for head in heads if head.i != noun.i]


def governing_verb(noun: Token) -> Token | None:
    """The verb whose subject or object the noun (or the partitive it stands under) is."""
    top = noun
    while top.dep_ in {"conj", "appos"} or (top.dep_ == "pobj" and top.head.lower_ == "of"):
        top = top.head.head if top.dep_ == "pobj" else top.head
    if top.dep_ == "pobj" and top.head.lower_ in REACTING:
        return None
    if top.dep_ in {"dobj", "nsubj", "nsubjpass", "pobj"}:
        head = top.head.head if top.dep_ == "pobj" else top.head
        if head.lemma_.lower() in CARRIERS and head.dep_ == "dobj":
            head = head.head
        return head if is_verb(head) else None
    return None


def _part(verb: Token, noun: Token | None = None) -> str:
    """The part that a verb gives its subject, in the event of this noun if it only sets off some."""
    row = load_lemmas("support").get(verb.lemma_.lower())
    if row is None or (noun and noun.lemma_.lower() in row["unless"].split("|")):
        return ""
    led = noun is None or not row["by"] or (noun.dep_ == "pobj" and noun.head.lower_ == row["by"])
    return row["subject"] if led else ""


def _add_subject(slots: Slots, noun: Token, verb: Token) -> None:
    part = _part(verb, noun)
    if part == OBJECT and noun.dep_ in {"nsubj", "conj"}:
        slots.add("@agent", verb_slots(verb).get("object"))
    if part in {OBJECT, ""} and noun.dep_ == "dobj" and carries(verb):
        part = TARGET
    if part.startswith("@") and not _is_beside_object(noun, verb):
        doer = verb_slots(verb).get("subject") if is_passive(verb) else surface_subject(verb)
        heads = [head for head in doer if head.i != noun.i and not _same_phrase(head, noun)]
        slots.add(part, heads if part != TARGET else [])
        slots.add(TARGET, heads if part in {TARGET, "@patient"} and noun.dep_ in {"dobj", "conj"} else [])


def _is_beside_object(noun: Token, verb: Token) -> bool:
    """Whether the verb carries another noun: "expressed **concern** over the violence"."""
    top = noun
    while top.dep_ in {"conj", "appos"}:
        top = top.head
    return top.dep_ == "pobj" and top.head.lower_ in ABOUT and top.head.head == verb and bool(children(verb, "dobj"))


def _same_phrase(head: Token, noun: Token) -> bool:
    return noun in head.conjuncts
