"""The day that "today" means between quotation marks: that of the saying, "he said on Friday"."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.extract.dates.context import Context
from kg.extract.dates.matches import Match
from kg.extract.dates.period import Day
from kg.extract.dates.readings import read_match
from kg.parsed import Doc

QUOTE = re.compile(r"""(?:"|``)(?:(?!"|''|\n\s*\n).)+(?:"|'')?""", re.DOTALL)
SAYING = frozenset({"weekday", "day", "deictic"})


def find_saying_days(doc: Doc, text: str, matches: Sequence[Match], published: Day) -> Mapping[int, Day]:
    """The day of the saying for each quoted expression whose sentence names one outside the quotes."""
    quotes = [found.span() for found in QUOTE.finditer(text)]
    days: dict[int, Day] = {}
    for group in group_by_sentence(doc, matches) if quotes else ():
        quoted = [match for match in group if is_quoted(match, quotes)]
        sayings = [match for match in group if match.reading in SAYING and not is_quoted(match, quotes)]
        period = read_match(sayings[0], Context(published)) if quoted and sayings else None
        if period:
            days.update((match.start, period.first) for match in quoted)
    return days


def group_by_sentence(doc: Doc, matches: Sequence[Match]) -> list[list[Match]]:
    """The expressions of each whole sentence, its reporting head or tail included."""
    starts = [doc[start].idx for start, _ in doc.sentences]
    groups: defaultdict[int, list[Match]] = defaultdict(list)
    for match in matches:
        groups[bisect_right(starts, match.start)].append(match)
    return list(groups.values())


def is_quoted(match: Match, quotes: Sequence[tuple[int, int]]) -> bool:
    """Whether the expression stands inside one of the quotes, which are in order."""
    index = bisect_right(quotes, (match.start, 0)) - 1
    return index >= 0 and match.start < quotes[index][1]
