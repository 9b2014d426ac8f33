"""Headlines and paragraphs in capitals, written as running text so that the parser can read them.

Every letter keeps its place: "REBELS ATTACK BUS IN MALI" and "Rebels Attack Bus in Mali" are parsed as "Rebels
attack bus in Mali". A word keeps its capital if the rest of the text or the tables of names write it so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from spacy.lang.en.stop_words import STOP_WORDS

from kg.lexicon import load_table
from kg.wordforms import IsWord, is_name

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
MIDDLE = re.compile(r"(?<=[a-z,;] )[^\W\d_]+")
MIN_LETTERS = 12
MIN_WORDS = 3
MAX_HEADLINE = 30
SHORT = 3
COMMON = frozenset({"march", "may"})  # names of months that are words besides
PAIR = 2  # letters: "UN", "EU"
MAX_NAME = 4
FINAL = (".", "!", "?")
OPENING = " \"'“‘("
ACRONYMS = frozenset({"US"})  # a name, though in capitals it could be the pronoun


def recase(text: str, is_word: IsWord) -> str:
    """The text with its lines in capitals and its headlines in title case rewritten, all others as they are."""
    lines = text.splitlines(keepends=True)
    odd = [is_shouted(line) or is_headline(line) for line in lines]
    if not any(odd):
        return text
    running = Running("".join(line for line, flag in zip(lines, odd, strict=True) if not flag), is_word)
    return "".join(recase_line(line, running) if flag else line for line, flag in zip(lines, odd, strict=True))


def recase_line(line: str, running: "Running") -> str:
    """The line as running text; a word whose other case is longer or shorter stays as it is."""
    found = list(WORD.finditer(line))
    kept = set(find_names([match[0] for match in found]))
    pieces, end, shouted = [], 0, line.isupper()
    for index, match in enumerate(found):
        first = index == 0 or line[: match.start()].rstrip(OPENING).endswith(FINAL)
        word = recase_word(match[0], running, named=index in kept, shouted=shouted)
        word = word[:1].upper() + word[1:] if first else word
        pieces += [line[end : match.start()], word if len(word) == len(match[0]) else match[0]]
        end = match.end()
    return load_days().sub(lambda day: day[0].capitalize(), "".join([*pieces, line[end:]]))


@cache
def load_days() -> re.Pattern[str]:
    """Finds months and weekdays; those that are words besides, as "may" is, only beside a number."""
    rows = [row for row in load_table("calendar") if row["kind"] in {"month", "weekday"}]
    long = "|".join(row["word"] for row in rows if len(row["word"]) > SHORT and row["word"] not in COMMON)
    months = "|".join(row["word"] for row in rows if row["kind"] == "month")
    return re.compile(rf"\b(?:{long}|(?<=\d )(?:{months})|(?:{months})(?= \d))\b")


def find_names(words: list[str]) -> Iterator[int]:
    """The words that belong to a name of several words in the tables."""
    for start in range(len(words)):
        for length in range(min(MAX_NAME, len(words) - start), 1, -1):
            if is_name(" ".join(word.capitalize() for word in words[start : start + length])):
                yield from range(start, start + length)
                break


def recase_word(word: str, running: "Running", *, named: bool, shouted: bool) -> str:
    """A word in lower case, with a capital, or in capitals, as running text has it."""
    lower, title = word.lower(), word.capitalize()
    if (not shouted and (word.isupper() or word[:1].islower())) or (shouted and is_acronym(word, running)):
        return word
    if title in running.names or (named and lower not in STOP_WORDS):
        return title
    common = lower in running.words or (running.is_word(lower) and not is_name(title))
    return lower if common else title


def is_acronym(word: str, running: "Running") -> bool:
    """Whether capitals are how the word is written: in the running text, or in the tables only so."""
    if word in running.names or word in ACRONYMS:
        return True
    common = running.is_word(word.lower()) if len(word) > PAIR else word.lower() in STOP_WORDS
    return len(word) > 1 and is_name(word) and not common and not is_name(word.capitalize())


@dataclass(frozen=True)
class Running:
    """What the running text of a document tells of its words, and which words are common anyway."""

    text: str
    is_word: IsWord

    @cached_property
    def words(self) -> frozenset[str]:
        """The words it writes in lower case."""
        return frozenset(word for word in WORD.findall(self.text) if word.islower())

    @cached_property
    def names(self) -> frozenset[str]:
        """The words it writes with a capital inside a sentence, and never without."""
        return frozenset(w for w in MIDDLE.findall(self.text) if w[:1].isupper() and w.lower() not in self.words)


def is_shouted(line: str) -> bool:
    """Whether a line of several words is all in capitals."""
    return line.isupper() and len(WORD.findall(line)) >= MIN_WORDS and sum(map(str.isalpha, line)) >= MIN_LETTERS


def is_headline(line: str) -> bool:
    """Whether a line is in title case: every longer word has a capital, and no full stop ends it."""
    words = WORD.findall(line)
    long = [word for word in words if len(word) > SHORT]
    titled = all(word[:1].isupper() for word in long) and any(map(str.islower, line))
    return MIN_WORDS <= len(words) <= MAX_HEADLINE and titled and not line.rstrip().endswith(FINAL)
