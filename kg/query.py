"""Asking a named query: its values become RDF terms, and whichever source it is asked gives rows."""

from collections.abc import Callable, Mapping

from kg.binding import bind_values, count_before_limit, parse_value, set_limit
from kg.chains import TRANSFORMS
from kg.errors import RequestError
from kg.library import NamedQuery, Parameter, list_queries, load_query, name_parameters, read_query
from kg.names import find_iri
from kg.rows import Rows, Source, Term

__all__ = ["NamedQuery", "list_queries", "load_query", "read_query", "run_query"]


def run_query(
    source: Source,
    query: NamedQuery,
    values: Mapping[str, str] | None = None,
    told: Callable[[str], None] = lambda _: None,
) -> Rows:
    """The rows of a query for these values; `told` hears which node each name was taken for.

    An IRI parameter takes an IRI, its short form (`actor/vladimir-putin`, `ckg:Attack`) or a name ("Putin").
    Every query with a LIMIT takes `limit` too; `told` hears when there may be more rows, and when there are none.
    """
    plain = dict(values or {})
    limit = take_limit(query, plain)
    given = check_values(query, plain)
    used = [p for p in query.parameters.values() if p.name in given]
    bound = {p.variable: to_term(source, p, given[p.name], told) for p in used}
    text = bind_values(set_limit(query.text, limit), bound)
    rows = _select(source, query, text)
    if limit and is_cut(source, text, limit, len(rows)):
        told(f"there is more than this: -p limit={10 * limit} asks for more")
    rows = TRANSFORMS[query.transform](source, rows) if query.transform else rows
    if not rows:
        told("nothing found")
    return rows


def _select(source: Source, query: NamedQuery, text: str) -> Rows:
    """The rows of a query as it was written out; RequestError names its file."""
    try:
        return source.select(text)
    except RequestError as error:
        raise RequestError(f"{query.path}: {error}") from error


def is_cut(source: Source, text: str, limit: int, number: int) -> bool:
    """Whether the LIMIT kept rows back; where equal rows fell into one after it, that has to be asked."""
    counting = count_before_limit(text, limit)
    if counting is None or number >= limit or 2 * number < limit:
        return number >= limit
    return any(int(row["rows"]) > limit for row in source.select(counting))


def take_limit(query: NamedQuery, values: dict[str, str]) -> int | None:
    """How many rows are asked for; `limit` is taken out of the values."""
    if query.limit is None or "limit" in query.parameters or "limit" not in values:
        return query.limit
    limit = int(parse_value("limit", "integer", values.pop("limit")).value)
    if limit < 1:
        raise RequestError(f"limit={limit} asks for nothing: write it as 12")
    return limit


def check_values(query: NamedQuery, values: Mapping[str, str]) -> dict[str, str]:
    """The values with the defaults added; RequestError if one is unknown, missing or no choice."""
    known = query.parameters
    for name in values:
        if name not in known:
            takes = name_parameters(query)
            raise RequestError(f"query '{query.name}' has no parameter '{name}': it takes {takes}")
    defaults = {p.name: p.default for p in known.values() if p.default is not None}
    given = defaults | dict(values)
    for p in known.values():
        if p.name not in given and not p.optional:
            raise RequestError(f"query '{query.name}' needs '{p.name}': try -p {p.name}='{p.example or '...'}'")
        if p.choices and p.name in given and given[p.name] not in p.choices:
            raise RequestError(f"{p.name}={given[p.name]} is no choice: take one of {', '.join(p.choices)}")
    return given


def to_term(source: Source, parameter: Parameter, value: str, told: Callable[[str], None]) -> Term:
    """The RDF term that a parameter's text stands for."""
    if parameter.type != "iri":
        return parse_value(parameter.name, parameter.type, value)
    return find_iri(source, value, parameter.kind, told)
