"""Who may open a store: one writer and any number of readers, here and elsewhere; and no store of another kind."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pyoxigraph as ox
import pytest

from kg.errors import StoreError
from kg.store import Store
from tests.reports import make_report
from tests.store.made import CHECKOUT, build, quads, run_elsewhere

WRITER = """
import sys
from kg.store import Store
from tests.reports import make_report
with Store.open(sys.argv[1], "write") as opened:
    opened.put_document(make_report("c"), "f1")
    print("put", flush=True)
    sys.stdin.readline()
"""
READER = """
import sys
from kg.store import Store
with Store.open(sys.argv[1]) as opened:
    print(*opened.documents(), len(list(opened.quads("doc/a"))))
"""


@pytest.fixture
def writer(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has put a document and not ended."""
    command = [sys.executable, "-c", WRITER, str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=CHECKOUT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "put\n"
        yield process
        process.kill()


@pytest.mark.usefixtures("writer")
def test_a_second_writer_elsewhere_is_told_to_wait(path: Path) -> None:
    with pytest.raises(StoreError, match="in use by another kg"):
        Store.open(path, "write")


@pytest.mark.usefixtures("writer")
def test_readers_see_what_was_there_when_they_opened(path: Path) -> None:
    with Store.open(path) as here:
        seen = [*here.documents(), len(list(here.quads("doc/a")))]
    there = [run_elsewhere(READER, path).stdout.split() for _ in range(2)]
    assert there == [list(map(str, seen))] * 2
    assert seen[:-1] == ["a", "b", "c"]


def test_a_reader_asks_again_when_a_writer_has_moved_a_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refusals = ["Corruption: No such file or directory: 000012.sst"] * 2

    def read_only(where: str) -> ox.Store:
        if refusals:
            raise RuntimeError(refusals.pop())
        return ox.Store.read_only(where)

    monkeypatch.setattr("kg.folder.ox", SimpleNamespace(Store=SimpleNamespace(read_only=read_only)))
    with Store.open(path) as opened:
        assert list(opened.documents()) == ["a", "b"]
    assert refusals == []


def test_what_a_killed_writer_put_is_there_for_the_next(
    path: Path, writer: subprocess.Popen[str], tmp_path: Path
) -> None:
    writer.kill()
    writer.wait()
    assert quads(path) == quads(build(tmp_path / "whole", "abc"))


def test_a_second_writer_is_told_to_wait(path: Path) -> None:
    with Store.open(path, "write"), pytest.raises(StoreError, match="in use by another kg"):
        Store.open(path, "write")


def test_two_readers_beside_a_writer(path: Path) -> None:
    with Store.open(path, "write"), Store.open(path) as first, Store.open(path) as second:
        assert list(first.documents()) == list(second.documents()) == ["a", "b"]


def test_a_store_can_be_written_again_after_it_was_closed(path: Path) -> None:
    with Store.open(path, "write") as opened:
        assert opened.put_document(make_report("c")) == "c"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"ontology": "0.0.9"}, "ontology version 0.0.9"),
        ({"format": 0}, "format version 0"),
        ({"documents": 7}, "damaged"),
    ],
)
def test_a_store_of_another_kind_is_refused(path: Path, change: dict[str, object], message: str) -> None:
    manifest = json.loads((path / "manifest.json").read_text())
    (path / "manifest.json").write_text(json.dumps(manifest | change))
    with pytest.raises(StoreError, match=message):
        Store.open(path)


def test_an_absent_store_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg build"):
        Store.open(tmp_path / "none")


@pytest.mark.parametrize("fresh", [False, True])
def test_a_folder_with_other_things_is_not_touched(tmp_path: Path, fresh: bool) -> None:
    (tmp_path / "diary.txt").write_text("mine")
    with pytest.raises(StoreError):
        Store.open(tmp_path, "write", fresh=fresh)
    assert [file.name for file in tmp_path.iterdir()] == ["diary.txt"]


def test_another_base_is_refused(path: Path) -> None:
    with pytest.raises(StoreError, match="has the base"):
        Store.open(path, "write", base="https://example.org/")
