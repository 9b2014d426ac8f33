"""The frozen records that travel from room to room; docs/records.md explains every field.

Offsets count Unicode code points of the document's text, end exclusive, and `text` is always
`document.text[start:end]`. A record's JSON form is its fields in order, after its `kind`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import ClassVar, TypeAlias

from dacite import Config, from_dict

from kg.errors import RequestError

Codes: TypeAlias = Mapping[str, str | None]


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


KINDS: dict[str, type[Record]] = {
    kind.kind: kind for kind in (Document, Mention, DateExpression, Event, Relation, Attribution)
}


def to_json(record: Record) -> str:
    """One line of JSON, without a line break."""
    return json.dumps({"kind": record.kind, **asdict(record)}, ensure_ascii=False)


def from_json(line: str) -> Record:
    """The record that `to_json` wrote; RequestError when the line is none."""
    try:
        fields = json.loads(line)
        kind = KINDS[fields.pop("kind")]
        return from_dict(kind, fields, Config(cast=[tuple]))
    except Exception as error:
        raise RequestError(f"not a record: {line[:60]!r}: {error}; see docs/records.md") from error


def sort_records(records: Iterable[Record]) -> Iterator[Record]:
    """The records of one document in the order they are written: the document, then by place and kind."""
    order = ["document", "attribution", "date", "event", "mention", "relation"]
    return iter(sorted(records, key=lambda r: (r.kind != "document", r.start, order.index(r.kind), r.end, to_json(r))))
