"""Whom a definite description names again: "the ministry", "the city", "the prime minister"."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kg.extract.entities import Cast
from kg.extract.entity import THINGS
from kg.extract.groups import tie_group
from kg.extract.naming import PLURAL_TAGS, Naming
from kg.extract.quotations import start_of_paragraph
from kg.extract.syntax import children
from kg.extract.titles import NO_HOLDERS, REACH, titles_of, words_before
from kg.lexicon import load_lemmas
from kg.parsed import Token
from kg.tables import Entry

DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "both"})
ONE_PLACE = frozenset({"Country", "Settlement", "Region"})
STATE = frozenset({"Government", "GovernmentBody", "MilitaryForce", "SecurityForce"})
RANKS = NO_HOLDERS - {"new", "a", "an"}
OFFICES = frozenset({"prime", "foreign", "interior"})  # to the tagger adjectives like "old"
OTHERS = frozenset({"only", "other", "rival"})
MEMBERS = frozenset({"regional", "member", "nation", "-"})  # "the regional bloc"
KINDLESS = (THINGS | {"Person", "Group"}) - ONE_PLACE


def tie_description(cast: Cast, naming: Naming, latest_first: Sequence[Naming]) -> None:
    """Tie "the ministry", "the city", "the gunmen" to the last earlier entity that the words fit."""
    determiners = {child.lower_ for child in children(naming.head, "det", "predet")}
    others = any(child.lower_ in OTHERS for child in children(naming.head, "amod"))
    if others or not determiners & DEFINITE or children(naming.head, "poss"):
        return
    earlier = latest_first[bisect_right(latest_first, -naming.head.i, key=lambda n: -n.head.i) :]
    ranks = _ranks(naming)  # "the former minister" is not the minister
    for other in earlier if not ranks else (n for n in earlier if ranks <= _ranks(n)):
        if _fits_description(cast, naming, other) and not _is_abroad(cast, naming, other, latest_first):
            cast.tie(naming.head, other.head)
            return
    tie_group(cast, naming, earlier)


def _fits_description(cast: Cast, naming: Naming, other: Naming) -> bool:
    """Same head noun; or a title of the person; or a name that the description's noun fits."""
    described = cast.entity_at(other.head)
    if other.form == "nominal":
        fits = other.head.lemma_.lower() == naming.head.lemma_.lower() and _same_number(naming, other)
    elif naming.type == "Person":
        fits = other.type == "Person" and naming.head.lemma_.lower() in titles_of(other)
    else:
        fits = _fits_name(naming, other, described.type)
    abroad = naming.country and described.country and naming.country != described.country
    return fits and not (abroad or _is_of_another_kind(naming, other))


def _is_of_another_kind(naming: Naming, other: Naming) -> bool:
    """Whether words tell two offices or two bodies apart: "the **interior** minister", "the **armed** forces"."""
    told, known = _around(naming), _around(other)
    if naming.type == "Person" and naming.sector == "GOV":
        told, known = ([word for word in words if _tells_office(word)] for words in (told, known))
    elif naming.type not in STATE or other.form == "name":
        return False
    mine, theirs = ({word.lower_ for word in words} - {naming.head.lemma_.lower()} for words in (told, known))
    return bool(mine and theirs) and not mine <= theirs


def _around(naming: Naming) -> list[Token]:
    """The nouns and adjectives that qualify a description, or stand before a name as its title."""
    if naming.form == "nominal":
        words = children(naming.head, "compound", "nmod", "amod", "poss")
    else:
        words = [*naming.span.doc[max(naming.span.start - REACH, 0) : naming.span.start]]
    return [word for word in words if word.tag_[:2] in {"NN", "JJ"}]


def _tells_office(word: Token) -> bool:
    return word.tag_[:2] == "NN" or word.lower_ in OFFICES


def _ranks(naming: Naming) -> frozenset[str]:
    """Words such as "former" and "deputy" that make another office of one, in a description or before a name."""
    words = [*words_before(naming), *(token.lower_ for token in naming.span)]
    return RANKS.intersection(words)


def _is_abroad(cast: Cast, naming: Naming, other: Naming, others: Sequence[Naming]) -> bool:
    """Whether an office is told of another country: its paragraph names one before, and not who held it elsewhere."""
    if naming.type != "Person" or other.form != "name":
        return False
    namings = [n for n in others if n.form == "name" or n.head.i < naming.head.i]
    holder, start = cast.entity_at(other.head), start_of_paragraph(naming.head)
    before = [n for n in namings if start <= n.head.i < naming.head.sent.start]
    if any(cast.entity_at(n.head).iri == holder.iri for n in before):
        return False
    own = {holder.country} if holder.country else _countries(n for n in namings if n.head.i < other.head.sent.end)
    return bool(_countries(before)) and not own & _countries(before)


def _countries(namings: Iterable[Naming]) -> set[str | None]:
    return {n.entry.country for n in namings if n.entry is not None and n.type == "Country"}


def _fits_name(naming: Naming, other: Naming, kind: str) -> bool:
    """Whether a body or place of this kind is described: its name holds the noun, or the noun tells its class."""
    many = naming.head.tag_ in PLURAL_TAGS and not other.span.root.text.endswith("s")
    if many or (naming.type in STATE and kind == "ArmedGroup"):
        return False
    noun, named = naming.head.lemma_.lower(), {word.lower() for word in other.name.split()}
    told = {token.lower_ for token in children(naming.head, "amod", "compound", "nmod")}
    if noun in _kinds_of(other.name):
        return naming.country is not None or told <= named
    row = load_lemmas("class-nouns").get(noun)
    if row is not None and row["of"]:
        return other.entry is not None and _is_one_of(other.entry, row["of"].split()) and not told - MEMBERS
    if row is None or told or kind != naming.type or naming.type in KINDLESS:
        return False
    return row["names"] == "class" or other.acting is not None


def _is_one_of(entry: Entry, listed: Sequence[str]) -> bool:
    """Whether an entry, or the country it is, stands in a list."""
    return entry.id in listed or (entry.type == "Country" and entry.country in listed)


def _kinds_of(name: str) -> set[str]:
    """The words of a name that may tell what bears it: its ends, and what stands before "of" or "against"."""
    words = name.split()
    told = {words[0], words[-1], *(word for word, after in pairwise(words) if after.islower())}
    return {word.lower() for word in told}


def _same_number(naming: Naming, other: Naming) -> bool:
    return (naming.head.tag_ in PLURAL_TAGS) == (other.head.tag_ in PLURAL_TAGS)
