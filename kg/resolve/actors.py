"""The named actors of a store or server, the unknown ones first of all: whom a table of one's own should have."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from kg.gazetteer import Gazetteer
from kg.namespaces import make_slug
from kg.resolve.bearers import Met, ask, find_bearers, quote
from kg.rows import Source
from kg.tables import PLACES
from kg.triples.entities import is_local

COLUMNS = ("id", "name", "class", "country", "sector", "aliases", "note")


@dataclass(frozen=True, slots=True)
class NamedActor:
    """An actor by name: in how many reports and events, whether a table has it, and a sentence.

    One whom each report knows for itself only, as by surname, counts once for all reports; `actor` is the first.
    """

    actor: str
    name: str
    kind: str
    country: str
    documents: int
    events: int
    known: bool
    sentence: str
    sector: str
    aliases: tuple[str, ...]


def find_actors(source: Source, gazetteer: Gazetteer, *, unknown: bool = False) -> list[NamedActor]:
    """The named actors that most reports and events have first; with `unknown` those alone that no table has."""
    met = [one for one in find_bearers(source, gazetteer) if is_actor(one) and not (unknown and one.bearer.is_known)]
    groups = [list(group) for _, group in groupby(sorted(met, key=group_key), key=group_key)]
    parts = {row["node"].removeprefix(source.base): int(row["events"]) for row in ask(source, "parts")}
    quotes = quote(source, (group[0].where for group in groups))
    actors = (make_actor(group, parts, quotes[group[0].where], gazetteer) for group in groups)
    return sorted(actors, key=lambda actor: (-actor.documents, -actor.events, actor.name, actor.actor))


def is_actor(met: Met) -> bool:
    """Whether a named entity is somebody, not a place or a thing."""
    return met.bearer.type not in PLACES | {"Weapon", "Vehicle", "Entity"}


def group_key(met: Met) -> tuple[str, str, str]:
    """What stands for one actor: its node, or its name and class where each report knows it for itself."""
    one = met.bearer
    return ("", one.name, one.type) if is_local(one.node) else (one.node, "", "")


def make_actor(group: Sequence[Met], parts: Mapping[str, int], sentence: str, gazetteer: Gazetteer) -> NamedActor:
    """The actor that the nodes of a group stand for."""
    first = group[0].bearer
    return NamedActor(
        first.node,
        first.name,
        first.type,
        first.country,
        sum(one.bearer.documents for one in group),
        sum(parts.get(one.bearer.node, 0) for one in group),
        first.is_known,
        sentence,
        find_sector(group[0].code, first.country, gazetteer),
        tuple(sorted({name for one in group for name in one.bearer.names} - {first.name})),
    )


def find_sector(code: str, country: str, gazetteer: Gazetteer) -> str:
    """The sector in an actor's code: "MIL" in "RUSMIL"."""
    return code.removeprefix(gazetteer.code(country, None) or "") if country else code


def to_table(actors: Iterable[NamedActor]) -> Iterator[Mapping[str, str]]:
    """Yield a row for a table of one's own for each actor: to be looked over, and given with --actors."""
    for actor in actors:
        short = make_slug(actor.name) if is_local(actor.actor) else actor.actor.partition("/")[2]
        note = f"in {actor.documents} reports: {actor.sentence}"
        values = (short, actor.name, actor.kind, actor.country, actor.sector, "|".join(actor.aliases), note)
        yield dict(zip(COLUMNS, values, strict=True))
