"""What records were made with, as one digest: program, spaCy and its model, ontology and tables."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from kg.annotate import describe_model
from kg.resources import find_folder

PROGRAM = Path(__file__).parent
APART = {"cli", "network", "explorer"}  # only show what there is
LENGTH = 16


def make_fingerprint(tables: Sequence[Path] = ()) -> str:
    """A digest that changes when the same text might give other records; `tables` are those of project and user."""
    together = sha256(f"{version('spacy')} {describe_model()}".encode())
    layers = (line for table in tables for line in describe_files([table]))  # their order counts
    for line in [*describe_program(), *describe_files(knowledge_files()), *layers]:
        together.update(line)
    return together.hexdigest()[:LENGTH]


@cache  # what was imported is what runs, whatever happens to the files
def describe_program() -> tuple[bytes, ...]:
    """Name and digest of each module that makes records."""
    return tuple(describe_files(program_files()))


def program_files() -> Iterator[Path]:
    """The modules that may have a part in making records."""
    modules = PROGRAM.rglob("*.py")
    return (path for path in modules if not APART & set(path.relative_to(PROGRAM).parts))


def knowledge_files() -> Iterator[Path]:
    """The ontology and its tables, without notes for readers."""
    return (path for path in find_folder("ontology").rglob("*") if path.is_file() and path.suffix != ".md")


def describe_files(paths: Iterable[Path]) -> Iterator[bytes]:
    """Name and digest of each file, in an order that does not depend on where they lie."""
    marks = ((path.parent.name, path.name, sha256(path.read_bytes()).hexdigest()) for path in paths)
    return (" ".join(mark).encode() + b"\n" for mark in sorted(marks))
