"""What a naming names: a node that the tables know, one of its name, or one of its document alone."""

from dataclasses import dataclass, field

from kg.extract.naming import PLACES, Naming
from kg.extract.shared import is_shared
from kg.gazetteer import Gazetteer
from kg.namespaces import global_iri, local_iri, make_slug
from kg.tables import Entry

THINGS = PLACES | {"Weapon", "Vehicle", "Thing", "Abstract"}


@dataclass(frozen=True)
class Entity:
    """Somebody or something: its IRI, name, type and what is known of it."""

    iri: str
    name: str
    type: str
    country: str | None = None
    actor_code: str | None = None
    external: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True)
class EntityMaker:
    """Makes the entities of one document, which tells of the tables as they were on its day."""

    document: str
    base: str
    gazetteer: Gazetteer
    day: str | None = None
    names: dict[str, Entity] = field(default_factory=dict)

    def of(self, naming: Naming) -> Entity:
        """The entity of a naming; names alike have one."""
        if naming.form != "name":
            return self._described(naming) if naming.entry is None else self.known(naming.entry)
        what = "place" if naming.type in PLACES else "actor"
        key = naming.entry.id if naming.entry is not None else f"{what} {naming.name}"
        if key not in self.names:
            self.names[key] = self._named(naming, what)
        return self.names[key]

    def _described(self, naming: Naming) -> Entity:
        """The entity of a description or pronoun, which lives in its document."""
        span = naming.span
        iri = local_iri(self.base, self.document, "entity", span.start_char, span.end_char)
        return Entity(iri, naming.name, naming.type, naming.country, self._code(naming))

    def _code(self, naming: Naming) -> str | None:
        acts = naming.type not in THINGS and naming.type != "Entity"
        return self.gazetteer.code(naming.country, naming.sector) if acts else None

    def _named(self, naming: Naming, what: str) -> Entity:
        """The entity of a name: its entry's; of one in no table, told apart by its country, or the document's own."""
        if naming.entry is not None:
            return self.known(naming.entry)
        if is_shared(naming, self.gazetteer):
            return self._described(naming)
        another = naming.choices or (what == "actor" and self._is_of_another(naming.name))
        qualifier = f" {naming.country or naming.type}" if another else ""
        iri = global_iri(self.base, what, naming.name + qualifier)
        return Entity(iri, naming.name, naming.type, naming.country, self._code(naming))

    def _is_of_another(self, name: str) -> bool:
        """Whether the node of the name is that of an actor of the tables whom the report cannot mean."""
        return any((entry.kind, entry.id) == ("actor", make_slug(name)) for entry in self.gazetteer.find(name))

    def known(self, entry: Entry) -> Entity:
        """The entity that an entry of the tables describes."""
        acts = entry.type not in THINGS or entry.type == "Country"
        code = self.gazetteer.actor_code(entry, self.day) if acts else None
        iri = f"{self.base}{entry.kind}/{entry.id}"
        return Entity(iri, entry.name, entry.type, entry.country, code, entry.external, entry.lat, entry.lon)
