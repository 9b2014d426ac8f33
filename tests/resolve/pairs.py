"""What becomes of two names in two reports: one node, a suggestion, or nothing."""

from functools import cache

from kg.annotate import annotate
from kg.extract.entities import Cast
from kg.extract.naming import Naming
from kg.gazetteer import Gazetteer
from kg.namespaces import BASE
from kg.resolve.likeness import Bearer, compare
from kg.tables import PLACES

load_gazetteer = cache(Gazetteer.load)


def find_outcome(left: str, right: str, kind: str) -> str:
    """Merged, suggested or apart: what becomes of two names of a class."""
    one, other = make_bearer(left, kind, "a"), make_bearer(right, kind, "b")
    if one.node == other.node:
        return "merged"
    return "suggested" if compare(one, other) else "apart"


def make_bearer(name: str, kind: str, report: str) -> Bearer:
    """The entity that a report makes of a name: by the tables, else by its words."""
    doc = next(iter(annotate([name])))
    found = [
        entry
        for entry in load_gazetteer().find(name)
        if not entry.metonym and (entry.kind == "place") == is_place(kind)
    ]
    entry = min(found, key=lambda entry: entry.doubt, default=None)  # no report tells of another country
    naming = Naming(doc[:], doc[:].root, "name", kind, entry.name if entry else name, entry)
    entity = Cast(report, BASE, [naming], load_gazetteer()).entity_at(naming.head)
    country = entity.country or ""
    return Bearer(entity.iri.removeprefix(BASE), entity.name, (name,), entity.type, country, 1, entry is not None)


def is_place(kind: str) -> bool:
    """Whether a class is one of places."""
    return kind in PLACES
