"""Persons by their office: the words before a name, and who held "the French presidency" on the day of the report."""

from collections.abc import Iterable, Iterator

from kg.extract.entities import Cast
from kg.extract.naming import PLURAL_TAGS, Naming
from kg.extract.phrases import phrase
from kg.extract.syntax import children
from kg.gazetteer import Gazetteer
from kg.records import Mention

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
    """Let a description by office and state or organisation name who held it: "the French president"."""
    for naming in nominals:
        words = [token.lower_ for token in phrase(naming.head) if token.tag_[:2] in {"NN", "JJ"}]
        plain = naming.head.tag_ not in PLURAL_TAGS and not {token.lower_ for token in naming.span} & NO_HOLDERS
        owner = naming.country or cast.owner_at(naming.head)
        if naming.type == "Person" and owner and plain:
            any(cast.let_hold(naming.head, office, owner) for office in _offices(words))


def tie_titled(cast: Cast, names: Iterable[Naming]) -> None:
    """Let a lone surname behind an office name who of that name held it on the day of the report: "President Bush".

    The same surname elsewhere in the report follows, unless its bearers differ.
    """
    lone = [n for n in names if n.type == "Person" and n.entry is None and len(n.span) == 1]
    titled = {naming.head.i: naming for naming in lone if _bears_office(cast, naming)}
    for naming in lone:
        bearers = [other for other in titled.values() if other.name == naming.name]
        one = len({cast.entity_at(other.head).iri for other in bearers}) == 1
        if one and naming.head.i not in titled and not words_before(naming):
            cast.tie(naming.head, bearers[0].head)


def _bears_office(cast: Cast, naming: Naming) -> bool:
    words = words_before(naming)
    return not set(words) & NO_HOLDERS and any(cast.let_bear(naming.head, office) for office in _offices(words))


def words_before(name: Naming) -> list[str]:
    """The unbroken nouns and adjectives right before a name, the possessor of an office not among them."""
    words: list[str] = []
    for token in reversed(name.span.doc[max(name.span.start - REACH, 0) : name.span.start]):
        if token.tag_[:2] not in {"NN", "JJ"}:
            break
        words.insert(0, token.lower_)
    return words


def _offices(words: list[str]) -> Iterator[str]:
    """What the office may be called: all words, then one less from the left each time."""
    return (" ".join(words[start:]) for start in range(len(words)))


def find_lapsed(mentions: Iterable[Mention], gazetteer: Gazetteer, day: str) -> Iterator[tuple[str, str]]:
    """Each description whose office holder the table cannot tell any more, and the day it was last checked."""
    for mention in mentions:
        if mention.form == "nominal" and mention.country and "#" in mention.entity:
            words = mention.text.lower().replace("’", "'").split()
            checks = (gazetteer.last_checked(office, mention.country, day) for office in _offices(words))
            found = next((check for check in checks if check), None)
            if found and not set(words) & NO_HOLDERS:
                yield mention.text, found
