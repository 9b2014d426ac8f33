"""Which words of a document evoke an event: anchors of the ontology's triggers whose conditions hold."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extract.kinds import DATE
from kg.extract.phrases import core
from kg.extract.syntax import Slots, children, noun_slots, verb_slots
from kg.extract.support import add_support
from kg.lexicon import load_lemmas
from kg.vocabulary import Slot, Trigger, Vocabulary

Kinds = Callable[[Token], frozenset[str]]
PARTIES = frozenset({"actor", "person", "group", "country"})
DOERS = ("er", "or", "ist", "ee", "by")
ADJUNCTS = frozenset({"origin", "destination", "instrument", "place"})


@dataclass(frozen=True)
class Candidate:
    """A trigger at an anchor: the words that belong to it, its filled slots, and the veto that stopped it if any."""

    trigger: Trigger
    anchor: Token
    words: tuple[Token, ...]
    slots: Slots
    veto: str | None = None

    @property
    def weight(self) -> tuple[int, int, str]:
        """How specific the match is: words taken in, then conditions stated; the name settles ties."""
        stated = sum(key.startswith(("with", "needs")) for key in self.trigger.conditions)
        return (len(self.words), stated, self.trigger.name)


def find_candidates(doc: Doc, vocabulary: Vocabulary, kinds: Kinds) -> list[Candidate]:
    """The best trigger at each anchor, in the order of the text; an idiom speaks for the words it takes in."""
    fired = [c for c in consider_all(doc, vocabulary, kinds) if c.veto is None]
    best: dict[int, Candidate] = {}
    for candidate in sorted(fired, key=lambda c: c.weight):
        best[candidate.anchor.i] = candidate
    inside = {word.i: c for c in best.values() for word in c.words if word.i != c.anchor.i}
    kept = {i: best[i] for i in sorted(best) if i not in inside or not _are_akin(best[i], inside[i], vocabulary)}
    return [c for c in kept.values() if not _is_carried(c, kept, vocabulary)]


def _is_carried(verb: Candidate, others: dict[int, Candidate], vocabulary: Vocabulary) -> bool:
    """Whether a verb only says of its subject's event whom it befell ("air strikes hit a market"); that event takes it."""
    for subject in verb.slots.get("subject"):
        noun = others.get(subject.i)
        if noun is not None and noun.trigger.pos == "noun" and _are_akin(noun, verb, vocabulary):
            noun.slots.add("@patient", verb.slots.get("object") + verb.slots.get("on"))
            noun.slots.merge(verb.slots)
            return True
    return False


def _are_akin(noun: Candidate, idiom: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a noun inside an idiom tells the same kind of event: "launch an attack", not "order an attack"."""
    one, other = (vocabulary.types_of(candidate.trigger.evokes) for candidate in (noun, idiom))
    return one[-2:][0] == other[-2:][0]


def consider_all(doc: Doc, vocabulary: Vocabulary, kinds: Kinds) -> Iterator[Candidate]:
    """Every trigger whose anchor stands in the text, vetoed ones with their reason."""
    for token in doc:
        for pos, lemma, trigger in _triggers_at(token, vocabulary):
            candidate = _consider(trigger, token, pos, lemma, kinds)
            if candidate is not None:
                yield candidate


def _triggers_at(token: Token, vocabulary: Vocabulary) -> Iterator[tuple[str, str, Trigger]]:
    """The triggers anchored in a token; a gerund is read as a verb only where no noun trigger is spelt so."""
    for pos, lemma in _readings(token):
        for trigger in vocabulary.by_anchor.get((pos, lemma), ()):
            yield pos, lemma, trigger
    nouns = vocabulary.by_anchor.get(("noun", token.lower_), ())
    if token.tag_.startswith("NN") and token.lower_.endswith("ing") and not nouns:
        for verb in _gerund_verbs(token.lower_):
            for trigger in vocabulary.by_anchor.get(("verb", verb), ()):
                yield "verb", verb, trigger


def _readings(token: Token) -> Iterator[tuple[str, str]]:
    """Parts of speech and lemmas under which a token may anchor a trigger."""
    lemma = lemma_of(token)
    if (token.tag_.startswith("VB") or token.pos_ == "VERB") and not _is_compounded(token):
        yield "verb", lemma
    elif token.tag_.startswith("NN"):
        yield "noun", lemma if token.pos_ == "NOUN" else _singular(token.lower_)
    if token.tag_ in {"JJ", "VBZ"} and token.dep_ in {"dobj", "pobj", "nsubj", "nsubjpass"}:
        yield "noun", _singular(token.lower_)
    if token.tag_ in {"JJ", "VBN", "VBD", "NN", "RB"}:
        yield "adjective", token.lower_
    if token.tag_ == "VBG" and children(token, "det", "poss", "amod") and not children(token, "dobj"):
        yield "noun", token.lower_


def lemma_of(token: Token) -> str:
    """The token's lemma, put right where the pipeline is known to err (`ontology/language/lemmas.tsv`)."""
    row = load_lemmas("lemmas").get(token.lower_)
    return row["right"] if row else token.lemma_.lower()


def _is_compounded(token: Token) -> bool:
    """Whether a participle only describes a noun: "Iran-backed", "a visiting fellow", "the banned party"."""
    if token.tag_ == "VBG" and token.dep_ == "acl":
        return any(child.i == token.i + 1 and child.tag_ == "NN" and child.n_lefts == 0 for child in children(token, "dobj"))
    return token.dep_ in {"amod", "compound"}


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _gerund_verbs(word: str) -> list[str]:
    """The verbs a gerund may come from: "burning" burn, "raping" rape, "stabbing" stab."""
    stem = word[:-3]
    doubled = [stem[:-1]] if len(stem) > 2 and stem[-1] == stem[-2] else []
    return [stem, stem + "e", *doubled]


def _consider(trigger: Trigger, anchor: Token, pos: str, lemma: str, kinds: Kinds) -> Candidate | None:
    words = _anchor_words(trigger, anchor, lemma)
    if words is None:
        return None
    slots = slots_of(anchor, pos)
    taken = _phrase_words(trigger, anchor, slots, kinds)
    if taken is None:
        return Candidate(trigger, anchor, words, slots, "a condition is not met")
    return Candidate(trigger, anchor, (*words, *taken), slots, _veto(trigger, anchor, slots, taken, kinds))


def slots_of(anchor: Token, pos: str) -> Slots:
    """The filled slots of an anchor; a gerund with its own objects is read as a verb, otherwise as a noun."""
    if pos == "adjective":
        return _adjective_slots(anchor)
    if pos == "verb" and anchor.tag_.startswith("NN"):
        return _gerund_slots(anchor)
    if pos == "verb":
        return verb_slots(anchor)
    slots = noun_slots(anchor)
    add_support(slots, anchor)
    return slots


def _gerund_slots(noun: Token) -> Slots:
    slots = noun_slots(noun)
    add_support(slots, noun)
    slots.add("object", slots.get("of"))
    slots.add("subject", slots.get("by") + slots.get("possessor"))
    return slots


def _adjective_slots(adjective: Token) -> Slots:
    """Who is "dead" in "three were found dead", "left three dead", "three are dead"."""
    slots = Slots()
    verb = adjective.head
    if adjective.dep_ in {"acomp", "oprd", "attr", "advcl", "xcomp", "ccomp"} and verb.pos_ in {"VERB", "AUX"}:
        inner = verb_slots(verb)
        slots.add("object", children(adjective, "nsubj") or inner.get("object") or inner.get("subject"))
        slots.merge(inner, frozenset({"in", "at", "near", "on", "after", "by"}))
    elif adjective.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        slots.add("object", [adjective.head])
    return slots


def _anchor_words(trigger: Trigger, anchor: Token, lemma: str) -> tuple[Token, ...] | None:
    """The words of the longest spelling that ends at the anchor; None where the earlier words are missing."""
    found: list[tuple[Token, ...]] = []
    for form in trigger.forms:
        parts = form.replace("-", " ").split()
        before = _words_before(anchor, len(parts) - 1)
        if parts[-1] == lemma and [token.lower_ for token in before] == parts[:-1]:
            found.append((anchor, *before))
    return max(found, key=len, default=None)


def _words_before(anchor: Token, number: int) -> list[Token]:
    tokens: list[Token] = []
    index = anchor.i - 1
    while len(tokens) < number and index >= 0:
        if anchor.doc[index].text != "-":
            tokens.insert(0, anchor.doc[index])
        index -= 1
    return tokens


def _phrase_words(trigger: Trigger, anchor: Token, slots: Slots, kinds: Kinds) -> tuple[Token, ...] | None:
    """The further words an idiom takes in; None where one of its conditions does not hold."""
    found: list[Token] = []
    tests = (
        ("withObject", [t for t in _cores(slots, "object") if t.lemma_.lower() in trigger.words("withObject")]),
        ("withParticle", [t for t in anchor.children if t.lower_ in trigger.words("withParticle")]),
        ("withPhrase", _phrases(trigger.words("withPhrase"), anchor, slots)),
        ("withModifier", [t for t in slots.get("modifier") if {t.lower_, t.lemma_} & trigger.words("withModifier")]),
    )
    for condition, words in tests:
        if trigger.words(condition) and not words:
            return None
        found += words[:2]
        for word in words[:2]:
            slots.take(noun_slots(word))
    subjects = trigger.words("withSubject")
    if subjects and not any(t.lemma_.lower() in subjects for t in _cores(slots, "subject")):
        return None
    needed = trigger.words("needs")
    return None if needed and not any(_is_filled(trigger, slot, slots, kinds) for slot in needed) else tuple(found)


def _is_filled(trigger: Trigger, name: str, slots: Slots, kinds: Kinds) -> bool:
    """Whether a needed slot holds something that the trigger takes there; times fill no slot."""
    types = frozenset(kind for slot in trigger.slots if name in slot.names for kind in slot.types)
    known = [kinds(head) for head in slots.get(name)]
    return any(kind != DATE and (not kind or not types or bool(kind & types)) for kind in known)


def _cores(slots: Slots, slot: str) -> list[Token]:
    return [inner for head in slots.get(slot) for inner in (core(head) if head.pos_ != "VERB" else [head])]


def _phrases(values: frozenset[str], anchor: Token, slots: Slots) -> list[Token]:
    """Words of a phrase on the verb: "on fire" by its preposition and noun, "ablaze" alone."""
    for value in sorted(values):
        first, *rest = value.split()
        if rest:
            nouns = [t for t in slots.get(first) if rest[-1] in {t.lower_, t.lemma_.lower()}]
            if nouns:
                return [nouns[0].head, nouns[0]] if nouns[0].head.lower_ == first else nouns[:1]
        else:
            nearby = [t for t in anchor.subtree if t.lower_ == first and 0 < t.i - anchor.i < 12]
            if nearby:
                return nearby[:1]
    return []


def _veto(trigger: Trigger, anchor: Token, slots: Slots, taken: tuple[Token, ...], kinds: Kinds) -> str | None:
    """Why the trigger does not fire, in words for the reader; None when it does."""
    for condition, slot in (("vetoObject", "object"), ("vetoSubject", "subject"), ("vetoModifier", "modifier")):
        for head in slots.get(slot):
            if {head.lemma_.lower(), head.lower_} & trigger.words(condition):
                return f"{condition} {head.text}"
    for child in anchor.children:
        if child.lower_ in trigger.words("vetoParticle") and child.dep_ in {"prt", "advmod", "prep"}:
            return f"vetoParticle {child.text}"
    for slot in trigger.words("vetoSlot"):
        if slots.get(slot):
            return f"vetoSlot {slot}"
    return _head_veto(trigger, anchor) or _kind_veto(trigger, slots, taken, kinds)


def _head_veto(trigger: Trigger, anchor: Token) -> str | None:
    if trigger.pos == "noun" and anchor.dep_ in {"compound", "nmod", "amod"} and anchor.head.i > anchor.i:
        head = anchor.head.lemma_.lower()
        if head in trigger.words("vetoHead") or head not in load_lemmas("shells"):
            return f"only describes {anchor.head.text}"
    return None


def _kind_veto(trigger: Trigger, slots: Slots, taken: tuple[Token, ...], kinds: Kinds) -> str | None:
    """A filler known to be of another kind than its slot asks for tells the figurative use."""
    for slot in (slot for slot in trigger.slots if slot.types and slot.role not in ADJUNCTS):
        for head in (head for name in slot.names if name != "modifier" for head in slots.get(name)):
            if head not in taken and not may_fill(head, slot, kinds):
                return f"{head.text} is not {' or '.join(sorted(slot.types))}"
    return None


def may_fill(head: Token, slot: Slot, kinds: Kinds) -> bool:
    """Whether nothing speaks against a filler: it is of a kind that the slot takes, a time, or unknown.

    A common noun that no table knows as anybody is no actor ("fight rust").
    """
    known = kinds(head)
    if not known and slot.types <= PARTIES:
        return head.pos_ != "NOUN" or head.lemma_.endswith(DOERS)
    return not known or "time" in known or bool(slot.types & known)
