"""Words in a slot that are nobody and nothing of their own: "each other", "at 6.30", "deadly", the verb of a clause."""

from itertools import pairwise

from kg.extract.phrases import core
from kg.parsed import Token

AIR = frozenset({"air", "sky"})
CLAUSAL = frozenset({"VB", "VBD", "VBP", "VBZ"})
NOBODY = frozenset({"nobody", "none", "nothing"})
PARTIES = frozenset({"agent", "participant", "recipient", "beneficiary"})
RECIPROCAL = frozenset({("each", "other"), ("one", "another")})


def names_nothing(slot: str, head: Token) -> bool:
    """Whether a word in a slot is nobody and nothing of its own."""
    alight = slot == "on" and head.lower_ == "fire" and not head.lefts  # "set it on fire"
    return alight or (slot == "modifier" and _is_plain(head)) or is_bare_number(slot, head) or _is_reciprocal(head)


def _is_reciprocal(head: Token) -> bool:
    """Whether it is a word of "each other" or "one another", which names nobody new."""
    around = head.doc[max(head.i - 1, 0) : head.i + 2]
    return not RECIPROCAL.isdisjoint(pairwise(token.lower_ for token in around))


def is_bare_number(slot: str, head: Token) -> bool:
    """Whether a number stands after a preposition: a time or an age, nobody and nothing; or the air shots go into."""
    if head.lower_ in NOBODY | AIR or (head.lower_ == "one" and any(child.lower_ == "no" for child in head.children)):
        return True
    return head.pos_ == "NUM" and slot not in {"subject", "object"} and len(core(head)) == 1 and core(head)[0] is head


def _is_plain(modifier: Token) -> bool:
    """Whether a modifier is no name, demonym or noun: "deadly", "recent", "Angola-brokered"."""
    is_compound = modifier.tag_ == "VBN" and modifier.i > 0 and modifier.nbor(-1).text == "-"
    return is_compound or (modifier.pos_ == "ADJ" and not modifier.text[:1].isupper())


def is_deed(head: Token, role: str) -> bool:
    """Whether a filler is the verb of a clause, which is nobody: "complained about what Rome **says** was a raid"."""
    if head.pos_ not in {"VERB", "AUX"} or role == "topic":
        return False
    return head.tag_ in CLAUSAL or (head.tag_ == "VBG" and role in PARTIES)
