"""What a reader hands on: a draft of a document, or an issue that says what is wrong with it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO, TypeAlias

from kg.errors import DocumentError

FIELDS = {
    "id": ("id",),
    "title": ("title",),
    "published": ("published", "date"),
    "source": ("source",),
    "url": ("url",),
}
PLAIN = str | int | float


@dataclass(frozen=True, slots=True)
class Issue:
    """One plain sentence about a document; `lost` tells whether the document was left out because of it."""

    document: str
    reason: str
    lost: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as its file gives it: nothing checked, the date still in the file's own words."""

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()


Reader: TypeAlias = Callable[[BinaryIO, str], Iterator[Draft | Issue]]


def make_draft(name: str, text: object, fields: Mapping[str, object]) -> Draft:
    """A draft with the known fields of a row or of front matter; its id is the given one, else `name`."""
    if not isinstance(text, str):
        raise DocumentError("it has no text in 'text'")
    found = {field: find_value(fields, keys) for field, keys in FIELDS.items()}
    plain = {field: to_words(value) for field, value in found.items()}
    odd = [field for field, value in found.items() if not isinstance(value, PLAIN | None)]
    notes = tuple(f"its {field} is not a piece of text and was left out" for field in odd)
    return Draft(plain.pop("id") or name, text, **plain, notes=notes)


def drop_headline(draft: Draft) -> Draft:
    """The draft without a first line that repeats its title: parsers misread the grammar of headlines."""
    first, _, rest = draft.text.partition("\n")
    return replace(draft, text=rest.lstrip("\n")) if rest and first == draft.title else draft


def find_value(fields: Mapping[str, object], keys: tuple[str, ...]) -> object:
    """The first value that one of the keys has, None when all are absent or empty."""
    return next((fields[key] for key in keys if fields.get(key) not in (None, "")), None)


def to_words(value: object) -> str | None:
    """A value in words, None when it is empty or a structure."""
    return str(value).strip() or None if isinstance(value, PLAIN) else None
