"""The day that "today" means between quotation marks."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from kg.extract.dates.context import Context
from kg.extract.dates.expressions import Match
from kg.extract.dates.period import Day
from kg.extract.dates.readings import READINGS
from kg.segments import sentence_extents

QUOTE = re.compile(r"""(?:"|``)(?:(?!"|''|\n\s*\n).)+(?:"|'')?""", re.DOTALL)


def find_quotes(text: str) -> list[tuple[int, int]]:
    """The extents between quotation marks; a mark without a partner ends with its paragraph."""
    return [found.span() for found in QUOTE.finditer(text)]


def find_saying_day(
    doc: Doc, match: Match, published: Day | None, matches: Sequence[Match], quotes: Sequence[tuple[int, int]]
) -> Day | None:
    """The day that "today" means here: inside quotation marks that of the saying, "he said on Friday"."""
    if published is None or not is_quoted(match, quotes):
        return published
    here = sentence_of(doc, match)
    for other in matches:
        if (
            sentence_of(doc, other) == here
            and not is_quoted(other, quotes)
            and other.reading in {"weekday", "day"}
        ):
            period = READINGS[other.reading](other, Context(published))
            return period.first if period else published
    return published


def is_quoted(match: Match, quotes: Sequence[tuple[int, int]]) -> bool:
    """Whether the expression stands between quotation marks."""
    return any(start < match.start < end for start, end in quotes)


def sentence_of(doc: Doc, match: Match) -> int:
    """The number of the whole sentence, its reporting tail included, that the expression stands in."""
    extents = sentence_extents(doc)
    span = doc.char_span(match.start, match.end, alignment_mode="expand")
    return next((i for i, (_, end) in enumerate(extents) if span is not None and span.start < end), -1)
