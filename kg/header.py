"""The grlc-style header of a query file: the lines that begin with `#+`, which are YAML."""

from pathlib import Path
from typing import Any

import yaml

from kg.errors import VocabularyError


def read_header(path: Path) -> dict[str, Any]:
    """The header of a query file; VocabularyError names the file when it is no YAML mapping."""
    lines = path.read_text(encoding="utf-8").splitlines()
    text = "\n".join(line.removeprefix("#+").removeprefix(" ") for line in lines if line.startswith("#+"))
    try:
        header = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise VocabularyError(f"{path}: the header is not YAML: {' '.join(str(error).split())}") from error
    if not isinstance(header, dict) or "summary" not in header:
        raise VocabularyError(f"{path}: no header: begin the file with '#+ summary: ...'")
    return header
