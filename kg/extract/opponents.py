"""The other side of a clash, where the grammar names but one of the two."""

from collections.abc import Collection

from kg.extract.kinds import Kinds
from kg.extract.subjects import surface_subject
from kg.extract.syntax import children, coordinated, is_verb
from kg.extract.triggers import Candidate
from kg.parsed import Token

AMID = frozenset({"after", "following", "during", "amid", "in"})
FIGHTING = frozenset({"armed", "actor"})


def find_opponents(candidate: Candidate, known: Collection[int], kinds: Kinds) -> list[Token]:
    """Who else takes part: the second of "between members of a clan and **soldiers**", or who did something amid it."""
    if "participant" not in candidate.trigger.roles or not known:
        return []
    sides = candidate.slots.get("between")
    if len(sides) == 1:
        return [head for head in _joined(sides[0]) if "actor" in kinds(head)]
    others = {head.i for name in ("with", "against") for head in candidate.slots.get(name)}
    return _amid(candidate.anchor, kinds) if set(known) <= others else []


def _joined(first: Token) -> list[Token]:
    """Who stands behind "and" in the phrase of the first side, where the parser hangs the second."""
    belonging = [child for child in children(first, "prep") if child.lower_ in {"of", "from"}]
    inner = [noun for phrase in belonging for noun in children(phrase, "pobj")]
    return [second for noun in inner for second in coordinated(noun)[1:]][-1:]


def _amid(noun: Token, kinds: Kinds) -> list[Token]:
    """Who is armed and does or suffers something then: "the **army** took the hill after a clash with rebels"."""
    clause = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in AMID else None
    doers = surface_subject(clause) if clause is not None and is_verb(clause) else []
    return [head for head in doers if kinds(head) >= FIGHTING]
