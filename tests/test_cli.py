"""The command line: help, wrong requests, errors of one line."""

import errno
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.cli.door import VERBS
from kg.cli.verb import Verb
from tests.conftest import Run

HEAVY = ("spacy", "rdflib", "networkx", "pyoxigraph", "matplotlib", "tqdm")
ENDLESS = {"serve"}
EXAMPLES = [
    example for verb in VERBS if isinstance(verb, Verb) and verb.name not in ENDLESS for example in verb.examples
]
ASKS_A_SERVER = "--endpoint"  # which is not there when the examples run
QUERY = "who-announced-what"


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: str(verb.name))
def test_help_shows_examples(verb: Verb, run: Run) -> None:
    outcome = run(str(verb.name), "--help")
    assert outcome.code == 0
    assert "Examples:\n" + "".join(f"  {example}\n" for example in verb.examples) in outcome.out


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: str(verb.name))
def test_verbs_are_functions_of_the_library(verb: Verb) -> None:
    assert callable(getattr(kg, str(verb.name)))


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["build", "--help"], ["query", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    program = f"""
import sys
from kg.cli import main
try:
    main({arguments!r})
except SystemExit as end:
    assert end.code == 0
print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


@pytest.mark.slow
@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_of_the_help_work(example: str, run: Run) -> None:
    words = shlex.split(example)
    if {"<", ">", "|"} & set(words):
        program = f"kg() {{ {sys.executable} -c 'from kg.cli import main; main()' \"$@\"; }}; {example}"
        code = subprocess.run(["/bin/sh", "-ec", program], check=False).returncode
    else:
        code = run(*words[1:]).code
    assert code == (2 if ASKS_A_SERVER in words else 0)


REFUSED = [
    ("explode", "No such command 'explode'"),
    ("build", "PATH"),
    ("build nowhere.txt", "nowhere.txt"),
    ("build seeds --published someday", "someday"),
    ("query", "kg queries"),
    ("query who-announced-wat", "who-announced-what"),
    (f"query {QUERY} -p actor", "-p actor=VALUE"),
    (f"query {QUERY} -p planet=Mars", "planet"),
    (f"query {QUERY} -p actor=Nemo", "Nemo"),
    (f"query {QUERY} -O pdf", "pdf"),
    (f"query {QUERY} --store nowhere", "nowhere"),
    (f"query {QUERY} --file own.rq", "not both"),
    (f"query {QUERY} -o no/such/folder.csv", "no/such/folder.csv"),
    ("explain", "--text"),
    ("explain Nemo", "Nemo"),
    ("types Shellin", "Shelling"),
    ("queries --show who-announced-wat", "who-announced-what"),
    ("export pdf", "pdf"),
    ("network", "-o"),
    ("network -o network.pdf", ".html"),
    ("remove nothing", "nothing"),
    ("remove nothing --store nowhere", "nowhere"),
    ("load nowhere.jsonl", "nowhere.jsonl"),
    ("load report.txt", "line 1"),
    ("check --store seeds", "seeds"),
]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("command", "named"), REFUSED)
def test_wrong_requests_are_told_in_one_line(command: str, named: str, run: Run) -> None:
    outcome = run(*command.split())
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith("kg: ")
    assert outcome.err.count("\n") == 1
    assert named in outcome.err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("command", ["stats", "remove pretoria-truce", "load truce.jsonl"])
def test_a_request_that_fails_makes_no_store(command: str, run: Run, desk: Path) -> None:
    if command.startswith("load"):
        (desk / "truce.jsonl").unlink()
    run(*command.split(), "--store", "other")
    assert not (desk / "other").exists()


STUMBLES = [
    (ZeroDivisionError("dividing"), 3, "bug"),
    (OSError(errno.ENOSPC, "No space left on device", "out.csv"), 2, "free some space"),
    (KeyboardInterrupt(), 130, "interrupted"),
]


@pytest.mark.parametrize(("error", "code", "named"), STUMBLES)
def test_what_goes_wrong_is_told_in_one_line(
    error: BaseException, code: int, named: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise error

    monkeypatch.setattr(kg, "types", stumble)
    outcome = run("types")
    assert outcome.code == code
    assert outcome.err.count("\n") == 1
    assert named in outcome.err


def test_debug_shows_the_whole_story_of_a_bug(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg, "types", lambda *_: 1 / 0)
    outcome = run("--debug", "types")
    assert "Traceback" in outcome.err
    assert outcome.code == 3
