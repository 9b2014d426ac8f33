"""The day that the head of a report gives: its dateline, or a line that holds nothing but the date."""

import re
from collections.abc import Iterator
from itertools import islice

from kg.datelines import months
from kg.read.dates import to_day

LINES = 6
MONTH = rf"(?i:{'|'.join(sorted(months(), key=len, reverse=True))})\.?"
DATE = rf"(?:\d{{1,2}} {MONTH} \d{{4}}|{MONTH} \d{{1,2}}, ?\d{{4}}|\d{{4}}-\d\d-\d\d)"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
# "NAIROBI, Oct. 17, 2022 (Agency) -": a town, the day, perhaps the agency, and a dash with room on both sides.
# In datelines alone the year may be short: "BOGOTA, 14 MAR 89 --".
FILED = rf"(?P<day>{DATE}|\d{{1,2}} {MONTH} \d\d\b)"
DATELINE = re.compile(rf"[A-Z][^\n\d.;:]{{1,60}}?[,(] ?{WEEKDAY}{FILED}[^\n.;]{{0,40}}? ?(?:--?|[—–]) ")
# "Published: Tuesday, 18 October 2022, 09:30 GMT": the day alone on its line.
DATE_LINE = re.compile(
    rf"(?:(?:First )?(?:Published|Posted|Date|Issued)(?: on)?:? )?{WEEKDAY}(?P<day>{DATE})"
    r"(?:,?(?: at)? \d\d?[:.]\d\d ?[A-Za-z. ]{0,6})?\.?",
    re.IGNORECASE,
)


def find_head_day(text: str) -> str | None:
    """The ISO day that the first lines of a report give as its own; None where they give none, or two."""
    days = {day for line in first_lines(text) if (day := read_line(line))}
    return days.pop() if len(days) == 1 else None


def first_lines(text: str) -> Iterator[str]:
    """The first lines that are not empty."""
    lines = (line.strip() for line in text.split("\n"))
    return islice(filter(None, lines), LINES)


def read_line(line: str) -> str | None:
    """The day of one line: that of its dateline, or of the line as a whole."""
    found = DATELINE.match(line) or DATE_LINE.fullmatch(line)
    return to_day(found["day"]) if found else None
