"""Reads expressions that name a day, a month, a quarter or a year; guesses a year left out."""

import datetime

from kg.extract.dates.context import AHEAD, ANCHORED, BACKWARD, Context
from kg.extract.dates.matches import Match
from kg.extract.dates.period import Day, Period, make_day, make_interval, make_months, make_unit, narrow, shift_day

PENALTY = {"future": 300, "past": 300, "none": 60}
MONTHS = 12
GOING_ON = 200  # days
WEEK = datetime.timedelta(6)  # from its first day to its last


def read_day(match: Match, context: Context) -> Period | None:
    """A day of a month, with its year or the likeliest one."""
    month = match.integer("month") or match.integer("monthnumber")
    day = match.integer("day")
    if month is None or day is None:
        return None
    year = match.year() or guess_year(month, day, context)
    return make_valid_day(year, month, day)


def make_valid_day(year: int | None, month: int, day: int) -> Period | None:
    """That day, None where the calendar has none."""
    try:
        return make_day(Day(year or 0, month, day))
    except ValueError:
        return None


def guess_year(month: int, day: int, context: Context) -> int | None:
    """Rule 2: the year that brings the day nearest to publication; the tense makes one side farther."""
    year = find_year_of_story(month, day, context.story) if context.story and context.tense == "past" else None
    if year is not None:
        return year
    if context.today is None:
        return context.anchor.first.year if context.anchor else None
    today, options = context.today, []
    for year in (today.year - 1, today.year, today.year + 1):
        distance = (Day(year, month, min(day, 28)) - today).days
        wrong = distance < 0 if context.tense == "future" else distance > 0
        options.append((abs(distance) + wrong * PENALTY.get(context.tense, 0), year))
    return min(options)[1]


def find_year_of_story(month: int, day: int, story: Period) -> int | None:
    """The year in which a story goes on to that day within some months, None where it goes back."""
    first = story.first
    if story.precision == "year":
        return first.year
    years = (first.year, first.year + 1)
    return next((year for year in years if 0 <= (Day(year, month, min(day, 28)) - first).days <= GOING_ON), None)


def read_numeric(match: Match, context: Context) -> Period | None:
    """15/10/2022 or 10/15/2022; None for 3/4/2022, which is March to some and April to others."""
    first, second = match.integer("day") or 0, match.integer("monthnumber") or 0
    return read_day(match, context) if first > MONTHS or first == second else None


def read_days(match: Match, context: Context) -> Period | None:
    """Both days of "October 3 to 5" and those between."""
    first, last = read_day(match, context), match.integer("lastday")
    until = first and make_valid_day(first.first.year, first.first.month, last or 0)
    return make_interval(first.first, until.last) if first and until else None


def read_day_of_month(match: Match, context: Context) -> Period | None:
    """A day of the month named last, "on the 14th"; without one the latest such day up to publication, or the next."""
    base = context.anchor.first if context.anchor else context.today
    if base is None:
        return None
    number = BACKWARD.get(match.word("relation"), 0)
    day = make_valid_day(base.year, base.month, match.integer("day") or 0)
    if not (number or context.anchor or day is None or context.today is None):
        number = (day.first < context.today) if context.tense in AHEAD else -(day.first > context.today)
    month = shift_day(base.replace(day=1), "month", number)
    return make_valid_day(month.year, month.month, match.integer("day") or 0)


def read_years(match: Match, context: Context) -> Period | None:  # noqa: ARG001
    """From the first day of one year to the last of another: "2011-2014", "2011-14"; "2019-08" is a month."""
    year, short = match.year() or 1, match.integer("lastshort")
    if short is None:
        return make_interval(Day(year, 1, 1), Day(match.integer("lastyear") or 1, 12, 31))
    if 0 < short <= min(MONTHS, year % 100):
        return make_months(year, short, 1, "month")
    return make_interval(Day(year, 1, 1), Day(year + (short - year) % 100, 12, 31))


def read_century(match: Match, context: Context) -> Period | None:  # noqa: ARG001
    """A hundred years as ISO 8601 counts them: the 20th century begins with 1900."""
    year = ((match.integer("century") or 1) - 1) * 100
    return narrow(make_months(year, 1, 1200, "interval"), match.word("part")) if year else None


def read_month(match: Match, context: Context) -> Period | None:
    """A month, or its early, mid or late part."""
    month = match.integer("month") or 1
    year = match.year() or find_year_of_month(match, month, context)
    return narrow(make_months(year, month, 1, "month"), match.word("part")) if year else None


def read_week_of(match: Match, context: Context) -> Period | None:
    """The week that holds a day, begins or ends with it: "the week of 6 May", "the week ending 12 May"."""
    day, border = read_day(match, context), match.word("border")
    if day is None or border == "of":
        return day and make_unit("week", day.first)
    first = day.first - WEEK * (border in {"ending", "ended", "to"})
    return make_interval(first, first + WEEK)


def find_year_of_month(match: Match, month: int, context: Context) -> int | None:
    """The one before or after publication where the text says last or next, else the likeliest one."""
    relation = match.word("relation")
    base = context.near[0].first if relation in ANCHORED and context.near else context.today
    if base is None:
        return context.anchor.first.year if context.anchor else None
    if relation in {"next", "after"}:
        return base.year + (month <= base.month)
    if relation in {"last", "before"}:
        return base.year - (month >= base.month)
    return base.year if relation else guess_year(month, 15, context)


def read_year(match: Match, context: Context) -> Period | None:  # noqa: ARG001
    """A year, or its early, mid or late part."""
    year = match.year()
    return narrow(make_months(year, 1, 12, "year"), match.word("part")) if year else None


def read_decade(match: Match, context: Context) -> Period | None:  # noqa: ARG001
    """Ten years, "the 1980s", or their early, mid or late part."""
    year = match.integer("decade") or 1900 + (match.integer("shortdecade") or 0)
    return narrow(make_months(year, 1, 120, "interval"), match.word("part"))


def read_quarter(match: Match, context: Context) -> Period | None:
    """A quarter or half of a named year; else the latest one that has begun, or the next one ahead."""
    length = {"half": 6}.get(match.word("length"), 3)
    month = ((match.integer("ordinal") or 1) - 1) * length + 1
    year, today = match.year(), context.today
    if month > MONTHS or not (year or today):
        return None
    if not year and today:
        year = today.year + BACKWARD.get(match.word("relation"), 0)
        if not match.word("relation") and make_months(year, month, length, "interval").first > today:
            year -= context.tense not in {"future", "present"}
    return make_months(year or 0, month, length, "interval")


def read_season(match: Match, context: Context) -> Period | None:
    """Three months of a northern season."""
    month, today = match.integer("season") or 1, context.today
    year = match.year()
    if not year and today:
        year = today.year + BACKWARD.get(match.word("relation"), 0)
        season = make_months(today.year, month, 3, "interval")
        year += match.word("relation") == "last" and season.last < today
        if not match.word("relation"):
            year += (context.tense in AHEAD and season.last < today) - (
                context.tense == "past" and season.first > today
            )
    return narrow(make_months(year, month, 3, "interval"), match.word("part")) if year else None


def read_holiday(match: Match, context: Context) -> Period | None:
    """A feast with a fixed day, or a day that is known by the attacks of one year."""
    *years, month, day = (int(part) for part in (match.word("holiday") or match.word("remembered")).split("-"))
    if years and (context.today is None or Day(years[0], month, day) <= context.today):
        return make_day(Day(years[0], month, day))
    return make_valid_day(match.year() or guess_year(month, day, context), month, day)
