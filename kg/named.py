"""Entries of tables by their names, and one such table laid over another."""

from collections.abc import Iterable
from dataclasses import replace

from kg.tables import Entry, fold

Names = dict[str, tuple[Entry, ...]]


def index(named: Iterable[tuple[str, Entry]]) -> Names:
    """Entries by name, also by the name without accents."""
    found: dict[str, dict[tuple[str, bool], Entry]] = {}
    for name, entry in named:
        for spelling in {name, fold(name)}:
            found.setdefault(spelling, {}).setdefault((entry.id, entry.metonym), entry)
    return {name: tuple(entries.values()) for name, entries in found.items()}


def overrule(names: Names, later: Names) -> Names:
    """Both tables as one: the later has its names, and describes whom both know by one id or one address elsewhere."""
    newer = {key: entry for entries in later.values() for entry in entries for key in identities(entry)}

    def renew(entry: Entry) -> Entry:
        found = next((newer[key] for key in identities(entry) if key in newer), entry)
        return replace(found, metonym=entry.metonym, doubt=entry.doubt)

    return {name: tuple(map(renew, entries)) for name, entries in names.items()} | later


def identities(entry: Entry) -> tuple[str, ...]:
    """What tells that two rows speak of one: the id among actors or places, the addresses elsewhere."""
    return f"{entry.kind}/{entry.id}", *entry.external
