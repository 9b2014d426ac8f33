"""Stores made of the reports made by hand, what they hold, and other processes that use them."""

import subprocess
import sys
from pathlib import Path

from kg.store import Store
from tests.reports import make_report

CHECKOUT = Path(__file__).parent.parent.parent


def build(path: Path, names: str) -> Path:
    """A store with these reports."""
    with Store.open(path, "write") as made:
        for name in names:
            made.put_document(make_report(name), "f1")
    return path


def quads(path: Path) -> set[str]:
    with Store.open(path) as opened:
        return {str(quad) for quad in opened.quads()}


def run_elsewhere(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """A script run to its end in another process."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, cwd=CHECKOUT, check=False, capture_output=True, text=True)
