"""What the extractor tells of a short text, in the short forms that the tables of cases use."""

from functools import cache
from pathlib import Path

from kg.pipeline import Knowledge, extract_documents
from kg.records import Document, Event, Record

CASES = Path(__file__).parent.parent / "cases"
PUBLISHED = "2022-10-18"


@cache
def knowledge() -> Knowledge:
    return Knowledge()


@cache
def records(text: str) -> tuple[Record, ...]:
    """All records of the text as a report of one day."""
    document = Document(0, len(text), "x", text, published=PUBLISHED)
    lost: list[object] = []
    found = [record for made in extract_documents([document], knowledge(), lost.append) for record in made]
    assert lost == []
    return tuple(found)


def events(text: str) -> list[Event]:
    return [record for record in records(text) if isinstance(record, Event)]


def event(text: str, kind: str) -> Event:
    """The first event of this type."""
    return next(found for found in events(text) if found.type == kind)


def fillers(found: Event, role: str) -> set[str]:
    return {filler.text for filler in found.roles if filler.role == role}


def wanted_roles(cell: str) -> dict[str, set[str]]:
    """A cell "agent=Iran,Iraq|patient=" as the fillers that each role must have."""
    pairs = (part.split("=") for part in cell.split("|"))
    return {role: set(words.split(",")) - {""} for role, words in pairs}


def holders(found: Event) -> str:
    """A chain of attribution as a cell: "TASS asserts|the army denies", "?" for a source not named."""
    return "|".join(f"{holder.source.text if holder.source else '?'} {holder.stance}" for holder in found.attribution)


def mention(text: str, trigger: str) -> Event:
    """The last event mention whose trigger reads so."""
    return [found for found in events(text) if found.text == trigger][-1]


def first_mention(text: str, iri: str) -> Event:
    """The mention that an event's IRI names."""
    return next(found for found in events(text) if iri.endswith(f"={found.start},{found.end}"))
