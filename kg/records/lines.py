"""Records as lines of JSON, and the order in which they are written."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from dacite import Config, from_dict

from kg.errors import RequestError
from kg.records.kinds import Attribution, DateExpression, Document, Event, Mention, Record, Relation

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
