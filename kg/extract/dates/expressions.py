"""Finds the time expressions of a text by the patterns of `language/dates.tsv`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Span

from kg.extract.dates.words import Value, load_places, load_signal, read_value
from kg.lexicon import load_table

START = r"(?<![\w$€£#/.])(?<!\w[-'])"
END = r"(?!\w)"
GAP = r"(?:(?:[^\S\n]|\n(?!\s*\n))+)"
REACH = 60  # characters between the start of an expression and its first calendar word
CENTURY = 30  # two figures below this are a year after 2000
NAMES = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "MONEY", "QUANTITY", "PERCENT"}
)


@dataclass(frozen=True, slots=True)
class Match:
    """A time expression not yet resolved: its extent, its rule, how to read it and the values in it."""

    start: int
    end: int
    how: str
    reading: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def integer(self, place: str) -> int | None:
        """The number in a place of the pattern."""
        value = self.values.get(place)
        return value if isinstance(value, int) else None

    def word(self, place: str) -> str:
        """The word in a place of the pattern, empty without one."""
        value = self.values.get(place)
        return value if isinstance(value, str) else ""

    def count(self) -> int | None:
        """How many units: one where the text gives no number, None where it leaves it open."""
        return self.integer("number") if "number" in self.values else 1

    def year(self) -> int | None:
        """The year that the expression names."""
        short = self.integer("shortyear")
        if short is not None:
            return short + (2000 if short < CENTURY else 1900)
        return self.integer("year") or self.integer("spelledyear")


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """The pattern with its places filled in; a space in it is any white space within a paragraph."""
    filled = re.sub(r"(?<!\?P)<(\w+)>", lambda place: load_places()[place[1]], pattern)
    spaced = re.sub(r"\[[^\]]*\]| ", lambda found: GAP if found[0] == " " else found[0], filled)
    return re.compile(f"{START}(?:{spaced}){END}", re.IGNORECASE)


@cache
def load_patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Rule, reading and expression of all patterns, in the order of the table."""
    return tuple((row["how"], row["reading"], compile_pattern(row["pattern"])) for row in load_table("dates"))


@cache
def load_any() -> re.Pattern[str]:
    """One expression that matches where any pattern does: most places are ruled out by a single call."""
    each = (re.sub(r"\?P<\w+>", "?:", pattern.pattern) for _, _, pattern in load_patterns())
    return re.compile("|".join(each), re.IGNORECASE)


def find_matches(doc: Doc, text: str) -> Iterator[Match]:
    """The time expressions of the document from left to right, none overlapping another."""
    reached = 0
    for signal in load_signal().finditer(text):
        position = max(reached, signal.start() - REACH)
        while position <= signal.start() and signal.start() >= reached:
            match = match_at(text, position) if starts_word(text, position) else None
            if match and match.end > signal.start() and is_plausible(doc, match):
                yield match
                reached = match.end
            position += 1


def starts_word(text: str, position: int) -> bool:
    """Whether a word begins at the position."""
    return text[position].isalnum() and (position == 0 or not text[position - 1].isalnum())


def match_at(text: str, position: int) -> Match | None:
    """The longest pattern that matches at the position, the first of the table among equals."""
    if not load_any().match(text, position):
        return None
    hits = ((how, reading, pattern.match(text, position)) for how, reading, pattern in load_patterns())
    found = [(how, reading, hit) for how, reading, hit in hits if hit]
    how, reading, hit = max(found, key=lambda each: each[2].end())
    places = {place.rstrip("23"): words for place, words in hit.groupdict().items() if words}
    values = {place: read_value(place, words) for place, words in places.items()}
    return Match(position, hit.end(), how, reading, values)


def is_plausible(doc: Doc, match: Match) -> bool:
    """Whether the words mean a date here: "may", "march" and bare numbers often mean something else."""
    span = doc.char_span(match.start, match.end, alignment_mode="expand")
    if span is None or ({"month", "weekday"} & match.values.keys() and span.text.islower()):
        return False
    if match.how == "month":
        return not is_other_name(span) and is_noun(span)
    if match.how == "year":
        return is_year(span)
    return match.how != "weekday" or is_noun(span)


def is_other_name(span: Span) -> bool:
    """Whether the words are part of a person's, an organisation's or a thing's name."""
    return any(token.ent_type_ in NAMES for token in span)


def is_noun(span: Span) -> bool:
    """Whether the parser takes the last word for a noun: not "may" or "march" as verbs."""
    return span[-1].pos_ not in {"AUX", "VERB", "ADV"}


def is_year(span: Span) -> bool:
    """Whether a bare four-digit number is a year: after a preposition, in brackets, or labelled a date."""
    number = span[-1]
    before = span.doc[span.start - 1] if span.start else number
    if before.lower_ == "at":
        return False
    if len(span) > 1 or number.ent_type_ == "DATE":
        return not is_other_name(span)
    counted = number.dep_ == "nummod" and number.head.tag_ == "NNS"
    return not counted and (before.tag_ == "IN" or before.text in {"(", "between"})
