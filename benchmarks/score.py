"""Score `kg extract` on the bench beside the checkout: `make bench` writes benchmarks/scores.md.

The bench is no part of the project: its data are for measuring only. Where it is not there, nothing is done.
Each suite is scored on all documents, and on two halves: one that the authors may read, one that checks them.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
BENCH = HERE.parent.parent / "shared" / "bench"
OUT = HERE.parent / "out"
TABLE = HERE / "scores.md"
HEAD = """# Scores

Written by `make bench`. F1 in percent, with a 95 % interval by document; "even" and "odd" are the two
halves of the documents, of which the odd one is kept for checking.

| suite | documents | headline measure | F1 | interval | even | odd |
|---|---|---|---|---|---|---|
"""


def main() -> None:
    """Extract and score the suites named on the command line, by default all, and write the table."""
    if not BENCH.is_dir():
        print(f"no bench in {BENCH.name}: nothing to score", file=sys.stderr)
        return
    OUT.mkdir(exist_ok=True)
    names = sys.argv[1:] or [path.name.removesuffix(".docs.jsonl") for path in find_suites()]
    lines = []
    for name in names:
        lines.append(score_suite(name))
        print(lines[-1], end="", file=sys.stderr)
    if not sys.argv[1:]:
        TABLE.write_text(HEAD + "".join(lines), encoding="utf-8")


def find_suites() -> Iterator[Path]:
    """The documents of every suite that has a gold standard."""
    documents = sorted((BENCH / "data").glob("*.docs.jsonl"))
    return (path for path in documents if path.with_name(path.name.replace(".docs.", ".gold.")).exists())


def score_suite(name: str) -> str:
    """The row of one suite."""
    records = OUT / f"{name}.jsonl"
    kg = [sys.executable, "-c", "from kg.cli import main; main()"]
    subprocess.run(
        [*kg, "extract", str(BENCH / "data" / f"{name}.docs.jsonl"), "-q", "-o", str(records)], check=False
    )
    whole = score(name, records)
    head = whole["headline"]
    halves = [tell_half(score(name, records, "--half", half)) for half in ("even", "odd")]
    interval = f"{percent(head['low'])} to {percent(head['high'])}"
    cells = [name, whole["documents"], head["measure"], percent(head["f1"]), interval, *halves]
    return f"| {' | '.join(map(str, cells))} |\n"


def score(name: str, records: Path, *options: str) -> dict[str, Any]:
    """What the bench's scorer says of a file of records."""
    suite, gold = name.partition("-")[0], BENCH / "data" / f"{name}.gold.jsonl"
    command = [
        sys.executable,
        str(BENCH / "score.py"),
        suite,
        str(records),
        "--gold",
        str(gold),
        "--json",
        *options,
    ]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(answer.stdout)
    return found


def tell_half(found: dict[str, Any]) -> str:
    """The headline of one half, if it has documents."""
    return percent(found["headline"]["f1"] if found["documents"] else None)


def percent(share: float | None) -> str:
    """A share in percent."""
    return "-" if share is None else f"{100 * share:.1f}"


if __name__ == "__main__":
    main()
