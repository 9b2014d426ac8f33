"""What a run of `kg build` did: a summary, and the report that stays in the store's folder."""

import json
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from kg.disk import told_plainly, write_whole
from kg.read import Issue
from kg.resources import find_file
from kg.stats import count_store
from kg.store import Store

REPORT = "last-run.json"


@dataclass(frozen=True, slots=True)
class Summary:
    """Documents of the run by what happened to them, and what the whole store holds after it."""

    new: int
    replaced: int
    unchanged: int
    lost: int
    documents: int
    events: int
    actors: int
    ties: int
    seconds: float
    issues: tuple[Issue, ...] = ()


class Timer:
    """When a run began and how long it takes: the one place that looks at a clock."""

    def __init__(self) -> None:
        self.began, self._start = datetime.now(UTC).isoformat(timespec="seconds"), time.monotonic()

    def seconds(self) -> float:
        """Seconds since the beginning."""
        return round(time.monotonic() - self._start, 1)


def summarize(store: Store, states: Iterable[str], issues: Sequence[Issue], seconds: float) -> Summary:
    """Count what the store holds after a run in which documents came to these states."""
    done, held = Counter(states), count_store(store).counts
    return Summary(
        new=done["new"],
        replaced=done["replaced"],
        unchanged=done["unchanged"],
        lost=done["lost"],
        documents=held.get("documents", 0),
        events=held.get("events", 0),
        actors=held.get("named actors", 0),
        ties=count_ties(store),
        seconds=seconds,
        issues=tuple(issues),
    )


def count_ties(store: Store) -> int:
    """How many ties the network has: pairs of named actors, by the way and status of the tie."""
    edges, actors = (store.select(read_query(name)) for name in ("edges", "nodes"))
    named = {row["actor"] for row in actors if "#" not in row["actor"]}
    ties = ("source", "target", "tie", "reciprocal", "status")
    return len({tuple(row[k] for k in ties) for row in edges if {row["source"], row["target"]} <= named})


def read_query(name: str) -> str:
    """The text of one of the queries behind the network."""
    return find_file("queries", f"networks/{name}.rq").read_text(encoding="utf-8")


def write_report(
    folder: Path, summary: Summary, fingerprint: str, timer: Timer, paths: Sequence[Path | str]
) -> None:
    """Leave the report of the run in the store's folder; nothing else there knows the time of day."""
    report = {
        "began": timer.began,
        "kg": version("conflict-kg"),
        "fingerprint": fingerprint,
        "paths": [str(path) for path in paths],
        **asdict(summary),
    }
    with told_plainly(folder):
        write_whole(folder / REPORT, json.dumps(report, ensure_ascii=False, indent=1) + "\n")
