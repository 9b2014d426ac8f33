"""What is dated after the day of publication has not happened yet: it is planned, or the date is another event's."""

from collections.abc import Iterable
from datetime import date

from kg.extract.dates.attach import is_own
from kg.extract.dates.sharing import clause_of
from kg.extract.dates.sites import find_site
from kg.extract.dates.tense import tense_of
from kg.extract.drafts import Draft
from kg.extract.status import HAPPENED
from kg.extract.syntax import is_verb


def look_ahead(drafts: Iterable[Draft], published: date | None) -> None:
    """Make events planned whose own date is still to come; take such a date from what is told in the past."""
    for draft in drafts:
        if published is None or not is_ahead_of(draft, published) or draft.status.modality not in HAPPENED:
            continue
        if bears_its_date(draft):
            draft.status = draft.status.weaken("planned")
        else:
            draft.date = None


def is_ahead_of(draft: Draft, published: date) -> bool:
    """Whether the date of the event begins after publication."""
    value = draft.date.value if draft.date else None
    return value is not None and value.partition("/")[0] > published.isoformat()


def bears_its_date(draft: Draft) -> bool:
    """Whether the date can be the event's: "the election on Sunday", "they meet on Sunday", not "met on Sunday"."""
    span = draft.anchor.doc.char_span(draft.date.start, draft.date.end) if draft.date else None
    if not is_verb(draft.anchor) and span is not None and is_own(draft.anchor, span, find_site(span, draft.anchor, ())):
        return True
    verb = clause_of(draft.anchor, ())
    return verb is not None and is_verb(verb) and tense_of(verb) != "past"
