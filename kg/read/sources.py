"""Where documents come from: files, the files below folders, standard input."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from mimetypes import MimeTypes
from pathlib import Path
from typing import BinaryIO

from kg.errors import RequestError

STDIN = "-"
PACKED = ".gz"


@dataclass(frozen=True, slots=True)
class Source:
    """One file or standard input: its path as shown to the user, and the id of the document in it."""

    place: str
    name: str
    path: Path | None

    @property
    def suffix(self) -> str:
        """The suffix that tells the format, in lower case, without the mark of compression."""
        return unpacked(self.path).suffix.lower() if self.path else ""

    def open(self) -> AbstractContextManager[BinaryIO]:
        """The bytes, to be closed after use."""
        return self.path.open("rb") if self.path else nullcontext(sys.stdin.buffer)


def find_sources(paths: Sequence[Path | str]) -> list[Source]:
    """All sources in the order given, folders in the order of their paths; RequestError for a missing one."""
    if not paths:
        raise RequestError("nothing to read: name a file, a folder, or - for standard input")
    if [str(path) for path in paths].count(STDIN) > 1:
        raise RequestError("standard input can be read only once: name - once")
    return [source for path in paths for source in find_below(path)]


def find_below(given: Path | str) -> list[Source]:
    """The sources that one argument names."""
    path = Path(given)
    if str(given) == STDIN:
        return [Source("standard input", "stdin", None)]
    if not path.exists():
        raise RequestError(f"no file or folder {path}: check the spelling")
    if not path.is_dir():
        return [Source(str(path), unpacked(path).stem, path)]
    files = sorted(walk(path), key=lambda file: file.relative_to(path).parts)
    if not files:
        raise RequestError(f"no documents in the folder {path}: name one that holds some")
    return [Source(str(file), name_below(path, file), file) for file in files]


def walk(folder: Path) -> Iterator[Path]:
    """The files below a folder, without hidden ones and without the README that describes the folder."""
    for here, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files = (Path(here, name) for name in names if not name.startswith(".") and not is_readme(name))
        yield from (file for file in files if file.is_file() or file.is_symlink())  # a pipe would never end


def refuse(error: OSError) -> None:
    """RequestError for a folder that cannot be listed: nothing in it could be named as lost."""
    raise RequestError(f"cannot open the folder {error.filename}: {error.strerror}") from error


def is_readme(name: str) -> bool:
    """Whether a file describes the folder it lies in."""
    return Path(name).stem.lower() == "readme"


def name_below(folder: Path, file: Path) -> str:
    """The path of a file below a folder, without its suffix, a slash between the parts."""
    return unpacked(file).with_suffix("").relative_to(folder).as_posix()


def unpacked(path: Path) -> Path:
    """The path without the suffix of gzip."""
    return path.with_suffix("") if path.suffix.lower() == PACKED else path


def is_companion(path: Path) -> bool:
    """Whether a file goes with a saved page (picture, style, script, font, sound) and is no report itself."""
    kind = MimeTypes().guess_type(path.name)[0] or ""
    return kind.startswith(("image/", "audio/", "video/", "font/")) or kind.endswith(("/css", "/javascript"))
