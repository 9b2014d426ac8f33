"""Persons by their office: the words before a name, and who held "the French presidency" on the day of the report."""

from collections.abc import Iterable

from kg.extract.entities import Cast
from kg.extract.naming import PLURAL_TAGS, Naming
from kg.extract.phrases import phrase
from kg.extract.syntax import children

REACH = 4
NO_HOLDERS = frozenset({"former", "ex", "late", "acting", "deputy", "vice", "next", "new", "a", "an"})


def titles_of(name: Naming) -> set[str]:
    """The words that stand before a person's name: "President", "Kremlin spokesman"."""
    span = name.span
    before = [
        token for token in span.doc[max(span.start - REACH, 0) : span.start] if token.head.i >= span.start - REACH
    ]
    return {token.lower_ for token in (*before, *children(name.head, "compound", "nmod")) if token.tag_[:2] == "NN"}


def tie_holders(cast: Cast, nominals: Iterable[Naming]) -> None:
    """Let a description by office and state name who held it: "the French president", "Chad's defence minister"."""
    for naming in nominals:
        words = [token for token in phrase(naming.head) if token.tag_[:2] in {"NN", "JJ"}]
        plain = naming.head.tag_ not in PLURAL_TAGS and not {token.lower_ for token in naming.span} & NO_HOLDERS
        if naming.type == "Person" and naming.country and plain:
            for start in range(len(words)):
                office = " ".join(token.lower_ for token in words[start:])
                if cast.let_hold(naming.head, office, naming.country):
                    break
