"""Relations that a verb, noun or adjective says with its slots: "backs", "war on", "loyal to"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.relations.parties import Parties, Party
from kg.extract.relations.patterns import Pattern, patterns_of
from kg.extract.relations.ties import Tie, words_of
from kg.extract.support import add_support
from kg.extract.syntax import Slots, children, is_verb, noun_slots, surface_subject, verb_slots

COPULAS = frozenset({"be", "become", "remain", "stay"})


def find_frames(parties: Parties) -> Iterator[Tie]:
    """The ties of all verbs, nouns and adjectives that the table lists."""
    for token in parties.doc:
        kind = _construction(token)
        party = parties.at(token)
        if kind is None or (party is not None and party.form == "name"):
            continue
        patterns = list(patterns_of(token, kind))
        slots = _slots(token, kind) if patterns else Slots()
        for pattern in patterns:
            yield from _ties(token, pattern, slots, parties)


def _construction(token: Token) -> str | None:
    if token.pos_ == "ADJ" or (token.tag_ == "VBN" and token.dep_ in {"acomp", "amod"}):
        return "adjective"
    if is_verb(token):
        return "verb"
    return "noun" if token.pos_ in {"NOUN", "PROPN"} else None


def _slots(token: Token, kind: str) -> Slots:
    if kind == "verb":
        return verb_slots(token)
    slots = noun_slots(token)
    if kind == "noun":
        add_support(slots, token)
    slots.add("bearer", _bearers(token, kind))
    if token.dep_ == "pobj" and is_verb(token.head.head):
        slots.add(f"bearer {token.head.lower_}", surface_subject(token.head.head))
    return slots


def _bearers(token: Token, kind: str) -> list[Token]:
    """Whom an adjective describes; whose noun it is where the verb tells: "joined the fight"."""
    if kind == "adjective" and token.dep_ in {"amod", "acl", "appos"}:
        return [token.head]
    return surface_subject(token.head) if token.dep_ in {"dobj", "acomp", "attr"} and is_verb(token.head) else []


def _ties(token: Token, pattern: Pattern, slots: Slots, parties: Parties) -> Iterator[Tie]:
    prepositions = [child for child in children(token, "prep", "agent", "prt") if child.lower_ in pattern.object]
    verb = _asserting(token)
    for subject in _fillers(slots, pattern.subject, parties):
        for target in _fillers(slots, pattern.object, parties):
            if subject.is_named and target.is_named and pattern.takes(subject, target):
                yield Tie(pattern, subject, target, words_of(token, *prepositions), verb)


def _asserting(token: Token) -> Token | None:
    """The verb that asserts the relation; None where it is taken for granted, as in "forces based in Vitez"."""
    if is_verb(token):
        granted = token.dep_ in {"acl", "relcl", "amod"} and token.tag_ != "VB" and not children(token, "neg")
        return None if granted else token
    return token.head if token.dep_ in {"acomp", "attr"} and token.head.lemma_ in COPULAS else None


def _fillers(slots: Slots, names: tuple[str, ...], parties: Parties) -> list[Party]:
    heads = [head for name in names for head in slots.get(name)]
    return [party for head in dict.fromkeys(heads) for party in parties.headed(head)]
