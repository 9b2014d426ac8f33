"""Places before an event noun: where it happened, not who did it."""

from collections.abc import Set

from kg.extract.kinds import Kinds
from kg.extract.triggers import Candidate

BODILY = frozenset({"physical", "actor", "person"})


def place_modifiers(candidate: Candidate, kinds: Kinds) -> None:
    """Read a place before an event noun as where it happened: "the **Gao** attack", "a **school** bombing"."""
    modifiers = candidate.slots.get("modifier") if candidate.trigger.pos == "noun" else []
    for head in list(modifiers):
        known = kinds(head)
        if "place" in known and "country" not in known and head.tag_.startswith("NN"):
            modifiers.remove(head)
            hit = "building" in known and harms(candidate, {"physical"}) and "weapon" not in kinds(candidate.anchor)
            if head.head == candidate.anchor and (head.pos_ == "PROPN" or hit):
                candidate.slots.add("at" if "building" in known else "in", [head])


def harms(candidate: Candidate, things: Set[str] = BODILY) -> bool:
    """Whether the trigger tells of harm to something physical, or to things of these kinds."""
    return any(slot.role == "patient" and slot.types & things for slot in candidate.trigger.slots)
