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
STEPS = ["write_journal", "write_whole", "replace_graph", "derive_graphs", "write_manifest"]


@pytest.mark.parametrize("step", STEPS)
def test_wherever_a_run_is_killed_a_document_is_there_whole_or_not_at_all(
    path: Path, tmp_path: Path, step: str
) -> None:
    without, whole = quads(path), quads(build(tmp_path / "whole", "abc"))
    assert run_elsewhere(KILLED_AT, path, step).returncode == -signal.SIGKILL
    assert without_runs(quads(path)) in (without_runs(without), without_runs(whole))
    assert quads(build(path, "c")) == whole


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
