"""Words for the means of an event, and the class that they tell: "with mortars" a shelling, "rioters" a riot."""

from collections.abc import Iterable

from kg.extract.figures import rows_of
from kg.extract.fillers import Filler
from kg.extract.syntax import children
from kg.extract.triggers import Candidate
from kg.parsed import Token
from kg.vocabulary import EventType, Vocabulary

NATURE = frozenset({"health", "weather", "nature"})


def refine_type(candidate: Candidate, fillers: list[Filler], vocabulary: Vocabulary) -> str:
    """The trigger's class, or the class below it whose means are told; failing both, a sibling whose means are."""
    slots, evoked = candidate.slots, candidate.trigger.evokes
    doers, things = ([f.head for f in fillers if f.role == role] for role in ("agent", "instrument"))
    stated = means_of(doers, things)
    loose = {token.lemma_.lower() for token in slots.get("modifier")}
    loose |= means_of(slots.get("by"), [head for name in ("with", "using", "in") for head in slots.get(name)])
    finer = finest(vocabulary.refinements(evoked), stated | loose, vocabulary)
    if finer or vocabulary.event_types[evoked].means & (stated | loose):
        return finer or evoked
    parent = vocabulary.parents[evoked]
    sibling = None if is_broad(parent, vocabulary) else finest(vocabulary.refinements(parent), stated, vocabulary)
    return sibling or evoked


def widen_type(name: str, fillers: list[Filler], vocabulary: Vocabulary) -> str:
    """The class, or the one above it where illness, weather or a beast did what only people do in it."""
    doers = [filler.head for filler in fillers if filler.role == "agent"]
    lifeless = doers and all(row["field"] in NATURE for doer in doers for row in rows_of(doer) or ({"field": ""},))
    return vocabulary.parents[name] if lifeless and vocabulary.event_types[name].not_caused_by else name


def means_of(doers: list[Token], things: list[Token]) -> set[str]:
    """Words for what is used: each head, the pair it makes with a modifier ("air force"), the modifiers of a thing."""
    words = {head.lemma_.lower() for head in (*doers, *things)}
    for head in (*doers, *things):
        modifiers = [modifier.lemma_.lower() for modifier in children(head, "compound", "amod", "nmod")]
        words |= {f"{modifier} {head.lemma_.lower()}" for modifier in modifiers}
        words |= set(modifiers) if head in things else set()
    return words


def finest(types: Iterable[EventType], words: set[str], vocabulary: Vocabulary) -> str | None:
    """The class whose means are among the words: by the longest words first, then the deepest class."""
    found = [(max(len(word.split()) for word in t.means & words), t) for t in types if t.means & words]
    best = max(found, key=lambda f: (f[0], len(vocabulary.types_of(f[1].name)), f[1].name), default=None)
    return best[1].name if best else None


def is_broad(name: str, vocabulary: Vocabulary) -> bool:
    """Whether the class is so wide (all conflict, all politics) that means tell nothing among its kinds."""
    return len(vocabulary.types_of(name)) <= 1
