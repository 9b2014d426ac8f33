"""What a report cannot mean by a name of the tables: who came later, and the bearer of a doubtful name it tells not of.

"PDF" is a force of Myanmar where the report tells most of Myanmar or has the name in full; elsewhere it is a file.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.naming import PLACES, Naming
from kg.gazetteer import Gazetteer
from kg.parsed import Doc
from kg.tables import Entry


@dataclass(frozen=True)
class Report:
    """What a report tells that decides on names: whom it surely names, of which countries it tells most, its day."""

    named: frozenset[str]
    countries: frozenset[str]
    day: str | None

    def means(self, entry: Entry) -> bool:
        """Whether a name in the report can mean the entry."""
        if entry.kind != "actor" or entry.metonym:
            return True
        told = entry.id in self.named or entry.country in self.countries
        unsaid = entry.doubt == 0 or (entry.doubt == 1 and not self.countries)
        return (told or unsaid) and not is_later(entry, self.day)

    def means_all(self, naming: Naming) -> bool:
        """Whether a name can mean all that bear it."""
        return all(self.means(entry) for entry in naming.choices or (naming.entry,) if entry is not None)


def read_report(namings: Iterable[Naming], doc: Doc, gazetteer: Gazetteer, day: str | None) -> Report:
    """What a report tells by the names that are sure and by its words for nations: "Burmese"."""
    sure = [n for n in namings if n.entry is not None and (n.type in PLACES or not (n.entry.doubt or n.choices))]
    nations = (gazetteer.demonym(token.text) for token in doc if token.text[:1].isupper())
    told = Counter([n.country for n in sure if n.country] + [e.country for e in nations if e is not None and e.country])
    most = max(told.values(), default=0)
    named = frozenset(naming.entry.id for naming in sure if naming.entry is not None)
    return Report(named, frozenset(country for country, times in told.items() if times == most), day)


def is_later(entry: Entry, day: str | None) -> bool:
    """Whether an actor came up only after the day; a table may tell a mere year."""
    return bool(day and entry.since) and str(entry.since) > str(day)[: len(str(entry.since))]


def is_there(entry: Entry, day: str | None) -> bool:
    """Whether an actor is there on the day, as far as the tables know."""
    over = bool(day and entry.until) and str(day)[: len(str(entry.until))] > str(entry.until)
    return not over and not is_later(entry, day)
