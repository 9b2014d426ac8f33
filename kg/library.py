"""The library of named queries: SPARQL files with a header each, those that come with kg and the user's own."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.binding import parse_limit, parse_variables
from kg.errors import RequestError
from kg.header import check_names, check_transform, read_header, read_text
from kg.near import name_near
from kg.resources import find_folder, find_user_folders

HIDDEN = {"derive", "checks", "names", "networks", "explain", "stats", "steps"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: how it is written in the query, what it takes, and an example."""

    name: str
    variable: str
    type: str
    optional: bool
    about: str = ""
    example: str = ""
    kind: str = "entity"
    default: str | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """One bundled query, or a file of the user's own in the same form."""

    name: str
    family: str
    path: Path
    summary: str
    description: str
    text: str
    tags: tuple[str, ...] = ()
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    limit: int | None = None
    transform: str | None = None


def list_queries() -> list[NamedQuery]:
    """All bundled queries, sorted by family and name."""
    return [read_query(path) for path in query_paths()]


def query_paths() -> list[Path]:
    """The files of the bundled queries, rules and checks not among them, then of those in `$KG_QUERIES`.

    RequestError when two have one name.
    """
    paths = [p for p in sorted(find_folder("queries").glob("*/*.rq")) if p.parent.name not in HIDDEN]
    known = {path.stem: path for path in paths}
    for folder in find_user_folders():
        for path in sorted(folder.rglob("*.rq")):
            if path.stem in known:
                raise RequestError(f"{path} has the name of {known[path.stem]}: rename it")
            known[path.stem] = path
    return list(known.values())


def load_query(name: str) -> NamedQuery:
    """The query of this name, or in this file; RequestError lists the nearest names when there is none."""
    paths = {path.stem: path for path in query_paths()}
    if name in paths:
        return read_query(paths[name])
    if name.endswith(".rq"):
        return read_query(Path(name))
    raise RequestError(f"no query '{name}'{name_near(name, paths)}: 'kg queries' lists them all")


def read_query(path: Path) -> NamedQuery:
    """The query in a file, with what its header says."""
    text = read_text(path)
    header = read_header(path)
    parameters = {p.name: p for p in (make_parameter(variable, header) for variable in parse_variables(text))}
    check_names(path, header, set(parameters))
    return NamedQuery(
        name=path.stem,
        family=path.parent.name,
        path=path,
        summary=header["summary"],
        description=" ".join(str(header.get("description", "")).split()),
        text=text,
        tags=tuple(header.get("tags", ())),
        parameters=parameters,
        limit=parse_limit(text),
        transform=check_transform(path, header),
    )


def make_parameter(variable: str, header: Mapping[str, Any]) -> Parameter:
    """The parameter behind a variable such as `?_from_date`, `?_actor_iri`, or `?__place_iri` (optional)."""
    name, _, kind = variable.lstrip("?_").partition("_")
    notes = dict(header.get("parameters", {}).get(name, {}))
    choices = merge(header.get("enumerate", ())).get(name, ())
    default = merge(header.get("defaults", ())).get(name)
    return Parameter(
        name=name,
        variable=variable,
        type=kind or "string",
        optional=variable.startswith("?__"),
        choices=tuple(str(choice) for choice in choices),
        default=None if default is None else str(default),
        **{key: str(value) for key, value in notes.items()},
    )


def merge(items: Any) -> dict[str, Any]:
    """The mapping that a grlc list of one-entry mappings stands for."""
    return {key: value for item in items if isinstance(item, dict) for key, value in item.items()}


def name_parameters(query: NamedQuery) -> str:
    """The names of a query's parameters as a phrase."""
    names = [*sorted(query.parameters), *(["limit"] if query.limit else [])]
    return ", ".join(names) or "none"


def tell_query(query: NamedQuery) -> str:
    """A query for people: what it answers, its parameters, an example to type, and its text."""
    lines = [f"{query.name}: {query.summary}", *([f"  {query.description}"] if query.description else [])]
    for p in query.parameters.values():
        notes = ["optional" if p.optional else "needed"] if p.default is None else [f"default {p.default}"]
        notes += [f"one of {', '.join(p.choices)}"] if p.choices else []
        lines.append(f"  {p.name}: {p.about or p.type} ({'; '.join(notes)})")
    if query.limit:
        lines.append(f"  limit: how many rows (default {query.limit})")
    needed = [p for p in query.parameters.values() if not p.optional and p.default is None]
    shown = needed or list(query.parameters.values())[:1]
    options = "".join(f" -p {p.name}={shlex.quote(p.example or '...')}" for p in shown)
    return "\n".join([*lines, f"  kg query {query.name}{options}", "", query.text.rstrip()])
