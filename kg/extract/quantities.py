"""Quantities in running text: "at least 11", "between 30 and 40", "dozens", "no", with their bounds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from kg.lexicon import Row, load_table

DIGITS = r"\d{1,3}(?:,\d{3}){1,3}|\d{1,12}(?:\.\d{1,6})?"
SPACE = r"\s+"
HUNDRED = 100
HALF = 0.5
BORDER = r"(?<![\w$€£.,:/-])"
END = r"(?![\w%]|[-/.,:]\w)"


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many at least and at most, None where the text leaves it open; its extent and what weakens it."""

    min: int | None
    max: int | None
    start: int
    end: int
    hedge: str | None = None


@cache
def load_rows(*kinds: str) -> Mapping[str, Row]:
    """The words of some kinds in the table of numbers, the longest first."""
    rows = {row["word"]: row for row in load_table("numbers") if row["kind"] in kinds}
    return dict(sorted(rows.items(), key=lambda item: (-len(item[0]), item[0])))


def either(*kinds: str) -> str:
    """An expression for any word of the kinds."""
    return "(?:" + "|".join(word.replace(" ", SPACE) for word in load_rows(*kinds)) + ")"


@cache
def load_expression() -> re.Pattern[str]:
    """Finds a quantity with the words before and after it that bound or weaken it."""
    numeral, multiplier = either("unit", "ten", "multiplier"), either("multiplier")
    first = rf"(?:{either('unit', 'ten')}|(?:half{SPACE})?an?{SPACE}{multiplier})"
    words = rf"{first}\b(?:(?:-|{SPACE}(?:and{SPACE})?){numeral}\b){{0,8}}"
    figures = rf"(?:{DIGITS})(?:{SPACE}{multiplier}\b)?"
    quantity = rf"(?:{either('vague')}\b|{words}|{figures})"
    between = rf"between{SPACE}(?P<low>{quantity}){SPACE}and{SPACE}(?P<high>{quantity})"
    reach = rf"(?P<from>{quantity})(?:{SPACE}(?:to|or){SPACE}|(?<=\d)\s?-\s?(?=\d))(?P<to>{quantity})"
    change = rf"from{SPACE}{quantity}{SPACE}to{SPACE}(?P<now>{quantity})"
    before = rf"(?P<before>(?:{either('floor', 'ceiling', 'hedge')}{SPACE}){{0,3}})"
    amount = rf"(?:{between}|{change}|{reach}|(?P<one>{quantity}))(?P<after>{SPACE}{either('suffix')})?"
    return re.compile(rf"{BORDER}(?:{before}{amount}|(?P<none>{either('none')})){END}", re.IGNORECASE)


@lru_cache(maxsize=512)
def find_quantities(text: str) -> tuple[Bounds, ...]:
    """All quantities of a stretch of text, from left to right."""
    return tuple(read_bounds(found) for found in load_expression().finditer(text))


def read_bounds(found: re.Match[str]) -> Bounds:
    """The bounds that the words of a match give."""
    start, end = found.span()
    if found["none"]:
        return Bounds(0, 0, start, end)
    single = found["one"] or found["now"]
    low, _ = read_amount(found["low"] or found["from"] or single)
    _, high = read_amount(found["high"] or found["to"] or single)
    plain = Bounds(low, None if found["after"] or (low and high and high < low) else high, start, end)
    return apply_words(plain, tidy(found["before"]))


def apply_words(bounds: Bounds, before: str) -> Bounds:
    """The bounds as the words before them open, close or weaken them."""
    for word, row in load_rows("floor", "ceiling", "hedge").items():
        if not re.search(rf"\b{word}\b", before):
            continue
        if row["kind"] == "floor":
            return replace(bounds, min=(bounds.min or 0) + int(row["min"]), max=None)
        if row["kind"] == "ceiling":
            return replace(bounds, min=None, max=None if bounds.max is None else bounds.max + int(row["max"]))
        return replace(bounds, hedge=word)
    return bounds


def read_amount(words: str) -> tuple[int | None, int | None]:
    """The least and the most that the words mean: twice 36 for "three dozen", 3 and None for "several"."""
    vague = load_rows("vague").get(tidy(words))
    if vague:
        return int(vague["min"]), int(vague["max"]) if vague["max"] else None
    value = read_numeral(tidy(words))
    return value, value


def read_numeral(words: str) -> int:
    """The number that figures or number words stand for: "2,500", "1.5 million", "two hundred and six"."""
    numbers = load_rows("unit", "ten", "multiplier")
    total, current = 0, 0.0
    for part in re.split(r"[\s-]+", words.replace(",", "")):
        row = numbers.get(part)
        if row is None:
            current += float(part) if part[0].isdigit() else HALF * (part == "half")
        elif row["kind"] == "multiplier":
            current = (current or 1) * int(row["min"])
            total, current = (total + int(current), 0.0) if int(row["min"]) > HUNDRED else (total, current)
        else:
            current += int(row["min"])
    return total + int(current)


def tidy(words: str) -> str:
    """Lower case, single spaces."""
    return " ".join(words.lower().split())
