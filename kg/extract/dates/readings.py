"""How each kind of time expression is read: from its words, the day of publication and what was said before.

A reading answers None where the text leaves the time open. Without a day of publication only expressions
that name a year, or lean on one that did, have a value.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from kg.extract.dates.expressions import Match
from kg.extract.dates.period import Day, Period, make_day, make_interval, make_months, make_unit, narrow, shift, shift_day

PENALTY = {"future": 300, "past": 300, "none": 60}
AHEAD = frozenset({"future", "present"})
WEEK = datetime.timedelta(7)
BACKWARD = {"last": -1, "before": -1, "this": 0, "same": 0, "the": 0, "next": 1, "after": 1}


@dataclass(frozen=True, slots=True)
class Context:
    """What a reading may lean on: the day of publication or of the quote, the last time named, and the tense."""

    today: Day | None
    anchor: Period | None
    coarse: Period | None
    quarter: Period | None
    tense: str


Reading = Callable[[Match, Context], Period | None]


def integer(match: Match, place: str) -> int | None:
    """The number in a place of the pattern."""
    value = match.values.get(place)
    return value if isinstance(value, int) else None


def count_units(match: Match) -> int | None:
    """How many units: one where the text gives no number ("year-earlier"), None where it leaves it open."""
    return integer(match, "number") if "number" in match.values else 1


def word(match: Match, place: str) -> str:
    """The word in a place of the pattern, empty without one."""
    value = match.values.get(place)
    return value if isinstance(value, str) else ""


def read_year_of(match: Match) -> int | None:
    """The year that the expression names."""
    short = integer(match, "shortyear")
    if short is not None:
        return short + (2000 if short < 30 else 1900)
    return integer(match, "year") or integer(match, "spelledyear")


def guess_year(month: int, day: int, context: Context) -> int | None:
    """Rule 2: the year that brings the day nearest to publication; the side the tense points away from counts as farther."""
    if context.today is None:
        return context.anchor.first.year if context.anchor else None
    today, options = context.today, []
    for year in (today.year - 1, today.year, today.year + 1):
        distance = (Day(year, month, min(day, 28)) - today).days
        wrong = distance < 0 if context.tense == "future" else distance > 0
        options.append((abs(distance) + wrong * PENALTY.get(context.tense, 0), year))
    return min(options)[1]


def read_day(match: Match, context: Context) -> Period | None:
    """A day of a month, with its year or the likeliest one."""
    month = integer(match, "month") or integer(match, "monthnumber")
    day = integer(match, "day")
    if month is None or day is None:
        return None
    year = read_year_of(match) or guess_year(month, day, context)
    return make_valid_day(year, month, day)


def make_valid_day(year: int | None, month: int, day: int) -> Period | None:
    """That day, None where the calendar has none."""
    try:
        return make_day(Day(year or 0, month, day))
    except ValueError:
        return None


def read_numeric(match: Match, context: Context) -> Period | None:
    """15/10/2022 or 10/15/2022; None for 3/4/2022, which is March to some and April to others."""
    first, second = integer(match, "day") or 0, integer(match, "monthnumber") or 0
    return read_day(match, context) if first > 12 or first == second else None


def read_days(match: Match, context: Context) -> Period | None:
    """"October 3 to 5": both days and those between."""
    first, last = read_day(match, context), integer(match, "lastday")
    until = first and make_valid_day(first.first.year, first.first.month, last or 0)
    return make_interval(first.first, until.last) if first and until else None


def read_month(match: Match, context: Context) -> Period | None:
    """A month, or its early, mid or late part."""
    month = integer(match, "month") or 1
    year = read_year_of(match) or find_year_of_month(match, month, context)
    return narrow(make_months(year, month, 1, "month"), word(match, "part")) if year else None


def find_year_of_month(match: Match, month: int, context: Context) -> int | None:
    """The one before or after publication where the text says last or next, else the likeliest one."""
    today = context.today
    if today is None:
        return context.anchor.first.year if context.anchor else None
    relation = word(match, "relation")
    if relation in {"next", "after"}:
        return today.year + (month <= today.month)
    if relation in {"last", "before"}:
        return today.year - (month >= today.month)
    return today.year if relation else guess_year(month, 15, context)


def read_year(match: Match, context: Context) -> Period | None:  # noqa: ARG001
    """A year, or its early, mid or late part."""
    year = read_year_of(match)
    return narrow(make_months(year, 1, 12, "year"), word(match, "part")) if year else None


def read_decade(match: Match, context: Context) -> Period | None:  # noqa: ARG001
    """"the 1980s": ten years, or their early, mid or late part."""
    year = integer(match, "decade") or 0
    return narrow(make_months(year, 1, 120, "interval"), word(match, "part"))


def read_quarter(match: Match, context: Context) -> Period | None:
    """A quarter or half of a named year; else the latest one that has begun, or the next one ahead."""
    length = {"half": 6}.get(word(match, "length"), 3)
    month = ((integer(match, "ordinal") or 1) - 1) * length + 1
    year, today = read_year_of(match), context.today
    if month > 12 or not (year or today):
        return None
    if not year and today:
        year = today.year + BACKWARD.get(word(match, "relation"), 0)
        if not word(match, "relation") and make_months(year, month, length, "interval").first > today:
            year -= context.tense not in {"future", "present"}
    return make_months(year or 0, month, length, "interval")


def read_latest(match: Match, context: Context) -> Period | None:  # noqa: ARG001
    """"the latest quarter", "the quarter": the one named last."""
    return context.quarter


def read_same_period(match: Match, context: Context) -> Period | None:
    """"the same month last year", "the 1988 quarter": what was named last, moved to that year."""
    named = context.quarter if word(match, "unit") in {"quarter", "period"} else context.coarse
    named = context.anchor if word(match, "unit") == "day" else named
    if named is None:
        return None
    year = read_year_of(match)
    years = year - named.first.year if year else BACKWARD.get(word(match, "relation"), -1)
    return shift(named, "year", years)


def read_weekday(match: Match, context: Context) -> Period | None:
    """Rule 1: the latest such day up to publication, the next one where the words look ahead."""
    relation, weekday = word(match, "relation"), integer(match, "weekday") or 0
    if relation in {"before", "after", "same"}:
        return read_anchored_weekday(weekday, relation, context)
    if context.today is None:
        return None
    if match.how == "weekday-of-week":
        monday = context.today - datetime.timedelta(context.today.weekday())
        return make_day(monday + BACKWARD.get(relation, 0) * WEEK + datetime.timedelta(weekday))
    back = datetime.timedelta((context.today.weekday() - weekday) % 7)
    ahead = datetime.timedelta((weekday - context.today.weekday()) % 7)
    if relation == "next" or (not relation and context.tense in AHEAD):
        return make_day(context.today + (ahead or (WEEK if relation else ahead)))
    return make_day(context.today - (back or (WEEK if relation == "last" else back)))


def read_anchored_weekday(weekday: int, relation: str, context: Context) -> Period | None:
    """"the following Friday": counted from the day named before."""
    day = context.anchor.first if context.anchor else context.today
    if day is None:
        return None
    if relation == "before":
        return make_day(day - datetime.timedelta((day.weekday() - weekday - 1) % 7 + 1))
    return make_day(day + datetime.timedelta((weekday - day.weekday() - 1) % 7 + 1))


def read_relative(match: Match, context: Context) -> Period | None:
    """Rule 3: last, this or next week, month, year; early, mid or late in it."""
    relation, unit = word(match, "relation") or "this", word(match, "unit")
    if relation in {"before", "after", "same"}:
        return read_anchored(match, context)
    if context.today is None:
        return None
    number = BACKWARD.get(relation, 0)
    if unit == "weekend" and relation == "the":
        number = 0 if context.tense == "future" or context.today.weekday() > 4 else -1
    if unit == "day":
        return make_day(shift_day(context.today, "day", number))
    period = make_unit(unit, shift_day(context.today, "week" if unit == "weekend" else unit, number))
    return narrow(period, word(match, "part")) if period else None


def read_anchored(match: Match, context: Context) -> Period | None:
    """Rule 5: that day, the next day, the same month: counted from the day named last."""
    unit, relation = word(match, "unit"), word(match, "relation")
    number = {"before": -1, "earlier": -1, "after": 1}.get(word(match, "direction"), BACKWARD.get(relation, 0))
    if context.anchor is None:
        return None
    return make_unit(unit, shift_day(context.anchor.first, "week" if unit == "weekend" else unit, number))


def read_shifted(match: Match, context: Context) -> Period | None:
    """Rule 5: two days later, a year earlier: counted from the time named last, and as precise."""
    number, unit = count_units(match), word(match, "units")
    forward = word(match, "direction") in {"later", "after", "afterward", "afterwards"}
    anchor = context.coarse if unit in {"month", "quarter", "year"} else context.anchor
    if number is None or anchor is None:
        return None
    return shift(anchor, unit, number if forward else -number)


def read_ago(match: Match, context: Context) -> Period | None:
    """Rule 4: two days ago, a year ago; beside a quarter or month, that quarter or month of the year before."""
    number, unit = count_units(match), word(match, "units")
    if number is None:
        return None
    if unit in {"year", "quarter"} and number == 1 and context.coarse and context.coarse.precision != "year":
        return shift(context.coarse, unit, -1)
    return make_unit(unit, shift_day(context.today, unit, -number)) if context.today else None


def read_ahead(match: Match, context: Context) -> Period | None:
    """In two weeks' time, three days from now."""
    number, unit = integer(match, "number"), word(match, "units")
    return make_unit(unit, shift_day(context.today, unit, number)) if context.today and number else None


def read_maybe_ahead(match: Match, context: Context) -> Period | None:
    """"in two weeks" after a verb that looks ahead: by then; a mere duration after another."""
    number, unit = integer(match, "number"), word(match, "units")
    if not (context.today and number and context.tense == "future"):
        return None
    return make_interval(context.today, shift_day(context.today, unit, number))


def read_span(match: Match, context: Context) -> Period | None:
    """"the past three days", "the next two weeks": from or to publication."""
    number, unit = integer(match, "number"), word(match, "units")
    if not (context.today and number):
        return None
    ahead = word(match, "relation").split()[-1] in {"next", "coming", "following"}
    other = shift_day(context.today, unit, number if ahead else -number)
    return make_interval(min(context.today, other), max(context.today, other))


def read_deictic(match: Match, context: Context) -> Period | None:
    """Today, yesterday, last night, tomorrow."""
    days = datetime.timedelta(integer(match, "deictic") or 0)
    return make_day(context.today + days) if context.today else None


def read_season(match: Match, context: Context) -> Period | None:
    """Three months of a northern season."""
    month, today = integer(match, "season") or 1, context.today
    year = read_year_of(match)
    if not year and today:
        year = today.year + BACKWARD.get(word(match, "relation"), 0)
        begun = make_months(today.year, month, 3, "interval").last < today
        year += word(match, "relation") == "last" and begun
    return narrow(make_months(year, month, 3, "interval"), word(match, "part")) if year else None


def read_holiday(match: Match, context: Context) -> Period | None:
    """A feast with a fixed day."""
    month, day = (int(part) for part in word(match, "holiday").split("-"))
    return make_valid_day(read_year_of(match) or guess_year(month, day, context), month, day)


def read_nothing(match: Match, context: Context) -> Period | None:  # noqa: ARG001
    """Rules 7 and 8: vague times and durations are no dates."""
    return None


READINGS: dict[str, Reading] = {
    name.removeprefix("read_"): reading
    for name, reading in sorted(globals().items())
    if name.startswith("read_") and name not in {"read_year_of", "read_anchored_weekday"}
} | {"vague": read_nothing, "duration": read_nothing}
