"""From an annotated document to records: who is named, what happened, when, and who says so.

The rooms in the order in which the data pass through them: `namings`, `coreference`, `home`, `pronouns`, `entities` and
`posts` (who), `attribution` (who says so), `dates` (when), `triggers`, `arguments`, `status` and `counts` (what, as
`drafts`), `scene` and `setting` (where), `links`, `frames` and `identity` (how events hang together), `vague` (what
tells nothing), `reckoning` and `prospects` (when, told by each other), `claimed` and `topics` (what claims and
announcements are about), `relations` (what stands between parties), `events` (the records).
"""

from datetime import date

from kg.extract.attribution import Saying, find_sayings
from kg.extract.claimed import tie_claims
from kg.extract.codes import code_events
from kg.extract.coreference import tie_namings
from kg.extract.dates import drop_ends, drop_stretches, find_dates
from kg.extract.drafts import Draft, make_drafts
from kg.extract.entities import Cast
from kg.extract.events import Writer
from kg.extract.frames import date_by_frame
from kg.extract.home import tie_home
from kg.extract.identity import identify_events, name_events, take_up_classes
from kg.extract.kinds import make_kinds
from kg.extract.links import link_events
from kg.extract.naming import Naming
from kg.extract.namings import find_namings
from kg.extract.people import tell_people
from kg.extract.posts import tell_posts
from kg.extract.pronouns import tie_pronouns
from kg.extract.prospects import look_ahead
from kg.extract.quoted import quote
from kg.extract.reckoning import date_by_events, settle
from kg.extract.relations import find_relations
from kg.extract.scene import find_scene
from kg.extract.sentences import find_sentences
from kg.extract.setting import carry_places, set_events
from kg.extract.topics import Topics
from kg.extract.triggers import find_candidates
from kg.extract.vague import drop_headings, drop_vague
from kg.gazetteer import Gazetteer
from kg.namespaces import BASE
from kg.parsed import Doc
from kg.records import Attribution, DateExpression, Document, Extent, Record
from kg.vocabulary import Vocabulary


def extract(
    document: Document, doc: Doc, vocabulary: Vocabulary, gazetteer: Gazetteer, base: str = BASE
) -> list[Record]:
    """All records of one document but the document itself, in no particular order."""
    namings = find_namings(doc, gazetteer, document.published)
    cast = Cast(document.document, base, namings, gazetteer, document.published)
    sayings = find_sayings(doc, namings)
    _tie(cast, namings, sayings, vocabulary, gazetteer)
    published = date.fromisoformat(document.published) if document.published else None
    expressions = find_dates(doc, published, document.document)
    drafts = _draft(doc, vocabulary, cast, namings, sayings, drop_ends(expressions), gazetteer)
    date_by_events(doc, drafts, expressions)
    look_ahead(drafts, published)
    topics, names = Topics(drafts, vocabulary, tie_claims(drafts, vocabulary)), name_events(drafts)
    writer = Writer(document.document, base, cast, topics, names, find_sentences(doc), vocabulary)
    codes = code_events(drafts, vocabulary, cast.sector_at)
    events = [writer.write(draft, coded) for draft, coded in zip(drafts, codes, strict=True)]
    attributions = [_attribution(saying, writer) for saying in sayings if _is_recorded(saying)]
    relations = find_relations(
        doc, namings, cast, sayings, writer.sentence_of, document.document, drafts,
        gazetteer=gazetteer, types_of=vocabulary.types_of, base=base,
    )  # fmt: skip
    records = (*settle(doc, drop_stretches(expressions), drafts), *attributions, *events, *relations)
    mentions = cast.mentions(vocabulary.types_of, writer.sentence_of)  # last: by now all arguments are asked for
    return [quote(record, document.text) for record in (*records, *mentions)]


def _tie(
    cast: Cast, namings: list[Naming], sayings: list[Saying], vocabulary: Vocabulary, gazetteer: Gazetteer
) -> None:
    """Let all namings of a document that name the same do so."""
    tie_namings(cast, namings)
    tie_home(cast, namings, gazetteer)
    tie_pronouns(cast, namings, sayings, vocabulary)
    tell_posts(cast, namings, gazetteer)


def _draft(
    doc: Doc,
    vocabulary: Vocabulary,
    cast: Cast,
    namings: list[Naming],
    sayings: list[Saying],
    dates: list[DateExpression],
    gazetteer: Gazetteer,
) -> list[Draft]:
    """What happened: the events of a document with their places, causes, dates and first mentions."""
    kinds = make_kinds(namings, gazetteer, dates)
    drafts = drop_headings(make_drafts(find_candidates(doc, vocabulary, kinds), vocabulary, kinds, sayings, dates))
    scene = find_scene(namings, kinds)
    set_events(drafts, scene)
    take_up_classes(drafts, vocabulary)
    link_events(drafts, vocabulary)
    drafts = drop_vague(drafts)
    date_by_frame(drafts, dates, vocabulary)
    identify_events(drafts, vocabulary, cast.is_same)
    tell_people(drafts, cast, vocabulary)
    carry_places(drafts, scene, vocabulary)
    return drafts


def _is_recorded(saying: Saying) -> bool:
    """Whether a report is one of its own: said, and not the rest of a quotation."""
    return not saying.continued and saying.kind != "unsaid"


def _attribution(saying: Saying, writer: Writer) -> Attribution:
    cue, content = saying.span, saying.span.doc[slice(*(saying.whole or saying.content))]
    source = writer.cast.argument(saying.source, acts=True) if saying.source is not None else None
    return Attribution(
        cue.start_char,
        cue.end_char,
        writer.document,
        cue.text,
        source,
        Extent(content.start_char, content.end_char),
        saying.direct,
        saying.stance,
        writer.sentence_of(saying.verb),
    )
