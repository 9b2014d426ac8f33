"""Finds the time expressions of a text by the patterns of `language/dates.tsv`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Span

from kg.extract.dates.words import DIGITS, either, load_kind, load_places, read_value
from kg.lexicon import load_table

Value = int | str | None
START = r"(?<![\w$€£#/.])(?<!\w[-'])"
END = r"(?!\w)"
GAP = r"(?:(?:[^\S\n]|\n(?!\s*\n))+)"
REACH = 60
CENTURY = 30  # two figures below this are a year after 2000
NO_DATE = frozenset({"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "MONEY", "QUANTITY", "PERCENT"})
YEAR_RULES = frozenset({"year", "month"})


@dataclass(frozen=True, slots=True)
class Match:
    """A time expression that is not yet resolved: its extent, its rule, how to read it and the values in it."""

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
        """How many units: one where the text gives no number ("year-earlier"), None where it leaves it open."""
        return self.integer("number") if "number" in self.values else 1

    def year(self) -> int | None:
        """The year that the expression names."""
        short = self.integer("shortyear")
        if short is not None:
            return short + (2000 if short < CENTURY else 1900)
        return self.integer("year") or self.integer("spelledyear")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of the table, compiled."""

    how: str
    reading: str
    expression: re.Pattern[str]


def compile_pattern(pattern: str) -> str:
    """The pattern with its places filled in, any white space within a paragraph for each space."""
    filled = re.sub(r"(?<!\?P)<(\w+)>", lambda place: load_places()[place[1]], pattern)
    return re.sub(r"\[[^\]]*\]| ", lambda found: GAP if found[0] == " " else found[0], filled)


@cache
def load_patterns() -> tuple[Pattern, ...]:
    """All patterns in the order of the table."""
    return tuple(
        Pattern(row["how"], row["reading"], re.compile(START + f"(?:{compile_pattern(row['pattern'])})" + END, re.IGNORECASE))
        for row in load_table("dates")
    )


@cache
def load_signal() -> re.Pattern[str]:
    """Finds the words without which no pattern matches: months, weekdays, units, years and their like."""
    kinds = ("month", "weekday", "unit", "deictic", "season", "holiday")
    words = "|".join(either(load_kind(kind)) for kind in kinds)
    return re.compile(rf"\b(?:{words}|half|period|recently|date|future|{DIGITS['year']}|\d\d?[./]\d\d?[./]\d{{4}}|nineteen|twenty)", re.I)


def find_matches(doc: Doc) -> Iterator[Match]:
    """The time expressions of the document from left to right, none overlapping another."""
    text, reached = doc.text, 0
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
    """The longest pattern that matches at the position."""
    best: tuple[int, Pattern, re.Match[str]] | None = None
    for pattern in load_patterns():
        found = pattern.expression.match(text, position)
        if found and (best is None or found.end() > best[0]):
            best = (found.end(), pattern, found)
    if best is None:
        return None
    end, pattern, found = best
    values = {place.rstrip("23"): read_value(place.rstrip("23"), words) for place, words in found.groupdict().items() if words}
    return Match(position, end, pattern.how, pattern.reading, values)


def is_plausible(doc: Doc, match: Match) -> bool:
    """Whether the words mean a date here: "may", "march" and bare numbers often mean something else."""
    span = doc.char_span(match.start, match.end, alignment_mode="expand")
    if span is None:
        return False
    names = [word for word in ("month", "weekday") if word in match.values]
    if names and doc.text[match.start : match.end].islower():
        return False
    if match.how == "month":
        return not is_other_name(span) and is_noun(span)
    if match.how == "year":
        return is_year(doc, span)
    return match.how != "weekday" or is_noun(span)


def is_other_name(span: Span) -> bool:
    """Whether the words are part of a person's, an organisation's or a thing's name."""
    return any(token.ent_type_ in NO_DATE for token in span)


def is_noun(span: Span) -> bool:
    """Whether the parser takes the last word for a noun: not "may" or "march" as verbs."""
    return span[-1].pos_ not in {"AUX", "VERB", "ADV"}


def is_year(doc: Doc, span: Span) -> bool:
    """Whether a bare number of four digits is a year: after a preposition, in brackets, or known as a date."""
    number = span[-1]
    if len(span) > 1 or number.ent_type_ == "DATE":
        return not is_other_name(span)
    before = doc[number.i - 1] if number.i else None
    counted = number.dep_ == "nummod" and number.head.tag_ == "NNS"
    return before is not None and not counted and (before.tag_ == "IN" or before.text in {"(", "between"})
