"""The README and docs/ are true: commands print what they show, Python runs, columns are explained."""

import re
import shlex
from dataclasses import fields
from pathlib import Path

import pytest

from kg.check import Finding
from kg.cli.give import MEASURES
from kg.explain import Evidence
from kg.report import Summary
from kg.resolve.actors import NamedActor
from kg.resolve.run import Resolved
from kg.resolve.suggest import Suggestion
from tests.conftest import Run

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
OUTPUTS = (ROOT / "docs" / "outputs.md").read_text(encoding="utf-8")


def find_blocks(language: str) -> list[tuple[str, str]]:
    """The fenced blocks of a language, each with the name of its page."""
    fence = re.compile(rf"^```{language}\n(.*?)^```", re.MULTILINE | re.DOTALL)
    return [(page.name, block) for page in PAGES for block in fence.findall(page.read_text(encoding="utf-8"))]


@pytest.mark.slow
@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("page", "block"), find_blocks("python"))
def test_python_runs(page: str, block: str) -> None:
    exec(compile(block, page, "exec"), {})


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("page", "block"), find_blocks("console"))
def test_commands_print_what_is_shown(page: str, block: str, run: Run) -> None:
    command, _, shown = block.partition("\n")
    assert run(*shlex.split(command.removeprefix("$ kg "))).out == shown, page


EXPLAINED = (Summary, Evidence, Finding, Suggestion, Resolved, NamedActor)
COLUMNS = [field.name for kind in EXPLAINED for field in fields(kind)]


@pytest.mark.parametrize("column", [*COLUMNS, *MEASURES])
def test_every_column_is_explained(column: str) -> None:
    assert f"`{column}`" in OUTPUTS


LINKS = [
    (page, link)
    for page in PAGES
    for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("page", "link"), LINKS, ids=[f"{page.name}-{link}" for page, link in LINKS])
def test_links_lead_somewhere(page: Path, link: str) -> None:
    assert (page.parent / link).exists()
