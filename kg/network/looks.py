"""How the network looks: groups of actors, families of ties and statuses, each with its words and colour."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

OTHER_COLOUR = "#9a9a9a"
FACT = "actual"


@dataclass(frozen=True, slots=True)
class Look:
    """One entry of the legend; `ties` says what ties two actors, `measured` whether the measures count it."""

    id: str
    label: str
    colour: str = OTHER_COLOUR
    ties: str = ""
    measured: bool = True


@dataclass(frozen=True, slots=True)
class Looks:
    """The whole legend, each list in the order in which it is shown."""

    groups: tuple[Look, ...]
    families: tuple[Look, ...]
    statuses: tuple[Look, ...]
    communities: tuple[str, ...]

    def is_measured(self, family: str, status: str) -> bool:
        """Whether a tie counts in the measures: reported as fact, and of a family that counts."""
        return status == FACT and all(look.measured for look in self.families if look.id == family)

    def colour(self, which: str, name: str) -> str:
        """The colour of the group or family of that name, grey for one that is not listed."""
        looks: tuple[Look, ...] = getattr(self, which)
        return next((look.colour for look in looks if look.id == name), OTHER_COLOUR)


@cache
def load_looks() -> Looks:
    """The legend as `looks.json` has it."""
    table = json.loads(Path(__file__).with_name("looks.json").read_text(encoding="utf-8"))
    groups, families, statuses = (
        tuple(Look(**entry) for entry in table[name]) for name in ("groups", "families", "statuses")
    )
    return Looks(groups, families, statuses, tuple(table["communities"]))
