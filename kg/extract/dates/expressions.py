"""Finds the time expressions of a text by the patterns of `language/dates.tsv`."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from kg.extract.dates.matches import Match
from kg.extract.dates.plausible import is_plausible
from kg.extract.dates.words import load_kind, load_places, load_signal, read_value
from kg.lexicon import load_table
from kg.parsed import Doc

END = r"(?!\w)"
GAP = r"(?:(?:[^\S\n]|\n(?!\s*\n))+)"
CAPITAL = "(?-i:[A-Z])"
WORD = re.compile(r"(?<![^\W_])[^\W_]")
LETTERS = re.compile(r"[^\W\d_]+")
REACH = 60  # characters between the start of an expression and its first calendar word


@cache
def load_start() -> str:
    """An expression for where a word begins; behind a hyphen only after a number, a month or a weekday."""
    ends = "|".join(rf"(?<=\b{word}-)" for word in sorted({*load_kind("month"), *load_kind("weekday")}))
    return rf"(?<![\w$€£#/.])(?:(?<!\w[-'])|(?<=\d-)(?=[^\W\d])|{ends})"


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """The pattern with its places filled in; a space in it is any white space within a paragraph."""
    filled = re.sub(r"(?<!\?P)<(\w+)>", lambda place: load_places()[place[1]], pattern)
    spaced = re.sub(r"\[[^\]]*\]| ", lambda found: GAP if found[0] == " " else found[0], filled)
    return re.compile(f"{load_start()}(?:{spaced}){END}", re.IGNORECASE)


@cache
def load_patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Rule, reading and expression of all patterns, in the order of the table."""
    return tuple((row["how"], row["reading"], compile_pattern(row["pattern"])) for row in load_table("dates"))


@cache
def load_any() -> re.Pattern[str]:
    """Matches in a text in small letters where any pattern may: rules out most places by one fast call."""
    each = (re.sub(r"\?P<\w+>", "?:", pattern.pattern.removeprefix(load_start())) for _, _, pattern in load_patterns())
    return re.compile(f"{load_start()}(?:{'|'.join(each)})".replace(CAPITAL, r"\w"))


@cache
def load_openings() -> frozenset[str]:
    """The words in the patterns, one of which every expression begins with that begins with no figure."""
    words = re.findall(r"[a-z]+\??", load_any().pattern)
    return frozenset(form for word in words for form in (word.rstrip("?"), word[:-2]))


def find_matches(doc: Doc, text: str) -> Iterator[Match]:
    """The time expressions of the document from left to right, none overlapping another."""
    small = text.replace("İ", "I").lower()  # the one letter whose small form is two
    reached = tested = 0
    for signal in load_signal().finditer(small):
        begin, tested = max(reached, tested, signal.start() - REACH), signal.start() + 1
        starts = (word.start() for word in WORD.finditer(small, begin, tested))
        matches = (match_at(text, start) for start in starts if may_match(small, start))
        found = (match for match in matches if match and match.end > signal.start() and is_plausible(doc, match))
        for match in islice(found, 1):
            yield match
            reached = match.end


def may_match(small: str, position: int) -> bool:
    """Whether any pattern may match there in a text in small letters; nearly always told by the first word."""
    word = LETTERS.match(small, position)
    known = word is None or word[0] in load_openings()
    return known and load_any().match(small, position) is not None


def match_at(text: str, position: int, how: str = "") -> Match | None:
    """The longest pattern that matches at the position, the first of the table among equals; None without one.

    With `how`, only patterns of that name are tried.
    """
    tried = (row for row in load_patterns() if how in {"", row[0]})
    hits = ((how, reading, pattern.match(text, position)) for how, reading, pattern in tried)
    found = [(how, reading, hit) for how, reading, hit in hits if hit]
    if not found:
        return None
    how, reading, hit = max(found, key=lambda each: each[2].end())
    places = {place.rstrip("23"): words for place, words in hit.groupdict().items() if words}
    values = {place: read_value(place, words) for place, words in places.items()}
    return Match(position, hit.end(), how, reading, values)
