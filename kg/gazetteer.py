"""Who and where: exact look-ups of names, demonyms, nouns and offices in the tables of the ontology.

gazetteer = Gazetteer.load()
gazetteer.find("the Kremlin")[0].type                            # "GovernmentBody"
gazetteer.holder("president", "FR", "2014-05-01").name            # "François Hollande"
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from kg.bodies import StateBodies
from kg.named import Names, index, overrule
from kg.offices import Offices
from kg.places import Places, bare_name
from kg.tables import (
    Entry,
    Noun,
    fold,
    read_actors,
    read_nouns,
    read_table,
    tidy,
    without_article,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

ACTORS = ("armed-groups", "media", "organisations", "parties", "people", "peoples", "state-bodies")
ASKED = 50_000


@dataclass(frozen=True)
class Gazetteer:
    """The tables, each read when it is first asked for."""

    extra: tuple[Path, ...] = ()

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Gazetteer:
        """Return the built-in tables and the user's: of two tables that know a name the later wins."""
        gazetteer = cls(tuple(extra))
        _ = gazetteer._names  # a faulty table is reported now, not in the middle of a run
        return gazetteer

    def find(self, name: str) -> tuple[Entry, ...]:
        """Return everything that bears the name, best first: actors and places, towns by size, metonyms.

        Capitals count; a final "'s" and accents do not, nor does a leading "the" unless the table has it.
        A state body without a name of its own is found by its state: "Norwegian police", "Norway's
        parliament", "Foreign Ministry of Norway".
        """
        return self._found(name)

    def demonym(self, word: str) -> Entry | None:
        """Return the country that an adjective or a people belongs to: "Russian", "Russians", "Briton"."""
        return self._demonyms.get(tidy(word))

    def country(self, code: str) -> Entry | None:
        """Return the country of an ISO 3166 alpha-2 code, of several the one that exists today."""
        return self.places.country(code)

    def noun(self, lemma: str) -> Noun | None:
        """Return what a noun of conflict news names, and for which sector it acts."""
        return self._nouns.get(lemma.casefold())

    def supersense(self, lemma: str) -> str | None:
        """Return the coarse type of a noun in its usual sense: "person", "artifact", "abstract" ..."""
        return self._supersenses.get(lemma.casefold())

    def holder(self, office: str, country: str, day: str) -> Entry | None:
        """Return who held an office of a country (or of an organisation, by its id) on an ISO day.

        None when the table has no holder or was last checked before that day: better unsaid than stale.
        """
        person = self._offices.holder(office, country, day)
        return self._entries.get(person) if person else None

    def titled(self, office: str, surname: str, day: str) -> Entry | None:
        """Return who of that surname held an office of that name on an ISO day, if there was but one."""
        holders = [self._entries[person] for person in self._offices.holders(office, day) if person in self._entries]
        found = [entry for entry in holders if entry.name.split()[-1] == surname]
        return found[0] if len(found) == 1 else None

    def last_checked(self, office: str, country: str, day: str) -> str | None:
        """Return the day an office was last checked, where that leaves open who held it on a later ISO day."""
        return self._offices.checked(office, country, day)

    def actor_code(self, entry: Entry, day: str | None = None) -> str | None:
        """Return the CAMEO-style code of an entry: "RUSMIL", "IGO"; None where nothing is known.

        With a day, a person has the code of the office held then, "FRAGOV", and thereafter "FRAELI"; the
        country alone before the first office, and where the table was last checked before that day.
        """
        if day and entry.id in self._offices.by_person:
            return self._code_on(entry, day)
        if not entry.country and entry.sector == "REB":
            return "IMG"
        return self.code(entry.country, entry.sector)

    def _code_on(self, person: Entry, day: str) -> str | None:
        term = self._offices.term_of(person.id, day)
        if term is not None:
            body = self._entries.get(term.of)
            return self.actor_code(body) if body else self.code(term.of, term.sector or person.sector)
        if person.sector not in {"GOV", "ELI"}:
            return self.code(person.country, person.sector)
        return self.code(person.country, "ELI" if self._offices.has_served(person.id, day) else None)

    def code(self, country: str | None, sector: str | None) -> str | None:
        """Return country and sector as one code: "RUSMIL", "REB" where the country is not known."""
        state = self.country(country) if country else None
        return ((state.iso3 or "") if state else "") + (sector or "") or None

    def names(self) -> Iterator[tuple[str, Entry]]:
        """Yield every name in the tables made by hand, with what it names; towns are not among them."""
        for name, entries in sorted(self._names.items()):
            yield from ((name, entry) for entry in entries)

    def _find(self, name: str) -> tuple[Entry, ...]:
        name = tidy(name)
        bare = without_article(name)
        exact = (bare != name and self._named(f"The {bare}")) or self._named(bare)
        is_actor = any(entry.kind == "actor" and not entry.metonym for entry in exact)
        known = {entry.id for entry in exact}
        towns = () if is_actor else self._find_towns(bare)
        divisions = () if is_actor or bare_name(bare) == bare else self.places.find_divisions(bare)
        places = (place for place in (*towns, *divisions) if place.id not in known)
        found = tuple(sorted((*exact, *places), key=lambda entry: entry.metonym))
        if found:
            return found
        body = self._bodies.find(bare, lambda word: self.demonym(word) or self._state(word), self._named)
        return (body,) if body else ()

    def _find_towns(self, name: str) -> Iterator[Entry]:
        """Yield the towns of that name; what the tables made by hand say of a town goes before GeoNames."""
        return (self._entries.get(town.id, town) for town in self.places.find_towns(name))

    def _named(self, name: str) -> tuple[Entry, ...]:
        kind, of, _ = name.partition(" of ")
        full = name[0].upper() + name[1:] if of and kind.islower() else name  # "the bank of England"
        return self._names.get(full) or self._names.get(fold(full), ())

    def _state(self, name: str) -> Entry | None:
        return next((e for e in self._named(without_article(tidy(name))) if e.type == "Country"), None)

    @cached_property
    def _names(self) -> Names:
        built_in = index(chain(self.places.by_hand, *(read_actors(f"actors/{table}.tsv") for table in ACTORS)))
        for path in self.extra:
            built_in = overrule(built_in, index(read_actors(path)))
        return built_in

    @cached_property
    def places(self) -> Places:
        """All places of the tables."""
        return Places()

    @cached_property
    def _entries(self) -> Mapping[str, Entry]:
        return {e.id: replace(e, metonym=False, doubt=0) for entries in self._names.values() for e in entries}

    @cached_property
    def _demonyms(self) -> Mapping[str, Entry]:
        rows = sorted(read_table("places/countries.tsv"), key=lambda row: (row["class"], not row["to"], row["to"]))
        entries = {entry.id: entry for _, entry in self.places.by_hand}
        return {word: entries[row["id"]] for row in rows[::-1] for word in row["demonyms"].split("|") if word}

    @cached_property
    def _found(self) -> Callable[[str], tuple[Entry, ...]]:
        return lru_cache(maxsize=ASKED)(self._find)  # names come again and again

    @cached_property
    def _bodies(self) -> StateBodies:
        return StateBodies.read("actors/bodies.tsv", "places/countries.tsv")

    @cached_property
    def _nouns(self) -> Mapping[str, Noun]:
        return read_nouns("language/nouns.tsv")

    @cached_property
    def _supersenses(self) -> Mapping[str, str]:
        return {row["lemma"]: row["type"] for row in read_table("language/supersenses.tsv")}

    @cached_property
    def _offices(self) -> Offices:
        return Offices.read("actors/offices.tsv", "actors/office-names.tsv")
