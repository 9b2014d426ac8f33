"""The grlc-style header of a query file: the lines that begin with `#+`, which are YAML."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from kg.errors import RequestError, VocabularyError

# What a header may say, and what of: parameters, defaults and enumerate speak of the query's parameters.
KNOWN = {
    "summary": str,
    "description": str,
    "tags": list,
    "parameters": dict,
    "defaults": list,
    "enumerate": list,
    "transform": str,
    "graph": str,
    "method": str,
    "endpoint": str,
    "endpoint_in_url": bool,
    "pagination": int,
}
NOTES = {"about", "example", "kind"}
TRANSFORM_NAMES = ("shortest-chain",)


def read_text(path: Path) -> str:
    """The text of a query file; RequestError when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise RequestError(f"cannot read the query {path}: {error.strerror}; check the path") from error
    except UnicodeDecodeError as error:
        raise RequestError(f"cannot read the query {path}: it is not UTF-8; save it as that") from error


def read_header(path: Path) -> dict[str, Any]:
    """The header of a query file; VocabularyError names the file and what is wrong with its header."""
    lines = read_text(path).splitlines()
    text = "\n".join(line.removeprefix("#+").removeprefix(" ") for line in lines if line.startswith("#+"))
    if "\t" in text:
        raise VocabularyError(f"{path}: a tab in the header: indent it with blanks, as YAML wants")
    try:
        header = yaml.safe_load(text)
    except yaml.YAMLError as error:
        reason = " ".join(str(error).split())
        raise VocabularyError(f"{path}: the header is not YAML: {reason}; quote what holds a colon") from error
    if not isinstance(header, dict) or not header.get("summary"):
        raise VocabularyError(f"{path}: no header: begin the file with '#+ summary: ...'")
    check_header(path, header)
    return header


def check_header(path: Path, header: Mapping[str, Any]) -> None:
    """Raise VocabularyError if a header says something unknown, or in a form of its own."""
    for key, value in header.items():
        if key not in KNOWN:
            raise VocabularyError(f"{path}: '{key}' is nothing a header says: take one of {', '.join(KNOWN)}")
        if not isinstance(value, KNOWN[key]):
            raise VocabularyError(f"{path}: '{key}' must be a {KNOWN[key].__name__}: see docs/queries.md")
    for name, notes in header.get("parameters", {}).items():
        if not isinstance(notes, dict) or not notes.keys() <= NOTES:
            wanted = '{about: "...", example: "..."}'
            raise VocabularyError(f"{path}: parameter '{name}' is not written as {name}: {wanted}")


def check_names(path: Path, header: Mapping[str, Any], names: set[str]) -> None:
    """Raise VocabularyError if the header speaks of a parameter that the query does not have."""
    listed = [*header.get("defaults", ()), *header.get("enumerate", ())]
    for name in {*header.get("parameters", {}), *(name for item in listed for name in item)} - names:
        raise VocabularyError(f"{path}: no variable ?_{name} or ?__{name} for the parameter '{name}'")


def check_transform(path: Path, header: Mapping[str, Any]) -> str | None:
    """What is made of the rows before they are shown; VocabularyError when there is no such thing."""
    name: str | None = header.get("transform")
    if name is not None and name not in TRANSFORM_NAMES:
        raise VocabularyError(f"{path}: no transform '{name}': there is {', '.join(TRANSFORM_NAMES)}")
    return name
