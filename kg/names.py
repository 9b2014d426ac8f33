"""From a name to its node: an IRI, its short form, or words that a label has."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import pyoxigraph as ox

from kg.errors import RequestError
from kg.namespaces import ONTOLOGY
from kg.near import name_near
from kg.resources import find_file
from kg.rows import Source

# A kind of node that takes in several others; and what a kind goes by where no label is the name.
KINDS = {"node": ("entity", "document", "event")}
OTHER_NAMES = {"entity": "naming", "node": "naming"}
MANY = 8


def find_iri(
    source: Source, name: str, kind: str = "entity", told: Callable[[str], None] = lambda _: None
) -> ox.NamedNode:
    """The node that `name` means, among the entities, classes or documents of `source`.

    Tried in turn: an IRI or short form; a label; a label in another case; a label with all these words; the
    same with the names by which reports call it; the tables of actors and places ("UN"). RequestError when
    there is none, or when several could be meant: it lists them.
    """
    if iri := expand(name, source.base):
        return iri
    labels = load_labels(source, KINDS.get(kind, (kind,)))
    found = match_labels(name, labels)
    if not found and kind in OTHER_NAMES:
        namings = load_labels(source, (OTHER_NAMES[kind],))
        found = match_labels(name, namings) or match_tables(name, labels)
        labels = namings | labels
    if not found:
        near = name_near(name, {part for names in labels.values() for label in names for part in split(label)})
        raise RequestError(f"no {kind} is called '{name}' in this store{near}: try another spelling, or an IRI")
    if len(found) > 1:
        raise RequestError(f"'{name}' may be {tell_several(found, labels, source.base)}: give the full name or the IRI")
    told(f"{name}: taken for {min(labels[found[0]])} ({contract(found[0], source.base)})")
    return ox.NamedNode(found[0])


def tell_several(found: Sequence[str], labels: Mapping[str, set[str]], base: str) -> str:
    """The nodes that a name may mean, each with its short form; of many the first few and how many more."""
    listed = ", ".join(f"{min(labels[iri])} ({contract(iri, base)})" for iri in found[:MANY])
    return listed + (f" and {len(found) - MANY} more" if len(found) > MANY else "")


def expand(name: str, base: str) -> ox.NamedNode | None:
    """The IRI that is written out, or shortened to what follows the base or the ontology's `ckg:`."""
    if re.match(r"(actor|place|doc|graph|run)/\S+$", name):
        name = base + name
    elif name.startswith("ckg:"):
        name = ONTOLOGY + name.removeprefix("ckg:")
    elif not re.match(r"(https?|urn|file):\S+$", name.strip("<>")):
        return None
    try:
        return ox.NamedNode(name.strip("<>"))
    except ValueError as error:
        raise RequestError(f"'{name}' is not an IRI: {error}") from error


def contract(iri: str, base: str) -> str:
    """The short form of an IRI, as `expand` reads it."""
    return iri.replace(ONTOLOGY, "ckg:").removeprefix(base)


def load_labels(source: Source, kinds: Iterable[str]) -> dict[str, set[str]]:
    """The labels of all nodes of these kinds, by IRI; each kind has its query in `queries/names/`."""
    labels: dict[str, set[str]] = defaultdict(set)
    for kind in kinds:
        for row in source.select(find_file("queries", f"names/{kind}.rq").read_text(encoding="utf-8")):
            labels[row["node"]].add(row["label"])
    return labels


def split(label: str) -> set[str]:
    """The label and its single words."""
    return {label, *label.split()}


def match_labels(name: str, labels: Mapping[str, set[str]]) -> list[str]:
    """The IRIs whose labels match best: the same, else the same in any case, else with all the words."""
    folded, words = name.casefold(), set(name.casefold().split())
    tests: list[Callable[[str], bool]] = [
        lambda label: label == name,
        lambda label: label.casefold() == folded,
        lambda label: bool(words) and words <= set(re.findall(r"[\w'’-]+", label.casefold())),
    ]
    for test in tests:
        if found := sorted(iri for iri, names in labels.items() if any(map(test, names))):
            return found
    return []


def match_tables(name: str, labels: Mapping[str, set[str]]) -> list[str]:
    """The IRIs whose label is what the tables of actors and places call `name`."""
    from kg.gazetteer import Gazetteer  # noqa: PLC0415 - the tables take a second to load

    called = {entry.name for entry in Gazetteer.load().find(name)}
    return sorted(iri for iri, names in labels.items() if called & names)
