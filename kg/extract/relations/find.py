"""The standing relations of one document as records."""

from collections.abc import Iterable, Iterator, Sequence

from kg.extract.attribution import Saying, chain_of, find_holders
from kg.extract.drafts import Draft
from kg.extract.entities import Cast
from kg.extract.namings import Naming
from kg.extract.relations.compounds import find_compounds
from kg.extract.relations.events import find_events
from kg.extract.relations.frames import find_frames
from kg.extract.relations.neighbours import find_neighbours, find_owned
from kg.extract.relations.parties import Parties, TypesOf
from kg.extract.relations.roles import find_roles
from kg.extract.relations.terms import find_terms
from kg.extract.relations.ties import Tie
from kg.extract.sentences import SentenceOf
from kg.extract.status import Status, find_status
from kg.gazetteer import Gazetteer
from kg.namespaces import BASE
from kg.parsed import Doc, Token
from kg.records import Cue, Holder, Relation


def find_relations(
    doc: Doc,
    namings: list[Naming],
    cast: Cast,
    sayings: list[Saying],
    sentence_of: SentenceOf,
    document: str,
    drafts: Sequence[Draft] = (),
    *,
    gazetteer: Gazetteer,
    types_of: TypesOf,
    base: str = BASE,
) -> list[Relation]:
    """Every standing relation that the text states, with its words, status and speakers, in order.

    An end that did not come, or only may, tells of none: "may leave the party".
    """
    parties = Parties(doc, namings, cast, gazetteer, types_of, base)
    ordered = _in_order([*_ties(parties), *find_events(drafts, parties)])
    holders = find_holders(sayings)
    chains = [chain_of(anchor, holders.get(anchor.i, [])) for anchor in map(_anchor, ordered)]
    records = [_record(tie, chain, cast, sentence_of, document) for tie, chain in zip(ordered, chains, strict=True)]
    return [r for r in records if r.term is None or (r.modality, r.polarity) == ("actual", "positive")]


def _in_order(told: Iterable[Tie]) -> list[Tie]:
    """Each tie once, as first told, in the order of the text."""
    ties: dict[tuple[str, int, int], Tie] = {}
    for tie in told:
        ties.setdefault(tie.key, tie)
    return sorted(ties.values(), key=lambda tie: (tie.words.start, tie.key))


def _ties(parties: Parties) -> Iterator[Tie]:
    yield from find_roles(parties)
    yield from find_compounds(parties)
    yield from find_neighbours(parties)
    yield from find_owned(parties)
    yield from find_frames(parties)


def _anchor(tie: Tie) -> Token:
    return tie.told.verb or tie.words.root


def _record(tie: Tie, chain: list[Saying], cast: Cast, sentence_of: SentenceOf, document: str) -> Relation:
    words, terms = tie.words, find_terms(tie)
    status = _status(tie, chain, terms)
    return Relation(
        words.start_char,
        words.end_char,
        document,
        words.text,
        tie.pattern.type,
        tie.subject.argument,
        tie.object.argument,
        sentence_of(words[0]),
        status.polarity,
        status.modality,
        tuple(_holder(saying, cast) for saying in chain),
        "past" if "past" in terms else None,
    )


def _status(tie: Tie, chain: list[Saying], terms: set[str]) -> Status:
    """What a verb asserts has its status; a title or compound is taken for granted, if not to come."""
    status = tie.told.status or Status()
    if tie.told.verb is not None and tie.told.status is None:
        status = find_status(tie.told.verb, tuple(tie.words))
        if any(saying.kind == "thought" for saying in chain):
            status = status.weaken("possible")
    if "future" in terms:
        status = status.weaken("planned")
    return status


def _holder(saying: Saying, cast: Cast) -> Holder:
    source = cast.argument(saying.source) if saying.source is not None else None
    cue = saying.span
    return Holder(source, Cue(cue.start_char, cue.end_char, cue.text), saying.stance)
