"""How alike two names are, and in what: reasons to ask whether they are one's, never to take them for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from rapidfuzz import fuzz

from kg.lexicon import load_lemmas
from kg.namespaces import make_slug
from kg.resolve.spelling import make_key, skeleton, split_words
from kg.triples.entities import is_local

ALIKE, MUCH_ALIKE, SAME, LONG = 75, 90, 100, 6
SMALL = frozenset({"of", "the", "and", "for", "in"})
MOST_NAMES = 8


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """How strong a likeness is, from 0 to 100, and what it lies in."""

    score: int
    reason: str


@dataclass(frozen=True)
class Bearer:
    """An entity of the graph with its names, and what keeps it apart from others."""

    node: str
    name: str
    names: tuple[str, ...]
    type: str = "Entity"
    country: str = ""
    documents: int = 0
    is_known: bool = False

    @cached_property
    def forms(self) -> tuple["Form", ...]:
        """Its names as they are compared, not the surname of one whose full name is known; of very many the first."""
        bare = self.type == "Person" and " " in self.name
        names = {self.name, *(name for name in self.names if not bare or " " in name)}
        return tuple(map(Form, sorted(names)[:MOST_NAMES]))


@dataclass(frozen=True)
class Form:
    """One name in the forms in which names are compared."""

    name: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words without "of" and "the"."""
        return tuple(word for word in split_words(self.name) if word.lower() not in SMALL)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Its words with their spelling evened out, particles left away unless there is nothing else."""
        particles = load_lemmas("name-particles")
        return tuple(make_key(w) for w in self.words if w.lower() not in particles) or tuple(map(make_key, self.words))

    @cached_property
    def initials(self) -> str:
        """The first letters of its words, three at least; else nothing."""
        return "".join(word[0] for word in self.words).upper() if len(self.words) > 2 else ""  # noqa: PLR2004

    @cached_property
    def acronym(self) -> str:
        """The name itself if it is one word of capitals; else nothing."""
        bare = self.name.replace(".", "").replace("-", "")
        return bare if bare.isupper() and bare.isalpha() and len(bare) > 1 else ""


def compare(one: Bearer, other: Bearer) -> Likeness | None:
    """The strongest likeness of two entities; None where they are not alike, or something keeps them apart."""
    if (one.is_known and other.is_known) or (one.country and other.country and one.country != other.country):
        return None
    found = [found for mine, theirs in product(one.forms, other.forms) for found in _find(one, other, mine, theirs)]
    return max(found, default=None)


def _find(one: Bearer, other: Bearer, mine: Form, theirs: Form) -> Iterator[Likeness]:
    if make_slug(mine.name) == make_slug(theirs.name):
        yield from _find_same(one, other)
    elif _kind(one) == _kind(other) and mine.keys and theirs.keys and not _are_apart(mine, theirs):
        if mine.keys == theirs.keys:
            yield Likeness(90, "the same name, spelled otherwise")
        elif sorted(mine.keys) == sorted(theirs.keys):
            yield Likeness(75, "the same words in another order")
        if _kind(one) == "person":
            yield from _find_person(mine.keys, theirs.keys)
        else:
            yield from _find_body(mine, theirs, is_place=_kind(one) == "place")
        yield from _find_letters(mine, theirs)


def _find_same(one: Bearer, other: Bearer) -> Iterator[Likeness]:
    """One name, of two kinds or of two reports; what many bodies are called says nothing."""
    if _kind(one) != _kind(other):
        yield Likeness(60, "the same name, of another kind")
    elif not (is_local(one.node) and is_local(other.node)):
        yield Likeness(92, "the same name")
    elif _kind(one) == "person":
        yield Likeness(60, "the same surname")


def _find_letters(mine: Form, theirs: Form) -> Iterator[Likeness]:
    ratio = fuzz.ratio(" ".join(mine.keys), " ".join(theirs.keys))
    if ratio >= MUCH_ALIKE and len(mine.keys) == len(theirs.keys) and len(mine.name) >= LONG:
        yield Likeness(round(ratio) - 10, "nearly the same letters")


def _find_person(mine: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[Likeness]:
    short, full = sorted((mine, theirs), key=len)
    if len(short) == 1 < len(full) and short[0] == full[-1]:
        yield Likeness(65, "the surname alone")
    if len(short) < 2:  # noqa: PLR2004
        return
    if set(short) < set(full):
        yield Likeness(80, "a part of the name")
    elif short[-1] == full[-1] and 1 in {len(short[0]), len(full[0])} and short[0][0] == full[0][0]:
        yield Likeness(70, "the first name by its initial")
    elif len(short) == len(full) and _are_alike(short, full):
        yield Likeness(75, "each word alike")


def _are_alike(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the words have the same consonants, or one is the same and the others have nearly the same letters."""
    if list(map(skeleton, mine)) == list(map(skeleton, theirs)):
        return True
    alike = [fuzz.ratio(one, other) for one, other in zip(mine, theirs, strict=True)]
    return max(alike) == SAME and min(alike) >= ALIKE


def _find_body(mine: Form, theirs: Form, *, is_place: bool) -> Iterator[Likeness]:
    for acronym, full in ((mine.acronym, theirs.initials), (theirs.acronym, mine.initials)):
        if acronym and acronym == full:
            yield Likeness(85, "the first letters")
    short, full_name = sorted((mine, theirs), key=lambda form: len(form.keys))
    extra = set(full_name.words) - set(short.words)
    if not is_place and set(short.keys) < set(full_name.keys) and all(_says_little(word) for word in extra):
        yield Likeness(80, "the same name but for common words")


def _are_apart(mine: Form, theirs: Form) -> bool:
    """Whether a word that only one has sets them apart: a number, a direction, a generation."""
    ours, others = ({word.lower() for word in form.words} for form in (mine, theirs))
    return any(word in load_lemmas("apart-words") or any(c.isdigit() for c in word) for word in ours ^ others)


def _says_little(word: str) -> bool:
    return word.lower() in load_lemmas("weak-words")


def _kind(bearer: Bearer) -> str:
    """Person, place or body; what is known by its words alone may be a body."""
    if bearer.type == "Person":
        return "person"
    return "place" if "place/" in bearer.node else "body"


def block_keys(bearer: Bearer) -> Iterable[str]:
    """What two entities must share to be compared at all: a word but for its vowels, an acronym."""
    for form in bearer.forms:
        yield from (skeleton(key) for key in form.keys)
        yield from (f"={letters}" for letters in (form.initials, form.acronym) if letters)
