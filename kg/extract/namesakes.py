"""Which of the actors that bear a name is meant: the one whose full name or whose country the report tells.

"ADF" is Australia's force where the report tells of Australia, and the Allied Democratic Forces elsewhere; of two of
one country the one that is there on the day of the report; a name that first of all is that of a newspaper or agency
stays so unless the report has another's full name.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.doubtful import is_there
from kg.extract.naming import PLACES, Naming
from kg.tables import Entry

MEDIA = "MediaOrganization"


def resolve_namesakes(namings: Sequence[Naming], day: str | None = None) -> list[Naming]:
    """The namings with the actor that each name of several means."""
    sure = [naming for naming in namings if not naming.choices[1:]]
    named = {naming.entry.id for naming in sure if naming.entry is not None}
    told = Counter(naming.country for naming in sure if naming.country)
    return [_resolve(naming, named, told, day) for naming in namings]


def _resolve(naming: Naming, named: set[str], told: Counter[str], day: str | None) -> Naming:
    if naming.entry is None or naming.type in PLACES or not naming.choices[1:]:
        return naming
    usual = naming.entry
    best = max(
        naming.choices,
        key=lambda entry: (entry.id in named, _told(entry, usual, told), is_there(entry, day), entry is usual),
    )
    return replace(naming, entry=best, type=best.type, name=best.name, country=best.country, sector=best.sector)


def _told(entry: Entry, usual: Entry, told: Counter[str]) -> int:
    """How often the report tells of the actor's country, where that says which actor is meant."""
    return 0 if usual.type == MEDIA else told[entry.country or ""]
