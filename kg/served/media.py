"""The forms of answers, and which of them a client wants by its Accept header."""

from collections.abc import Mapping
from typing import TypeVar

import pyoxigraph as ox

Form = TypeVar("Form")
RESULTS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
GRAPHS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
TYPES = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "turtle": "text/turtle; charset=utf-8",
    "ntriples": "application/n-triples",
    "rdfxml": "application/rdf+xml",
}
# What clients also call them.
ALIASES = {
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/x-turtle": "turtle",
    "text/plain": "ntriples",
}


def choose_form(accept: str, forms: Mapping[str, Form]) -> str | None:
    """The first of these forms that the header likes best; None when it accepts none of them."""
    wanted = parse_accept(accept)
    liked = {form: max(find_quality(name, wanted) for name in names_of(form)) for form in forms}
    best = max(liked.values())
    return next(form for form in liked if liked[form] == best) if best > 0 else None


def names_of(form: str) -> list[str]:
    """The media types that stand for a form, without parameters."""
    return [TYPES[form].partition(";")[0], *(name for name, other in ALIASES.items() if other == form)]


def parse_accept(accept: str) -> dict[str, float]:
    """The media ranges of an Accept header and how much each is liked; all are, when there is none."""
    wanted: dict[str, float] = {}
    for part in accept.split(","):
        name, *parameters = (word.strip().casefold() for word in part.split(";"))
        quality = next((word[2:] for word in parameters if word.startswith("q=")), "1")
        if name:
            wanted[name] = read_quality(quality)
    return wanted or {"*/*": 1.0}


def read_quality(text: str) -> float:
    """A quality between 0 and 1; what cannot be read counts as 0."""
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


def find_quality(name: str, wanted: Mapping[str, float]) -> float:
    """How much a media type is liked: by its name, else its range, else as anything."""
    ranges = (name, f"{name.partition('/')[0]}/*", "*/*")
    return next((wanted[each] for each in ranges if each in wanted), 0.0)
