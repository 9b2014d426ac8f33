"""Decisions and tables of actors applied to a store: its graphs are made again from the records, without parsing."""

from dataclasses import dataclass, replace
from pathlib import Path

from kg.loading import find_base
from kg.resolve.decide import collect_names, find_absent, make_resolution
from kg.resolve.known import KnownActors
from kg.resolve.resolution import Resolution
from kg.resolve.sheet import Decision
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Resolved:
    """What applying came to: decisions that stand, are new, changed or withdrawn, and documents made again."""

    decisions: int
    new: int
    changed: int
    withdrawn: int
    documents: tuple[str, ...]
    absent: tuple[str, ...]


def apply(folder: Path, decisions: Path | None = None, actors: Path | None = None) -> Resolved:
    """Put a table of decisions in the place of those on the store, a table of actors in that of its own.

    RequestError names the first row that cannot stand; the store is then as it was.
    """
    Store.open(folder).close()  # says so when there is none
    with Store.open(folder, "write", base=find_base(folder)) as store:
        known = KnownActors.read(actors) if actors else store.resolution.known
        names = collect_names((record for slug in store.documents() for record in store.records(slug)), store.base)
        old = store.resolution
        new = make_resolution(decisions, names, store.base, known) if decisions else replace(old, known=known)
        documents = store.resolve(new)
        absent = find_absent(new.decisions, names, store.documents())
    return compare(old, new, documents, absent)


def compare(old: Resolution, new: Resolution, documents: list[str], absent: list[str]) -> Resolved:
    """What changed between two states of a store."""
    before, after = by_pair(old), by_pair(new)
    added, gone = after.keys() - before.keys(), before.keys() - after.keys()
    changed = sum(before[pair] != after[pair] for pair in before.keys() & after.keys())
    return Resolved(len(after), len(added), changed, len(gone), tuple(documents), tuple(absent))


def by_pair(resolution: Resolution) -> dict[tuple[str, str], Decision]:
    """The decisions by the pair they are on."""
    return {(decision.left, decision.right): decision for decision in resolution.decisions}
