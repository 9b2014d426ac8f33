"""Who and what a document names: names, descriptions and pronouns."""


from kg.extract.names import find_names
from kg.extract.namesakes import resolve_namesakes
from kg.extract.naming import PERSONAL, PRONOUNS, Naming
from kg.extract.nations import mean_nations
from kg.extract.nominals import describe, find_nominals, find_pronouns, noun_type
from kg.extract.places import resolve_places
from kg.gazetteer import Gazetteer
from kg.parsed import Doc

__all__ = ["PERSONAL", "PRONOUNS", "Naming", "describe", "find_namings", "noun_type"]


def find_namings(doc: Doc, gazetteer: Gazetteer, day: str | None = None) -> list[Naming]:
    """Names, descriptions by known nouns and pronouns in the order of the text; spans of names do not overlap."""
    names = find_names(doc, gazetteer, day)
    taken = {token.i for naming in names for token in naming.span}
    nominals = find_nominals(doc, gazetteer, taken)
    found = sorted([*names, *nominals, *find_pronouns(doc)], key=lambda n: (n.head.i, n.span.start))
    return mean_nations(resolve_namesakes(resolve_places(found, gazetteer.places), day), gazetteer)
