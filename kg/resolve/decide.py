"""Decisions of a table applied to the reports of a store: names become ids, contradictions errors, chains groups."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kg.errors import RequestError
from kg.records import Record
from kg.resolve.groups import check_decisions, choose, find_groups
from kg.resolve.known import KnownActors, built_in
from kg.resolve.resolution import Into, Resolution
from kg.resolve.sheet import Decision, read_sheet
from kg.triples.entities import find_namings

ID = ("actor/", "place/", "doc/")
Names = Mapping[str, str]  # by id


def make_resolution(sheet: Path, names: Names, base: str, known: KnownActors) -> Resolution:
    """What the decisions of a table come to; RequestError for the first row that cannot stand."""
    named = index_names(names)
    rows = [(line, tie(decision, names, named, f"{sheet} line {line}", base)) for line, decision in read_sheet(sheet)]
    check_decisions(rows, sheet)
    decisions = tuple(sorted({(d.left, d.right): d for _, d in sorted(rows, reverse=True)}.values()))
    return Resolution(base, decisions, merge(decisions, known), known)


def merge(decisions: Iterable[Decision], known: KnownActors) -> Into:
    """Each id that was said to be another's, with the one that stands for both."""
    decided = list(decisions)
    names = {d.left: d.left_name for d in decided} | {d.right: d.right_name for d in decided}
    gazetteer, groups = built_in(), find_groups(decided)

    def is_known(short: str, name: str) -> bool:
        return known.has(short) or any(f"{entry.kind}/{entry.id}" == short for entry in gazetteer.find(name))

    return {short: chosen for group in groups for chosen in [choose(group, names, is_known)] for short in group}


def collect_names(records: Iterable[Record], base: str) -> dict[str, str]:
    """The name of each entity that records name, by its id."""
    found: dict[str, str] = {}
    for record in records:
        for entity, naming in find_namings(record, base):
            short = entity.removeprefix(base)
            found[short] = min(naming.name, found.get(short, naming.name))
    return found


def index_names(names: Names) -> Mapping[str, Sequence[str]]:
    """The ids by name, capitals aside."""
    index: dict[str, list[str]] = defaultdict(list)
    for short, name in sorted(names.items()):
        index[name.casefold()].append(short)
    return index


def tie(decision: Decision, names: Names, named: Mapping[str, Sequence[str]], place: str, base: str) -> Decision:
    """The decision with ids and names on both sides, the first id left; RequestError where a name is not one's."""
    left, right = (find_id(words, named, place, base) for words in (decision.left, decision.right))
    if left == right:
        raise RequestError(f"{place}: '{decision.left}' and '{decision.right}' are one already: take the row out")
    left_name, right_name = (names.get(left) or decision.left_name, names.get(right) or decision.right_name)
    tied = replace(decision, left=left, right=right, left_name=left_name or left, right_name=right_name or right)
    if left > right and not decision.is_split and not tied.is_split:
        return replace(tied, left=right, right=left, left_name=tied.right_name, right_name=tied.left_name)
    return tied


def find_id(words: str, named: Mapping[str, Sequence[str]], place: str, base: str) -> str:
    """The id that is written out, as IRI or short, or that bears the name."""
    short = words.removeprefix(base)
    if short.startswith(ID):
        return short
    found = named.get(words.casefold(), ())
    if len(found) != 1:
        told = f"may be {', '.join(found)}: write the id" if found else "is nobody's name in the reports of the store"
        raise RequestError(f"{place}: '{words}' {told}")
    return found[0]


def find_absent(decisions: Iterable[Decision], names: Names, documents: Iterable[str]) -> list[str]:
    """The ids that no report of the store has, as when one was withdrawn or corrected."""
    there = {*names, *(f"doc/{slug}" for slug in documents)}
    decided = {side for decision in decisions for side in (decision.left, decision.right)}
    return sorted(short for short in decided - there if "#named=" not in short)
