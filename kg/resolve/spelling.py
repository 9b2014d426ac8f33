"""Spellings of one name brought together: what is left of a word when letters that vary are made one."""

import re
from functools import cache, lru_cache

from kg.lexicon import load_table
from kg.tables import fold

VOWELS = str.maketrans("", "", "aeiou")
DOUBLED = re.compile(r"(.)\1+")
WORD = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*")
KEPT = 50_000


@lru_cache(maxsize=KEPT)
def make_key(word: str) -> str:
    """The word as it is compared: "Zelenskiy", "Zelensky" and "Zelenskyy" have one key."""
    key = fold(word).casefold()
    for pattern, into in load_rules():
        key = pattern.sub(into, key)
    return DOUBLED.sub(r"\1", key) or word.casefold()


@cache
def load_rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The rules of the table, in order."""
    return tuple((re.compile(row["from"]), row["into"]) for row in load_table("spellings"))


def skeleton(key: str) -> str:
    """The consonants of a key, by which spellings with other vowels are found."""
    first = "a" if key[:1] in "aeiou" else key[:1]
    return first + key[1:].translate(VOWELS)


def split_words(name: str) -> list[str]:
    """The words of a name, hyphens and points apart: "al-Burhan" has two."""
    return WORD.findall(name)
