"""Finds the time expressions of a text by the patterns of `language/dates.tsv`."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice, takewhile

from kg.extract.dates.matches import Match
from kg.extract.dates.plausible import is_plausible
from kg.extract.dates.words import load_kind, load_places, load_signal, read_value
from kg.lexicon import load_table
from kg.parsed import Doc

END = r"(?!\w)"
GAP = r"(?:(?:[^\S\n]|\n(?!\s*\n))+)"
Pattern = tuple[str, str, re.Pattern[str]]  # rule, reading and expression
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
    return re.compile(f"{load_start()}(?:{spaced}){END}")


@cache
def load_patterns() -> tuple[Pattern, ...]:
    """Rule, reading and expression of all patterns, in the order of the table."""
    return tuple((row["how"], row["reading"], compile_pattern(row["pattern"])) for row in load_table("dates"))


@cache
def load_openings() -> Mapping[str, tuple[Pattern, ...]]:
    """The patterns by the words in them: an expression begins with one of its pattern's words, or a figure ("")."""
    rows: defaultdict[str, list[Pattern]] = defaultdict(list)
    for row in load_patterns():
        literal = re.sub(r"\?P<\w+>|\\[a-z]", " ", row[2].pattern.removeprefix(load_start()))
        words = re.findall(r"[a-z]+\??", literal)
        forms = {form for word in words for form in (word.rstrip("?"), word[:-2])}
        for form in sorted(forms | ({""} if r"\d" in row[2].pattern else set())):
            rows[form].append(row)
    return {form: tuple(patterns) for form, patterns in rows.items()}


def find_matches(doc: Doc, text: str) -> Iterator[Match]:
    """The time expressions of the document from left to right, none overlapping another."""
    small = to_small(text)
    reached = tested = 0
    for signal in load_signal().finditer(small):
        begin, tested = max(reached, tested, signal.start() - REACH), signal.start() + 1
        matches = (match_at(small, start) for start in find_starts(small, begin, tested))
        found = (match for match in matches if match and match.end > signal.start() and is_plausible(doc, match))
        for match in islice(found, 1):
            yield match
            reached = match.end


def find_starts(small: str, begin: int, end: int) -> list[int]:
    """Where an expression that holds the last word may begin: all words from there on are words of patterns."""
    starts = [word.start() for word in WORD.finditer(small, begin, end)]
    known = takewhile(lambda start: first_word(small, start) in load_openings(), reversed(starts))
    return list(known)[::-1]


def first_word(small: str, position: int) -> str:
    """The word that begins there, empty for a figure."""
    word = LETTERS.match(small, position)
    return word[0] if word else ""


def to_small(text: str) -> str:
    """The text in small letters, as long as it was."""
    return text.replace("İ", "I").lower()  # the one letter whose small form is two


def match_at(small: str, position: int, how: str = "") -> Match | None:
    """The longest pattern that matches there in a text in small letters, the first among equals; None without one.

    With `how`, only patterns of that name are tried.
    """
    rows = load_openings().get(first_word(small, position), ())
    hits = ((name, reading, pattern.match(small, position)) for name, reading, pattern in rows if how in {"", name})
    found = [(name, reading, hit) for name, reading, hit in hits if hit]
    if not found:
        return None
    name, reading, hit = max(found, key=lambda each: each[2].end())
    places = {place.rstrip("23"): words for place, words in hit.groupdict().items() if words}
    values = {place: read_value(place, words) for place, words in places.items()}
    return Match(position, hit.end(), name, reading, values)
