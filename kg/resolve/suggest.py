"""Pairs that may be one and that nobody decided on yet: likeness only suggests, people decide."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.gazetteer import Gazetteer
from kg.resolve.bearers import Met, ask, find_bearers, quote
from kg.resolve.likeness import Likeness, block_keys, compare
from kg.rows import Source
from kg.triples.entities import is_local

CROWD = 100  # a word that more bear is no reason to compare them
Pair = tuple[Met, Met]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two that may be one: how strong the likeness is, what it lies in, and a sentence for each."""

    score: int
    reason: str
    left: str
    left_name: str
    left_documents: int
    left_sentence: str
    right: str
    right_name: str
    right_documents: int
    right_sentence: str


def suggest(source: Source, gazetteer: Gazetteer) -> list[Suggestion]:
    """The open suggestions, the strongest first, then those by which most reports would gain."""
    decided = {frozenset((row["one"], row["other"])) for row in ask(source, "decided")}
    found = {
        pair: likeness
        for pair in find_pairs(list(find_bearers(source, gazetteer)))
        if frozenset(source.base + one.bearer.node for one in pair) not in decided
        and (likeness := compare(pair[0].bearer, pair[1].bearer))
    }
    quotes = quote(source, (one.where for pair in found for one in pair))
    made = (make_suggestion(pair, likeness, quotes) for pair, likeness in found.items())
    return sorted(made, key=lambda s: (-s.score, -min(s.left_documents, s.right_documents), s.left, s.right))


def find_pairs(met: Sequence[Met]) -> list[Pair]:
    """The pairs worth comparing, the better known left: those that share a word but for its vowels, or an acronym."""
    blocks: dict[str, list[Met]] = defaultdict(list)
    for one in met:
        for key in sorted(set(block_keys(one.bearer))):
            blocks[key].append(one)
    first = find_first(met)
    pairs = {pair for block in blocks.values() if len(block) <= CROWD for pair in combinations(block, 2)}
    kept = (pair for pair in pairs if is_worth_asking(pair, first))
    return sorted(
        ((min(pair, key=rank), max(pair, key=rank)) for pair in kept),
        key=lambda pair: (pair[0].bearer.node, pair[1].bearer.node),
    )


def find_first(met: Iterable[Met]) -> Mapping[str, str]:
    """Of those known in one report only, the node of the first of each name."""
    first: dict[str, str] = {}
    for one in met:
        if is_local(one.bearer.node):
            first.setdefault(one.bearer.name.casefold(), one.bearer.node)
    return first


def is_worth_asking(pair: Pair, first: Mapping[str, str]) -> bool:
    """Whether no other pair asks the same: the Ruiz of a third report is compared with that of the first alone."""
    later = [one.bearer for one in pair if first.get(one.bearer.name.casefold(), one.bearer.node) != one.bearer.node]
    later = [bearer for bearer in later if is_local(bearer.node)]
    return not later or (len(later) == 1 and first[later[0].name.casefold()] in {one.bearer.node for one in pair})


def rank(met: Met) -> tuple[bool, bool, int, int, str]:
    """What orders a pair: in a table, known beyond a report, named in more reports, by more words."""
    one = met.bearer
    return not one.is_known, is_local(one.node), -one.documents, -len(one.name.split()), one.node


def make_suggestion(pair: Pair, likeness: Likeness, quotes: Mapping[str, str]) -> Suggestion:
    """A pair as a row."""
    left, right = (one.bearer for one in pair)
    left_sentence, right_sentence = (quotes.get(one.where, "") for one in pair)
    return Suggestion(
        likeness.score,
        likeness.reason,
        left.node,
        left.name,
        left.documents,
        left_sentence,
        right.node,
        right.name,
        right.documents,
        right_sentence,
    )
