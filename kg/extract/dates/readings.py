"""How each kind of time expression is read, by the name that the table of patterns gives the reading.

A reading answers None where the text leaves the time open. Without a day of publication only expressions
that name a year, or lean on one that did, have a value.
"""

from collections.abc import Callable

from kg.extract.dates import absolute, anchored, relative
from kg.extract.dates.context import Context
from kg.extract.dates.expressions import Match
from kg.extract.dates.period import Period

Reading = Callable[[Match, Context], Period | None]

READINGS: dict[str, Reading] = {
    "day": absolute.read_day,
    "numeric": absolute.read_numeric,
    "days": absolute.read_days,
    "month": absolute.read_month,
    "year": absolute.read_year,
    "decade": absolute.read_decade,
    "quarter": absolute.read_quarter,
    "season": absolute.read_season,
    "holiday": absolute.read_holiday,
    "latest": anchored.read_latest,
    "same_period": anchored.read_same_period,
    "anchored": anchored.read_anchored,
    "shifted": anchored.read_shifted,
    "weekday": relative.read_weekday,
    "relative": relative.read_relative,
    "ago": relative.read_ago,
    "ahead": relative.read_ahead,
    "by_then": relative.read_by_then,
    "span": relative.read_span,
    "deictic": relative.read_deictic,
    "vague": relative.read_nothing,
    "duration": relative.read_nothing,
}
