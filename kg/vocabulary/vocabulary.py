"""Looks things up in the ontology: classes and their superclasses, codes, measures, triggers by anchor."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from kg.errors import VocabularyError
from kg.namespaces import CODE_RULE, ONTOLOGY
from kg.resources import find_folder
from kg.vocabulary.index import RDFS, Index
from kg.vocabulary.read import read_triggers
from kg.vocabulary.terms import CodeRule, EventType, Trigger

ROOTS = frozenset({"Event", "Entity"})


class Vocabulary:
    """Event types and triggers of the ontology in a folder (by default the one `kg.resources` finds)."""

    def __init__(self, folder: Path | None = None) -> None:
        self._index = Index(folder or find_folder("ontology"))
        self.parents = self._index.parents()
        self._types: dict[str, tuple[str, ...]] = {}
        self.event_types = {name: self._event_type(name) for name in self._index.event_classes()}
        self.triggers = tuple(sorted(read_triggers(self._index), key=lambda trigger: trigger.name))

    def types_of(self, name: str) -> tuple[str, ...]:
        """The class and its superclasses, nearest first, up to the one below `Event` or `Entity`."""
        if name not in self._types:
            self._types[name] = self._find_types(name)
        return self._types[name]

    def _find_types(self, name: str) -> tuple[str, ...]:
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
        stated = (self.event_types[ancestor].causing for ancestor in self.types_of(name))
        return next((causing for causing in stated if causing is not None), False)

    def is_policy(self, name: str) -> bool:
        """Whether events of the class are decided and announced: mobilizations, sanctions, ceasefires."""
        return any(self.event_types[ancestor].policy for ancestor in self.types_of(name))

    def is_forceful(self, name: str) -> bool:
        """Whether force is used in events of the class; told of players or prices they are figures of speech."""
        return any(self.event_types[ancestor].forceful for ancestor in self.types_of(name))

    def is_achieved(self, name: str) -> bool:
        """Whether it takes success to bring about events of the class: told as an aim they are only tried."""
        return any(self.event_types[ancestor].achieved for ancestor in self.types_of(name))

    def is_answerable(self, name: str) -> bool:
        """Whether events of the class are done to somebody who can answer: who warns Kyiv warns its government."""
        return any(self.event_types[ancestor].answerable for ancestor in self.types_of(name))

    @cached_property
    def by_anchor(self) -> dict[tuple[str, str], list[Trigger]]:
        """Triggers by part of speech and last word of a spelling of the anchor."""
        index: dict[tuple[str, str], list[Trigger]] = {}
        for trigger in self.triggers:
            for form in trigger.forms:
                index.setdefault((trigger.pos, form.replace("-", " ").split()[-1]), []).append(trigger)
        return index

    @cached_property
    def deliberate(self) -> frozenset[str]:
        """The verbs that only parties are subjects of: who refuses, orders or deploys is a person or a body."""
        return frozenset(form for trigger in self.triggers if trigger.is_deliberate for form in trigger.forms)

    @cached_property
    def deeds(self) -> frozenset[str]:
        """The nouns that name an event."""
        return frozenset(word for pos, word in self.by_anchor if pos == "noun")

    @cached_property
    def policies(self) -> frozenset[str]:
        """The nouns that name what states and armed groups decide: mobilizations, sanctions, ceasefires."""
        nouns = (trigger for trigger in self.triggers if trigger.pos == "noun" and self.is_policy(trigger.evokes))
        return frozenset(form for trigger in nouns for form in trigger.forms)

    @cached_property
    def code_rules(self) -> tuple[CodeRule, ...]:
        """The rules by which sides and company overrule the codes of a class."""
        return tuple(self._code_rule(node) for node in self._index.nodes(CODE_RULE))

    def _code_rule(self, node: str) -> CodeRule:
        index, facts = self._index, self._index.facts(node)

        def sectors(condition: str) -> frozenset[str]:
            return frozenset(s for side in facts.get(condition, ()) for s in index.values(side, ONTOLOGY + "sector"))

        return CodeRule(
            node.removeprefix(CODE_RULE),
            int(facts["rank"][0]),
            facts["onType"][0].removeprefix(ONTOLOGY),
            sectors("agentSide"),
            sectors("patientSide"),
            frozenset(other.removeprefix(ONTOLOGY) for other in facts.get("beside", ())),
            frozenset(index.code(iri)[1] for iri in facts.get("unlessCode", ())),
            dict(index.code(iri) for iri in facts["code"]),
        )

    def refinements(self, name: str) -> Iterator[EventType]:
        """The classes below `name` that state by which means they are done."""
        yield from (kind for kind in self._meant if kind.name != name and name in self.types_of(kind.name))

    @cached_property
    def _meant(self) -> list[EventType]:
        return [event_type for event_type in self.event_types.values() if event_type.means]

    def _event_type(self, name: str) -> EventType:
        index, node = self._index, ONTOLOGY + name
        codes = dict(index.code(iri) for iri in index.values(node, ONTOLOGY + "code"))
        return EventType(
            name,
            self.parents[name],
            index.value(node, RDFS + "label") or name,
            codes,
            frozenset(index.values(node, ONTOLOGY + "means")),
            index.value(node, ONTOLOGY + "measure"),
            index.value(node, ONTOLOGY + "consequence") == "true",
            index.value(node, ONTOLOGY + "policy") == "true",
            {"true": True, "false": False}.get(index.value(node, ONTOLOGY + "causing") or ""),
            frozenset(cause.removeprefix(ONTOLOGY) for cause in index.values(node, ONTOLOGY + "notCausedBy")),
            index.value(node, ONTOLOGY + "forceful") == "true",
            index.value(node, ONTOLOGY + "achieved") == "true",
            index.value(node, ONTOLOGY + "answerable") == "true",
        )
