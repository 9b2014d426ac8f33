"""Stores to work on."""

import shutil
from pathlib import Path

import pytest

from tests.store.made import build


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("original") / "store", "ab")


@pytest.fixture
def path(original: Path, tmp_path: Path) -> Path:
    """A store with the reports a and b."""
    return Path(shutil.copytree(original, tmp_path / "store"))
