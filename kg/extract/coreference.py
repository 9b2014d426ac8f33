"""Which later namings name an entity again: appositions, bodies by their own name, definite descriptions.

Each rule ties a naming to another one and says nothing where it is unsure; short names and acronyms
(`shortened`), office holders (`titles`) and pronouns have rooms of their own.
"""

from collections.abc import Iterable

from kg.extract.bodies import is_limited
from kg.extract.descriptions import tie_description
from kg.extract.entities import Cast
from kg.extract.entity import THINGS
from kg.extract.fillers import called, past_place
from kg.extract.naming import PLACES, PLURAL_TAGS, Naming
from kg.extract.shortened import tie_acronyms, tie_short_names
from kg.extract.syntax import children, coordinated
from kg.extract.titles import tie_holders, tie_titled
from kg.lexicon import load_lemmas
from kg.parsed import Token

OWNED = frozenset({"a", "an", "the", "its", "their"})


def tie_namings(cast: Cast, namings: list[Naming]) -> None:
    """Tie acronyms, short names, appositions and descriptions to the entities they name again."""
    names = [naming for naming in namings if naming.form == "name"]
    tie_acronyms(cast, names)
    tie_short_names(cast, names)
    tie_titled(cast, [naming for naming in names if not cast.is_tied(naming.head)])
    nominals = [naming for naming in namings if naming.form == "nominal"]
    _tie_name_bearers(cast, nominals)
    _tie_appositions(cast, nominals, names)
    latest_first = sorted([*names, *nominals], key=lambda naming: naming.head.i, reverse=True)
    for naming in nominals:
        if not cast.is_tied(naming.head) and naming.entry is None:
            tie_description(cast, naming, latest_first)
    tie_holders(cast, [naming for naming in nominals if not cast.is_tied(naming.head)])


def _tie_appositions(cast: Cast, nominals: Iterable[Naming], names: list[Naming]) -> None:
    """Tie a description beside a name to it: "Putin, the Russian president,", "the governor, Ivan Petrov,"."""
    ending = {name.span.end: name for name in names}
    for naming in nominals:
        told = children(naming.head, "appos") or called(naming.head) or past_place(naming.head)
        named = [child for child in told if child.pos_ == "PROPN" and not _is_example(child)]
        beside = ending.get(naming.span.start - 1)
        named += [beside.head] if beside is not None and _stands_beside(beside, naming) else []
        above = naming.head.head
        if naming.head.dep_ == "appos" and above.pos_ == "PROPN" and naming.head not in coordinated(above):
            named.append(above)
        if named and _may_be(naming, cast.naming_at(named[0])):
            cast.tie(naming.head, named[0])


def _is_example(name: Token) -> bool:
    """Whether a name is one of several: "two banks, **among them** Adib", "the hostages, **a** Briton and a Swede"."""
    return any(word.dep_ == "prep" or word.lower_ in {"a", "an"} for word in name.lefts)


def _tie_name_bearers(cast: Cast, nominals: Iterable[Naming]) -> None:
    """Tie a body described by its own name, or its fighters as a whole: "the Nur Front group", "FARC guerrillas"."""
    for naming in nominals:
        nouns = children(naming.head, "compound", "nmod", "amod")
        owners = [noun for noun in nouns if noun.text[:1].isupper() and cast.has_name(noun)]
        if owners and cast.entity_at(owners[-1]).type not in THINGS | {"Person", "Group"} and _is_its_owner(naming):
            cast.tie(naming.head, owners[-1])


def _is_its_owner(naming: Naming) -> bool:
    """Whether a description means the body whose name stands in it: not "two FARC guerrillas"."""
    head = naming.head
    row = load_lemmas("name-bearers").get(head.lemma_.lower())
    if row is None or row["means"] == "body":
        return row is not None
    return naming.entry is None and head.tag_ in PLURAL_TAGS | {"NN"} and not is_limited(head)


def _stands_beside(name: Naming, naming: Naming) -> bool:
    """Whether a person and a description of one stand between two commas: "Ana Ruiz, a deputy in the house, said"."""
    if name.type != "Person" or naming.type != "Person":
        return False
    doc, end = naming.span.doc, naming.head.right_edge.i + 1
    closed = doc[naming.head.right_edge.i].text == "," or (end < len(doc) and doc[end].text == ",")
    return doc[name.span.end].text == "," and closed and naming.span[0].lower_ in OWNED


def _may_be(naming: Naming, other: Naming) -> bool:
    """Whether a description of this type can be of that named entity."""
    if other.type in {naming.type, "Organization"}:
        return naming.type not in {"Person", "Group"} or other.type == naming.type
    return naming.type == "Facility" and other.type in PLACES
