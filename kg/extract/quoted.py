"""Records that quote the document's own characters instead of the plain ones that were parsed."""

from dataclasses import replace
from typing import TypeVar

from kg.records import Argument, Attribution, Cue, Event, Holder, Record, Relation, Role

Quoted = TypeVar("Quoted", bound=Record | Argument | Cue)


def quote(record: Record, text: str) -> Record:
    """The record with every quoted stretch taken from `text`."""
    if isinstance(record, Event):
        roles: tuple[Role, ...] = tuple(_exact(role, text) for role in record.roles)
        holders = tuple(_holder(holder, text) for holder in record.attribution)
        if (roles, holders) != (record.roles, record.attribution):
            record = replace(record, roles=roles, attribution=holders)
    elif isinstance(record, Relation):
        holders = tuple(_holder(holder, text) for holder in record.attribution)
        subject, object_ = _exact(record.subject, text), _exact(record.object, text)
        record = replace(record, attribution=holders, subject=subject, object=object_)
    elif isinstance(record, Attribution) and record.source is not None:
        record = replace(record, source=_exact(record.source, text))
    return _exact(record, text)


def _exact(part: Quoted, text: str) -> Quoted:
    words = text[part.start : part.end]
    return part if words == part.text else replace(part, text=words)


def _holder(holder: Holder, text: str) -> Holder:
    source = _exact(holder.source, text) if holder.source is not None else None
    cue = _exact(holder.cue, text)
    return holder if source is holder.source and cue is holder.cue else replace(holder, source=source, cue=cue)
