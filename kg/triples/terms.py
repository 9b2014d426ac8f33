"""The terms that the writers of the graph share: namespaces, nodes, values."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import TypeAlias
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from kg.namespaces import ONTOLOGY

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
SCHEMA = "https://schema.org/"
WGS = "http://www.w3.org/2003/01/geo/wgs84_pos#"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"

TYPE = NamedNode(RDF + "type")
LABEL = NamedNode(RDFS + "label")
DERIVED = NamedNode(PROV + "wasDerivedFrom")
XSD_DECIMAL = NamedNode(XSD + "decimal")
XSD_DATE = NamedNode(XSD + "date")

Term: TypeAlias = NamedNode | Literal
Triple: TypeAlias = tuple[NamedNode, NamedNode, Term]


@cache
def ckg(name: str) -> NamedNode:
    """The ontology's term of that name."""
    return NamedNode(ONTOLOGY + name)


@cache
def term(iri: str) -> NamedNode:
    """A term of somebody else's vocabulary."""
    return NamedNode(iri)


def web_address(url: str) -> Term:
    """The address as a node; as plain words where it is no address."""
    try:
        return NamedNode(quote(url, safe=":/?#@!$&'()*+,;=%~"))
    except ValueError:
        return Literal(url)


def make_day(day: date) -> Literal:
    """The day as a value."""
    return Literal(day.isoformat(), datatype=XSD_DATE)


def find_days(value: str) -> tuple[date, date] | None:
    """First and last day of an ISO 8601 date or interval (`2022-W41`, `2022-10-01/2023`); None for others.

    >>> find_days("2022-02")
    (datetime.date(2022, 2, 1), datetime.date(2022, 2, 28))
    """
    start, slash, end = value.partition("/")
    try:
        first, last = _first_day(start), _last_day(end if slash else start)
    except ValueError:
        return None
    return (first, last) if first <= last else None


def _first_day(value: str) -> date:
    rest = {4: "-01-01", 7: "-01"}.get(len(value), "")
    return date.fromisoformat(value if "W" in value else value + rest)


def _last_day(value: str) -> date:
    if re.fullmatch(r"\d{4}-W\d\d", value):
        return _first_day(value) + timedelta(6)
    month = f"{value}-12" if len(value) == len("2022") else value
    if len(month) == len("2022-10"):
        year, number = map(int, month.split("-"))
        return date(year, number, monthrange(year, number)[1])
    return date.fromisoformat(month)
