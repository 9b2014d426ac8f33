"""The package itself: what importing it costs, what it offers, and on which Python."""

import importlib
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def run_python(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)


def test_importing_costs_nothing() -> None:
    done = run_python("import kg, sys; print(sorted(m for m in sys.modules if m.startswith('kg')))")
    assert done.stdout == "['kg']\n"


@pytest.mark.parametrize("name", kg.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert callable(getattr(kg, name))
    assert name in dir(kg)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="explode"):
        kg.explode  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize("name", ["query", "network", "explain", "check", "extract", "build", "export"])
def test_a_function_stays_when_the_module_of_its_name_is_imported(name: str) -> None:
    module = importlib.import_module(f"kg.{name}")
    assert module.__name__ == f"kg.{name}"
    assert callable(getattr(kg, name))


def test_a_python_that_is_too_old_gets_a_sentence() -> None:
    done = run_python("import sys; sys.version_info = (3, 10, 4); import kg")
    assert done.returncode == 1
    assert done.stderr == "kg needs Python 3.11 or newer, and this is 3.10: try python3.11\n"


def test_the_version_is_the_one_installed() -> None:
    assert version("conflict-kg") == PROJECT["version"]


def pinned() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("==") for line in lines if not line.startswith("#"))
    return {name.lower().replace("_", "-"): number for name, number in pairs}


EXTRAS = PROJECT["optional-dependencies"]["dev"]


@pytest.mark.parametrize("requirement", [*PROJECT["dependencies"], *EXTRAS])
def test_every_dependency_has_its_version_in_the_constraints(requirement: str) -> None:
    from packaging.requirements import Requirement

    wanted = Requirement(requirement)
    assert wanted.specifier.contains(pinned()[wanted.name.lower().replace("_", "-")])
