"""Stretches of the calendar: whole days, weeks, months, years, and what lies between two days."""

import calendar
import datetime
from dataclasses import dataclass

from kg.records import DateExpression

Day = datetime.date
DAY = datetime.timedelta(1)
WEEK_LENGTH = 7
MONTH_LENGTH = 30.5
PARTS = {"early": (0, 1), "mid": (1, 2), "late": (2, 3), "early to mid": (0, 2), "mid to late": (1, 3)}
THIRDS = 3
EARLIEST = Day(1000, 1, 1)
LATEST = Day(2999, 12, 31)
DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14}
WITHIN_DAY = frozenset({"minute", "hour", "day"})
FINE = {"day": 0, "week": 1, "month": 2, "year": 3}
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included, and how precisely the text names them."""

    first: Day
    last: Day
    precision: str

    def is_told_of(self) -> bool:
        """Whether the days are ones a report can tell of, and not the outcome of an absurd sum."""
        return EARLIEST.year < self.first.year and self.first <= self.last and self.last.year < LATEST.year

    def to_iso(self) -> str:
        """The shortest ISO 8601 form: a day, a month, a year, else an interval of days."""
        if self.precision == "year":
            return f"{self.first.year:04}"
        if self.precision == "month":
            return f"{self.first.year:04}-{self.first.month:02}"
        return self.first.isoformat() if self.first == self.last else f"{self.first}/{self.last}"


def from_iso(date: DateExpression) -> Period | None:
    """The days of a time expression, None where they are not known."""
    first, _, last = (date.value or "").partition("/")
    if not first:
        return None
    year, month, day = (int(part) for part in (first + "-1-1").split("-")[:3])
    if last:
        return Period(Day(year, month, day), Day.fromisoformat(last), date.precision)
    length = {"year": 12, "month": 1}.get(date.precision)
    return make_months(year, month, length, date.precision) if length else make_day(Day(year, month, day))


def make_day(day: Day) -> Period:
    """That day."""
    return Period(day, day, "day")


def make_interval(first: Day, last: Day) -> Period | None:
    """The days between the two; None when they stand the wrong way round."""
    return Period(first, last, "interval") if first <= last else None


def make_months(year: int, month: int, length: int, precision: str) -> Period:
    """`length` whole months from the first of `month`, which may lie outside 1 to 12."""
    first = add_months(Day(year, 1, 1), month - 1)
    return Period(first, add_months(first, length) - DAY, precision)


def make_unit(unit: str, day: Day) -> Period | None:
    """The calendar week, month, quarter or year that holds the day."""
    if unit in WITHIN_DAY:
        return make_day(day)
    if unit in {"week", "weekend"}:
        monday = day - datetime.timedelta(day.weekday())
        sunday = monday + datetime.timedelta(6)
        return Period(monday, sunday, "week") if unit == "week" else Period(sunday - DAY, sunday, "interval")
    if unit not in MONTHS:
        return None
    length = MONTHS[unit]
    number = (day.year * 12 + day.month - 1) // length * length
    precision = unit if unit in {"month", "year"} else "interval"
    return make_months(number // 12, number % 12 + 1, length, precision)


def add_months(day: Day, months: int) -> Day:
    """The same day of another month, or that month's last; stays within the years that reports tell of."""
    number = min(max(day.year * 12 + day.month - 1 + months, EARLIEST.year * 12), LATEST.year * 12 + 11)
    year, month = divmod(number, 12)
    return Day(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shift_day(day: Day, unit: str, number: int) -> Day:
    """The day `number` units later; earlier when negative."""
    if unit in MONTHS:
        return add_months(day, number * MONTHS[unit])
    days = round(DAYS.get(unit, 7) * number)
    return Day.fromordinal(min(max(day.toordinal() + days, EARLIEST.toordinal()), LATEST.toordinal()))


def shift(period: Period, unit: str, number: int) -> Period:
    """The period moved by `number` units, as precise as before."""
    if period.precision in {"day", "week"}:
        return Period(shift_day(period.first, unit, number), shift_day(period.last, unit, number), period.precision)
    after = shift_day(period.last + DAY, unit, number)
    return Period(shift_day(period.first, unit, number), after - DAY, period.precision)


def narrow(period: Period, part: str) -> Period:
    """Its early, mid or late part: days 1-10, 11-20 and the rest of a month, thirds of other stretches."""
    days = (period.last - period.first).days + 1
    if part not in PARTS or days < WEEK_LENGTH:
        return period
    months, (begin, end) = round(days / MONTH_LENGTH), PARTS[part]
    if period.first.day == 1 and months % 3 == 0:
        third = months // 3
        return make_months(period.first.year, period.first.month + begin * third, (end - begin) * third, "interval")
    third = 10 if period.precision == "month" else days // 3
    last = period.last if end == THIRDS else period.first + DAY * (end * third - 1)
    return Period(period.first + DAY * (begin * third), last, "interval")
