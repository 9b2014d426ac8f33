"""Reads a share of a longer time: "the first six months of 2023", "the second Sunday in May"."""

import datetime
from dataclasses import replace

from kg.extract.dates.absolute import read_month, read_year
from kg.extract.dates.context import Context
from kg.extract.dates.matches import Match
from kg.extract.dates.period import (
    DAY,
    DAYS,
    MONTHS,
    Day,
    Period,
    add_months,
    make_day,
    make_interval,
    make_unit,
    narrow,
)
from kg.extract.dates.relative import read_relative

ENDS = {1: "early", -1: "late"}
SATURDAY = 5
FORTNIGHT = 15  # days: the first half of a month


def read_portion(match: Match, context: Context) -> Period | None:
    """The days of the share; early or late in the whole where the text leaves open how many, None beyond its end."""
    whole, rank = read_whole(match, context), match.integer("rank") or -1
    if whole is None:
        return None
    if match.count() is None or "open" in match.values:
        return narrow(whole, ENDS.get(rank, ""))
    share = find_share(match, whole, rank)
    return share if share and whole.first <= share.first and share.last <= whole.last else None


def read_whole(match: Match, context: Context) -> Period | None:
    """The month, the year or another time that the share is of."""
    if match.word("whole"):
        values = {"relation": match.word("relation"), "unit": match.word("whole")}
        return read_relative(replace(match, values=values), context)
    return read_month(match, context) if match.integer("month") else read_year(match, context)


def find_share(match: Match, whole: Period, rank: int) -> Period | None:
    """The share of that rank, counted from the end where it is negative."""
    unit, number = match.word("units"), match.count() or 1
    weekday = SATURDAY if unit == "weekend" else match.integer("weekday")
    if weekday is not None:
        day = find_weekday(whole, weekday, rank)
        return make_unit(unit or "day", day)
    if "half" in match.values:
        return find_half(whole, rank)
    if unit in MONTHS:
        return find_months(whole, MONTHS[unit] * number, rank)
    days = datetime.timedelta(DAYS[unit] * number)
    first = whole.first + days * (rank - 1) if rank > 0 else whole.last + DAY - days
    return make_interval(first, first + days - DAY) if days > DAY else make_day(first)


def find_weekday(whole: Period, weekday: int, rank: int) -> Day:
    """The second Sunday, the last Friday."""
    if rank < 0:
        return whole.last - DAY * ((whole.last.weekday() - weekday) % 7)
    return whole.first + DAY * ((weekday - whole.first.weekday()) % 7 + 7 * (rank - 1))


def find_half(whole: Period, rank: int) -> Period | None:
    """The first half of a month is its days 1 to 15, that of another time half of its months."""
    if whole.precision == "month":
        middle = whole.first + DAY * FORTNIGHT
        return make_interval(whole.first, middle - DAY) if rank == 1 else make_interval(middle, whole.last)
    months = (whole.last.year - whole.first.year) * 12 + whole.last.month - whole.first.month + 1
    return find_months(whole, months // 2, rank)


def find_months(whole: Period, months: int, rank: int) -> Period:
    """So many months of the whole."""
    first = add_months(whole.first, months * (rank - 1)) if rank > 0 else add_months(whole.last + DAY, -months)
    precision = {1: "month", MONTHS["year"]: "year"}.get(months, "interval")
    return Period(first, add_months(first, months) - DAY, precision)
