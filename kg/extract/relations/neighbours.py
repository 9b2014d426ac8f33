"""Relations that stand in the few words between two names: "Kabul, Afghanistan", "the UK's Ministry of Defence"."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from kg.extract.phrases import CONTAINERS
from kg.extract.relations.parties import Parties, Party
from kg.extract.relations.patterns import Pattern, load_patterns
from kg.extract.relations.ties import Tie
from kg.segments import QUOTES

MAX_GAP = 8
CLOSING = frozenset({"IN", "CC", ",", ".", ":", "-RRB-", "''", "TO", "HYPH"})
PLAIN_TAGS = frozenset({"DT", "JJ", "RB", "PRP$"})


def find_neighbours(parties: Parties) -> Iterator[Tie]:
    """The ties of all names that follow each other with nothing but listed words between."""
    for first, second in pairwise(parties.names):
        gap = first.span.doc[first.span.end : second.span.start]
        if len(gap) and len(gap) <= MAX_GAP and first.head.sent == second.head.sent:
            for pattern in load_patterns().get(("between", _plain(list(gap))), ()):
                subject, target = (first, second) if pattern.subject == ("first",) else (second, first)
                if pattern.takes(subject, target) and _may_be(pattern, first, second):
                    yield Tie(pattern, subject, target, gap)
                    break


def _plain(gap: list[Token]) -> str:
    """The words between without articles, adjectives, quotation marks and nouns such as "town of"."""
    kept = [t for t in gap if t.text not in QUOTES and t.text.strip() and not (t.tag_ in PLAIN_TAGS and t.lower_ != "also")]
    words: list[str] = []
    for token in kept:
        words.append(token.lower_)
        if words[-1] == "of" and len(words) > 1 and words[-2] in CONTAINERS:
            words = words[:-2]
    return " ".join(words)


def _may_be(pattern: Pattern, first: Party, second: Party) -> bool:
    """What the words alone do not tell: brackets hold an acronym, places lie in one country and end their phrase."""
    after = second.span.doc[min(second.span.end, len(second.span.doc) - 1)]
    if "(" in pattern.words:
        return after.text == ")" and _spells(second.span.text, first.span.text)
    if pattern.type == "locatedIn" and first.country and second.country and first.country != second.country:
        return False
    return "," not in pattern.words or after.tag_ in CLOSING or after.is_space


def _spells(acronym: str, name: str) -> bool:
    return acronym.isupper() and acronym[0] == name.removeprefix("the ")[:1].upper() and len(acronym) < len(name)
