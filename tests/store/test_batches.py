"""Many documents put at once are in the store as if they had come one by one."""

from pathlib import Path

import pytest

from kg import batch, derive
from kg.batch import Batch
from kg.errors import RequestError
from kg.store import Store
from tests.reports import make_report
from tests.store.made import build, quads


def put(path: Path, *names: str, **changes: str) -> None:
    with Store.open(path, "write") as opened, Batch(opened) as puts:
        for name in names:
            puts.put_document(make_report(name, **changes), "f1")


@pytest.mark.parametrize("many", [1, 1_000_000])  # by files of their own, or in a transaction
def test_a_batch_gives_the_graph_that_single_documents_give(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(derive, "MANY", many)
    put(tmp_path / "batch", "a", "b")
    assert quads(tmp_path / "batch") == quads(path)


def test_a_batch_replaces_documents(path: Path, tmp_path: Path) -> None:
    put(path, "a", "c", polarity="negative")
    put(tmp_path / "wanted", "a", "c", polarity="negative")
    assert quads(path) == quads(build(tmp_path / "wanted", "b"))


def test_of_a_document_that_comes_twice_the_last_counts(tmp_path: Path) -> None:
    with Store.open(tmp_path / "new", "write") as opened, Batch(opened) as puts:
        for polarity in ("negative", "positive"):
            puts.put_document(make_report("a", polarity=polarity), "f1")
    assert quads(tmp_path / "new") == quads(build(tmp_path / "wanted", "a"))


def test_two_documents_with_one_slug_are_refused_before_either_is_put(path: Path) -> None:
    before = quads(path)
    with pytest.raises(RequestError, match="'C' and 'c' are both 'c'"):
        put(path, "C", "c")
    assert quads(path) == before


def test_a_full_batch_is_put_before_the_next_document_comes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "LARGE", 1)
    with Store.open(path, "write") as opened, Batch(opened) as puts:
        puts.put_document(make_report("c"), "f1")
        assert list(opened.documents()) == ["a", "b", "c"]
