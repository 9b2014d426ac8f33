"""Records as lines of JSON, and the order in which they are written."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import groupby

from dacite import Config, from_dict

from kg.errors import RequestError
from kg.records.kinds import Attribution, DateExpression, Document, Event, Mention, Record, Relation
from kg.records.parts import Argument, Count, Cue, EventDate, Extent, Holder, Role

KINDS: dict[str, type[Record]] = {
    kind.kind: kind for kind in (Document, Mention, DateExpression, Event, Relation, Attribution)
}
PARTS = (Extent, Argument, Role, Cue, EventDate, Count, Holder)
FIELDS: dict[type, tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind)) for kind in (*KINDS.values(), *PARTS)
}
ORDER = ("document", "attribution", "date", "event", "mention", "relation")


def to_json(record: Record) -> str:
    """One line of JSON, without a line break."""
    return json.dumps({"kind": record.kind, **_as_dict(record)}, ensure_ascii=False, default=_as_dict)


def _as_dict(part: object) -> dict[str, object]:
    """The fields of a record or a part of one, in order; `dataclasses.asdict` would copy every value."""
    return {name: getattr(part, name) for name in FIELDS[type(part)]}


def from_json(line: str) -> Record:
    """The record that `to_json` wrote; RequestError when the line is none."""
    try:
        values = json.loads(line)
        kind = KINDS[values.pop("kind")]
        return from_dict(kind, values, Config(cast=[tuple]))
    except Exception as error:
        raise RequestError(f"not a record: {line[:60]!r}: {error}; see docs/records.md") from error


def sort_records(records: Iterable[Record]) -> Iterator[Record]:
    """The records of one document in the order they are written: the document, then by place and kind."""
    for _, alike in groupby(sorted(records, key=_place), key=_place):
        together = list(alike)
        yield from sorted(together, key=to_json) if len(together) > 1 else together


def _place(record: Record) -> tuple[bool, int, int, int]:
    return record.kind != "document", record.start, ORDER.index(record.kind), record.end
