"""Reads expressions that count from a time named before: that day, the following Friday, a year earlier."""

import datetime

from kg.extract.dates.context import BACKWARD, Context
from kg.extract.dates.matches import Match
from kg.extract.dates.period import FINE, Period, make_day, make_unit, narrow, shift, shift_day

FORWARD = frozenset({"later", "after", "afterward", "afterwards", "on"})


def read_latest(match: Match, context: Context) -> Period | None:  # noqa: ARG001
    """The quarter named last: "the latest quarter"."""
    return context.quarter


def read_same_period(match: Match, context: Context) -> Period | None:
    """What was named last, moved to another year: "the same month last year"."""
    named = context.quarter if match.word("unit") in {"quarter", "period"} else context.coarse
    named = context.anchor if match.word("unit") == "day" else named
    if named is None:
        return None
    year = match.year()
    years = year - named.first.year if year else BACKWARD.get(match.word("relation"), -1)
    return shift(named, "year", years)


def read_anchored_weekday(weekday: int, relation: str, context: Context) -> Period | None:
    """The weekday before or after the day named last: "the following Friday"; "that Friday" is one named before."""
    if relation == "same":
        days = (period for period in context.near if period.precision == "day")
        return next((day for day in days if day.first.weekday() == weekday), None)
    day = context.anchor.first if context.anchor else context.today
    if day is None:
        return None
    if relation == "before":
        return make_day(day - datetime.timedelta((day.weekday() - weekday - 1) % 7 + 1))
    return make_day(day + datetime.timedelta((weekday - day.weekday() - 1) % 7 + 1))


def read_anchored(match: Match, context: Context) -> Period | None:
    """Rule 5: that day, the next day, the same month: counted from the day named last."""
    unit, relation = match.word("unit") or match.word("daypart"), match.word("relation")
    number = {"before": -1, "earlier": -1, "after": 1}.get(match.word("direction"), BACKWARD.get(relation, 0))
    anchor = next((period for period in context.near if is_as_fine(period, unit)), None)
    if anchor is None:
        return None
    period = make_unit(unit, shift_day(anchor.first, "week" if unit == "weekend" else unit, number))
    return period and narrow(period, match.word("part"))


def is_as_fine(period: Period, unit: str) -> bool:
    """Whether "that month" can mean the month of the period: a day or a month, not a year."""
    return FINE.get(period.precision, FINE["month"]) <= FINE.get(unit, FINE["week"])


def read_shifted(match: Match, context: Context) -> Period | None:
    """Rule 5: two days later, a year earlier: counted from the time named last, and as precise."""
    number, unit = match.count(), match.word("units")
    forward = match.word("direction") in FORWARD
    anchor = context.coarse if unit in {"month", "quarter", "year"} else context.anchor
    if number is None or anchor is None:
        return None
    return shift(anchor, unit, number if forward else -number)
