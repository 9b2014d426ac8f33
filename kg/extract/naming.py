"""One naming of somebody, something or somewhere, and the words that name persons without their name."""

from dataclasses import dataclass

from kg.parsed import Span, Token
from kg.tables import Entry

PLACES = frozenset({"Place", "Country", "Region", "Settlement", "Facility"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
HE = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
PERSONAL = FIRST_PERSON | WE | HE
PRONOUNS = PERSONAL | frozenset(
    {"it", "its", "itself", "they", "them", "their", "theirs", "themselves", "who", "whom", "whose"}
)


@dataclass(frozen=True)
class Naming:
    """One naming before it is tied to an entity: its words, head, form, type and what the tables know of it.

    `acting` is the government that a capital or a seat stands for when it acts or speaks; `choices` are all
    places, or several actors, of that name, of which `entry` is the one meant.
    """

    span: Span
    head: Token
    form: str
    type: str
    name: str
    entry: Entry | None = None
    country: str | None = None
    sector: str | None = None
    acting: Entry | None = None
    choices: tuple[Entry, ...] = ()
