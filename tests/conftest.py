"""What several rooms' tests share: small reports, a store built from them, and a way to run the command."""

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest

import kg
from kg.cli import main
from kg.records import to_json

SEEDS = Path(__file__).parent.parent / "seeds"
MUTINY = "The garrison of {} mutinied on Monday, killing {} officers, the governor said."
FEW = ("kuwait-invasion", "khartoum-clashes", "partial-mobilization", "pretoria-truce")


class Outcome(NamedTuple):
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]
Texts = Callable[..., Path]


def dump(store: Path, form: str = "nquads") -> bytes:
    """All that a store holds."""
    out = BytesIO()
    kg.export(form, out, store=store)
    return out.getvalue()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `kg` with these arguments in this process."""

    def run_command(*arguments: str) -> Outcome:
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            main(arguments)
        out, err = capsys.readouterr()
        return Outcome(int(str(end.value.code)), out, err)

    return run_command


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a user has one after `kg build seeds`: reports in `seeds`, their store, decisions on it."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "seeds").mkdir()
    for name in FEW:
        shutil.copy(SEEDS / f"{name}.md", folder / "seeds")
    shutil.copy(SEEDS / "pretoria-truce.md", folder / "report.txt")
    kg.build(folder / "seeds", store=folder / "kg-store")
    with (folder / "truce.jsonl").open("wb") as out:
        for records in kg.extract(folder / "seeds" / "pretoria-truce.md"):
            out.writelines(f"{to_json(record)}\n".encode() for record in records)
    (folder / "decisions.tsv").write_text("verdict\tleft\tright\nunsure\tRussia\tUkraine\n", encoding="utf-8")
    return folder


@pytest.fixture
def desk(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the office to work in; it is the working directory."""
    copy = shutil.copytree(office, tmp_path / "desk")
    monkeypatch.chdir(copy)
    return copy


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    """Write reports by name; the folder they are in."""

    def write(**reports: str) -> Path:
        for name, text in reports.items():
            path = tmp_path / "reports" / f"{name}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"---\ndate: 2022-10-18\n---\n{text}\n", encoding="utf-8")
        return tmp_path / "reports"

    return write
