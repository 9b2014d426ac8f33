"""The words of the calendar: what each place of a date pattern matches, and the value of what it matched."""

import re
from collections.abc import Mapping
from functools import cache

from kg.lexicon import load_table

Value = int | str | None
NUMBER_KINDS = ("unit", "ten", "article", "vague")
NUMBERED = ("month", "weekday", "deictic", "season", "ordinal", "shortdecade")
PLACES = ("relation", "part", "holiday", "deictic", "season", "ordinal", "unit", "daypart", "feast", "remembered")
SIGNALS = ("month", "weekday", "unit", "deictic", "season", "holiday", "daypart", "shortdecade")
KINDS = {"units": "unit", "rank": "ordinal", "day": "ordinal", "century": "ordinal", "thatyear": "relation"}
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
SINGLE = "(?:day|week|weekend|fortnight|month|quarter|year|decade)"
DIGITS = {
    "year": r"(?:1[5-9]|20)\d\d(?!\d)",
    "shortyear": r"\d\d(?!\d)",
    "decade": r"(?:1[5-9]|20)\d0",
    "monthnumber": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)",
}


@cache
def load_kind(kind: str) -> Mapping[str, str]:
    """The words of one kind in the calendar's table, with their values."""
    return {row["word"]: row["value"] for row in load_table("calendar") if row["kind"] == kind}


@cache
def load_numbers() -> Mapping[str, int | None]:
    """Number words up to a hundred with their value, None for "several" and its like."""
    rows = [row for row in load_table("numbers") if row["kind"] in NUMBER_KINDS]
    return {row["word"]: int(row["min"]) if row["min"] == row["max"] else None for row in rows}


@cache
def load_hedges() -> Mapping[str, str]:
    """Words that weaken a number, with how they do."""
    rows = load_table("numbers")
    return {row["word"]: row["kind"] for row in rows if row["kind"] in {"hedge", "floor", "ceiling"}}


def either(words: Mapping[str, object] | tuple[str, ...]) -> str:
    """An expression for any of the words, the longest first."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace("\\ ", " ") for word in longest_first) + ")"


def either_form(kind: str) -> str:
    """An expression for the names of one kind; their short forms may end in a full stop."""
    words = tuple(load_kind(kind))
    short = tuple(
        word for word in words if any(other.startswith(word[:3]) and len(other) > len(word) for other in words)
    )
    return rf"{either(tuple(word for word in words if word not in short))}\b|{either(short)}\b\.?"


@cache
def load_signal() -> re.Pattern[str]:
    """Finds in a text in small letters the words without which no pattern matches: months, units, years and so on."""
    words = "|".join(either(load_kind(kind)) for kind in SIGNALS)
    figures = rf"{DIGITS['year']}|\d\d?[./]\d\d?[./]\d\d|\d\d?(?:st|nd|rd|th)\b|\d0s\b|(?<=')\d\d\b"
    others = "half|q[1-4]|period|recently|overnight|future|eve of|anniversary|nineteen|twenty"
    return re.compile(rf"\b(?:{words}|{others}|{figures})")


@cache
def load_places() -> Mapping[str, str]:
    """The expression for each <place> of a pattern."""
    word = f"(?:{either(load_numbers())}(?:-{either(load_numbers())})?(?: of)?)"
    spelled = rf"(?:nineteen|twenty)[ -](?:(?:{TENS})(?:[ -]\w+)?|ten|\w+teen|oh[ -]\w+)"
    names = {kind: either(load_kind(kind)) for kind in PLACES}
    return {
        **{name: f"(?P<{name}>{pattern})" for name, pattern in {**DIGITS, **names}.items()},
        "month": f"(?P<month>{either_form('month')})",
        "weekday": f"(?P<weekday>{either_form('weekday')})",
        "day": rf"(?P<day>{DIGITS['day']})(?:st|nd|rd|th)?",
        "lastday": rf"(?P<lastday>{DIGITS['day']})(?:st|nd|rd|th)?",
        **{name: f"(?P<{name}>{DIGITS['year']})" for name in ("lastyear", "year2", "year3")},
        "thatyear": rf"(?:the )?(?P<thatyear>{either(load_kind('relation'))}) year",
        "units": f"(?P<units>{either(load_kind('unit'))})",
        "number": rf"(?P<number>\d{{1,3}}|{word})",
        "numberword": word,
        "spelledyear": f"(?P<spelledyear>{spelled})",
        "rank": rf"(?P<rank>\d{{1,3}}(?:st|nd|rd|th)|{either(load_kind('ordinal'))})",
        "ordinalday": f"(?P<day2>{names['ordinal']})",
        "ordinalcentury": f"(?P<century2>{names['ordinal']})",
        "decadeword": f"(?P<shortdecade2>{either(load_kind('shortdecade'))})",
        "share": make_share(names["ordinal"], word),
        "hedge": f"(?P<hedge>{either(load_hedges())})",
    }


def make_share(ordinal: str, number: str) -> str:
    """An expression for a share of a longer time: "the first week", "the last three months", "the second Friday"."""
    rank = rf"(?:(?P<rank>\d\d?(?:st|nd|rd|th)|{ordinal})|last|final|closing)"
    units = (
        rf"(?P<number>\d\d?|{number}) (?P<units>{either(load_kind('unit'))})|(?P<units2>{SINGLE})|(?P<open>{SINGLE}s)"
    )
    return rf"{rank} (?:{units}|(?P<weekday>{either_form('weekday')})|(?P<half>half))"


def read_number(words: str) -> int | None:
    """The value of "12", "twenty-five", "a couple of"; None where the words leave it open."""
    plain = words.lower().strip().removesuffix(" of")
    if plain.isdigit():
        return int(plain)
    numbers = load_numbers()
    if plain in numbers:
        return numbers[plain]
    values = [numbers.get(part) for part in plain.split("-")]
    return sum(value or 0 for value in values) if all(values) else None


def read_spelled_year(words: str) -> int | None:
    """1979 for "nineteen seventy-nine"; None when the words are no year."""
    century, *rest = re.split(r"[ -]", words.lower())
    values = [0 if word == "oh" else load_numbers().get(word) for word in rest]
    if any(value is None for value in values):
        return None
    return {"nineteen": 1900, "twenty": 2000}[century] + sum(value or 0 for value in values)


def read_value(place: str, words: str) -> Value:
    """What the words in a place of a pattern stand for."""
    if place == "number":
        return read_number(words)
    if place == "spelledyear":
        return read_spelled_year(words)
    words = words.rstrip(".").lower()
    figures = words.rstrip("sthnrd") if place == "rank" else words
    if figures.isdigit():
        return int(figures)
    kind = KINDS.get(place, place)
    value = load_kind(kind).get(" ".join(words.split()), words)
    return int(value) if kind in NUMBERED else value
