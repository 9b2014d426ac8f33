"""The ledger of merges as RDF: which names of which reports are one node, by which rule or whose decision."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad

from kg.records import Mention, Record
from kg.resolve.known import built_in
from kg.resolve.resolution import Resolution
from kg.resolve.sheet import Decision
from kg.triples.entities import Nodes, is_local
from kg.triples.terms import LABEL, SKOS, TYPE, Triple, ckg, make_day, term

ALT_LABEL = term(SKOS + "altLabel")
LENGTH = 16


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """One naming of a node: the name it goes by, the words of the report, and whether it is a person's."""

    name: str
    words: str
    is_person: bool


@dataclass
class Sightings:
    """By which names, in which documents, and from which other entities a node was met."""

    name: str
    is_person: bool = False
    documents: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    merged: set[str] = field(default_factory=set)


class Ledger:
    """What became one node across reports, document after document."""

    def __init__(self, resolution: Resolution) -> None:
        self._resolution, self._base, self._gazetteer = resolution, resolution.base, built_in()
        self._nodes: dict[str, Sightings] = {}
        self._members: dict[str, set[str]] = defaultdict(set)
        for member, (into, _) in resolution.into.items():
            self._members[into].add(self._base + member)
        self._grounds: dict[str, list[Decision]] = defaultdict(list)
        for decision in resolution.decisions:
            if decision.verdict == "same":
                self._grounds[resolution.into[decision.left][0]].append(decision)

    def add(self, records: Iterable[Record], nodes: Nodes) -> None:
        """Take in the names of one document."""
        for record in records:
            if isinstance(record, Mention) and record.form == "name":
                node = nodes.get(record.entity)
                name = node.known.name if node and node.known else record.name
                iri = node.iri if node else record.entity
                self.see(iri, record.document, Sighting(name, record.text, record.type == "Person"), record.entity)

    def see(self, iri: str, document: str, sighting: Sighting, entity: str | None = None) -> None:
        """Take in that a document names a node, or the entity that became one with it."""
        if not is_local(iri):
            seen = self._nodes.setdefault(iri, Sightings(sighting.name))
            seen.name, seen.is_person = min(seen.name, sighting.name), seen.is_person or sighting.is_person
            seen.documents.add(document)
            seen.words.add(" ".join(sighting.words.split()))
            seen.merged |= {entity or iri} - {iri}

    def quads(self) -> Iterator[Quad]:
        """The graph of decisions, and of the merges of nodes that more than one report or entity led to."""
        graph = NamedNode(f"{self._base}graph/merges")
        decided = (triple for decision in self._resolution.decisions for triple in self._decision(decision))
        merged = (triple for iri in sorted(self._nodes) for triple in self._merge(iri, self._nodes[iri]))
        yield from (Quad(*triple, graph) for triple in dict.fromkeys([*decided, *merged]))

    def _decision(self, decision: Decision) -> Iterator[Triple]:
        node = self._decision_node(decision)
        yield node, TYPE, ckg("Decision")
        yield node, LABEL, Literal(f"{decision.left_name}, {decision.right_name}: {decision.verdict}")
        yield node, ckg("verdict"), Literal(decision.verdict)
        for side, name in ((decision.left, decision.left_name), (decision.right, decision.right_name)):
            yield node, ckg("decidesOn"), NamedNode(self._base + side)
            into = self._resolution.into.get(side)
            if into and into[0] != side and into[1] != name:
                yield NamedNode(self._base + into[0]), ALT_LABEL, Literal(name)
        if decision.who:
            yield node, ckg("decidedBy"), Literal(decision.who)
        if decision.when:
            yield node, ckg("decidedOn"), make_day(date.fromisoformat(decision.when))
        if decision.note:
            yield node, ckg("note"), Literal(decision.note)

    def _decision_node(self, decision: Decision) -> NamedNode:
        digest = sha256(f"{decision.left}\n{decision.right}".encode()).hexdigest()
        return NamedNode(f"{self._base}decision/{digest[:LENGTH]}")

    def _merge(self, iri: str, seen: Sightings) -> Iterator[Triple]:
        if len(seen.documents) < 2 and not seen.merged:  # noqa: PLR2004
            return
        short = iri.removeprefix(self._base)
        node = NamedNode(f"{self._base}merge/{short}")
        yield node, TYPE, ckg("Merge")
        yield node, LABEL, Literal(seen.name)
        yield node, ckg("mergedInto"), NamedNode(iri)
        yield from ((node, ckg("mergeRule"), ckg(rule)) for rule in self._rules(short, seen))
        yield from ((node, ckg("merged"), NamedNode(other)) for other in sorted(seen.merged))
        yield from ((node, ckg("namedAs"), Literal(words)) for words in sorted(seen.words))
        yield node, ckg("documents"), Literal(len(seen.documents))
        for decision in self._grounds.get(short, ()):
            yield node, ckg("byDecision"), self._decision_node(decision)

    def _rules(self, short: str, seen: Sightings) -> Iterator[str]:
        """Yield why the names are one node: somebody decided it, a table knows them, or the name is the same."""
        decided = self._members.get(short, set())
        if seen.merged & decided:
            yield "DecisionRule"
        if seen.merged - decided or self._resolution.known.has(short):
            yield "UserTableRule"
        elif any(f"{entry.kind}/{entry.id}" == short for entry in self._gazetteer.find(seen.name)):
            yield "TableRule"
        elif len(seen.documents) > len(seen.merged):
            yield "FullNameRule" if seen.is_person else "NameRule"
