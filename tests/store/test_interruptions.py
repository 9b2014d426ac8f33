"""A store after Ctrl-C, kill -9 and a full disk: as it was, or with all that was done."""

import errno
import os
import signal
from pathlib import Path

import pytest

from kg import store
from kg.errors import StoreError
from kg.store import Store
from tests.reports import make_report
from tests.store.made import build, quads, run_elsewhere


def put_and_stop(opened: Store) -> None:
    """Ctrl-C after a document was put."""
    with opened:
        opened.put_document(make_report("c"), "f1")
        raise KeyboardInterrupt


def without_runs(quads: set[str]) -> set[str]:
    return {quad for quad in quads if "/run/" not in quad}


def test_a_fresh_store_replaces_the_old_when_all_went_well(path: Path) -> None:
    with Store.open(path, "write", fresh=True) as opened:
        opened.put_document(make_report("c"))
    with Store.open(path) as opened:
        assert list(opened.documents()) == ["c"]
    assert [file.name for file in path.parent.iterdir()] == ["store"]


def test_a_fresh_store_that_fails_leaves_the_old(path: Path) -> None:
    before = quads(path)
    with pytest.raises(KeyboardInterrupt):
        put_and_stop(Store.open(path, "write", fresh=True))
    assert quads(path) == before


def test_what_was_done_before_an_interruption_is_kept_and_derived(path: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        put_and_stop(Store.open(path, "write"))
    assert quads(path) == quads(build(tmp_path / "whole", "abc"))


def test_a_document_only_begun_is_made_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = quads(path)
    opened = Store.open(path, "write")
    with monkeypatch.context() as patched:
        patched.setattr(store, "write_whole", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            opened.put_document(make_report("a", polarity="negative"), "f2")
    opened.close(keep=False)
    assert without_runs(quads(path)) == without_runs(before)
    with Store.open(path) as opened:
        assert opened.documents()["a"].fingerprint is None


KILLED = """
import os, signal, sys
from kg.store import Store
from tests.reports import make_report
opened = Store.open(sys.argv[1], "write")
opened.put_document(make_report("c"), "f1")
opened.remove_document("a")
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_run_is_repaired_at_the_next_opening(path: Path, tmp_path: Path) -> None:
    assert run_elsewhere(KILLED, path).returncode == -signal.SIGKILL
    assert quads(path) == quads(build(tmp_path / "whole", "bc"))
    assert not (path / "journal.jsonl").exists()


KILLED_AT = """
import os, signal, sys
from kg import store
from tests.reports import make_report
setattr(store, sys.argv[2], lambda *_: os.kill(os.getpid(), signal.SIGKILL))
with store.Store.open(sys.argv[1], "write") as opened:
    opened.put_document(make_report("c"), "f1")
"""
STEPS = ["write_journal", "write_whole", "replace_graphs", "derive_graphs", "write_manifest"]


@pytest.mark.parametrize("step", STEPS)
def test_wherever_a_run_is_killed_a_document_is_there_whole_or_not_at_all(
    path: Path, tmp_path: Path, step: str
) -> None:
    without, whole = quads(path), quads(build(tmp_path / "whole", "abc"))
    assert run_elsewhere(KILLED_AT, path, step).returncode == -signal.SIGKILL
    assert without_runs(quads(path)) in (without_runs(without), without_runs(whole))
    assert quads(build(path, "c")) == whole


KILLED_IN_BATCH = """
import os, signal, sys
from importlib import import_module
from kg import derive
from kg.batch import Batch
from kg.store import Store
from tests.reports import make_report
store, module, name, calls = sys.argv[1], import_module(sys.argv[2]), sys.argv[3], int(sys.argv[4])
derive.MANY, right, seen = 1, getattr(module, name), []
def kill_in_time(*arguments):
    seen.append(name)
    if len(seen) == calls:
        os.kill(os.getpid(), signal.SIGKILL)
    return right(*arguments)
setattr(module, name, kill_in_time)
with Store.open(store, "write") as opened, Batch(opened) as batch:
    batch.put_document(make_report("c"), "f1")
    batch.put_document(make_report("a", polarity="negative"), "f1")
    batch.put_document(make_report("d"), "f1")
"""
MOMENTS = [  # which call of which function is the last thing that the run comes to
    ("kg.store", "write_journal", 1),
    ("kg.store", "write_whole", 1),
    ("kg.store", "write_whole", 2),
    ("kg.store", "write_whole", 3),
    ("kg.derive", "add_quads", 1),
    ("kg.derive", "join", 1),
    ("kg.store", "write_journal", 2),
]


@pytest.mark.parametrize(("module", "function", "call"), MOMENTS)
def test_wherever_a_batch_is_killed_each_document_is_whole_and_the_same_load_ends_well(
    path: Path, tmp_path: Path, module: str, function: str, call: int
) -> None:
    wanted = build(tmp_path / "wanted", "bcd")
    with Store.open(wanted, "write") as made:
        made.put_document(make_report("a", polarity="negative"), "f1")
    kept, whole = [per_document(quads(store)) for store in (path, wanted)]
    assert run_elsewhere(KILLED_IN_BATCH, path, module, function, call).returncode == -signal.SIGKILL
    for name, found in per_document(quads(path)).items():
        assert found in (kept.get(name), whole[name])
    assert run_elsewhere(KILLED_IN_BATCH, path, module, function, 0).returncode == 0
    assert quads(path) == quads(wanted)


def per_document(found: set[str]) -> dict[str, set[str]]:
    """The statements of each document's graph."""
    graphs: dict[str, set[str]] = {}
    for quad in without_runs(found):
        graph = quad.split()[-1]
        if "/doc/" in graph:
            graphs.setdefault(graph, set()).add(quad)
    return graphs


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "no space left"),
        (OSError("IO error: No space left on device: while appending"), "no space left"),
        (PermissionError(errno.EACCES, "Permission denied"), "no permission"),
    ],
)
def test_a_refusal_of_the_disk_is_a_sentence(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, message: str
) -> None:
    def refuse(*_: object) -> None:
        raise error

    before = quads(path)
    with monkeypatch.context() as patched:
        patched.setattr(store, "write_whole", refuse)
        with pytest.raises(StoreError, match=message), Store.open(path, "write") as opened:
            opened.put_document(make_report("c"))
    assert quads(path) == before
