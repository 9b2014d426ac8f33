"""What is known of entities from their namings: type, name, country and codes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from kg.namespaces import BASE, global_iri
from kg.records import Argument, Attribution, Document, Event, Mention, Record, Relation
from kg.triples.containment import find_containers, find_place, is_place, state_place
from kg.triples.terms import LABEL, SKOS, TYPE, WGS, XSD_DECIMAL, Triple, ckg, term


@dataclass(frozen=True, slots=True)
class Naming:
    """What one naming says of an entity, whatever record it stands in."""

    name: str
    type: str | None = None
    country: str | None = None
    actor_code: str | None = None
    external: tuple[str, ...] = ()
    point: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """The node that an entity goes by where it is not its own; what is known of it, if that overrules."""

    iri: str
    known: Naming | None = None


Namings: TypeAlias = Mapping[str, Counter[Naming]]
Nodes: TypeAlias = Mapping[str, Node]
OWN: Nodes = {}


def entity_quads(records: Iterable[Record], base: str = BASE) -> Iterator[Quad]:
    """The graph of named actors and places, in order of IRI, from the records of any number of documents.

    Mentions are enough; document records add publishers that nobody mentions, others what they name.
    """
    return describe_all(group_namings(records, base), base)


def describe_all(namings: Namings, base: str = BASE) -> Iterator[Quad]:
    """The graph of the entities that are known beyond one document, and of the places that those lie in."""
    graph = NamedNode(f"{base}graph/entities")
    known = {entity: found for entity, found in namings.items() if not is_local(entity)}
    whole = {**dict(_containers(known, base)), **known}
    for entity in sorted(whole):
        yield from (Quad(*triple, graph) for triple in describe(entity, whole[entity]))
        if is_place(entity, base):
            kind, country = _kind(whole[entity]), _country(whole[entity])
            place = find_place(entity, kind, country, base)
            yield from (Quad(*triple, graph) for triple in state_place(entity, place, country, base))


def _containers(namings: Namings, base: str) -> Iterator[tuple[str, Counter[Naming]]]:
    """The places that the places named lie in, directly or not, as the tables tell them."""
    for entity, found in namings.items():
        if is_place(entity, base):
            country = _country(found)
            todo = list(find_containers(find_place(entity, _kind(found), country, base), country))
            while todo:
                place = todo.pop()
                todo += find_containers(place, place.country)
                point = (place.lat, place.lon) if place.lat is not None and place.lon is not None else None
                naming = Naming(place.name, place.type, place.country, None, place.external, point)
                yield f"{base}place/{place.id}", Counter([naming])


def is_local(entity: str) -> bool:
    """Whether the entity is known inside one document only."""
    return "#" in entity


def group_namings(records: Iterable[Record], base: str, nodes: Nodes = OWN) -> Namings:
    """How often each entity is named in which way: by its mentions, else by arguments and publishers."""
    tally = Tally(base)
    tally.add(records, nodes)
    return tally.namings()


class Tally:
    """How often each entity is named in which way, document after document."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._tiers: tuple[dict[str, Counter[Naming]], ...] = ({}, {}, {})

    def add(self, records: Iterable[Record], nodes: Nodes = OWN) -> None:
        """Count the namings of some records, each for the node that the entity goes by."""
        for record in records:
            for entity, naming in find_namings(record, self._base):
                node = nodes.get(entity)
                tier = 0 if node else 2 if isinstance(record, Mention) else 1
                chosen, said = (node.iri, node.known or naming) if node else (entity, naming)
                self._tiers[tier].setdefault(chosen, Counter())[said] += 1

    def namings(self) -> Namings:
        """The namings that count: mentions, else other places, else those that only a merge brought to the node."""
        merged, others, mentioned = self._tiers
        return {**merged, **others, **mentioned}


def find_arguments(record: Record) -> Iterator[Argument]:
    """Everything that fills a place in the record."""
    if isinstance(record, Event):
        yield from record.roles
    if isinstance(record, Relation):
        yield from (record.subject, record.object)
    if isinstance(record, Event | Relation):
        yield from (holder.source for holder in record.attribution if holder.source)
    if isinstance(record, Attribution) and record.source:
        yield record.source


def describe(entity: str, namings: Counter[Naming]) -> Iterator[Triple]:
    """The entity's type, label, country and codes: of each what most namings say, on a tie the first."""
    node = NamedNode(entity)
    yield node, TYPE, ckg(_kind(namings) or "Entity")
    for predicate, values in (
        (LABEL, [(naming.name, n) for naming, n in namings.items()]),
        (ckg("actorCode"), [(naming.actor_code, n) for naming, n in namings.items()]),
    ):
        if value := _most_frequent(values):
            yield node, predicate, Literal(value)
    if country := _country(namings):
        yield node, ckg("country"), Literal(country)
    for iri in sorted({iri for naming in namings for iri in naming.external}):
        yield node, term(SKOS + "exactMatch"), NamedNode(iri)
    for lat, lon in sorted({naming.point for naming in namings if naming.point})[:1]:
        yield node, term(WGS + "lat"), Literal(f"{lat:.4f}", datatype=XSD_DECIMAL)
        yield node, term(WGS + "long"), Literal(f"{lon:.4f}", datatype=XSD_DECIMAL)


def find_namings(record: Record, base: str) -> Iterator[tuple[str, Naming]]:
    """Each entity that a record names, and what it says of it."""
    if isinstance(record, Mention):
        yield (
            record.entity,
            Naming(record.name, record.type, record.country, record.actor_code, record.external, _point(record)),
        )
    if isinstance(record, Document) and record.source:
        yield global_iri(base, "actor", record.source), Naming(record.source, "MediaOrganization")
    for argument in find_arguments(record):
        if "#event=" not in argument.entity:  # a topic may be an event, which is no entity
            yield argument.entity, Naming(argument.name, argument.type)


def _point(mention: Mention) -> tuple[float, float] | None:
    """Where a place lies: latitude and longitude in degrees."""
    if mention.lat is None or mention.lon is None:
        return None
    return mention.lat, mention.lon


def _kind(namings: Counter[Naming]) -> str | None:
    return _most_frequent((naming.type, times) for naming, times in namings.items())


def _country(namings: Counter[Naming]) -> str | None:
    return _most_frequent((naming.country, times) for naming, times in namings.items())


def _most_frequent(values: Iterable[tuple[str | None, int]]) -> str | None:
    counts: Counter[str] = Counter()
    for value, times in values:
        if value:
            counts[value] += times
    return min(counts, key=lambda value: (-counts[value], value), default=None)
