"""The patterns of `ontology/language/relations.tsv`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.extract.relations.parties import Party
from kg.extract.syntax import children
from kg.lexicon import Row, load_table
from kg.parsed import Token


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
    term: str | None = None

    def ends(self, subject: Party, target: Party) -> tuple[Party, Party] | None:
        """The two, or whom they stand for, if they are of the classes asked for and, aliases aside, not one entity."""
        one, other = subject.as_any(self.subject_is), target.as_any(self.object_is)
        if one is None or other is None or (one.argument.entity == other.argument.entity and self.type != "alias"):
            return None
        return one, other


@cache
def load_patterns() -> Mapping[tuple[str, str], tuple[Pattern, ...]]:
    """The patterns by construction and word, in the order of the table."""
    found: dict[tuple[str, str], tuple[Pattern, ...]] = {}
    for row in load_table("relations"):
        pattern = _read(row)
        for word in sorted(pattern.words):
            key = (pattern.construction, word)
            found[key] = (*found.get(key, ()), pattern)
    return found


@cache
def load_words() -> frozenset[str]:
    """The last words of all patterns."""
    return frozenset(word.rpartition(" ")[2] for _, word in load_patterns())


def patterns_of(token: Token, construction: str) -> tuple[Pattern, ...]:
    """The patterns that hang on the token by its lemma or form; with a word before it, those come alone."""
    words = (token.lemma_.lower(), token.lower_)
    if not load_words() & {*words}:
        return ()
    before = [f"{child.lower_} {words[0]}" for child in children(token, "compound", "amod")] if token.i else []
    before += [f"{token.nbor(-1).lower_} {words[0]}", joined(token)] if token.i else []
    for word in (*before, *words):
        found = load_patterns().get((construction, word))
        if found:
            return found
    return ()


def joined(token: Token) -> str:
    """The word with what a hyphen joins to it: "secretary-general"."""
    hyphened = token.i > 1 and token.nbor(-1).text == "-"
    return f"{token.nbor(-2).lower_}-{token.lower_}" if hyphened else token.lower_


def _read(row: Row) -> Pattern:
    return Pattern(
        row["construction"],
        frozenset(row["words"].split("|")),
        row["type"],
        tuple(row["subject"].split("|")),
        tuple(row["object"].split("|")),
        _classes(row["subject is"]),
        _classes(row["object is"]),
        row["term"] or None,
    )


def _classes(cell: str) -> frozenset[str]:
    return frozenset(cell.split("|")) if cell else frozenset()
