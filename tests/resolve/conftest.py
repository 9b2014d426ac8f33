"""A store of reports to decide on, twice, and a table to write decisions in."""

import shutil
from pathlib import Path

import pytest

from tests.resolve.reports import build

AGENTS = {"a": "Teal Column", "b": "TC Brigade", "c": "Ruiz", "d": "Ruiz", "e": "Ana Ruiz"}


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("original") / "store", **AGENTS)


@pytest.fixture
def path(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(original, tmp_path / "store"))


@pytest.fixture
def other(original: Path, tmp_path: Path) -> Path:
    """The same store once more."""
    return Path(shutil.copytree(original, tmp_path / "other"))


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "decisions.tsv"
