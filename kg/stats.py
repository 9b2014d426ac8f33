"""What a store holds, in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.query import load_query, run_query
from kg.resources import find_file
from kg.rows import Source


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts by what is counted (documents, events, ...), and events by their type's label."""

    counts: Mapping[str, int]
    events: Mapping[str, int]


def count_store(source: Source) -> Stats:
    """Count documents, sentences, events, actors and so on; a later mention of an event is no event more."""
    counts = source.select(find_file("queries", "stats/counts.rq").read_text(encoding="utf-8"))
    events = run_query(source, load_query("events-by-type"))
    return Stats(
        {row["what"]: int(row["number"]) for row in counts},
        {row["typeName"]: int(row["events"]) for row in events},
    )
