"""The actors that a user made known to a store after its reports were read: found by name, id or address elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from kg.errors import RequestError
from kg.gazetteer import Gazetteer
from kg.layers import check_table
from kg.named import Names, identities, index
from kg.resources import find_folder
from kg.tables import Entry, fold, read_actors, tidy, without_article
from kg.triples.entities import Naming


@dataclass(frozen=True)
class KnownActors:
    """A table of actors, as text, and its rows by name, id and address elsewhere."""

    text: str = ""
    names: Names = field(default_factory=dict, compare=False)

    @classmethod
    def load(cls, path: Path) -> "KnownActors":
        """The table in a file; nobody where there is no file."""
        return cls(path.read_text(encoding="utf-8"), index(read_actors(path))) if path.exists() else cls()

    @classmethod
    def read(cls, path: Path) -> "KnownActors":
        """The table that a user gives; RequestError for its first faulty row."""
        if not path.exists():
            raise RequestError(f"no file {path}: check the spelling")
        check_table(path)
        return cls.load(path)

    def find(self, entity: str, naming: Naming) -> Entry | None:
        """The row of an entity, by what it is named, by its id ("actor/x"), or by an address elsewhere."""
        name = without_article(tidy(naming.name))
        named = [entry for entry in self.names.get(name) or self.names.get(fold(name), ()) if not entry.metonym]
        others = (self._identities.get(key) for key in (entity, *naming.external))
        return next((entry for entry in (*named, *others) if entry), None)

    def has(self, short: str) -> bool:
        """Whether the table has a row with this id, as "actor/x"."""
        return short in self._identities

    def describe(self, entry: Entry, day: str | None) -> Naming:
        """What a row says of an entity that a report of that day names."""
        point = (entry.lat, entry.lon) if entry.lat is not None and entry.lon is not None else None
        code = built_in().actor_code(entry, day) if entry.kind == "actor" else None
        return Naming(entry.name, entry.type, entry.country, code, entry.external, point)

    @cached_property
    def _identities(self) -> Mapping[str, Entry]:
        return {key: entry for entries in self.names.values() for entry in entries for key in identities(entry)}


NOBODY = KnownActors()


def built_in() -> Gazetteer:
    """The built-in tables, read once."""
    return _read(find_folder("ontology"))


@lru_cache(maxsize=2)
def _read(folder: Path) -> Gazetteer:  # noqa: ARG001 - another folder has other tables
    return Gazetteer()
