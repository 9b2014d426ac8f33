"""Decisions that cannot stand, that wait, and that were cut off in the middle."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.errors import RequestError, StoreError
from kg.store import Store
from tests.resolve.reports import SAME, agents, dump, make_report, write

FAULTS = [
    (("perhaps\tTeal Column\tTC Brigade",), "line 2: verdict 'perhaps': write same, different or unsure"),
    (("same\tTeal Column\tTeal Column",), "line 2: left and right must be two"),
    (("same\tTeal Column\t",), "line 2: left and right must be two"),
    (("same\tTeal Column\tNemo",), "line 2: 'Nemo' is nobody's name in the reports of the store"),
    (("same\tRuiz\tAna Ruiz",), "line 2: 'Ruiz' may be doc/c#entity=0,4, doc/d#entity=0,4: write the id"),
    (("same\tactor/ana-ruiz\tdoc/e",), "of an entity and a document only 'different' can be said"),
    (("same\tTeal Column\tTC Brigade\tM. W.\ttoday",), "line 2: when 'today' is no day: write it as 2022-10-18"),
    (
        (SAME, "different\tTC Brigade\tTeal Column"),
        "line 3: actor/tc-brigade and actor/teal-column are 'different' here",
    ),
    (
        (SAME, "same\tTC Brigade\tPort", "different\tPort\tTeal Column"),
        "line 4: 'different' contradicts actor/port = actor/tc-brigade = actor/teal-column of line 3, 2",
    ),
]


@pytest.mark.parametrize(("rows", "fault"), FAULTS)
def test_a_row_that_cannot_stand_changes_nothing(path: Path, sheet: Path, rows: tuple[str, ...], fault: str) -> None:
    before = dump(path)
    with pytest.raises(RequestError) as told:
        kg.resolve(write(sheet, *rows), store=path)
    assert str(told.value).startswith(f"{sheet} line ")
    assert fault in str(told.value)
    assert dump(path) == before


def test_open_rows_and_unsure_ones_merge_nothing(path: Path, sheet: Path) -> None:
    before = agents(path)
    kg.resolve(write(sheet, "\tTeal Column\tTC Brigade", "unsure\tTeal Column\tPort"), store=path)
    assert agents(path) == before


def test_a_decision_on_nobody_waits(path: Path, sheet: Path) -> None:
    assert kg.resolve(write(sheet, "same\tactor/nemo\tTeal Column"), store=path).absent == ("actor/nemo",)


def test_a_table_put_into_the_store_by_hand_is_told(path: Path) -> None:
    write(path / "decisions.tsv", SAME)
    with pytest.raises(StoreError, match="not as kg left it: give your table to 'kg resolve --decisions'"):
        Store.open(path)


KILLED = """
import os, signal, sys
from pathlib import Path
import kg
from kg.resolve.resolution import Resolution
save = Resolution.save
def save_and_die(self, folder):
    {before}
    save(self, folder)
    os.kill(os.getpid(), signal.SIGKILL)
Resolution.save = save_and_die
kg.resolve(sys.argv[1], store=sys.argv[2])
"""


@pytest.mark.parametrize("before", ["pass", "os.kill(os.getpid(), signal.SIGKILL)"])
def test_a_run_killed_in_the_middle_is_mended(path: Path, sheet: Path, other: Path, before: str) -> None:
    kg.resolve(write(sheet), store=path)
    write(sheet, SAME)
    done = subprocess.run([sys.executable, "-c", KILLED.format(before=before), sheet, path], check=False)
    assert done.returncode == -signal.SIGKILL
    if before == "pass":
        kg.resolve(sheet, store=other)
    with Store.open(path, "write") as opened:
        opened.put_document(make_report("a", "Teal Column"), "f1")
    assert dump(path) == dump(other)
