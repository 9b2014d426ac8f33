"""The table in which people decide who is whom: read with the line of each row, written sorted."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import RequestError

if TYPE_CHECKING:
    from kg.resolve.suggest import Suggestion

VERDICTS = ("same", "different", "unsure")
COLUMNS = ("verdict", "left", "left_name", "right", "right_name", "who", "when", "note")
SHOWN = ("score", "reason", "left_documents", "right_documents", "left_sentence", "right_sentence")
NEEDED = {"verdict", "left", "right"}


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """What somebody decided on two entities, by their ids: "actor/isil" and "actor/islamic-state".

    Where `right` is a document ("doc/army-base"), `left` is another there: a namesake.
    """

    left: str
    right: str
    verdict: str
    left_name: str = ""
    right_name: str = ""
    who: str = ""
    when: str = ""
    note: str = ""

    @property
    def is_split(self) -> bool:
        """Whether it sets one document's bearer of a name apart."""
        return is_document(self.right)


def is_document(node: str) -> bool:
    """Whether an id is that of a whole document."""
    return node.startswith("doc/") and "#" not in node


def read_sheet(path: Path) -> Iterator[tuple[int, Decision]]:
    """The decisions of a table with their lines, ids or names as they stand there; rows without a verdict are open."""
    for line, row in read_rows(path):
        if not any(row.values()):
            continue
        if fault := find_fault(row):
            raise RequestError(f"{path} line {line}: {fault}")
        if row["verdict"]:
            values = {column: row.get(column) or "" for column in COLUMNS}
            yield line, Decision(**values)


def read_rows(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Each row of a tab-separated table with its line; RequestError when it is none, or lacks a column."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RequestError(f"cannot read {path}: {error}; give a tab-separated file") from error
    reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
    if missing := sorted(NEEDED - set(reader.fieldnames or ())):
        raise RequestError(f"{path} line 1: no column {missing[0]}; 'kg resolve --sheet FILE' writes one to fill in")
    for line, row in enumerate(reader, start=2):
        yield line, {key: (value or "").strip() for key, value in row.items() if isinstance(key, str)}


def find_fault(row: Mapping[str, str]) -> str | None:
    """What is wrong with a row, and what to write instead."""
    left, right, verdict = row["left"], row["right"], row["verdict"]
    if verdict not in {"", *VERDICTS}:
        return f"verdict '{verdict}': write same, different or unsure, or leave it empty"
    if not left or not right or left == right:
        return "left and right must be two: give the ids or names of two entities"
    if is_document(left):
        return f"{left} is a document: put it under right, the one whose bearer of the name is another under left"
    if is_document(right) and verdict in {"same", "unsure"}:
        return f"{right} is a document: of an entity and a document only 'different' can be said"
    if row.get("when") and not is_day(row["when"]):
        return f"when '{row['when']}' is no day: write it as 2022-10-18"
    return None


def is_day(text: str) -> bool:
    """Whether the text is an ISO day."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def write_sheet(rows: Iterable[Mapping[str, Any]], columns: Iterable[str]) -> str:
    """The rows as a tab-separated table with a header; white space inside a cell as single blanks."""
    names = list(columns)
    cells = ([" ".join(str(row.get(name, "")).split()) for name in names] for row in rows)
    return "".join("\t".join(line) + "\n" for line in [names, *cells])


def make_sheet(decisions: Iterable[Decision], suggestions: "Iterable[Suggestion]") -> str:
    """The table that people fill in: decisions made, then suggestions that wait for one."""
    rows = [*map(to_row, decisions), *map(asdict, suggestions)]
    return write_sheet(rows, (*COLUMNS, *SHOWN))


def to_row(decision: Decision) -> dict[str, str]:
    """A decision as a row of the table."""
    return asdict(decision)
