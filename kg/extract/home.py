"""Bodies told without their state: "the army", "police" are those of the one country that the report tells of."""

from collections.abc import Sequence

from kg.extract.bodies import is_limited, stands_for_body
from kg.extract.entities import Cast
from kg.extract.naming import Naming
from kg.extract.phrases import phrase
from kg.extract.syntax import children
from kg.extract.weighing import LARGE_TOWN
from kg.gazetteer import Gazetteer
from kg.tables import Entry

ABROAD = frozenset({"MediaOrganization", "Company"})  # they tell of a country from anywhere
BARE = frozenset({"police"})  # needs no article
STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD"})


def tie_home(cast: Cast, namings: Sequence[Naming], gazetteer: Gazetteer) -> None:
    """Let such descriptions be the bodies of that country; where the report tells of two, nothing is tied."""
    home = _home(namings, gazetteer)
    for naming in namings if home is not None else ():
        open_ = naming.form == "nominal" and naming.entry is None and naming.country is None
        if home is not None and open_ and "#" in cast.entity_at(naming.head).iri and naming.sector in STATE:
            body = _body(naming, home, gazetteer)
            if body is not None:
                cast.let_name(naming.head, body)


def _home(namings: Sequence[Naming], gazetteer: Gazetteer) -> Entry | None:
    """The only country of which the names of places and parties tell, if a place is among them."""
    told = [naming for naming in namings if naming.country and naming.type not in ABROAD]
    countries = {naming.country for naming in told}
    placed = any(naming.entry is not None and naming.entry.kind == "place" for naming in told)
    unsettled = any(_is_unsettled(naming) for naming in told)
    code = countries.pop() if len(countries) == 1 and placed and not unsettled else None
    return gazetteer.country(code) if code else None


def _is_unsettled(naming: Naming) -> bool:
    """Whether a small place has namesakes in other countries, so that it tells little of the country."""
    small = naming.type == "Settlement" and naming.entry is not None and naming.entry.population < LARGE_TOWN
    return small and len({entry.country for entry in naming.choices}) > 1


def _body(naming: Naming, home: Entry, gazetteer: Gazetteer) -> Entry | None:
    """The body of that state which the words name as a whole: "the army", not "an army" or "the army's post"."""
    head = naming.head
    words = [token.lower_ for token in phrase(head) if token.dep_ not in {"det", "predet"}]
    definite = [child.lower_ for child in children(head, "det")] == ["the"]
    whole = definite or (words and words[0] in BARE and not children(head, "det", "poss"))
    owned = children(head, "poss") or any(of.lower_ in {"of", "in"} for of in children(head, "prep"))
    if not whole or owned or is_limited(head) or not stands_for_body(head, gazetteer):
        return None
    found = gazetteer.find(f"{home.name}'s {' '.join(words)}")
    return next((entry for entry in found if entry.kind == "actor" and not entry.metonym), None)
