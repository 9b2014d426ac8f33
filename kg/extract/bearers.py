"""Whose words or deeds a noun names: "**Croatia's** request", "an offer **by the rebels**", "**U.S.** calls"."""


from kg.extract.kinds import Kinds
from kg.extract.slots import Slots, noun_slots, verb_slots
from kg.extract.syntax import children
from kg.parsed import Token

MARK = "'s"


def heads_of(slots: Slots, name: str, kinds: Kinds) -> list[Token]:
    """The heads that fill a slot; of "object's" those whose doing the object is."""
    if not name.endswith(MARK):
        return slots.get(name)
    things = [head for head in slots.get(name.removesuffix(MARK)) if not kinds(head) & {"actor", "physical"}]
    return [bearer for thing in things for bearer in _bearers(thing) if bearer.pos_ != "PRON"]


def _bearers(thing: Token) -> list[Token]:
    slots = noun_slots(thing)
    owners = slots.get("possessor") or [word for word in slots.get("modifier") if word.text[:1].isupper()]
    makers = [head for verb in children(thing, "acl") for head in verb_slots(verb).get("by")]
    return [*owners, *slots.get("by"), *slots.get("from"), *makers]
