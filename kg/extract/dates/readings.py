"""How each kind of time expression is read, by the name that the table of patterns gives the reading.

A reading answers None where the text leaves the time open. Without a day of publication only expressions
that name a year, or lean on one that did, have a value.
"""

from collections.abc import Callable
from dataclasses import replace

from kg.extract.dates import absolute, anchored, portions, relative
from kg.extract.dates.context import AHEAD, ANCHORED, BACKWARD, Context
from kg.extract.dates.matches import Match
from kg.extract.dates.period import Period, make_interval, shift

Reading = Callable[[Match, Context], Period | None]

READINGS: dict[str, Reading] = {
    "day": absolute.read_day,
    "numeric": absolute.read_numeric,
    "days": absolute.read_days,
    "day_of_month": absolute.read_day_of_month,
    "years": absolute.read_years,
    "century": absolute.read_century,
    "month": absolute.read_month,
    "week_of": absolute.read_week_of,
    "portion": portions.read_portion,
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
    "end": relative.read_end,
    "vague": relative.read_nothing,
    "distance": relative.read_nothing,
    "duration": relative.read_nothing,
}


def read_match(match: Match, context: Context) -> Period | None:
    """The days of an expression, None where the text leaves them open or tells of none that a report could mean."""
    period = READINGS[match.reading](name_year(match, context), context)
    return period if period and period.is_told_of() else None


def name_year(match: Match, context: Context) -> Match:
    """The expression with its year in figures where words tell it: "in March last year", "in May that year"."""
    relation = match.word("thatyear")
    base = context.near[0].first if relation in ANCHORED and context.near else context.today
    if not relation or base is None:
        return match
    return replace(match, values={**match.values, "year": base.year + BACKWARD.get(relation, 0)})


def read_parts(match: Match, context: Context) -> list[tuple[Match, Period | None]]:
    """An expression with its days; of a stretch its two ends and then the whole."""
    if match.ends is None:
        return [(match, read_match(match, context))]
    first, last = (read_match(end, context) for end in match.ends)
    if first is None or last is None:
        return list(zip(match.ends, (first, last), strict=True))
    if first.first > last.first and match.ends[0].year() is None:
        unit = "week" if match.ends[0].reading == "weekday" else "year"
        ahead = context.tense in AHEAD
        first, last = (first, shift(last, unit, 1)) if ahead else (shift(first, unit, -1), last)
    return [*zip(match.ends, (first, last), strict=True), (match, make_interval(first.first, last.last))]
