"""Values into queries: variables of the form `?_name_type` are bound as RDF terms, never pasted as text.

The terms go into a VALUES block inside every WHERE group that uses the variable, sub-selects included:
after the query they would be joined too late, and an aggregate would count everything.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

import pyoxigraph as ox

from kg.errors import RequestError
from kg.rows import Term

XSD = "http://www.w3.org/2001/XMLSchema#"
# What is no code of a query (comments, IRIs, strings) comes first, so that a brace in it does not count.
TOKEN = re.compile(
    r"""\#[^\n]* | <[^<>\s]*>
    | "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*'
    | \?_{1,2}[A-Za-z]\w* | \bWHERE\s*\{ | [{}] | \bLIMIT\s+\d+""",
    re.VERBOSE | re.IGNORECASE,
)


def parse_variables(text: str) -> list[str]:
    """The parameters of a query, in the order they are met."""
    return list(dict.fromkeys(m.group() for m in TOKEN.finditer(text) if m.group().startswith("?_")))


def parse_groups(text: str) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield each WHERE group: the offset after its brace, and the parameters used anywhere inside."""
    open_groups: list[tuple[int, set[str]]] = []
    for match in TOKEN.finditer(text):
        word = match.group()
        if word.endswith("{"):
            open_groups.append((match.end() if len(word) > 1 else -1, set()))
        elif word == "}" and open_groups:
            start, used = open_groups.pop()
            if start >= 0:
                yield start, frozenset(used)
        elif word.startswith("?_"):
            for _, used in open_groups:
                used.add(word)


def bind_values(text: str, values: Mapping[str, Term]) -> str:
    """The query with each parameter in `values` bound to its term."""
    for start, used in sorted(parse_groups(text), reverse=True):
        block = "".join(f" VALUES {name} {{ {values[name]} }}" for name in sorted(used & values.keys()))
        text = text[:start] + block + text[start:]
    return text


def parse_limit(text: str) -> int | None:
    """The largest LIMIT of a query; None where it has none."""
    words = [match.group().split() for match in TOKEN.finditer(text)]
    return max((int(word[1]) for word in words if word and word[0].upper() == "LIMIT"), default=None)


def set_limit(text: str, limit: int | None) -> str:
    """The query with every LIMIT set to `limit`; unchanged when that is None."""
    if limit is None:
        return text
    return TOKEN.sub(lambda m: f"LIMIT {limit}" if m.group().upper().startswith("LIMIT") else m.group(), text)


def count_before_limit(text: str, limit: int) -> str | None:
    """The query that counts what the sub-select with the last LIMIT finds, one more than `limit` at most.

    None where there is no such sub-select, and LIMIT cuts the rows of the query itself.
    """
    starts: list[int] = []
    found: str | None = None
    for match in TOKEN.finditer(text):
        word = match.group().upper()
        if word.endswith("{"):
            starts.append(match.end())
        elif word == "}" and starts:
            starts.pop()
        elif word.startswith("LIMIT"):
            found = f"{text[starts[-1] : match.start()]} LIMIT {limit + 1}" if starts else None
    prologue = re.split(r"^\s*SELECT\b", text, maxsplit=1, flags=re.MULTILINE | re.IGNORECASE)[0]
    return found and f"{prologue}SELECT (COUNT(*) AS ?rows) WHERE {{ {{ {found} }} }}"


def parse_value(name: str, kind: str, value: str) -> Term:
    """The literal of this kind (string, date, integer, decimal); RequestError shows how to write one."""
    try:
        if kind == "date":
            return ox.Literal(date.fromisoformat(value).isoformat(), datatype=ox.NamedNode(XSD + "date"))
        if kind == "integer":
            return ox.Literal(str(int(value)), datatype=ox.NamedNode(XSD + "integer"))
        if kind == "decimal":
            return ox.Literal(str(Decimal(value)), datatype=ox.NamedNode(XSD + "decimal"))
    except (ValueError, InvalidOperation) as error:
        example = {"date": "2022-09-21", "integer": "12", "decimal": "0.5"}[kind]
        raise RequestError(f"{name}={value} is no {kind}: write it as {example}") from error
    return ox.Literal(value)
