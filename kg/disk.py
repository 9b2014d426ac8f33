"""Files written whole or not at all, and the system's refusals told as sentences."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreError

FULL = {errno.ENOSPC, errno.EDQUOT}


def write_whole(path: Path, text: str) -> None:
    """Write `path` so that a reader, or a killed run, finds the old text or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn what the system or the database refuses at `path` into a StoreError of one line."""
    try:
        yield
    except OSError as error:
        raise StoreError(describe_refusal(path, error)) from error


def describe_refusal(path: Path, error: OSError) -> str:
    """What went wrong at `path`, and what to try; the database only gives its reasons as text."""
    reason = str(error)
    if "/LOCK" in reason or "lock hold" in reason:
        return f"the store {path} is in use by another kg: wait until it ends, or choose another --store"
    if error.errno in FULL or "No space left" in reason or "quota exceeded" in reason:
        return f"no space left on the disk of the store {path}: free some and run the same command again"
    if isinstance(error, PermissionError) or "Permission denied" in reason:
        return f"no permission to use the store {path}: change its rights, or choose another --store"
    return f"the store {path} cannot be used: {reason}; try another --store, or build it again with --fresh"
