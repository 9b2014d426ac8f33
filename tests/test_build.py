"""The main job: what a run adds, replaces, and skips; its order leaves no trace."""

import json
import shutil
from importlib import import_module
from pathlib import Path

import pytest

import kg
from kg.network import build_network
from kg.records import Document, Record
from tests.conftest import FEW, MUTINY, SEEDS, Texts, dump


def test_the_order_of_the_files_leaves_no_trace(tmp_path: Path) -> None:
    files = [SEEDS / f"{name}.md" for name in FEW]
    kg.build(*files, store=tmp_path / "forth")
    kg.build(*reversed(files), store=tmp_path / "back")
    kg.build(*files[2:], store=tmp_path / "steps")
    kg.build(*files[:2], store=tmp_path / "steps")
    assert dump(tmp_path / "forth") == dump(tmp_path / "back") == dump(tmp_path / "steps")


@pytest.mark.parametrize("form", ["nquads", "ntriples", "trig", "turtle", "jsonld", "records"])
def test_building_twice_changes_nothing(form: str, desk: Path) -> None:
    before = dump(desk / "kg-store", form)
    assert kg.build(desk / "seeds", store=desk / "kg-store").unchanged == len(FEW)
    assert dump(desk / "kg-store", form) == before


def test_a_fresh_store_is_the_same_again(desk: Path) -> None:
    before = dump(desk / "kg-store")
    assert kg.build(desk / "seeds", store=desk / "kg-store", fresh=True).new == len(FEW)
    assert dump(desk / "kg-store") == before


CHANGES = [
    ("a report is added", {"a": "", "b": "", "c": MUTINY.format("Omdurman", 3)}, (1, 0, 2)),
    ("a text changes", {"a": "", "b": MUTINY.format("Kassala", 4)}, (0, 1, 1)),
    ("nothing changes", {"a": "", "b": ""}, (0, 0, 2)),
    ("a report is gone", {"a": ""}, (0, 0, 1)),
]


@pytest.mark.parametrize(("change", "after", "done"), CHANGES, ids=[case[0] for case in CHANGES])
def test_only_what_changed_is_done(
    change: str, after: dict[str, str], done: tuple[int, int, int], texts: Texts, tmp_path: Path
) -> None:
    before = {"a": MUTINY.format("Kosti", 2), "b": MUTINY.format("Kassala", 5)}
    store = tmp_path / "store"
    kg.build(texts(**before), store=store)
    shutil.rmtree(tmp_path / "reports")
    summary = kg.build(texts(**{name: text or before[name] for name, text in after.items()}), store=store)
    assert (summary.new, summary.replaced, summary.unchanged) == done


def test_a_report_that_changed_leaves_nothing_of_its_old_self(texts: Texts, tmp_path: Path) -> None:
    folder = texts(a=MUTINY.format("Kosti", 2), b=MUTINY.format("Kassala", 5))
    kg.build(folder, store=tmp_path / "changed")
    texts(b=MUTINY.format("Kassala", 7))
    kg.build(folder, store=tmp_path / "changed")
    kg.build(folder, store=tmp_path / "straight")
    assert dump(tmp_path / "changed") == dump(tmp_path / "straight")


def test_another_date_of_publication_is_a_change(desk: Path) -> None:
    path = desk / "seeds" / "pretoria-truce.md"
    path.write_text(path.read_text(encoding="utf-8").replace("date: 2022-11-03", "date: 2022-11-04"), encoding="utf-8")
    assert kg.build(desk / "seeds", store=desk / "kg-store").replaced == 1


def test_another_ontology_makes_all_reports_new_work(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("kg.build"), "make_fingerprint", lambda *_: "another")
    assert kg.build(desk / "seeds", store=desk / "kg-store").replaced == len(FEW)


def test_a_report_removed_leaves_no_trace(desk: Path) -> None:
    kg.remove("khartoum-clashes", store=desk / "kg-store")
    (desk / "seeds" / "khartoum-clashes.md").unlink()
    kg.build(desk / "seeds", store=desk / "others")
    assert dump(desk / "kg-store") == dump(desk / "others")


def test_records_loaded_give_the_graph_that_build_gives(desk: Path) -> None:
    kg.load(desk / "truce.jsonl", store=desk / "loaded")
    kg.build(desk / "seeds" / "pretoria-truce.md", store=desk / "built")
    made = [line for line in dump(desk / "built").splitlines() if b"wasGeneratedBy" not in line]
    assert dump(desk / "loaded").splitlines() == made


def test_the_store_gives_back_the_records_that_were_loaded(desk: Path) -> None:
    kg.load(desk / "truce.jsonl", store=desk / "loaded")
    assert dump(desk / "loaded", "records") == (desk / "truce.jsonl").read_bytes()


def test_a_store_keeps_its_base(texts: Texts, tmp_path: Path) -> None:
    folder, base = texts(a=MUTINY.format("Kosti", 2)), "https://example.org/kg/"
    kg.build(folder, store=tmp_path / "store", base=base)
    texts(b=MUTINY.format("Kassala", 5))
    kg.build(folder, store=tmp_path / "store")
    assert f"<{base}doc/b>".encode() in dump(tmp_path / "store")
    assert b"<https://w3id.org/conflict-kg/id/" not in dump(tmp_path / "store")


def test_the_summary_counts_the_ties_of_the_network(desk: Path) -> None:
    summary = kg.build(desk / "seeds", store=desk / "kg-store")
    network = build_network(kg.Store.open(desk / "kg-store").select)
    assert summary.ties == network.number_of_edges() > 0


def test_the_run_leaves_a_report_in_the_store(desk: Path) -> None:
    (desk / "seeds" / "empty.txt").touch()
    kg.build(desk / "seeds", store=desk / "kg-store")
    report = json.loads((desk / "kg-store" / "last-run.json").read_text(encoding="utf-8"))
    assert report["lost"] == 1
    assert ["empty" in issue["document"] for issue in report["issues"]] == [True]


def test_extract_streams_document_by_document(texts: Texts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.pipeline.BATCH_DOCUMENTS", 1)
    folder = texts(a=MUTINY.format("Kosti", 2), b=MUTINY.format("Kassala", 5))
    found = kg.extract(folder)
    first: list[Record] = next(found)
    (folder / "b.txt").unlink()
    assert isinstance(first[0], Document)
    assert first[0].document == "a"
    assert list(found) == []
