"""Where places lie: in what by the tables, up to their country, and how closely each is told."""

from collections.abc import Iterator
from functools import cache

from pyoxigraph import Literal, NamedNode

from kg.places import Places
from kg.tables import Entry
from kg.triples.terms import Triple, ckg

PRECISION = {"Facility": "exact", "Settlement": "settlement", "Region": "region", "Country": "country"}
UNRESOLVED = "unresolved"


@cache
def load_places() -> Places:
    """The tables of places, read once."""
    return Places()


def find_place(node: str, kind: str | None, country: str | None, base: str) -> Entry | None:
    """The place of the tables that a node stands for, if the reports took it for that one."""
    entry = load_places().find(node.removeprefix(f"{base}place/")) if is_place(node, base) else None
    return entry if entry is not None and (entry.type, entry.country) == (kind, country) else None


def is_place(node: str, base: str) -> bool:
    """Whether a node is that of a place known beyond one report."""
    return node.startswith(f"{base}place/")


def find_containers(place: Entry | None, country: str | None) -> tuple[Entry, ...]:
    """What a place lies in directly; of one in no table its country, where that is known."""
    if place is not None:
        return load_places().containers(place)
    state = load_places().country(country) if country else None
    return (state,) if state is not None else ()


def state_place(node: str, place: Entry | None, country: str | None, base: str) -> Iterator[Triple]:
    """What a place lies in, and how closely it is told: an exact spot, a town, a region; "unresolved" in no table."""
    for container in find_containers(place, country):
        yield NamedNode(node), ckg("within"), NamedNode(f"{base}place/{container.id}")
    precision = UNRESOLVED if place is None else place.precision or PRECISION.get(place.type, UNRESOLVED)
    yield NamedNode(node), ckg("placePrecision"), Literal(precision)
