"""What records are made of: stretches of text, and what is said of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Argument(Extent):
    """What fills a place in an event, relation or attribution: its words and the entity they name."""

    text: str
    entity: str
    name: str
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Role(Argument):
    """An argument with the role it plays in an event."""

    role: str = ""


@dataclass(frozen=True, slots=True)
class Cue(Extent):
    """The words that report speech or thought."""

    text: str


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event took place: an ISO 8601 value or interval, and the words that say it."""

    value: str
    precision: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many: bounds are inclusive, None where the text leaves one open."""

    measure: str
    min: int | None
    max: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Holder:
    """One link of an attribution chain: who says, denies or suspects an event, and in which words."""

    source: Argument | None
    cue: Cue
    stance: str
