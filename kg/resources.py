"""Where the ontology and the queries are: the checkout, else the installed package; and what users add."""

import os
from importlib.resources import files
from pathlib import Path

from kg.errors import RequestError

CHECKOUT = Path(__file__).resolve().parent.parent


def candidates(folder: str) -> list[Path]:
    """The places looked at for `folder`, best first: `$KG_ONTOLOGY` for the ontology, checkout, package."""
    override = os.environ.get("KG_ONTOLOGY") if folder == "ontology" else None
    checkout = [CHECKOUT / folder] if (CHECKOUT / "pyproject.toml").exists() else []
    packaged = Path(str(files("kg") / "_data" / folder))
    return [*([Path(override)] if override else []), *checkout, packaged]


def find_folder(folder: str) -> Path:
    """The folder `ontology` or `queries`; RequestError names the places tried when there is none."""
    places = candidates(folder)
    for place in places:
        if place.is_dir():
            return place
    tried = ", ".join(str(place) for place in places)
    raise RequestError(f"no folder '{folder}': tried {tried}; install the package again")


def find_user_folders() -> list[Path]:
    """The folders of the user's own queries, named in `$KG_QUERIES`; RequestError when one is not there."""
    named = [Path(part) for part in os.environ.get("KG_QUERIES", "").split(os.pathsep) if part]
    for path in named:
        if not path.is_dir():
            raise RequestError(f"KG_QUERIES names {path}, which is no folder: make it, or unset KG_QUERIES")
    return named


def find_file(folder: str, name: str) -> Path:
    """The file `name` below `ontology` or `queries`; RequestError when it is missing."""
    path = find_folder(folder) / name
    if not path.is_file():
        raise RequestError(f"no file {path}: the folder '{folder}' is incomplete; install the package again")
    return path
