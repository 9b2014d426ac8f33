"""The type of a name in no table, by its own nouns, by the words beside it, by the other names of the document."""

from dataclasses import replace

from kg.extract.naming import PLACES, Naming
from kg.extract.surroundings import is_told_as_body, is_told_as_person, is_told_as_place
from kg.gazetteer import Gazetteer
from kg.lexicon import load_lemmas
from kg.parsed import Span

NER_TYPES = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Settlement", "LOC": "Region", "FAC": "Facility", "NORP": "Group",
}  # fmt: skip
CORPORATE = frozenset({"EDU", "BUS", "GOV", "NGO", "MED", "LAB"})


def type_of_unlisted(span: Span, label: str, kind: str | None, gazetteer: Gazetteer) -> str | None:
    """The type of a name in no table: by the words beside it, by the nouns in it, by the recogniser."""
    own = _type_of_nouns(span, label, gazetteer) if label != "PERSON" else _type_of_unit(span, gazetteer)
    if kind is not None or own is not None:
        return kind or own
    if is_told_as_person(span, gazetteer):
        return "Person"
    if label not in {"GPE", "LOC", "FAC"} and is_told_as_body(span):
        return "Organization"
    return "Settlement" if is_told_as_place(span, gazetteer) else NER_TYPES.get(label)


def _type_of_unit(span: Span, gazetteer: Gazetteer) -> str | None:
    """The type of a military unit, which the recogniser may take for a person: "the Bela Ruiz Battalion"."""
    before = span.doc[span.start - 1].lower_ if span.start else ""
    noun = gazetteer.noun(span[-1].lower_) if len(span) > 1 and before == "the" else None
    return noun.type if noun is not None and noun.type == "MilitaryForce" else None


def _type_of_nouns(span: Span, label: str, gazetteer: Gazetteer) -> str | None:
    """The type that the noun in a name tells: "Ministry of Health", "Azov Brigade", "Tete Province"."""
    words = [token for token in span if token.text != "-"]
    head = next((number for number, token in enumerate(words) if token.lower_ in {"of", "for"}), len(words))
    told = _type_of_body([token.lower_ for token in words], head)
    if told is not None:
        return told
    for token in (*reversed(words[:head]), *reversed(words[head:])):
        noun = gazetteer.noun(token.lower_)
        if noun is not None and noun.type not in {"Person", "Group", "Thing", "Abstract"}:
            acts = label == "ORG" and noun.sector in CORPORATE and noun.type in {"Facility", "Place"}
            return "Organization" if acts else noun.type
    return None


def _type_of_body(words: list[str], head: int) -> str | None:
    """The type of a body by the noun its name ends in, before "of", and its other words: "Nur Liberation Front"."""
    row = load_lemmas("name-nouns").get(words[head - 1]) if head else None
    if row is None:
        return None
    return row["with"] if set(words) & set(row["beside"].split("|")) else row["class"]


def agree(namings: list[Naming]) -> list[Naming]:
    """Names in no table are of one type all through a document: a place if one of them stands as a place.

    A name that ends in what is a person's elsewhere is that person's: "Orlando Paz" where "Paz said" stands too.
    """
    unknown = [n for n in namings if n.entry is None and n.form == "name"]
    placed = {n.name: n.type for n in unknown if n.type in PLACES}
    surnames = {n.name for n in unknown if n.type == "Person" and n.name not in placed and len(n.span) == 1}
    return [replace(n, type=_agreed(n, placed, surnames)) for n in namings]


def _agreed(naming: Naming, placed: dict[str, str], surnames: set[str]) -> str:
    """The type that a naming has in view of the other names; that of a known one is its own."""
    if naming.entry is not None or naming.form != "name":
        return naming.type
    full = naming.type == "Organization" and len(naming.span) > 1 and naming.span[-1].text in surnames
    return "Person" if full else placed.get(naming.name, naming.type)
