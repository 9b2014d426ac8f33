"""From the filled slots of a trigger to the roles of its event, and the means that refine its type."""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.kinds import TIME
from kg.extract.phrases import core
from kg.extract.support import governing_verb
from kg.extract.syntax import Slots, children, is_verb, verb_slots
from kg.extract.triggers import ADJUNCTS, Candidate, Kinds
from kg.vocabulary import Slot, Vocabulary

PLACE_PREPOSITIONS = (
    "in", "at", "near", "outside", "inside", "across", "around", "throughout", "along", "within", "off", "on", "over", "through", "of",
)  # fmt: skip
FULL = frozenset({"participant"})


@dataclass(frozen=True)
class Filler:
    """The head of a phrase and the role it plays."""

    role: str
    head: Token


def fill_roles(candidate: Candidate, kinds: Kinds) -> list[Filler]:
    """The roles of an event, each head in one role, in the order of the text; places may double as what is hit."""
    fillers: dict[int, Filler] = {}
    for slot in candidate.trigger.slots:
        for head in _heads(candidate, slot):
            for inner in core(head):
                if inner.i not in fillers and inner not in candidate.words and _fits(inner, slot, kinds):
                    fillers[inner.i] = Filler(slot.role, inner)
    _add_supported(candidate, fillers)
    places = _places(candidate, list(fillers.values()), kinds)
    return sorted([*fillers.values(), *places], key=lambda f: (f.head.i, f.role))


def _heads(candidate: Candidate, slot: Slot) -> list[Token]:
    found = [(name, head) for name in sorted(slot.names) for head in candidate.slots.get(name)]
    return [head for name, head in found if name != "modifier" or not _is_plain(head)]


def _is_plain(modifier: Token) -> bool:
    """Whether a modifier is a mere adjective, not a name, demonym or noun: "deadly", "recent"."""
    return modifier.pos_ == "ADJ" and not modifier.text[:1].isupper()


def _fits(head: Token, slot: Slot, kinds: Kinds) -> bool:
    """Whether the filler is of a kind the slot takes; modifiers, places and means must be known to be."""
    known = kinds(head)
    if not slot.types or known == TIME:
        return known != TIME
    must_be_known = slot.role in ADJUNCTS or "modifier" in slot.names
    return bool(known & slot.types) or not (known or must_be_known)


def _add_supported(candidate: Candidate, fillers: dict[int, Filler]) -> None:
    """Fillers that a verb such as "launch" or "suffer" brings to the event noun."""
    for part in ("agent", "patient"):
        for head in candidate.slots.get(f"@{part}"):
            role = _role_for(part, candidate.trigger.roles)
            if role is not None:
                for inner in core(head):
                    fillers.setdefault(inner.i, Filler(role, inner))


def _role_for(part: str, roles: frozenset[str]) -> str | None:
    if part in roles:
        return part
    return "participant" if "participant" in roles else None


def _places(candidate: Candidate, fillers: list[Filler], kinds: Kinds) -> list[Filler]:
    """Where it happened: place phrases on the trigger, then on its fillers or the verb around it, then a place that is hit."""
    taken = {filler.head.i for filler in fillers}
    found = _place_heads(candidate.slots, kinds, taken)
    found = found or [place for head in _neighbours(candidate, fillers) for place in _nominal_places(head, kinds, taken)]
    hit = {slot.role for slot in candidate.trigger.slots if "physical" in slot.types}
    found = found or [f.head for f in fillers if f.role in hit and "place" in kinds(f.head)]
    return [Filler("place", head) for head in found]


def _place_heads(slots: Slots, kinds: Kinds, taken: set[int]) -> list[Token]:
    heads = [inner for name in PLACE_PREPOSITIONS for head in slots.get(name) for inner in core(head)]
    return [head for head in heads if head.i not in taken and "place" in kinds(head)]


def _neighbours(candidate: Candidate, fillers: list[Filler]) -> list[Token]:
    verb = governing_verb(candidate.anchor) if not is_verb(candidate.anchor) else None
    main = [candidate.anchor.head] if candidate.anchor.dep_ in {"advcl", "conj"} and is_verb(candidate.anchor.head) else []
    return [*(f.head for f in fillers if f.head.i > candidate.anchor.i), *([verb] if verb else []), *main]


def _nominal_places(head: Token, kinds: Kinds, taken: set[int]) -> list[Token]:
    if is_verb(head):
        return _place_heads(verb_slots(head), kinds, taken)
    slots = Slots()
    for preposition in children(head, "prep"):
        slots.add(preposition.lower_, children(preposition, "pobj"))
    return _place_heads(slots, kinds, taken)


def refine_type(candidate: Candidate, fillers: list[Filler], vocabulary: Vocabulary) -> str:
    """The trigger's class, or the class below it whose means stand in its modifiers, instruments or doers."""
    words = {token.lemma_.lower() for token in candidate.slots.get("modifier")}
    words |= {f.head.lemma_.lower() for f in fillers if f.role in {"instrument", "agent"}}
    words |= {token.lemma_.lower() for name in ("with", "using", "by", "in") for token in candidate.slots.get(name)}
    finer = [t for t in vocabulary.refinements(candidate.trigger.evokes) if t.means & words]
    deepest = max(finer, key=lambda t: (len(vocabulary.types_of(t.name)), t.name), default=None)
    return deepest.name if deepest else candidate.trigger.evokes
