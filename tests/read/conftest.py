"""What the tests of the reading room share."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kg.read import Issue, read_documents
from kg.records import Document

Read = Callable[..., tuple[list[Document], list[Issue]]]
CASES = Path(__file__).parent.parent / "cases"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write files by name and read them: the documents and the issues."""

    def write_and_read(
        files: dict[str, str | bytes], names: Sequence[str] = (), **options: str
    ) -> tuple[list[Document], list[Issue]]:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        issues: list[Issue] = []
        paths = [tmp_path / name for name in names or files]
        return list(read_documents(paths, on_issue=issues.append, **options)), issues

    return write_and_read


def load_cases(name: str) -> list[tuple[str, ...]]:
    """The rows of a table of cases, without its header."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()[1:]
    return [tuple(line.split("\t")) for line in lines]
