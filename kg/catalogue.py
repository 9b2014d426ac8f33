"""The event types for readers: what each means, what makes it fire, which codes it has."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import RequestError
from kg.namespaces import ONTOLOGY
from kg.near import name_near
from kg.ontology import ontology_quads
from kg.vocabulary import Trigger, Vocabulary

SKOS = "http://www.w3.org/2004/02/skos/core#"


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """One event type: its superclasses, nearest first, its meaning, codes by system, and triggers."""

    name: str
    label: str
    types: tuple[str, ...]
    definition: str
    example: str
    codes: Mapping[str, str]
    triggers: tuple[Trigger, ...]


def find_types(name: str | None = None) -> list[TypeEntry]:
    """All event types by name, or the one called so; RequestError names near ones when there is none."""
    entries = {entry.name: entry for entry in list_types(Vocabulary())}
    if name is None:
        return list(entries.values())
    wanted = name.removeprefix("ckg:").removeprefix(ONTOLOGY)
    if wanted not in entries:
        raise RequestError(f"no event type '{name}'{name_near(wanted, entries)}: 'kg types' lists them all")
    return [entries[wanted]]


def list_types(vocabulary: Vocabulary) -> list[TypeEntry]:
    """The event types of a vocabulary in the order of their names."""
    definitions, examples = read_notes("definition"), read_notes("example")
    return [
        TypeEntry(
            name,
            event_type.label,
            vocabulary.types_of(name),
            definitions.get(name, ""),
            examples.get(name, ""),
            vocabulary.codes_of(name),
            tuple(trigger for trigger in vocabulary.triggers if trigger.evokes == name),
        )
        for name, event_type in sorted(vocabulary.event_types.items())
    ]


def read_notes(term: str) -> dict[str, str]:
    """What a SKOS note says of each class of the ontology."""
    quads = (
        quad for quad in ontology_quads(ox.NamedNode("urn:ontology")) if quad.predicate.value == SKOS + term
    )
    pairs = ((quad.subject, quad.object) for quad in quads)
    return {
        s.value.removeprefix(ONTOLOGY): o.value
        for s, o in pairs
        if isinstance(s, ox.NamedNode) and isinstance(o, ox.Literal)
    }
