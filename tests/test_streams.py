"""What the command line writes to which stream, and with which exit code it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.cli.ask import split_triple
from tests.conftest import Run

QUERY = "who-announced-what"


def test_a_lost_document_is_named_and_gives_exit_one(desk: Path, run: Run) -> None:
    (desk / "seeds" / "photo.md").write_bytes(b"\x00\x01\x02")
    outcome = run("build", "seeds", "--quiet")
    assert outcome.code == 1
    assert "photo" in outcome.err
    assert outcome.out == ""


@pytest.mark.usefixtures("desk")
def test_the_summary_as_json_stands_alone_on_standard_output(run: Run) -> None:
    summary = json.loads(run("build", "seeds", "--json").out)
    assert {key: summary[key] for key in ("new", "replaced", "unchanged", "lost")} == {
        "new": 0,
        "replaced": 0,
        "unchanged": 4,
        "lost": 0,
    }


@pytest.mark.usefixtures("desk")
def test_no_progress_bar_where_nobody_looks(run: Run) -> None:
    assert run("build", "seeds").err == ""


@pytest.mark.usefixtures("desk")
def test_a_table_into_a_pipe_is_one_row_a_line(run: Run) -> None:
    lines = run("query", QUERY).out.splitlines()
    assert len(lines) == 1 + len(kg.query(QUERY))
    assert {line.count("\t") for line in lines} == {len(kg.query(QUERY).columns) - 1}


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml", "markdown", "table"])
def test_a_table_into_a_file_is_what_standard_output_shows(form: str, run: Run, desk: Path) -> None:
    shown = run("query", QUERY, "-O", form).out
    run("query", QUERY, "-O", form, "-o", "answer")
    assert (desk / "answer").read_bytes().decode() == shown


def test_a_query_of_the_users_own(desk: Path, run: Run) -> None:
    text = "#+ summary: Headlines\nSELECT ?title WHERE { ?d <https://schema.org/headline> ?title }"
    (desk / "own.rq").write_text(text, encoding="utf-8")
    assert len(run("query", "--file", "own.rq").out.splitlines()) == 5


@pytest.mark.usefixtures("desk")
def test_names_are_taken_for_nodes_aloud(run: Run) -> None:
    assert "actor/vladimir-putin" in run("query", QUERY, "-p", "actor=Putin").err


@pytest.mark.usefixtures("desk")
def test_findings_give_exit_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.check import CheckReport, Finding

    found = CheckReport((Finding("dates", "violation", "doc/x#event=1,2", "ends before it begins"),))
    monkeypatch.setattr(kg, "check", lambda **_: found)
    outcome = run("check")
    assert outcome.code == 1
    assert "ends before it begins" in outcome.out


@pytest.mark.usefixtures("desk")
def test_a_store_in_use_is_left_alone(run: Run) -> None:
    with kg.Store.open("kg-store", "write"):
        program = "from kg.cli import main; main(['remove', 'pretoria-truce'])"
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "in use" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.usefixtures("desk")
def test_a_reader_that_leaves_ends_the_program_quietly() -> None:
    program = f"{sys.executable} -c \"from kg.cli import main; main(['export', 'nquads'])\" | head -1"
    done = subprocess.run(["/bin/sh", "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


TRIPLES = [
    (("actor/a ckg:attacked actor/b",), ("actor/a", "ckg:attacked", "actor/b")),
    (("Vladimir Putin",), ("Vladimir Putin",)),
    (("King of Jordan",), ("King of Jordan",)),
    (("Putin", "announced", "mobilization"), ("Putin", "announced", "mobilization")),
]


@pytest.mark.parametrize(("given", "understood"), TRIPLES)
def test_a_triple_may_be_one_word(given: tuple[str, ...], understood: tuple[str, ...]) -> None:
    assert split_triple(given) == understood


def test_one_sentence_is_explained_step_by_step(run: Run) -> None:
    told = run("explain", "--text", "Rebels shelled the airport on Sunday, the army said.").out
    assert "bombardment/shell (Shelling) fires" in told
    assert "the army asserts it (said)" in told


def test_a_trigger_that_does_not_fire_says_what_it_asks_for(run: Run) -> None:
    told = run("explain", "--text", "Rebels stormed out.").out
    assert "attack/storm (Attack) stopped: needs asks for into, object" in told
