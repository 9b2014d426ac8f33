"""From the filled slots of a trigger to the roles of its event."""

from kg.extract.bearers import heads_of
from kg.extract.conditions import ADJUNCTS
from kg.extract.described import is_message
from kg.extract.fillers import Filler, add_names, add_nations, add_organisations, owners_of
from kg.extract.kinds import Kinds
from kg.extract.modifiers import harms, place_modifiers
from kg.extract.nobody import is_bare_number, is_deed, names_nothing
from kg.extract.nominals import sense_of
from kg.extract.opponents import find_opponents
from kg.extract.phrases import core, is_spot
from kg.extract.syntax import children
from kg.extract.triggers import Candidate
from kg.extract.whereabouts import find_places, hit_places
from kg.lexicon import load_lemmas
from kg.parsed import Token
from kg.vocabulary import Slot

__all__ = ["Filler", "fill_roles"]

STRAYING = frozenset({"origin", "destination", "recipient", "patient", "participant"})
PARTY = frozenset({"armed", "country", "group", "organisation"})
CLAUSES = ("clause", "to-clause", "ing-clause")


def fill_roles(candidate: Candidate, kinds: Kinds) -> list[Filler]:
    """The roles of an event, each head in one role, in the order of the text; places may double as what is hit."""
    fillers: dict[int, Filler] = {}
    place_modifiers(candidate, kinds)
    for slot in candidate.trigger.slots:
        for head in _heads(candidate, slot, kinds):
            for inner in core(head):
                free = slot.own or inner not in candidate.words or "person" in kinds(inner)
                if free and inner.i not in fillers and _fits(inner, slot, kinds):
                    role = _as_means(slot.role, inner, kinds)
                    fillers[inner.i] = Filler(role, inner)
                    if role == "instrument" and (role != slot.role or "subject" in slot.names):
                        fillers.update({user.i: Filler("agent", user) for user in _users_of(inner, kinds)})
    _drop_clauses(candidate, fillers)
    _add_supported(candidate, fillers, kinds)
    _add_target(candidate, fillers, kinds)
    fillers.update({head.i: Filler("participant", head) for head in find_opponents(candidate, fillers, kinds)})
    _add_means(candidate, fillers, kinds)
    add_organisations(fillers, kinds)
    add_nations(fillers, kinds)
    fillers = {i: filler for i, filler in fillers.items() if not _is_idle(filler, candidate, kinds)}
    add_names(fillers)
    places = find_places(candidate, list(fillers.values()), kinds)
    hit = hit_places(candidate, list(fillers.values()), kinds)
    return sorted([*fillers.values(), *places, *hit], key=lambda f: (f.head.i, f.role))


def _is_taken(candidate: Candidate, slot: Slot, name: str) -> bool:
    """Whether an "of" tells the victim, so that no other phrase does: "the rebels' killing of civilians at Gao"."""
    told = candidate.trigger.pos == "noun" and bool(candidate.slots.get("of"))
    return told and slot.role == "patient" and name in {"possessor", "at"}


def _heads(candidate: Candidate, slot: Slot, kinds: Kinds) -> list[Token]:
    found = [
        (name, head)
        for name in sorted(slot.names)
        if not _is_taken(candidate, slot, name)
        for head in heads_of(candidate.slots, name, kinds) or _strayed(candidate, slot, name, kinds)
    ]
    return [head for name, head in found if not names_nothing(name, head)]


def _strayed(candidate: Candidate, slot: Slot, name: str, kinds: Kinds) -> list[Token]:
    """Phrases that the parser hung on the verb's object or the noun's doer: "a raid by rebels **on** a base".

    An "of" is the object's own where that fills the role: "seized control **of** Gao", not "the son of a judge".
    """
    if slot.role not in STRAYING:
        return []
    part = "object" if candidate.trigger.pos == "verb" else "by"
    objects = [inner for head in candidate.slots.get(part) for inner in (head, *core(head))]
    objects = [head for head in objects if name != "of" or not slot.types & kinds(head)]
    phrases = [child for head in objects for child in children(head, "prep") if child.lower_ == name]
    return [head for phrase in phrases for head in children(phrase, "pobj")]


def _fits(head: Token, slot: Slot, kinds: Kinds) -> bool:
    """Whether the filler is of a kind the slot takes; modifiers, places and means must be known to be."""
    known = kinds(head)
    if is_deed(head, slot.role):
        return False
    if not slot.types or "time" in known:
        return "time" not in known
    must_be_known = slot.known or slot.role in ADJUNCTS or "modifier" in slot.names
    return bool(known & slot.types) or not (known or must_be_known)


def _drop_clauses(candidate: Candidate, fillers: dict[int, Filler]) -> None:
    """A clause beside an object only says more of it: "announced the plan after rebels attacked"."""
    clauses = {head.i for name in CLAUSES for head in candidate.slots.get(name)}
    if any(filler.role == "topic" and i not in clauses for i, filler in fillers.items()):
        for i in clauses & fillers.keys():
            del fillers[i]


def _is_idle(filler: Filler, candidate: Candidate, kinds: Kinds) -> bool:
    """Whether what seems to do bodily harm cannot: "responsibility", "no group", "a roadside", "leaflets"."""
    if filler.role != "agent" or not harms(candidate):
        return False
    if is_message(filler.head):
        return True
    known = kinds(filler.head)
    first = filler.head
    while first.dep_ == "conj":
        first = first.head  # "no group or party"
    nobody = any(child.lower_ == "no" for child in children(first, "det", "neg"))
    return nobody or bool(known and "actor" not in known and ("place" in known or "physical" not in known))


def _as_means(role: str, head: Token, kinds: Kinds) -> str:
    """A weapon that stands as the doer is the means: "a car bomb killed three"."""
    known = kinds(head)
    return "instrument" if role == "agent" and "weapon" in known and "actor" not in known else role


def _users_of(means: Token, kinds: Kinds) -> list[Token]:
    """Whose means it is: "**Israeli** warplanes", "the **army's** shells"; not the fighter of "fighter jets"."""
    known = load_lemmas("nouns")
    owners = [owner for owner in owners_of(means) if f"{owner.lower_} {means.lemma_}" not in known]
    return [owner for owner in owners if "actor" in kinds(owner) and kinds(owner) & PARTY]


def _add_means(candidate: Candidate, fillers: dict[int, Filler], kinds: Kinds) -> None:
    """Weapons that the trigger itself names: "a mortar attack", "a car bomb"."""
    if "instrument" in candidate.trigger.roles and candidate.trigger.pos == "noun":
        arms = [head for head in candidate.slots.get("modifier") if _is_arm(head, kinds)]
        named = [head for head in arms if head.head not in arms]  # gas in "poison gas attack"
        own = candidate.anchor if _is_arm(candidate.anchor, kinds) else None
        for head in named if own is None or (named and sense_of(own)) else [own, *named]:
            fillers.setdefault(head.i, Filler("instrument", head))


def _is_arm(head: Token, kinds: Kinds) -> bool:
    return "weapon" in kinds(head) and not kinds(head) & {"actor", "vehicle"}


def _add_supported(candidate: Candidate, fillers: dict[int, Filler], kinds: Kinds) -> None:
    """Fillers that a verb such as "launch" or "suffer" brings to the event noun."""
    for part in () if _is_aside(candidate.anchor) else ("agent", "patient"):
        for head in (head for head in candidate.slots.get(f"@{part}") if "time" not in kinds(head)):
            role = _role_for(part, candidate.trigger.roles)
            if role is not None:
                for inner in () if is_bare_number(part, head) else core(head):
                    if _may_be(inner, role, candidate, kinds):
                        fillers.setdefault(inner.i, Filler(role, inner))


def _add_target(candidate: Candidate, fillers: dict[int, Filler], kinds: Kinds) -> None:
    """Whom words or help from others go to: "**the law** drew criticism from donors", "**Kenya** won their backing"."""
    given = any(slot.role == "agent" and "from" in slot.names for slot in candidate.trigger.slots)
    role = next((role for role in ("patient", "recipient") if given and role in candidate.trigger.roles), None)
    told = [filler.head for filler in fillers.values() if filler.role == role]
    if role is None or any("actor" in kinds(head) for head in told):
        return
    names = ("@target", "@target's")
    heads = [head for name in names for head in heads_of(candidate.slots, name, kinds) if "actor" in kinds(head)]
    matters = told if heads else []
    fillers.update({head.i: Filler("topic", head) for head in matters})  # backing "for its bid"
    for head in heads:
        fillers.setdefault(head.i, Filler(role, head))


def _is_aside(noun: Token) -> bool:
    """Whether the noun only tells the time or frame of its verb: "in the wake of the attacks the firm began"."""
    while noun.dep_ == "conj":
        noun = noun.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return False
    above = noun.head.head
    groups = above.lemma_.lower() in load_lemmas("partitives") and not is_spot(above)
    return (above.dep_ == "pobj" and not groups) or _is_aside(above)


def _may_be(head: Token, role: str, candidate: Candidate, kinds: Kinds) -> bool:
    """Whether a filler that a verb brings is of a kind the noun's own slots for the role take."""
    wanted = [slot.types for slot in candidate.trigger.slots if slot.role == role]
    known = kinds(head)
    return not known or not wanted or any(not types or known & types for types in wanted)


def _role_for(part: str, roles: frozenset[str]) -> str | None:
    if part in roles:
        return part
    return "participant" if "participant" in roles else None
