"""Where an event happened, and which of those places its weapon struck."""


from kg.extract.fillers import Filler
from kg.extract.kinds import Kinds
from kg.extract.phrases import core, is_container, is_named, phrase
from kg.extract.slots import Slots, verb_slots
from kg.extract.support import governing_verb
from kg.extract.syntax import children, coordinated, is_verb
from kg.extract.triggers import Candidate
from kg.lexicon import load_lemmas
from kg.parsed import Token

PLACE_PREPOSITIONS = (
    "in", "at", "near", "outside", "inside", "across", "around", "throughout", "along", "within",
    "off", "on", "over", "through", "of",
)  # fmt: skip
TALK = frozenset({"clause", "to-clause", "ing-clause", "about"})
NO_PLACE_NAME = frozenset({"country", "organisation", "armed"})
STRUCK_AT = ("at", "in", "inside", "outside", "under", "beneath")


def find_places(candidate: Candidate, fillers: list[Filler], kinds: Kinds) -> list[Filler]:
    """Where it happened: place phrases on the trigger, on its fillers or verb, else the town that is hit."""
    taken = {filler.head.i for filler in fillers}
    found = _place_heads(candidate.slots, kinds, taken)
    if not found and not is_speech(candidate):
        found = [place for head in _neighbours(candidate, fillers) for place in _nominal_places(head, kinds, taken)]
    found += [
        inner
        for head in found
        if head.pos_ == "NOUN"
        for inner in _nominal_places(head, kinds, taken)
        if inner not in found
    ]
    hit = {slot.role for slot in candidate.trigger.slots if "physical" in slot.types}
    shut = {slot.role for slot in candidate.trigger.slots if "place" in slot.types}
    struck = [f.head for f in fillers if f.role in hit and "place" in kinds(f.head) and _is_proper(f.head, kinds)]
    struck += [f.head for f in fillers if f.role in shut and f.role == "patient" and _is_spot(f.head, kinds)]
    return [Filler("place", head) for head in (*struck, *(head for head in found if head not in struck))]


def _is_proper(head: Token, kinds: Kinds) -> bool:
    """Whether a place is told by its name, be it with the noun of its kind: "Gao", "Tilma village"; not "a UN camp"."""
    if head.pos_ == "PROPN" or head.tag_ != "NN" or not head.i:
        return head.pos_ == "PROPN"
    row = load_lemmas("containers").get(head.lower_)
    several = any(word.lower_ in {"a", "an"} for word in children(head, "det"))
    names = [word for word in phrase(head)[:-1] if word.pos_ == "PROPN" and not kinds(word) & NO_PLACE_NAME]
    return row is not None and row["use"] == "proper" and bool(names) and not children(head, "poss") and not several


def _is_spot(head: Token, kinds: Kinds) -> bool:
    """Whether a noun with a name tells a spot rather than a holding: "the Tilma road", not "the Hamas base"."""
    named = any(word.pos_ == "PROPN" for word in phrase(head)[:-1])
    definite = named and any(word.lower_ == "the" for word in children(head, "det"))
    held = head.lemma_.lower() in load_lemmas("holders")
    return definite and head.pos_ == "NOUN" and "building" in kinds(head) and not held


def hit_places(candidate: Candidate, fillers: list[Filler], kinds: Kinds) -> list[Filler]:
    """What a weapon strikes where the words tell only where: "a bomb went off in a restaurant", not "in the area"."""
    roles = {filler.role for filler in fillers}
    if "patient" in roles or "instrument" not in roles or "patient" not in candidate.trigger.roles:
        return []
    heads = [inner for name in STRUCK_AT for head in candidate.slots.get(name) for inner in core(head)]
    return [Filler("patient", head) for head in heads if _is_building(head, kinds)]


def _is_building(head: Token, kinds: Kinds) -> bool:
    """Whether a name is a building's or a noun that of a thing that can be hit: no stretch of land, no side of one."""
    known = kinds(head)
    if "building" in known or head.pos_ != "NOUN":
        return "building" in known and not is_container(head)
    part = "actor" not in known and any(child.lower_ == "of" for child in head.rights)
    town = known >= {"actor", "place"}
    apart = known & {"person", "country", "group"} or is_container(head) or part or town
    return "physical" in known and not apart


def is_speech(candidate: Candidate) -> bool:
    """Whether the event is that something is said, which is where the speaker is."""
    return any(slot.role == "topic" and slot.names & TALK for slot in candidate.trigger.slots)


def _place_heads(slots: Slots, kinds: Kinds, taken: set[int]) -> list[Token]:
    heads = [inner for name in PLACE_PREPOSITIONS for head in slots.get(name) for inner in core(head)]
    disputed = [inner for head in slots.get("over") for inner in core(head)]  # "clashes over grazing land"
    both = [head for head in slots.get("between") for head in core(head) if head.pos_ == "PROPN"]
    heads += [head for head in both if not kinds(head) & {"country", "organisation", "person"}]
    heads = [head for head in heads if head not in disputed or is_named(head)]
    return [head for head in heads if head.i not in taken and "place" in kinds(head)]


def _neighbours(candidate: Candidate, fillers: list[Filler]) -> list[Token]:
    verb = governing_verb(candidate.anchor) if not is_verb(candidate.anchor) else None
    anchor = candidate.anchor
    main = (
        [anchor.head]
        if anchor.dep_ in {"advcl", "conj"} and is_verb(anchor.head) and not children(anchor, "mark")
        else []
    )
    parties = [f.head for f in fillers if f.head.i > anchor.i] if "topic" not in candidate.trigger.roles else []
    amid = [head for name in ("during", "after", "amid", "following") for head in candidate.slots.get(name)]
    return [*parties, *amid, *([verb] if verb else []), *main]


def _nominal_places(head: Token, kinds: Kinds, taken: set[int]) -> list[Token]:
    if is_verb(head):
        return _place_heads(verb_slots(head), kinds, taken)
    slots = Slots()
    owned = {"of"} if "actor" in kinds(head) else set()  # "the forces of Chad" may be anywhere
    for preposition in (child for child in children(head, "prep") if child.lower_ not in owned):
        ends = coordinated if preposition.lower_ == "between" else lambda noun: [noun]
        slots.add(preposition.lower_, [end for noun in children(preposition, "pobj") for end in ends(noun)])
    return _place_heads(slots, kinds, taken)
