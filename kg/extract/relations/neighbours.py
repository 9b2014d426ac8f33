"""Relations that stand in the few words between two names: "Kabul, Afghanistan", "the UK's Ministry of Defence"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Span, Token

from kg.extract.phrases import CONTAINERS
from kg.extract.relations.parties import Parties, Party
from kg.extract.relations.patterns import Pattern, load_patterns
from kg.extract.relations.ties import Tie
from kg.extract.syntax import coordinated
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
                    yield from _listed(Tie(pattern, subject, target, _words(pattern, second, gap)), second, parties)
                    break


def find_owned(parties: Parties) -> Iterator[Tie]:
    """The ties of bodies whose name begins with their country: "the UK's Ministry of Defence"."""
    for body in parties.names:
        state = parties.state_in(body)
        for pattern in load_patterns().get(("between", "'s"), ()) if state is not None else ():
            if state is not None and pattern.takes(body, state):
                yield Tie(pattern, body, state, body.span.doc[state.span.end : state.span.end + 1])
                break


def _words(pattern: Pattern, second: Party, gap: Span) -> Span:
    """The words that say it: those between, for brackets with what stands in them."""
    return second.span.doc[gap.start : second.span.end + 1] if "(" in pattern.words else gap


def _listed(tie: Tie, second: Party, parties: Parties) -> Iterator[Tie]:
    """The tie, and the same for what is joined to its second name: "in Iraq and Syria"."""
    yield tie
    heads = coordinated(second.head)[1:] if "in" in tie.pattern.words else []
    for party in (party for head in heads for party in parties.headed(head)):
        if tie.pattern.takes(tie.subject, party):
            yield replace(tie, object=party)


def _plain(gap: list[Token]) -> str:
    """The words between without articles, adjectives, quotation marks and nouns such as "town of"."""
    kept = [t for t in gap if t.text not in QUOTES and t.text.strip() and not (t.tag_ in PLAIN_TAGS and t.lower_ != "also")]
    words: list[str] = []
    for number, token in enumerate(kept):
        after_container = number > 0 and kept[number - 1].lemma_ in CONTAINERS
        if token.lemma_ not in CONTAINERS and not (token.lower_ == "of" and after_container and number > 1):
            words.append(token.lower_)
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
