"""The frozen records that travel from room to room; docs/records.md explains every field.

Offsets count Unicode code points of the document's text, end exclusive, and `text` is always
`document.text[start:end]`. A record's JSON form is its fields in order, after its `kind`.
"""

from kg.records.kinds import Attribution, Codes, DateExpression, Document, Event, Mention, Record, Relation
from kg.records.lines import from_json, sort_records, to_json
from kg.records.parts import Argument, Count, Cue, EventDate, Extent, Holder, Role

__all__ = [
    "Argument",
    "Attribution",
    "Codes",
    "Count",
    "Cue",
    "DateExpression",
    "Document",
    "Event",
    "EventDate",
    "Extent",
    "Holder",
    "Mention",
    "Record",
    "Relation",
    "Role",
    "from_json",
    "sort_records",
    "to_json",
]
