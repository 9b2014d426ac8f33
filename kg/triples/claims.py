"""Who says it and how: polarity, modality, attributions, and the relations that carry them."""

from collections.abc import Iterator
from itertools import pairwise

from pyoxigraph import Literal, NamedNode

from kg.records import Attribution, Cue, Event, Extent, Holder, Relation
from kg.triples.page import Page, state_evidence, state_span
from kg.triples.terms import SEM, TYPE, Triple, ckg, term


def state_status(page: Page, node: NamedNode, report: Event | Relation) -> Iterator[Triple]:
    """What an event and a relation share: the words, whether it is so, who says so, and the sentence."""
    yield node, ckg("trigger"), Literal(report.text)
    yield node, ckg("polarity"), Literal(report.polarity)
    yield node, ckg("modality"), Literal(report.modality)
    for holder in report.attribution:
        yield node, ckg("attribution"), page.at("attribution", holder.cue)
        if holder.source:
            yield node, term(SEM + "accordingTo"), NamedNode(holder.source.entity)
        yield from _state_link(page, holder, page.sentence_around(holder.cue))
    for outer, inner in pairwise(report.attribution):
        yield page.at("attribution", outer.cue), ckg("cites"), page.at("attribution", inner.cue)
    yield from state_evidence(page, node, report.sentence)


def state_attribution(page: Page, record: Attribution) -> Iterator[Triple]:
    """A quotation or report of speech: its link of the chain, and what is said."""
    node, content = page.at("attribution", record), Extent(record.content.start, record.content.end)
    cue = Cue(record.start, record.end, record.text)
    yield from _state_link(page, Holder(record.source, cue, record.stance), record.sentence)
    yield node, ckg("direct"), Literal(record.direct)
    yield node, ckg("content"), page.at("char", content)
    yield from state_span(page, content, "Content")


def state_relation(page: Page, relation: Relation) -> Iterator[Triple]:
    """A standing relation, named by the extents of its two sides."""
    one_side = page.at(relation.type, relation.subject).value
    node = NamedNode(f"{one_side};{relation.object.start},{relation.object.end}")
    yield node, TYPE, ckg("Relation")
    yield node, ckg("relationType"), ckg(relation.type)
    yield node, ckg("subject"), NamedNode(relation.subject.entity)
    yield node, ckg("object"), NamedNode(relation.object.entity)
    if relation.term:
        yield node, ckg("term"), Literal(relation.term)
    yield from state_status(page, node, relation)


def _state_link(page: Page, holder: Holder, sentence: Extent) -> Iterator[Triple]:
    node = page.at("attribution", holder.cue)
    yield node, TYPE, ckg("Attribution")
    yield node, ckg("stance"), Literal(holder.stance)
    yield node, ckg("cue"), Literal(holder.cue.text)
    if holder.source:
        yield node, ckg("source"), NamedNode(holder.source.entity)
    yield from state_evidence(page, node, sentence)
