"""Bodies that every state has: found by the state and the body's words, under their own name where they have one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.tables import Entry, read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True)
class StateBodies:
    """The table of such bodies by their words, and the adjective of each state by its id."""

    rows: Mapping[str, Mapping[str, str]]
    adjectives: Mapping[str, str]

    @classmethod
    def read(cls, bodies: str, countries: str) -> StateBodies:
        """Return the bodies of one table for the states of the other."""
        rows = {word: row for row in read_table(bodies) for word in row["words"].split("|")}
        return cls(rows, {row["id"]: row["demonyms"].split("|")[0] for row in read_table(countries)})

    def find(
        self,
        name: str,
        state_of: Callable[[str], Entry | None],
        named: Callable[[str], tuple[Entry, ...]],
    ) -> Entry | None:
        """Return the body that a composed name means: "Norwegian police", "Ministry of Defence of Chad"."""
        words = name.split(" ")
        for cut in range(1, len(words)):
            left, right = " ".join(words[:cut]), " ".join(words[cut:])
            state, body = state_of(left), right
            if state is None and right.startswith("of "):
                state, body = state_of(right.removeprefix("of ")), left
            if state and (row := self.rows.get(body.casefold())):
                return self._own(state, body, row, named) or self._make(state, row)
        return None

    def _own(
        self, state: Entry, body: str, row: Mapping[str, str], named: Callable[[str], tuple[Entry, ...]]
    ) -> Entry | None:
        """Return the body's entry where it has a name of its own: "Israeli troops", the Israel Defense Forces.

        The words of the name come first, its synonyms after: the "army of India" is the Indian Army.
        """
        whose = [name for name in (self.adjectives.get(state.id), state.name) if name]
        words = [body, *(form for word in row["words"].split("|") for form in (word, word.title()))]
        names = [f"{state} {word}" for word in words for state in whose]
        found = (entry for name in names for entry in named(name))
        own = (entry for entry in found if entry.country == state.country)  # not the army of another Congo
        return next((entry for entry in own if entry.kind == "actor" and not entry.metonym), None)

    @staticmethod
    def _make(state: Entry, row: Mapping[str, str]) -> Entry:
        name = row["name"].format(country=state.name)
        return Entry(f"{row['id']}-of-{state.id}", name, row["class"], state.country, row["sector"])
