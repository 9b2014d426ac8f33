"""Which places a text tells, by the words before their names, however the parser hung them: "In Quilla, farmers"."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.kinds import Kinds
from kg.extract.naming import PLACES, Naming
from kg.extract.phrases import is_container, is_named
from kg.extract.surroundings import token_before
from kg.extract.weighing import LARGE_TOWN
from kg.parsed import Doc, Span, Token

INSIDE = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "throughout", "within", "through", "surrounding"}
)
AREA = ["local", "government", "area"]
MODIFYING = frozenset({"compound", "nmod", "poss"})
WIDE = frozenset({"Country", "Region"})
OUTER, INNER = frozenset({"Region", "Settlement", "Country"}), frozenset({"Settlement", "Region"})
SENT = frozenset({"consulate", "embassy", "mission"})  # the country after "of" sent it and is not where it lies
BESIDE = frozenset({"near", "outside", "around", "surrounding"})


@dataclass(frozen=True)
class Told:
    """A named place and the word that puts something there: "in Quilla", "near the village of Quilla"."""

    word: Token
    head: Token


@dataclass(frozen=True)
class Scene:
    """The places told in a text, in its order, and by their heads those that say where the one before lies.

    In "in Quilla, Ancash, near Rawson" Ancash and Rawson are told of Quilla. They are spare beside it where the
    tables know Quilla and so what it lies in, or where it only lies near. `addressed` are those that only a comma or
    bracket parts from what lies in them, told or not; `starts` are the heads of all places by their first word,
    `unknown` those in no table, `countries` those of states.
    """

    told: Sequence[Told]
    around: Mapping[int, Token]
    spare: Container[int]
    addressed: Mapping[int, Token]
    starts: Mapping[int, Token]
    unknown: Container[int]
    countries: Container[int]


def find_scene(namings: Iterable[Naming], kinds: Kinds) -> Scene:
    """The named places of a text that a word such as "in" stands before, and those that follow them in an address."""
    named = (n for n in namings if n.type in PLACES and n.form != "pronoun" and is_named(n.head))
    places = _whole(sorted(named, key=lambda naming: (naming.span.start, naming.span.end)))
    starts = {naming.span.start: naming.span.end for naming in places}
    told: list[Told] = []
    around: dict[int, Token] = {}
    ends: dict[int, Token] = {}
    spare: set[int] = set()
    known = {naming.head.i for naming in places if naming.entry is not None}
    for naming in places:
        word = None if _owns(naming.span) else _word_before(naming.span, kinds)
        inner = (_inner(word.i, ends, {}) if word else _inner(naming.span.start, ends, starts)) or _sharing(word, told)
        if inner is not None:
            around[naming.head.i] = inner
            if inner.i in known or (word and word.lower_ in BESIDE):
                spare.add(naming.head.i)
        elif word is not None:
            told.append(Told(word, naming.head))
        if (word or inner) and naming.type != "Country":
            ends[_end(naming.span)] = naming.head
    unknown = {naming.head.i for naming in places} - known
    countries = {naming.head.i for naming in places if naming.type == "Country"}
    addressed, heads = _addresses(places, starts), {naming.span.start: naming.head for naming in places}
    return Scene(told, around, spare, addressed, heads, unknown, countries)


def _sharing(word: Token | None, told: Sequence[Told]) -> Token | None:
    """The place last told, if it stands behind the same word: "**in** the **Tilma** area of Quilla"."""
    return told[-1].head if told and told[-1].word == word else None


def _whole(places: Sequence[Naming]) -> list[Naming]:
    """The places without the unknown names that others are called by: of "Tilma prison" the prison."""
    ends = {naming.span.start: naming.span.end for naming in places}
    return [n for n in places if n.entry is not None or n.span.end == ends[n.span.start]]


def _addresses(places: Sequence[Naming], starts: Mapping[int, int]) -> dict[int, Token]:
    """What lies in a place by a comma, a bracket or "of", where both have names: "shelled Quilla, Ancash"."""
    ends: dict[int, Token] = {}
    parts: dict[int, Naming] = {}
    found: dict[int, Token] = {}
    for naming in places:
        inner = _inner(naming.span.start, ends, starts) if naming.type in OUTER else None
        inner = inner or _part_of(naming, parts)
        if inner is not None:
            found[naming.head.i] = found.get(inner.i, inner)
        if naming.form == "name" and naming.type in INNER:
            ends[_end(naming.span)] = naming.head
            parts[_end(naming.span)] = naming
    return found


def _part_of(naming: Naming, parts: Mapping[int, Naming]) -> Token | None:
    """The place named before "of" or "in" a wider one: "the Tilma region of Peru", "Tilma county in Abyei".

    Not so "the Lima district of Tilma".
    """
    before = token_before(naming.span)
    part = parts.get(before.i) if before is not None and before.lower_ in {"of", "in"} else None
    if part is None or before is None or naming.form != "name" or naming.head.dep_ in MODIFYING:
        return None
    city = part.entry is None and naming.entry is not None and naming.entry.population >= LARGE_TOWN
    bears = before.lower_ == "in" or is_container(before.nbor(-1))
    return part.head if bears and (naming.type in WIDE or city) else None


def _inner(start: int, ends: Mapping[int, Token], starts: Mapping[int, int]) -> Token | None:
    """The place whose name ends right before, or before a comma or bracket, if no list of places goes on here."""
    before = ends.get(start - 1) or ends.get(start)
    parted = before is not None and (start in ends or before.doc[start - 1].text in {",", "("})
    return before if before is not None and parted and not _is_list(start, before.doc, starts) else None


def _is_list(start: int, doc: Doc, starts: Mapping[int, int]) -> bool:
    """Whether names parted by commas end in "and" and one more: "in Quilla, Rawson and Tilma"."""
    while start in starts:
        end = starts[start]
        after = doc[end : end + 2]
        comma = len(after) > 1 and after[0].text == ","
        if len(after) and after[int(comma)].pos_ == "CCONJ":
            return True
        start = end + 1 if comma else -1
    return False


def _owns(span: Span) -> bool:
    """Whether the name is a possessor: "Beirut's" in "Beirut's southern suburbs"."""
    return span.end < len(span.doc) and span.doc[span.end].tag_ == "POS"


def _end(span: Span) -> int:
    """Where the name ends, with a noun such as "area" and a closing bracket behind it."""
    end = span.end
    while end < len(span.doc) and (span.doc[end].text in {")", "]"} or _is_of_kind(span.doc[end])):
        end += 1
    return end


def _is_of_kind(word: Token) -> bool:
    """Whether a word tells the kind of a place named before it: "Tilma **area**", "Tilma **local government area**"."""
    ahead = [token.lower_ for token in word.doc[word.i : word.i + 3]]
    return is_container(word) or ahead == AREA or ahead[:2] == AREA[1:]


def _word_before(span: Span, kinds: Kinds) -> Token | None:
    """The preposition of a place, past what lies there or owns it: "at the prison of X", "in Y's suburb X"."""
    before = token_before(span)
    if before is not None and before.tag_ == "POS":
        before = token_before(span.doc[_start_of_run(before.nbor(-1)) : before.i])
    while before is not None and before.lower_ in {"of", "to"} and before.i > span.doc[0].i:
        noun = before.nbor(-1)
        if noun.pos_ != "NOUN" or noun.lower_ in SENT or not ("place" in kinds(noun) or is_container(noun)):
            return None
        before = token_before(noun.doc[_start_of_run(noun) : noun.i + 1])
    return before if before is not None and before.lower_ in INSIDE else None


def _start_of_run(last: Token) -> int:
    """Where the nouns, names and adjectives begin that end in this one."""
    start = last.i
    while start > last.sent.start and _goes_on(last.doc[start - 1]):
        start -= 1
    return start


def _goes_on(word: Token) -> bool:
    """Whether a word belongs to the nouns behind it: "and" does between two names, "the Tilma **and** Rawson area"."""
    joint = word.dep_ == "cc" and word.i > 0 and word.nbor(-1).pos_ == word.nbor().pos_ == "PROPN"
    return joint or word.pos_ in {"ADJ", "NOUN", "PROPN"}
