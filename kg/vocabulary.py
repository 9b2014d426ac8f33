"""What the ontology knows: event types, frames and triggers, as plain frozen values.

Python knows event, role, trigger and code; which events there are stands in `ontology/events/*.ttl` alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.errors import VocabularyError
from kg.namespaces import CODE, CODE_RULE, FRAME, ONTOLOGY, TRIGGER
from kg.resources import find_folder

RDFS = "http://www.w3.org/2000/01/rdf-schema#"
NOTATION = "http://www.w3.org/2004/02/skos/core#notation"
ROOTS = frozenset({"Event", "Entity"})
ANCHORS = ("verb", "noun", "adjective")


@dataclass(frozen=True)
class Slot:
    """A grammatical place, the role of what fills it, and what the filler has to be.

    A trigger's `own` slot, unlike one of its frame, may be filled by a word that the trigger names itself.
    """

    names: frozenset[str]
    role: str
    types: frozenset[str]
    own: bool = False


@dataclass(frozen=True)
class Trigger:
    """What makes an event type fire: an anchor word, conditions on what stands around it, and its slots."""

    name: str
    evokes: str
    pos: str
    forms: tuple[str, ...]
    slots: tuple[Slot, ...]
    conditions: Mapping[str, frozenset[str]]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]

    def words(self, condition: str) -> frozenset[str]:
        """The values of one condition, such as `withObject`; empty where the trigger does not state it."""
        return self.conditions.get(condition, frozenset())

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles its slots can give."""
        return frozenset(slot.role for slot in self.slots)


@dataclass(frozen=True)
class EventType:
    """A class of events: its superclass, its codes by system, and the words that refine a wider class into it.

    `measure` says what its numbers count, `consequence` that other events bring it about, `causing` that it may bring such events about,
    `policy` that somebody decides it, so that "the plan" or "the measure" may name it.
    """

    name: str
    parent: str
    label: str
    codes: Mapping[str, str] = field(default_factory=dict)
    means: frozenset[str] = frozenset()
    measure: str | None = None
    consequence: bool = False
    policy: bool = False
    causing: bool = False


@dataclass(frozen=True)
class CodeRule:
    """When sides or company decide an event's codes: conditions that must all hold, and the codes by system."""

    name: str
    rank: int
    type: str
    agents: frozenset[str]
    patients: frozenset[str]
    beside: frozenset[str]
    unless: frozenset[str]
    codes: Mapping[str, str]


class Vocabulary:
    """Event types and triggers of the ontology in a folder (by default the one `kg.resources` finds)."""

    def __init__(self, folder: Path | None = None) -> None:
        self._graph = _Graph(folder or find_folder("ontology"))
        self.parents = self._graph.parents()
        self.event_types = {name: self._event_type(name) for name in self._graph.event_classes()}
        self.triggers = tuple(sorted(self._triggers(), key=lambda trigger: trigger.name))

    def types_of(self, name: str) -> tuple[str, ...]:
        """The class and its superclasses, nearest first, up to the one below `Event` or `Entity`."""
        chain: list[str] = []
        while name not in ROOTS:
            if name not in self.parents or name in chain:
                raise VocabularyError(f"class ckg:{name} has no way up to ckg:Event or ckg:Entity; see ontology/")
            chain.append(name)
            name = self.parents[name]
        return tuple(chain)

    def codes_of(self, name: str) -> dict[str, str]:
        """Codes by system (`plover`, `cameo`, ...), each from the nearest class that has one of that system."""
        codes: dict[str, str] = {}
        for ancestor in self.types_of(name):
            own = self.event_types[ancestor].codes
            codes.update({system: code for system, code in own.items() if system not in codes})
        return codes

    def measure_of(self, name: str) -> str | None:
        """What a number on such an event counts (`killed`, `detained`, ...), by the nearest class that says so."""
        measures = (self.event_types[ancestor].measure for ancestor in self.types_of(name))
        return next((measure for measure in measures if measure), None)

    def is_consequence(self, name: str) -> bool:
        """Whether events of the class are brought about by others: deaths, injuries, flights."""
        return any(self.event_types[ancestor].consequence for ancestor in self.types_of(name))

    def is_causing(self, name: str) -> bool:
        """Whether events of the class may bring about deaths, injuries or flight."""
        return any(self.event_types[ancestor].causing for ancestor in self.types_of(name))

    def is_policy(self, name: str) -> bool:
        """Whether events of the class are decided and announced: mobilizations, sanctions, ceasefires."""
        return any(self.event_types[ancestor].policy for ancestor in self.types_of(name))

    @cached_property
    def by_anchor(self) -> dict[tuple[str, str], list[Trigger]]:
        """Triggers by part of speech and last word of a spelling of the anchor."""
        index: dict[tuple[str, str], list[Trigger]] = {}
        for trigger in self.triggers:
            for form in trigger.forms:
                index.setdefault((trigger.pos, form.replace("-", " ").split()[-1]), []).append(trigger)
        return index

    @cached_property
    def code_rules(self) -> tuple[CodeRule, ...]:
        """The rules by which sides and company overrule the codes of a class."""
        return tuple(self._code_rule(node) for node in self._graph.nodes(CODE_RULE))

    def _code_rule(self, node: str) -> CodeRule:
        graph, facts = self._graph, self._graph.facts(node)

        def sectors(condition: str) -> frozenset[str]:
            return frozenset(s for side in facts.get(condition, ()) for s in graph.values(side, ONTOLOGY + "sector"))

        return CodeRule(
            node.removeprefix(CODE_RULE),
            int(facts["rank"][0]),
            facts["onType"][0].removeprefix(ONTOLOGY),
            sectors("agentSide"),
            sectors("patientSide"),
            frozenset(other.removeprefix(ONTOLOGY) for other in facts.get("beside", ())),
            frozenset(graph.code(iri)[1] for iri in facts.get("unlessCode", ())),
            dict(graph.code(iri) for iri in facts["code"]),
        )

    def refinements(self, name: str) -> Iterator[EventType]:
        """The classes below `name` that state by which means they are done."""
        for event_type in self.event_types.values():
            if event_type.means and event_type.name != name and name in self.types_of(event_type.name):
                yield event_type

    def _event_type(self, name: str) -> EventType:
        graph, node = self._graph, ONTOLOGY + name
        codes = dict(graph.code(iri) for iri in graph.values(node, ONTOLOGY + "code"))
        return EventType(
            name,
            self.parents[name],
            graph.value(node, RDFS + "label") or name,
            codes,
            frozenset(graph.values(node, ONTOLOGY + "means")),
            graph.value(node, ONTOLOGY + "measure"),
            graph.value(node, ONTOLOGY + "consequence") == "true",
            graph.value(node, ONTOLOGY + "policy") == "true",
            graph.value(node, ONTOLOGY + "causing") == "true",
        )

    def _triggers(self) -> Iterator[Trigger]:
        for node, family in self._graph.trigger_nodes():
            facts = self._graph.facts(node)
            pos = [anchor for anchor in ANCHORS if anchor in facts]
            if len(pos) != 1 or "evokes" not in facts:
                raise VocabularyError(f"{node}: a trigger needs ckg:evokes and one of ckg:verb, ckg:noun, ckg:adjective")
            yield Trigger(
                f"{family}/{node.removeprefix(TRIGGER)}",
                facts["evokes"][0].removeprefix(ONTOLOGY),
                pos[0],
                facts[pos[0]],
                self._slots(node, facts),
                {key: frozenset(values) for key, values in facts.items() if key.startswith(("with", "needs", "veto"))},
                facts.get("example", ()),
                facts.get("counterExample", ()),
            )

    def _slots(self, node: str, facts: Mapping[str, tuple[str, ...]]) -> tuple[Slot, ...]:
        own = [replace(read_slot(text, node), own=True) for text in facts.get("slot", ())]
        frames = [frame for frame in facts.get("frame", ()) if frame.startswith(FRAME)]
        shared = [read_slot(text, node) for frame in frames for text in self._graph.values(frame, ONTOLOGY + "slot")]
        taken = frozenset(name for slot in own for name in slot.names)
        rest = [replace(slot, names=slot.names - taken) for slot in shared if slot.names - taken]
        return (*own, *rest)


def read_slot(text: str, where: str) -> Slot:
    """The slot that `"on|against -> patient : physical"` describes; `where` names its node in errors."""
    names, arrow, rest = text.partition("->")
    role, _, types = rest.partition(":")
    if not arrow or not names.strip() or not role.strip():
        raise VocabularyError(f"{where}: slot {text!r} does not read 'slot|slot -> role : type'; see ontology/README.md")
    return Slot(_alternatives(names), role.strip(), _alternatives(types))


def _alternatives(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split("|") if part.strip())


class _Graph:
    """The Turtle files of the ontology as one index, with the family (file) that declares each trigger."""

    def __init__(self, folder: Path) -> None:
        self._facts: dict[str, dict[str, list[str]]] = {}
        self._family: dict[str, str] = {}
        for path in sorted(folder.rglob("*.ttl")):
            for quad in _parse(path):
                self._add(quad, path.stem)

    def _add(self, quad: Quad, family: str) -> None:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            node = quad.subject.value
            self._facts.setdefault(node, {}).setdefault(quad.predicate.value, []).append(quad.object.value)
            if node.startswith(TRIGGER):
                self._family[node] = family

    def values(self, node: str, predicate: str) -> tuple[str, ...]:
        return tuple(self._facts.get(node, {}).get(predicate, ()))

    def value(self, node: str, predicate: str) -> str | None:
        return next(iter(self.values(node, predicate)), None)

    def facts(self, node: str) -> dict[str, tuple[str, ...]]:
        own = self._facts[node].items()
        return {key.removeprefix(ONTOLOGY): tuple(values) for key, values in own if key.startswith(ONTOLOGY)}

    def parents(self) -> dict[str, str]:
        above = {node: [p for p in self.values(node, RDFS + "subClassOf") if p.startswith(ONTOLOGY)] for node in self._facts}
        return {n.removeprefix(ONTOLOGY): p[0].removeprefix(ONTOLOGY) for n, p in above.items() if p}

    def event_classes(self) -> list[str]:
        below: dict[str, list[str]] = {}
        for name, parent in self.parents().items():
            below.setdefault(parent, []).append(name)
        found, waiting = [], ["Event"]
        while waiting:
            children = below.get(waiting.pop(), [])
            found += children
            waiting += children
        return sorted(found)

    def nodes(self, prefix: str) -> list[str]:
        return sorted(node for node in self._facts if node.startswith(prefix))

    def trigger_nodes(self) -> list[tuple[str, str]]:
        return sorted(self._family.items())

    def code(self, iri: str) -> tuple[str, str]:
        system = iri.removeprefix(CODE).partition("/")[0].replace("-", "_")
        return system, self.value(iri, NOTATION) or iri.rpartition("/")[2]


def _parse(path: Path) -> Iterator[Quad]:
    try:
        yield from parse(path=str(path), format=RdfFormat.TURTLE)
    except (SyntaxError, OSError) as error:
        raise VocabularyError(f"{path}: {error}; correct the Turtle there") from error
