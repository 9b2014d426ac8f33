"""Relations that a verb, noun or adjective says with its slots: "backs", "war on", "loyal to"."""

from collections.abc import Iterator

from kg.extract.relations.parties import Parties, Party
from kg.extract.relations.patterns import Pattern, patterns_of
from kg.extract.relations.ties import Telling, Tie, tie
from kg.extract.slots import Slots, noun_slots, verb_slots
from kg.extract.subjects import surface_subject
from kg.extract.support import add_support
from kg.extract.syntax import children, coordinated, is_verb
from kg.parsed import Span, Token

COPULAS = frozenset({"be", "become", "remain", "stay"})


def find_frames(parties: Parties) -> Iterator[Tie]:
    """The ties of all verbs, nouns and adjectives that the table lists, words inside names apart."""
    for token in parties.doc:
        kind = _construction(token)
        patterns = patterns_of(token, kind) if kind is not None else ()
        party = parties.at(token) if patterns else None
        if kind is None or not patterns or (party is not None and party.form == "name"):
            continue
        slots = _slots(token, kind)
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
    if kind == "adjective":
        slots.add("bearer", _described(token))
    elif token.dep_ in {"dobj", "pobj", "attr"}:
        _add_bearers(slots, token)
        _add_strayed(slots, token)
    return slots


def _described(adjective: Token) -> list[Token]:
    """Whom an adjective describes: the noun it stands with, or the subject of "is"."""
    if adjective.dep_ in {"amod", "acl", "appos"}:
        return [adjective.head]
    return surface_subject(adjective.head) if adjective.dep_ == "acomp" else []


def _add_bearers(slots: Slots, noun: Token) -> None:
    """Whose noun it is: `bearer join` of "joined the fight", `noun under` of "a town under its control"."""
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    if is_verb(above):
        slots.add(f"bearer {noun.head.lemma_.lower()}", surface_subject(above))
    elif noun.dep_ == "pobj":
        slots.add(f"noun {noun.head.lower_}", [above])


def _add_strayed(slots: Slots, noun: Token) -> None:
    """Phrases behind a noun that the parser hung on its verb: "voiced support for the rebels"."""
    for preposition in children(noun.head, "prep") if is_verb(noun.head) else ():
        if preposition.i == noun.i + 1 and not slots.get(preposition.lower_):
            slots.add(
                preposition.lower_, [head for child in children(preposition, "pobj") for head in coordinated(child)]
            )


def _ties(token: Token, pattern: Pattern, slots: Slots, parties: Parties) -> Iterator[Tie]:
    words, told = _words(token, pattern), Telling(_carrying(token, pattern) or _asserting(token))
    targets = _fillers(slots, pattern.object, pattern, parties)
    for subject in _fillers(slots, pattern.subject, pattern, parties):
        for target in targets:
            ordered = pattern.subject != pattern.object or subject.span.start < target.span.start
            if ordered and are_told(subject, target):
                yield from tie(pattern, subject, target, words, told)


def are_told(subject: Party, target: Party) -> bool:
    """Whether one has a name and the other, beside it, too, or, if no place, a definite description."""
    if not target.is_named and "Place" in target.types:
        return False
    if subject.span.start < target.span.end and target.span.start < subject.span.end:
        return False
    return (subject.is_named or target.is_named) and subject.is_certain and target.is_certain


def _words(token: Token, pattern: Pattern) -> Span:
    """The anchor, with the preposition of the object where it follows at once."""
    follows = token.i + 1 < len(token.doc) and token.nbor().lower_ in pattern.object
    return token.doc[token.i : token.i + 1 + follows]


def _carrying(token: Token, pattern: Pattern) -> Token | None:
    """The verb that a noun makes its statement with: "**is** not at war", "**pledged** allegiance"."""
    slot = f"bearer {token.head.lemma_.lower()}" if token.dep_ in {"pobj", "dobj", "attr"} else ""
    above = token.head.head if token.dep_ == "pobj" else token.head
    carries = slot in (*pattern.subject, *pattern.object) and is_verb(above) and not children(token, "poss")
    return above if carries else None


def _asserting(token: Token) -> Token | None:
    """The word whose status counts; None where the tie is taken for granted: "forces based in Vitez", "end the war"."""
    if is_verb(token):
        granted = token.dep_ in {"acl", "relcl", "amod"} and token.tag_ != "VB"
        return None if granted and not children(token, "neg") else token
    if token.dep_ in {"acomp", "attr"}:
        return token.head if token.head.lemma_ in COPULAS else None
    given = children(token, "poss") or any(word.lower_ == "the" for word in children(token, "det"))
    return token if token.dep_ == "dobj" and not given else None


def _fillers(slots: Slots, names: tuple[str, ...], pattern: Pattern, parties: Parties) -> list[Party]:
    """The parties in these slots."""
    heads = dict.fromkeys(head for name in names for head in slots.get(name))
    return [party for head in heads for party in parties.meant(head, pattern.type)]
