"""The patterns of `ontology/language/relations.tsv`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from kg.extract.relations.parties import Party
from kg.lexicon import Row, load_table


@dataclass(frozen=True)
class Pattern:
    """One way to say a relation: where its subject and object stand, and of which classes they are."""

    construction: str
    words: frozenset[str]
    type: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    subject_is: frozenset[str]
    object_is: frozenset[str]

    def takes(self, subject: Party, target: Party) -> bool:
        """Whether the two are of the classes asked for and not one entity."""
        if subject.argument.entity == target.argument.entity and self.type != "alias":
            return False
        return subject.is_any(self.subject_is) and target.is_any(self.object_is)


@cache
def load_patterns() -> Mapping[tuple[str, str], tuple[Pattern, ...]]:
    """The patterns by construction and word, in the order of the table."""
    found: dict[tuple[str, str], tuple[Pattern, ...]] = {}
    for row in load_table("relations"):
        pattern = _read(row)
        for word in pattern.words:
            key = (pattern.construction, word)
            found[key] = (*found.get(key, ()), pattern)
    return found


def patterns_of(token: Token, *constructions: str) -> Iterator[Pattern]:
    """The patterns of these constructions that hang on the token, by its lemma or its form."""
    for construction in constructions:
        for word in dict.fromkeys((token.lemma_.lower(), token.lower_)):
            yield from load_patterns().get((construction, word), ())


def _read(row: Row) -> Pattern:
    return Pattern(
        row["construction"],
        frozenset(row["words"].split("|")),
        row["type"],
        tuple(row["subject"].split("|")),
        tuple(row["object"].split("|")),
        _classes(row["subject is"]),
        _classes(row["object is"]),
    )


def _classes(cell: str) -> frozenset[str]:
    return frozenset(cell.split("|")) if cell else frozenset()
