"""What is said while documents go by: a bar where somebody looks at a terminal, and the issues."""

import sys
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from kg.read import Issue


class Progress:
    """Hears of documents and issues during a run; says what the user wants to know on standard error."""

    def __init__(self, quiet: bool, paths: Sequence[str] = ()) -> None:
        from tqdm import tqdm

        from kg.read import count_documents

        self.lost, self._quiet = 0, quiet
        hidden = quiet or not sys.stderr.isatty()
        total = count_documents(paths) if paths and not hidden else None
        self._bar = tqdm(total=total, unit=" documents", file=sys.stderr, disable=hidden, leave=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.close()

    def document(self, _: str) -> None:
        """Hear that a document is done."""
        self._bar.update()

    def issue(self, issue: "Issue") -> None:
        """Hear of a document that is lost or odd."""
        self.lost += issue.lost
        if issue.lost or not self._quiet:
            what = "lost" if issue.lost else "note"
            self._bar.write(f"kg: {what}: {issue.document}: {issue.reason}", file=sys.stderr)
