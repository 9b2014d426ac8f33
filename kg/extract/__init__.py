"""From an annotated document to records: who is named, what happened, when, and who says so.

The rooms in the order in which the data pass through them: `namings` and `entities` (who), `triggers`,
`arguments` and `status` (what), `dates` and `counts` (when and how many), `attribution` (who says so),
`events` (the records).
"""

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.attribution import Saying, find_sayings
from kg.extract.coreference import tie_namings
from kg.extract.entities import Cast
from kg.extract.events import Scene, make_event
from kg.extract.kinds import make_kinds
from kg.extract.namings import find_namings
from kg.extract.pronouns import tie_pronouns
from kg.extract.triggers import find_candidates
from kg.gazetteer import Gazetteer
from kg.namespaces import BASE
from kg.records import Attribution, Document, Event, Extent, Record
from kg.segments import sentence_extents
from kg.vocabulary import Vocabulary


def extract(document: Document, doc: Doc, vocabulary: Vocabulary, gazetteer: Gazetteer, base: str = BASE) -> list[Record]:
    """All records of one document but the document itself, in no particular order."""
    namings = find_namings(doc, gazetteer)
    cast = Cast(document.document, base, namings, gazetteer)
    kinds = make_kinds(namings, gazetteer)
    sayings = find_sayings(doc)
    tie_namings(cast, namings)
    tie_pronouns(cast, namings, sayings)
    sentence_of = _sentence_finder(doc)
    scene = Scene(document.document, base, doc, vocabulary, cast, kinds, sayings, sentence_of, lambda _: None, lambda *_: ())
    events = [make_event(candidate, scene) for candidate in find_candidates(doc, vocabulary, kinds)]
    attributions = [_attribution(saying, scene) for saying in sayings if not saying.continued]
    mentions = cast.mentions(lambda name: (name,), sentence_of)
    return [_quoted(record, document.text) for record in (*attributions, *events, *mentions)]


def _sentence_finder(doc: Doc) -> Callable[[Token], Extent]:
    starts: dict[int, Extent] = {}
    for first, last in sentence_extents(doc):
        text = doc[first:last].text
        start = doc[first].idx + len(text) - len(text.lstrip())
        extent = Extent(start, doc[first].idx + len(text.rstrip()))
        starts.update(dict.fromkeys(range(first, last), extent))
    return lambda token: starts[token.i]


def _attribution(saying: Saying, scene: Scene) -> Attribution:
    cue = scene.doc[saying.cue[0].i : saying.cue[-1].i + 1]
    content = scene.doc[saying.content[0] : saying.content[1]]
    source = scene.cast.argument(saying.source) if saying.source is not None else None
    return Attribution(
        cue.start_char, cue.end_char, scene.document, cue.text, source,
        Extent(content.start_char, content.end_char), saying.direct, saying.stance, scene.sentence_of(saying.verb),
    )  # fmt: skip


def _quoted(record: Record, text: str) -> Record:
    """The record with the document's own characters in place of the plain ones that were parsed."""
    record = replace(record, text=text[record.start : record.end])
    if isinstance(record, Event):
        roles = tuple(replace(role, text=text[role.start : role.end]) for role in record.roles)
        holders = tuple(
            replace(
                holder,
                source=holder.source and replace(holder.source, text=text[holder.source.start : holder.source.end]),
                cue=replace(holder.cue, text=text[holder.cue.start : holder.cue.end]),
            )
            for holder in record.attribution
        )
        record = replace(record, roles=roles, attribution=holders)
    elif isinstance(record, Attribution) and record.source:
        record = replace(record, source=replace(record.source, text=text[record.source.start : record.source.end]))
    return record
