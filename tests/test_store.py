"""The store keeps what it was given, through replacement, interruption and a second user."""

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import folder, store
from kg.errors import DocumentError, RequestError, StoreError
from kg.namespaces import BASE
from kg.store import Store
from tests.reports import TEXT, make_report

SHELLED = "https://w3id.org/conflict-kg/ontology#shelled"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("original") / "store", "ab")


@pytest.fixture
def path(original: Path, tmp_path: Path) -> Path:
    """A store with the reports a and b."""
    return Path(shutil.copytree(original, tmp_path / "store"))


def build(path: Path, names: str) -> Path:
    """A store with these reports."""
    with Store.open(path, "write") as made:
        for name in names:
            made.put_document(make_report(name), "f1")
    return path


def put_and_stop(opened: Store) -> None:
    """Ctrl-C after a document was put."""
    with opened:
        opened.put_document(make_report("c"), "f1")
        raise KeyboardInterrupt


def quads(path: Path) -> set[str]:
    with Store.open(path) as opened:
        return {str(quad) for quad in opened.quads()}


def without_runs(quads: set[str]) -> set[str]:
    return {quad for quad in quads if "/run/" not in quad}


def shelled(path: Path) -> int:
    with Store.open(path) as opened:
        return len(opened.select(f"SELECT ?s WHERE {{ ?s <{SHELLED}> ?o }}"))


def test_documents_are_listed_with_digest_and_fingerprint(path: Path) -> None:
    with Store.open(path) as opened:
        assert [(slug, e.id, e.fingerprint) for slug, e in opened.documents().items()] == [
            ("a", "a", "f1"),
            ("b", "b", "f1"),
        ]


def test_records_come_back_as_they_were(path: Path) -> None:
    with Store.open(path) as opened:
        assert sorted(map(str, opened.records("a"))) == sorted(map(str, make_report("a")))


def test_order_of_documents_does_not_matter(path: Path, tmp_path: Path) -> None:
    assert quads(path) == quads(build(tmp_path / "other", "ba"))


def test_replacing_a_document_leaves_no_trace_of_the_old(path: Path, tmp_path: Path) -> None:
    with Store.open(path, "write") as opened:
        opened.put_document(make_report("a", polarity="negative"), "f1")
    with Store.open(tmp_path / "new", "write") as new:
        new.put_document(make_report("a", polarity="negative"), "f1")
        new.put_document(make_report("b"), "f1")
    assert quads(path) == quads(tmp_path / "new")


def test_a_triple_stays_as_long_as_one_document_supports_it(path: Path) -> None:
    with Store.open(path, "write") as opened:
        opened.remove_document("a")
    assert shelled(path) == 1
    with Store.open(path, "write") as opened:
        opened.remove_document("b")
    assert shelled(path) == 0


def test_removing_all_leaves_the_ontology_alone(path: Path) -> None:
    with Store.open(path, "write") as opened:
        opened.remove_document("a")
        opened.remove_document("b")
        assert not list((path / "records").iterdir())
    with Store.open(path) as opened:
        assert {quad.graph_name for quad in opened.quads()} == {ox.NamedNode(BASE + "graph/ontology")}


def test_two_documents_with_one_slug_are_refused_by_name(path: Path) -> None:
    with pytest.raises(RequestError, match="'a' and 'A' are both 'a'"), Store.open(path, "write") as opened:
        opened.put_document(make_report("A"))


def test_records_that_do_not_quote_their_text_change_nothing(path: Path) -> None:
    before = quads(path)
    with pytest.raises(DocumentError), Store.open(path, "write") as opened:
        opened.put_document(make_report("a", text=TEXT.replace("Russia", "Latvia")))
    assert quads(path) == before


def test_an_unknown_document_cannot_be_removed(path: Path) -> None:
    with Store.open(path, "write") as opened, pytest.raises(RequestError, match="no document 'c'"):
        opened.remove_document("c")


@pytest.mark.parametrize(
    ("text", "message"), [("SELECT nothing", "not a SPARQL query"), ("ASK { ?s ?p ?o }", "use SELECT")]
)
def test_what_is_no_select_is_refused(path: Path, text: str, message: str) -> None:
    with Store.open(path) as opened, pytest.raises(RequestError, match=message):
        opened.select(text)


# --- Who may open it ---


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


# --- Interruptions ---


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
    checkout = Path(__file__).parent.parent
    child = subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=checkout, check=False)
    assert child.returncode == -signal.SIGKILL
    assert quads(path) == quads(build(tmp_path / "whole", "bc"))
    assert not (path / "journal.jsonl").exists()


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


def test_a_long_slug_still_has_a_file_name(tmp_path: Path) -> None:
    assert len(folder.record_path(tmp_path, "x" * 1000).name.encode()) < 255
