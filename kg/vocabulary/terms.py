"""The terms of the vocabulary as frozen values: slots, triggers, event types, rules of codes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Slot:
    """A grammatical place, the role of what fills it, and what the filler has to be.

    A trigger's `own` slot, unlike one of its frame, may be filled by a word that the trigger names itself.
    A slot for a `known` kind takes only what is known to be of it, and vetoes nothing.
    """

    names: frozenset[str]
    role: str
    types: frozenset[str]
    own: bool = False
    known: bool = False


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

    def at(self, name: str) -> Iterator[Slot]:
        """The slots that stand at a grammatical place."""
        return (slot for slot in self.slots if name in slot.names)

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles its slots can give."""
        return frozenset(slot.role for slot in self.slots)

    @cached_property
    def spellings(self) -> tuple[tuple[str, ...], ...]:
        """The words of each form; a hyphen parts them as a space does."""
        return tuple(tuple(form.replace("-", " ").split()) for form in self.forms)

    @cached_property
    def is_idiom(self) -> bool:
        """Whether it asks for further words."""
        return any(name.startswith("with") for name in self.conditions)

    @property
    def is_deliberate(self) -> bool:
        """Whether it is a verb by itself, no idiom, and its subject a party."""
        parties = any("subject" in slot.names and "actor" in slot.types for slot in self.slots)
        return self.pos == "verb" and parties and not self.is_idiom


@dataclass(frozen=True)
class EventType:
    """A class of events: its superclass, its codes by system, and the words that refine a wider class into it.

    `measure` says what its numbers count, `consequence` that other events bring it about, `causing` that it
    may bring such events about, `not_caused_by` after which causes it is only its
    superclass, `policy` that somebody decides it, so that "the plan" or "the measure" may name it,
    `forceful` that force is used, or only a figure of speech, `achieved` that it takes success to bring it about,
    `answerable` that it is done to somebody who can answer.
    """

    name: str
    parent: str
    label: str
    codes: Mapping[str, str] = field(default_factory=dict)
    means: frozenset[str] = frozenset()
    measure: str | None = None
    consequence: bool = False
    policy: bool = False
    causing: bool | None = None
    not_caused_by: frozenset[str] = frozenset()
    forceful: bool = False
    achieved: bool = False
    answerable: bool = False


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
