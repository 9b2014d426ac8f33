"""The evidence graph: what one document says, statement by statement."""

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from kg.namespaces import BASE, global_iri
from kg.records import Attribution, Count, Document, Event, Extent, Mention, Record, Relation
from kg.triples.claims import state_attribution, state_relation, state_status
from kg.triples.entities import OWN, Nodes, describe, group_namings, is_local
from kg.triples.page import Page, open_page, state_evidence
from kg.triples.terms import LABEL, PROV, SCHEMA, TYPE, Term, Triple, ckg, find_days, make_day, term, web_address

PARTIES = {"agent", "patient", "participant"}


def to_quads(records: Iterable[Record], base: str = BASE, run: str | None = None, nodes: Nodes = OWN) -> Iterator[Quad]:
    """The evidence graph of one document: each statement once, in the order of the text.

    The document's own record must be among them; `run` is the IRI of the run that made them; `nodes` has the
    entities that go by another's node. DocumentError says which record does not quote the text.
    """
    page = open_page(records, base)
    moved = {NamedNode(entity): NamedNode(node.iri) for entity, node in nodes.items()}
    stated = ((subject, name, _move(value, moved)) for subject, name, value in _state_all(page, run, nodes))
    for triple in dict.fromkeys(stated):
        yield Quad(*triple, page.node)


def _move(value: Term, moved: Mapping[NamedNode, NamedNode]) -> Term:
    return moved.get(value, value) if isinstance(value, NamedNode) else value


def _state_all(page: Page, run: str | None, nodes: Nodes) -> Iterator[Triple]:
    if run:
        yield page.node, term(PROV + "wasGeneratedBy"), NamedNode(run)
    for record in page.records:
        yield from _state_record(page, record)
    for entity, namings in group_namings(page.records, page.base, nodes).items():
        if is_local(entity):
            yield from describe(entity, namings)


def _state_record(page: Page, record: Record) -> Iterator[Triple]:
    match record:
        case Document():
            yield from _state_document(page, record)
        case Mention():
            yield from _state_mention(page, record)
        case Event():
            yield from _state_event(page, record)
        case Relation():
            yield from state_relation(page, record)
        case Attribution():
            yield from state_attribution(page, record)


def _state_document(page: Page, document: Document) -> Iterator[Triple]:
    node = page.node
    yield node, TYPE, term(SCHEMA + "NewsArticle")
    yield node, ckg("identifier"), Literal(document.document)
    yield node, ckg("sha256"), Literal(document.sha256)
    if document.title:
        yield node, term(SCHEMA + "headline"), Literal(document.title)
    if days := find_days(document.published or ""):
        yield node, term(SCHEMA + "datePublished"), make_day(days[0])
    if document.source:
        yield node, term(SCHEMA + "publisher"), NamedNode(global_iri(page.base, "actor", document.source))
    if document.url:
        yield node, term(SCHEMA + "url"), web_address(document.url)
    if document.language:
        yield node, term(SCHEMA + "inLanguage"), Literal(document.language)


def _state_mention(page: Page, mention: Mention) -> Iterator[Triple]:
    node = page.at("mention", mention)
    yield node, TYPE, ckg("Mention")
    yield node, ckg("denotes"), NamedNode(mention.entity)
    yield node, ckg("form"), Literal(mention.form)
    yield node, ckg("words"), Literal(mention.text)
    yield from state_evidence(page, node, mention.sentence)


def _state_event(page: Page, event: Event) -> Iterator[Triple]:
    node = page.at("event", event)
    yield node, TYPE, ckg(event.type)
    yield node, LABEL, Literal(event.label)
    yield node, ckg("rule"), Literal(event.rule)
    if event.hedge:
        yield node, ckg("hedge"), Literal(event.hedge)
    if event.event != node.value:
        yield node, ckg("coreferentWith"), NamedNode(event.event)
    if event.cause:
        yield node, ckg("consequenceOf"), NamedNode(event.cause)
    yield from _state_roles(node, event)
    yield from _state_date(page, node, event)
    for count in event.counts:
        yield node, ckg("count"), page.at(count.measure, Extent(count.start, count.end))
        yield from _state_count(page, count, event.sentence)
    yield from state_status(page, node, event)


def _state_roles(node: NamedNode, event: Event) -> Iterator[Triple]:
    for role in event.roles:
        yield node, ckg(role.role), NamedNode(role.entity)
    if not PARTIES & {role.role for role in event.roles}:
        yield node, ckg("lacks"), ckg("agent")


def _state_date(page: Page, node: NamedNode, event: Event) -> Iterator[Triple]:
    days = find_days(event.date.value) if event.date else None
    for name, day in zip(("dateStart", "dateEnd"), days or (None, None), strict=True):
        yield (node, ckg(name), make_day(day)) if day else (node, ckg("lacks"), ckg(name))
    if event.date:
        if days:
            yield node, ckg("dateValue"), Literal(event.date.value)
        yield node, ckg("datePrecision"), Literal(event.date.precision)
        yield node, ckg("dateText"), Literal(page.words(event.date.start, event.date.end))


def _state_count(page: Page, count: Count, sentence: Extent) -> Iterator[Triple]:
    node = page.at(count.measure, Extent(count.start, count.end))
    yield node, TYPE, ckg("Count")
    yield node, ckg("measure"), Literal(count.measure)
    yield node, ckg("words"), Literal(page.words(count.start, count.end))
    for name, bound in (("min", count.min), ("max", count.max)):
        if bound is not None:
            yield node, ckg(name), Literal(bound)
    yield from state_evidence(page, node, sentence)
