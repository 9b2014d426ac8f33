"""Which later namings name an entity again: surnames, acronyms, appositions, definite descriptions.

Each rule ties a naming to an earlier one and says nothing where it is unsure; pronouns have a room of their own.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extract.bodies import is_limited
from kg.extract.entities import THINGS, Cast
from kg.extract.naming import PLACES, PLURAL_TAGS, Naming
from kg.extract.syntax import children
from kg.lexicon import load_lemmas

FIGHTERS = frozenset({"MIL", "REB", "UAF"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "both"})


def tie_namings(cast: Cast, namings: list[Naming]) -> None:
    """Tie acronyms, short names, appositions and descriptions to the entities they name again."""
    names = [naming for naming in namings if naming.form == "name"]
    _tie_acronyms(cast, names)
    _tie_short_names(cast, names)
    nominals = [naming for naming in namings if naming.form == "nominal"]
    _tie_name_bearers(cast, nominals)
    _tie_appositions(cast, nominals, names)
    for number, naming in enumerate(nominals):
        if not cast.is_tied(naming.head):
            _tie_description(cast, naming, names, nominals[:number])


def _tie_acronyms(cast: Cast, names: list[Naming]) -> None:
    """Tie an acronym in brackets, there and later, to the name before them: "Institute for the Study of War (ISW)"."""
    defined: dict[str, Token] = {}
    for before, after in zip(names, names[1:], strict=False):
        between = before.span.doc[before.span.end : after.span.start].text.strip()
        if between == "(" and after.span.text.isupper() and _spells(after.span.text, before.span.text):
            defined[after.span.text] = before.head
    for naming in names:
        if naming.span.text in defined:
            cast.tie(naming.head, defined[naming.span.text])


def _spells(acronym: str, name: str) -> bool:
    """Whether the acronym's letters stand in the capitals and first letters of the name, in order."""
    initials = "".join(word[0] for word in name.replace("-", " ").split() if word)
    letters = iter(initials.upper() + name.upper())
    return acronym[0] == initials[:1].upper() and all(letter in letters for letter in acronym if letter.isalpha())


def _tie_short_names(cast: Cast, names: list[Naming]) -> None:
    """A surname alone is the last full name that ends in it; an organisation's short name the one that holds it."""
    for number, naming in enumerate(names):
        if len(naming.span) > 1 and naming.type != "Person":
            continue
        for earlier in reversed(names[:number]):
            if _is_short_for(naming, earlier):
                cast.tie(naming.head, earlier.head)
                break


def _is_short_for(naming: Naming, earlier: Naming) -> bool:
    words, full = naming.span.text.split(), earlier.span.text.split()
    if len(words) >= len(full) or (naming.entry and earlier.entry and naming.entry.id != earlier.entry.id):
        return False
    if earlier.type == "Person":
        return words == full[-len(words) :] and naming.type not in PLACES - {"Settlement"}
    return (
        naming.entry is None
        and naming.type == earlier.type != "Settlement"
        and words[0] == full[0]
        and len(words[0]) > 3
    )


def _tie_appositions(cast: Cast, nominals: Iterable[Naming], names: list[Naming]) -> None:
    """Tie a description beside a name to it: "Putin, the Russian president,", "the governor, Ivan Petrov,"."""
    for naming in nominals:
        named = [child for child in children(naming.head, "appos") if child.pos_ == "PROPN"]
        named += [name.head for name in names if _stands_beside(name, naming)]
        if naming.head.dep_ == "appos" and naming.head.head.pos_ == "PROPN":
            named.append(naming.head.head)
        if named and _may_be(naming, cast.naming_at(named[0])):
            cast.tie(naming.head, named[0])


def _tie_name_bearers(cast: Cast, nominals: Iterable[Naming]) -> None:
    """Tie a body described by its own name, or its fighters as a whole: "the Nur Front group", "Nur Front fighters"."""
    for naming in nominals:
        owners = [
            t for t in children(naming.head, "compound", "nmod", "amod") if t.text[:1].isupper() and cast.has_name(t)
        ]
        if owners and (naming.head.lemma_.lower() in load_lemmas("name-bearers") or _are_all(naming)):
            owner = cast.entity_at(owners[-1])
            if owner.type not in THINGS | {"Person", "Group"}:
                cast.tie(naming.head, owners[-1])


def _are_all(naming: Naming) -> bool:
    """Whether a description means all fighters of its owner: "FARC guerrillas", not "two FARC guerrillas"."""
    many = naming.head.tag_ in PLURAL_TAGS or naming.type == "MilitaryForce"
    return many and naming.sector in FIGHTERS and naming.entry is None and not is_limited(naming.head)


def _stands_beside(name: Naming, naming: Naming) -> bool:
    """Whether a person and a description of one stand between two commas: "Ana Ruiz, a deputy in the house, said"."""
    if name.type != "Person" or naming.type != "Person" or name.span.end + 1 != naming.span.start:
        return False
    doc, end = naming.span.doc, naming.head.right_edge.i + 1
    closed = doc[naming.head.right_edge.i].text == "," or (end < len(doc) and doc[end].text == ",")
    return doc[name.span.end].text == "," and closed and naming.span[0].lower_ in {"a", "an", "the", "its", "their"}


def _may_be(naming: Naming, other: Naming) -> bool:
    """Whether a description of this type can be of that named entity."""
    if naming.type == other.type or other.type == "Organization":
        return naming.type not in {"Person", "Group"} or other.type == naming.type
    return naming.type == "Facility" and other.type in PLACES


def _tie_description(cast: Cast, naming: Naming, names: list[Naming], nominals: list[Naming]) -> None:
    """Tie "the ministry", "the city", "the gunmen" to the last earlier entity that the words fit."""
    determiners = {child.lower_ for child in children(naming.head, "det", "predet")}
    if not determiners & DEFINITE or children(naming.head, "poss"):
        return
    earlier = sorted([*names, *nominals], key=lambda n: n.head.i, reverse=True)
    for other in (n for n in earlier if n.head.i < naming.head.i):
        if _fits_description(cast, naming, other):
            cast.tie(naming.head, other.head)
            return


def _fits_description(cast: Cast, naming: Naming, other: Naming) -> bool:
    """Same head noun; or a type that the description's noun tells, or a name that holds the noun."""
    noun = naming.head.lemma_.lower()
    if other.form == "nominal":
        return other.head.lemma_.lower() == noun and _agree(naming, other)
    if naming.type == "Person":
        return other.type == "Person" and noun in _titles(other)
    if noun in {word.lower() for word in other.name.split()}:
        return _agree(naming, other)
    described = cast.entity_at(other.head)
    plain = len([t for t in naming.span if t.dep_ in {"amod", "compound", "nmod"}]) == 0
    return (
        plain
        and described.type == naming.type
        and naming.type not in (THINGS | {"Person", "Group"}) - {"Country", "Settlement", "Region"}
    )


def _titles(name: Naming) -> set[str]:
    """The words that stand before a person's name: "President", "Kremlin spokesman"."""
    span = name.span
    before = [token for token in span.doc[max(span.start - 4, 0) : span.start] if token.head.i >= span.start - 4]
    return {token.lower_ for token in (*before, *children(name.head, "compound", "nmod")) if token.tag_[:2] == "NN"}


def _agree(naming: Naming, other: Naming) -> bool:
    """Same country where both tell one, and no adjective that the earlier naming contradicts."""
    return not (naming.country and other.country and naming.country != other.country)
