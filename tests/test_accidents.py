"""Reports that break a stage are lost alone, and a run cut short is finished by the next."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import kg
from tests.conftest import MUTINY, Texts, dump


def test_records_that_misquote_their_text_are_lost_alone(desk: Path) -> None:
    good = (desk / "truce.jsonl").read_text(encoding="utf-8").splitlines()
    mention = next(json.loads(line) for line in good if '"kind": "mention"' in line)
    bad = [good[0], json.dumps(mention | {"text": "something else"})]
    lines = [line.replace('"pretoria-truce"', '"bad"') for line in bad] + good
    (desk / "mixed.jsonl").write_text("\n".join(lines), encoding="utf-8")
    lost: list[str] = []
    assert kg.load(desk / "mixed.jsonl", store=desk / "loaded", on_issue=lambda i: lost.append(i.document)) == 1
    assert lost == ["bad"]


@pytest.mark.parametrize("stage", ["annotate", "extract"])
def test_a_report_that_breaks_a_stage_is_lost_alone(
    stage: str, texts: Texts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import kg.pipeline as rooms

    work = getattr(rooms, stage)

    def stumble(first: object, *rest: object) -> object:
        given = list(first) if stage == "annotate" else [first.text]  # type: ignore[call-overload, attr-defined]
        if any("Kassala" in text for text in given):
            raise ValueError("a knot")
        return work(given if stage == "annotate" else first, *rest)

    monkeypatch.setattr(rooms, stage, stumble)
    folder = texts(a=MUTINY.format("Kosti", 2), b=MUTINY.format("Kassala", 5), c=MUTINY.format("Omdurman", 3))
    summary = kg.build(folder, store=tmp_path / "store")
    assert (summary.new, summary.lost) == (2, 1)
    assert [(issue.document, "a knot" in issue.reason) for issue in summary.issues] == [("b", True)]


def test_a_lost_report_leaves_its_old_self_in_the_store(
    texts: Texts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = texts(a=MUTINY.format("Kosti", 2))
    kg.build(folder, store=tmp_path / "store")
    before = dump(tmp_path / "store")
    monkeypatch.setattr("kg.pipeline.extract", lambda *_: 1 / 0)
    texts(a=MUTINY.format("Kosti", 3))
    assert kg.build(folder, store=tmp_path / "store").lost == 1
    assert dump(tmp_path / "store") == before


def start_build(folder: Path, store: Path) -> subprocess.Popen[str]:
    """Start `kg build` and wait until some documents are done."""
    program = f"from kg.cli import main; main(['build', {str(folder)!r}, '--store', {str(store)!r}])"
    running = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    journal = store / "journal.jsonl"
    while running.poll() is None and not (journal.exists() and journal.read_bytes().count(b'"done"') > 2):
        time.sleep(0.002)
    return running


@pytest.mark.slow
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGKILL, -9), (signal.SIGINT, 130)])
def test_a_run_cut_short_is_finished_by_the_next(sent: signal.Signals, code: int, texts: Texts, tmp_path: Path) -> None:
    folder = texts(**{f"report{n}": MUTINY.format("Kosti", n) for n in range(2, 150)})
    running = start_build(folder, tmp_path / "cut")
    running.send_signal(sent)
    _, err = running.communicate(timeout=60)
    assert running.returncode == code
    assert err.count("\n") == (sent == signal.SIGINT)
    half = kg.stats(store=tmp_path / "cut").counts["documents"]
    assert 0 < half < 148
    summary = kg.build(folder, store=tmp_path / "cut")
    assert summary.unchanged >= half - 1
    kg.build(folder, store=tmp_path / "whole")
    assert dump(tmp_path / "cut") == dump(tmp_path / "whole")
