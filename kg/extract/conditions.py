"""What a trigger asks of its surroundings: the words of an idiom, needed slots, vetoes, kinds of fillers."""

from kg.extract.kinds import DATE, Kinds
from kg.extract.nominals import sense_of
from kg.extract.phrases import core
from kg.extract.slots import Slots, noun_slots
from kg.extract.support import add_aims
from kg.extract.syntax import children, is_verb
from kg.lexicon import load_lemmas
from kg.parsed import Token
from kg.vocabulary import Slot, Trigger

PARTIES = frozenset({"actor", "person", "group", "country"})
DOERS = ("er", "or", "ist", "ee", "by")
MAX_REACH = 12
PLAIN = frozenset({"object", "complement"})
ADJUNCTS = frozenset({"origin", "destination", "instrument", "place"})


def idiom_words(trigger: Trigger, anchor: Token, slots: Slots, kinds: Kinds) -> tuple[Token, ...] | str:
    """The further words an idiom takes in; the name of the first of its conditions that does not hold."""
    found: list[Token] = []
    for condition, words in _idiom_parts(trigger, anchor, slots).items():
        if trigger.words(condition) and not words:
            return condition
        found += words[:2]
        for word in words[:2]:
            slots.take(noun_slots(word))
            add_aims(slots, word)
    subjects = trigger.words("withSubject")
    if subjects and not any(_titled(t) & subjects and not sense_of(t) for t in _cores(slots, "subject")):
        return "withSubject"
    needed = trigger.words("needs")
    return "needs" if needed and not any(_is_filled(trigger, slot, slots, kinds) for slot in needed) else tuple(found)


def _idiom_parts(trigger: Trigger, anchor: Token, slots: Slots) -> dict[str, list[Token]]:
    """The words around the anchor that each condition of an idiom asks for."""
    if not trigger.is_idiom:
        return {}
    objects, modifiers = trigger.words("withObject"), trigger.words("withModifier")
    return {
        "withObject": [t for t in _cores(slots, "object") if _forms(t) & objects],
        "withParticle": [t for t in anchor.children if t.lower_ in trigger.words("withParticle")],
        "withPhrase": _phrases(trigger.words("withPhrase"), anchor, slots),
        "withModifier": [t for t in slots.get("modifier") if {t.lower_, t.lemma_} & modifiers],
    }


def _is_filled(trigger: Trigger, name: str, slots: Slots, kinds: Kinds) -> bool:
    """Whether a needed slot holds something that the trigger takes there; times fill no slot."""
    types = frozenset(kind for slot in trigger.slots if name in slot.names and not slot.known for kind in slot.types)
    known = [kinds(head) for head in slots.get(name) or (_bodies(slots, kinds) if name == "subjects" else [])]
    return any(kind != DATE and (not kind or not types or bool(kind & types)) for kind in known)


def _bodies(slots: Slots, kinds: Kinds) -> list[Token]:
    """A subject that names several bodies at once: "two militias", "the clans"."""
    return [head for head in slots.get("subject") if "bodies" in kinds(head)]


def _forms(word: Token) -> set[str]:
    """The lemma of a word; at the head of a sentence the parser may take a plural for a name: "Pensioners"."""
    lemma = word.lemma_.lower()
    return {lemma, lemma.removesuffix("s")} if word.pos_ == "PROPN" and word.is_sent_start else {lemma}


def _titled(word: Token) -> set[str]:
    """The same, and what stands before a name to say what bears it: "**Hurricane** Rosa"."""
    titles = children(word, "compound") if word.pos_ == "PROPN" else []
    return _forms(word) | {title.lemma_.lower() for title in titles}


def _cores(slots: Slots, slot: str) -> list[Token]:
    return [inner for head in slots.get(slot) for inner in (core(head) if head.pos_ != "VERB" else [head])]


def _phrases(values: frozenset[str], anchor: Token, slots: Slots) -> list[Token]:
    """Words of a phrase on the verb, or on its object: "on fire" by its preposition and noun, "ablaze" alone."""
    held = [phrase for head in slots.get("object") if is_verb(anchor) for phrase in children(head, "prep")]
    for value in sorted(values):
        first, *rest = value.split()
        if rest:
            inner = [noun for phrase in held if phrase.lower_ == first for noun in children(phrase, "pobj")]
            heads = slots.get(first) + inner
            nouns = [t for t in heads if rest[-1] in {t.lower_, t.lemma_.lower()} and _has_before(t, rest[:-1])]
            if nouns:
                return [nouns[0].head, nouns[0]] if nouns[0].head.lower_ == first else nouns[:1]
        else:
            nearby = [t for t in anchor.subtree if t.lower_ == first and 0 < t.i - anchor.i < MAX_REACH]
            if nearby:
                return nearby[:1]
    return []


def _has_before(noun: Token, words: list[str]) -> bool:
    """Whether the noun of a phrase has the words before it that the phrase names: "on **hunger** strike"."""
    return set(words) <= {child.lower_ for child in noun.children}


def find_veto(trigger: Trigger, anchor: Token, slots: Slots, taken: tuple[Token, ...], kinds: Kinds) -> str | None:
    """Why the trigger does not fire, in words for the reader; None when it does."""
    for condition, slot in (
        ("vetoObject", "object"),
        ("vetoSubject", "subject"),
        ("vetoModifier", "modifier"),
    ):
        for head in slots.get(slot):
            if {head.lemma_.lower(), head.lower_} & trigger.words(condition):
                return f"{condition} {head.text}"
    for child in anchor.children:
        if child.lower_ in trigger.words("vetoParticle") and child.dep_ in {"prt", "advmod", "prep", "aux"}:
            return f"vetoParticle {child.text}"
    for slot in trigger.words("vetoSlot"):
        if any(slot in PLAIN or kinds(head) != DATE for head in slots.get(slot)):
            return f"vetoSlot {slot}"
    return _head_veto(trigger, anchor) or _kind_veto(trigger, slots, taken, kinds)


def _head_veto(trigger: Trigger, anchor: Token) -> str | None:
    if trigger.pos == "noun" and anchor.dep_ in {"compound", "nmod", "amod"} and anchor.head.i > anchor.i:
        head = anchor.head.lemma_.lower()
        if head in trigger.words("vetoHead") or head not in load_lemmas("shells"):
            return f"only describes {anchor.head.text}"
    return None


def _kind_veto(trigger: Trigger, slots: Slots, taken: tuple[Token, ...], kinds: Kinds) -> str | None:
    """A filler known to be of another kind than its slot asks for tells the figurative use, if none beside it fits."""
    for slot in (slot for slot in trigger.slots if slot.types and not slot.known and slot.role not in ADJUNCTS):
        for name in sorted(slot.names - {"modifier"}):
            heads = [head for head in slots.get(name) if head not in taken]
            unfit = [head for head in heads if not any(may_fill(head, other, kinds) for other in trigger.at(name))]
            if unfit and not any(kinds(head) & slot.types for head in heads):
                return f"{unfit[0].text} is not {' or '.join(sorted(slot.types))}"
    return None


def may_fill(head: Token, slot: Slot, kinds: Kinds) -> bool:
    """Whether nothing speaks against a filler: it is of a kind that the slot takes, a time, or unknown.

    A common noun that no table knows as anybody is no actor ("fight rust").
    """
    known = kinds(head)
    if not known and slot.types <= PARTIES:
        return head.pos_ != "NOUN" or head.lemma_.endswith(DOERS)
    return not known or "time" in known or bool(slot.types & known)
