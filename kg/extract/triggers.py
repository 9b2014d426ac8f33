"""Which words of a document evoke an event: anchors of the ontology's triggers whose conditions hold."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.anchors import anchor_words, slots_of, triggers_at
from kg.extract.conditions import find_veto, idiom_words
from kg.extract.figures import Scene
from kg.extract.kinds import Kinds
from kg.extract.occasions import DEBATE, Occasion
from kg.extract.slots import Slots
from kg.extract.stories import find_story
from kg.parsed import Doc, Token
from kg.vocabulary import Trigger, Vocabulary

BODILY = frozenset({"killed", "injured"})


@dataclass(frozen=True)
class Candidate:
    """A trigger at an anchor: the words that belong to it, its filled slots, and what stopped it if anything did.

    That is the name of a condition that does not hold, or a veto in words.
    """

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
    """Whether a verb only says whom its subject's event befell: "air strikes hit a market" tells of strikes."""
    for subject in verb.slots.get("subject"):
        noun = others.get(subject.i)
        if noun is None or noun is verb or noun.trigger.pos != "noun":
            continue
        if verb.trigger.evokes in vocabulary.types_of(noun.trigger.evokes):
            noun.slots.add("@patient", verb.slots.get("object") + verb.slots.get("on"))
            noun.slots.merge(verb.slots)
            return True
    return False


def _are_akin(noun: Candidate, idiom: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a noun inside an idiom tells the same kind of event: "launch an attack", not "order an attack".

    So does one whose own event the idiom vetoes: "suspend aid", "reject accusations".
    """
    one, other = (vocabulary.types_of(candidate.trigger.evokes) for candidate in (noun, idiom))
    return one[-2:][0] == other[-2:][0] or bool(idiom.trigger.words("vetoEvent") & set(one))


def consider_all(doc: Doc, vocabulary: Vocabulary, kinds: Kinds) -> Iterator[Candidate]:
    """Every trigger whose anchor stands in the text, vetoed ones with their reason."""
    scene = Scene(kinds, frozenset(lemma for pos, lemma in vocabulary.by_anchor if pos == "noun"))
    occasion = Occasion(doc, scene)
    for token in doc:
        read: dict[str, Slots] = {}
        for pos, lemma, trigger in triggers_at(token, vocabulary):
            candidate = _consider(trigger, token, pos, lemma, kinds, read)
            if candidate is not None:
                yield _read_figure(candidate, scene, occasion, vocabulary)


def _read_figure(candidate: Candidate, scene: Scene, occasion: Occasion, vocabulary: Vocabulary) -> Candidate:
    """The candidate, vetoed where it is only told in a story or a figure of speech."""
    name = candidate.trigger.evokes
    if candidate.veto is not None:
        return candidate
    story = find_story(candidate.anchor)
    if story is not None or not vocabulary.is_forceful(name):
        return replace(candidate, veto=story)
    suffered, human = vocabulary.is_consequence(name), vocabulary.measure_of(name) in BODILY
    figure = scene.find_figure(candidate.words, candidate.slots, suffered=suffered, human=human)
    figure = figure or occasion.find_game(candidate.words, candidate.slots)
    if DEBATE in candidate.trigger.words("vetoScene"):
        figure = figure or occasion.find_debate(candidate.words, candidate.slots)
    return replace(candidate, veto=figure)


def _consider(
    trigger: Trigger, anchor: Token, pos: str, lemma: str, kinds: Kinds, read: dict[str, Slots]
) -> Candidate | None:
    """The trigger at its anchor; `read` keeps the slots of the anchor's readings, which all its triggers share."""
    words = anchor_words(trigger, anchor, lemma)
    if words is None:
        return None
    slots = read[pos] if pos in read else read.setdefault(pos, slots_of(anchor, pos))
    taken = idiom_words(trigger, anchor, slots, kinds)
    if isinstance(taken, str):
        return Candidate(trigger, anchor, words, slots, veto=taken)
    return Candidate(trigger, anchor, (*words, *taken), slots, find_veto(trigger, anchor, slots, taken, kinds))
