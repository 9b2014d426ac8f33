"""The kinds of record, each frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, TypeAlias

from kg.records.parts import Argument, Count, EventDate, Extent, Holder, Role

Codes: TypeAlias = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Record(Extent):
    """What all records share: the document's id, a stretch of it and its exact words."""

    kind: ClassVar[str] = ""
    document: str
    text: str


@dataclass(frozen=True, slots=True)
class Document(Record):
    """A report: `text` is the whole of it, `published` an ISO day, `sha256` the digest of the text."""

    kind: ClassVar[str] = "document"
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    sha256: str = ""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Mention(Record):
    """One naming of one entity."""

    kind: ClassVar[str] = "mention"
    entity: str
    name: str
    type: str
    types: tuple[str, ...]
    form: str
    sentence: Extent
    country: str | None = None
    actor_code: str | None = None
    external: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class DateExpression(Record):
    """One time expression; `value` is None where it cannot be resolved, `how` the rule that did it."""

    kind: ClassVar[str] = "date"
    value: str | None
    precision: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Event(Record):
    """One event mention; its extent is the trigger, `event` the IRI of the first mention of the event."""

    kind: ClassVar[str] = "event"
    event: str
    type: str
    types: tuple[str, ...]
    sentence: Extent
    rule: str
    label: str
    roles: tuple[Role, ...] = ()
    date: EventDate | None = None
    counts: tuple[Count, ...] = ()
    polarity: str = "positive"
    modality: str = "actual"
    attribution: tuple[Holder, ...] = ()
    codes: Codes = field(default_factory=dict)
    cause: str | None = None
    hedge: str | None = None


@dataclass(frozen=True, slots=True)
class Relation(Record):
    """A standing relation between two entities, its extent the words for it; `term` is "past" for one that ended."""

    kind: ClassVar[str] = "relation"
    type: str
    subject: Argument
    object: Argument
    sentence: Extent
    polarity: str = "positive"
    modality: str = "actual"
    attribution: tuple[Holder, ...] = ()
    term: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution(Record):
    """One quotation or report of speech; its extent is the cue, `content` what is said."""

    kind: ClassVar[str] = "attribution"
    source: Argument | None
    content: Extent
    direct: bool
    stance: str
    sentence: Extent
