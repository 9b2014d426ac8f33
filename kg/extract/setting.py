"""Where the text sets its events: at the place told in their sentence, else before it in the paragraph."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence

from kg.extract.drafts import Draft
from kg.extract.fillers import Filler
from kg.extract.phrases import core, is_named
from kg.extract.scene import Scene, Told
from kg.extract.status import HAPPENED
from kg.extract.syntax import children
from kg.extract.whereabouts import is_speech
from kg.parsed import Token
from kg.vocabulary import Vocabulary

DOERS = frozenset({"agent", "participant"})
NARROWED = frozenset({"place", "patient"})
STRAY = frozenset({"npadvmod", "advmod", "dep"})
WHERE = ("place", "origin", "destination")
MAX_OPENING = 14
MAX_BACK = 8


def set_events(drafts: Sequence[Draft], scene: Scene) -> None:
    """Add to events the place that opens their sentence; where one happened without a place, the nearest one told."""
    heads = {place.head.i for place in scene.told} | scene.around.keys()
    told = {draft.anchor.i: draft for draft in drafts}
    spots = {head.sent.start: head for draft in drafts for head in draft.heads("place") if _is_shut(head, draft)}
    for draft in drafts:
        draft.fillers = [mended for filler in draft.fillers for mended in _mend(filler, heads)]
        _narrow(draft, scene)
        _strike(draft, scene)
        if not is_speech(draft.candidate):
            _add(draft, _places_above(draft, told))
            named = any(is_named(head) for head in draft.heads("place"))
            near = not named and draft.status.modality in HAPPENED
            beside = [spots[start] for start in (draft.anchor.sent.start,) if start in spots]
            _add(draft, (_nearest(draft, scene) or beside) if near else _opening(draft.anchor, scene))
        _widen(draft, scene)
        taken = {head.i for head in draft.heads("place")}
        draft.fillers = [f for f in draft.fillers if f.role != "place" or not _is_spare(f.head, taken, scene)]


def _places_above(draft: Draft, told: Mapping[int, Draft]) -> list[Token]:
    """Where that is told to be which a participle says the outcome of: "attacked Tilma in Oyo, **killing** two"."""
    above = told.get(draft.anchor.head.i) if draft.anchor.dep_ == "advcl" and draft.anchor.tag_ == "VBG" else None
    places = above.heads("place") if above is not None and above.anchor.i < draft.anchor.i else []
    return places if {head.i for head in draft.heads("place")} <= {head.i for head in places} else []


def _is_shut(head: Token, draft: Draft) -> bool:
    """Whether a place by a common noun is both where and what is done to: "blocked the Tilma **road**"."""
    return head.pos_ == "NOUN" and is_named(head) and head in draft.heads("patient")


def carry_places(drafts: Sequence[Draft], scene: Scene, vocabulary: Vocabulary) -> None:
    """Let what happened without a place lie where its first mention does, a deed where the sentences before are set."""
    spoken = {draft.anchor.i for draft in drafts if is_speech(draft.candidate)}
    for draft in drafts:
        named = any(is_named(head) for head in draft.heads(*WHERE))
        if not named and draft.anchor.i not in spoken and draft.status.modality in HAPPENED:
            carried = (place for place in _carried(draft.anchor, scene) if place.word.head.i not in spoken)
            near = [place.head for place in carried if _is_of_then(draft, place, drafts)]
            deed = vocabulary.is_causing(draft.type) or vocabulary.is_consequence(draft.type)
            _add(draft, (draft.first.heads("place") if draft.first else []) or (near if deed else []))


def _is_of_then(draft: Draft, place: Told, drafts: Sequence[Draft]) -> bool:
    """Whether nothing dates the event to another year than what the place is told of."""
    sentence = place.head.sent
    first, last = (bisect_left(drafts, i, key=lambda other: other.anchor.i) for i in (sentence.start, sentence.end))
    there = drafts[first:last]
    years = {year for other in there if (year := _year(other))}
    return not years or _year(draft) is None or _year(draft) in years


def _year(draft: Draft) -> str | None:
    return draft.date.value[:4] if draft.date is not None and draft.date.value else None


def _mend(filler: Filler, places: Container[int]) -> list[Filler]:
    """The filler; for a place that was parsed as the doer what stands beside it: "in Quilla, Ancash, a group fired"."""
    head = filler.head
    if filler.role not in DOERS or head.i not in places or head.dep_ == "pobj":
        return [filler]
    beside = [child for child in children(head, "appos", "conj") if child.i not in places]
    return [Filler(filler.role, inner) for child in beside for inner in core(child)]


def _narrow(draft: Draft, scene: Scene) -> None:
    """Put the town of an address in the place of what it lies in: of "Quilla, Ancash" Quilla."""
    named = dict.fromkeys(
        Filler(f.role, scene.addressed.get(f.head.i, f.head)) if f.role in NARROWED else f for f in draft.fillers
    )
    draft.fillers = list(named)


def _widen(draft: Draft, scene: Scene) -> None:
    """Name beside a place in no table what it lies in, up to one that the tables know: with the quarter its town."""
    pairs = {**scene.around, **scene.addressed}
    unknown = [head.i for head in draft.heads("place") if head.i in scene.unknown]
    for place in unknown:
        outer = [i for i, inner in pairs.items() if inner.i == place and i not in scene.spare]
        outer = [i for i in outer if i > place or i not in scene.unknown]  # not what the place is named for
        unknown += [i for i in outer if i in scene.unknown and i not in unknown]
        _add(draft, [draft.anchor.doc[i] for i in outer])


def _strike(draft: Draft, scene: Scene) -> None:
    """Let a place right behind the verb be what is struck, if the parser saw no object: "shelled Quilla, Ancash"."""
    head = scene.starts.get(draft.anchor.i + 1)
    hit = {slot.role for slot in draft.candidate.trigger.slots if "object" in slot.names and "physical" in slot.types}
    if head is not None and "patient" in hit and not draft.heads("patient") and head.dep_ in STRAY:
        draft.fillers += [Filler("patient", head), Filler("place", head)]


def _is_spare(head: Token, taken: Container[int], scene: Scene) -> bool:
    """Whether a place only tells where another one of the event lies, which the tables know."""
    inner = scene.around.get(head.i) if head.i in scene.spare else None
    return inner is not None and (inner.i in taken or _is_spare(inner, taken, scene))


def _add(draft: Draft, places: Iterable[Token]) -> None:
    taken = {filler.head.i for filler in draft.fillers}
    draft.fillers += [Filler("place", head) for head in places if head.i not in taken]
    draft.fillers.sort(key=lambda filler: (filler.head.i, filler.role))


def _nearest(draft: Draft, scene: Scene) -> list[Token]:
    """The named place that opens the anchor's sentence, else the nearest in it, the doer's seat last of all."""
    anchor, seats = draft.anchor, _seats(draft)
    taken = {filler.head.i for filler in draft.fillers}
    free = (place for place in _in_sentence(anchor, scene) if place.head.i not in taken)
    nearest = sorted(free, key=lambda p: (p.word.i in seats, abs(p.word.i - anchor.i)))
    return _opening(anchor, scene) or [place.head for place in nearest[:1]]


def _seats(draft: Draft) -> set[int]:
    """The words that say where the doers are, not what they did: "troops **based in Rawson** shelled a post"."""
    doers = [token for head in draft.heads(*DOERS) if draft.anchor not in head.subtree for token in head.subtree]
    verbs = [verb for token in doers for verb in children(token, "acl", "relcl")]
    return {token.i for verb in verbs if draft.anchor not in verb.subtree for token in verb.subtree}


def _opening(anchor: Token, scene: Scene) -> list[Token]:
    """The named place that opens the anchor's sentence: "In Quilla, farmers"; a country if there is no other."""
    heads = [place.head for place in _openings(anchor, scene)]
    return ([head for head in heads if head.i not in scene.countries] or heads)[:1]


def _openings(anchor: Token, scene: Scene) -> list[Told]:
    return [place for place in _in_sentence(anchor, scene) if _opens(place.word, anchor)]


def _carried(anchor: Token, scene: Scene) -> Sequence[Told]:
    """The place that opened an earlier sentence of the paragraph, or its only one; no sentence since tells another."""
    token = anchor
    for _ in range(MAX_BACK):
        start = token.sent.start
        if _in_sentence(token, scene):
            break
        if start == 0 or "\n\n" in token.doc[start - 1].text:
            return []
        token = token.doc[start - 1]
    found = _in_sentence(token, scene)
    return _openings(token.sent[-1], scene)[:1] or (found if len(found) == 1 else [])


def _in_sentence(token: Token, scene: Scene) -> Sequence[Told]:
    start, end = (
        bisect_left(scene.told, i, key=lambda place: place.word.i) for i in (token.sent.start, token.sent.end)
    )
    return scene.told[start:end]


def _opens(preposition: Token, anchor: Token) -> bool:
    """Whether the phrase stands at the start of the sentence, before its verb."""
    start = anchor.sent.start
    between = anchor.doc[start : preposition.i]
    early = preposition.i < anchor.i and preposition.i - start < MAX_OPENING
    return early and not any(token.pos_ == "VERB" for token in between)
