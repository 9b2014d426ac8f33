"""Event records: candidates with their roles, status, attribution, date and counts."""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg.extract.arguments import Filler, fill_roles, refine_type
from kg.extract.attribution import Saying, chain_of
from kg.extract.entities import Cast
from kg.extract.phrases import phrase
from kg.extract.status import Status, find_status
from kg.extract.triggers import Candidate, Kinds
from kg.namespaces import local_iri
from kg.records import Count, Cue, Event, EventDate, Extent, Holder, Role
from kg.vocabulary import Vocabulary

MAX_GAP = 4


@dataclass(frozen=True)
class Scene:
    """What the parts of one document share while its events are written down."""

    document: str
    base: str
    doc: Doc
    vocabulary: Vocabulary
    cast: Cast
    kinds: Kinds
    sayings: list[Saying]
    sentence_of: Callable[[Token], Extent]
    date_of: Callable[[Token], EventDate | None]
    counts_of: Callable[[str, Token, list[Filler]], tuple[Count, ...]]


def make_event(candidate: Candidate, scene: Scene) -> Event:
    """The record of one trigger."""
    anchor, vocabulary = candidate.anchor, scene.vocabulary
    fillers = fill_roles(candidate, scene.kinds)
    name = refine_type(candidate, fillers, vocabulary)
    status = find_status(anchor, candidate.words)
    extent = trigger_span(candidate)
    return Event(
        extent.start_char,
        extent.end_char,
        scene.document,
        extent.text,
        local_iri(scene.base, scene.document, "event", extent.start_char, extent.end_char),
        name,
        vocabulary.types_of(name),
        scene.sentence_of(anchor),
        candidate.trigger.name,
        _label(candidate, extent),
        tuple(_role(filler, scene.cast) for filler in fillers),
        scene.date_of(anchor),
        scene.counts_of(name, anchor, fillers),
        status.polarity,
        _modality(status, anchor, scene.sayings),
        tuple(_holder(saying, scene.cast) for saying in chain_of(anchor, scene.sayings)),
        _codes(vocabulary, name),
        None,
        status.hedge,
    )


def trigger_span(candidate: Candidate) -> Span:
    """The words of the trigger where they stand together, else the anchor alone."""
    indices = sorted(word.i for word in candidate.words)
    if indices[-1] - indices[0] >= MAX_GAP + len(indices):
        indices = [candidate.anchor.i]
    return candidate.anchor.doc[indices[0] : indices[-1] + 1]


def _label(candidate: Candidate, extent: Span) -> str:
    if candidate.trigger.pos != "noun":
        return extent.text
    span = phrase(candidate.anchor)
    words = span[1:] if span[0].tag_ in {"DT", "PRP$"} and len(span) > 1 else span
    return words.text


def _role(filler: Filler, cast: Cast) -> Role:
    found = cast.argument(filler.head)
    return Role(found.start, found.end, found.text, found.entity, found.name, found.type, filler.role)


def _holder(saying: Saying, cast: Cast) -> Holder:
    source = cast.argument(saying.source) if saying.source is not None else None
    cue = saying.verb.doc[saying.cue[0].i : saying.cue[-1].i + 1]
    return Holder(source, Cue(cue.start_char, cue.end_char, cue.text), saying.stance)


def _modality(status: Status, anchor: Token, sayings: list[Saying]) -> str:
    """What is only believed is possible, whatever its own words say."""
    believed = any(saying.kind == "thought" for saying in chain_of(anchor, sayings))
    return status.weaken("possible").modality if believed else status.modality


def _codes(vocabulary: Vocabulary, name: str) -> dict[str, str | None]:
    codes = vocabulary.codes_of(name)
    return {system: codes.get(system) for system in ("plover", "plover_mode", "cameo", "acled", "acled_sub", "ucdp")}
