"""Which triggers never fire: `python benchmarks/triggers.py` after `make bench` writes benchmarks/triggers.md.

A trigger that nobody writes is padding. This reads the records of the seeds and of every suite in `out/`, and
lists the triggers whose rule stands in none of them, family by family. Their own examples do not count.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from kg.pipeline import extract_paths
from kg.records import Event
from kg.vocabulary import Vocabulary

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "out"
TABLE = HERE / "triggers.md"


def main() -> None:
    """Write the table, and say on standard error how many triggers fired."""
    triggers = sorted(trigger.name for trigger in Vocabulary().triggers)
    fired = Counter(chain(seed_rules(), bench_rules()))
    silent = [name for name in triggers if not fired[name]]
    TABLE.write_text("".join(tell(triggers, silent)), encoding="utf-8")
    print(f"{len(triggers) - len(silent)} of {len(triggers)} triggers fired", file=sys.stderr)


def seed_rules() -> Iterator[str]:
    """The rules that fire in the seeds."""
    for records in extract_paths([HERE.parent / "seeds"], lambda _: None):
        yield from (record.rule for record in records if isinstance(record, Event))


def bench_rules() -> Iterator[str]:
    """The rules that fire in the suites that were extracted."""
    for path in sorted(OUT.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line)["rule"] for line in lines if line.startswith('{"kind": "event"'))


def tell(triggers: Iterable[str], silent: list[str]) -> Iterator[str]:
    """The lines of the table."""
    families = sorted({name.partition("/")[0] for name in triggers})
    yield "# Triggers that never fired\n\nWritten by `python benchmarks/triggers.py` from the seeds and all suites.\n\n"
    yield "| family | triggers | silent | which |\n|---|---|---|---|\n"
    for family in families:
        names = [name.partition("/")[2] for name in triggers if name.startswith(f"{family}/")]
        quiet = [name.partition("/")[2] for name in silent if name.startswith(f"{family}/")]
        yield f"| {family} | {len(names)} | {len(quiet)} | {', '.join(quiet)} |\n"


if __name__ == "__main__":
    main()
