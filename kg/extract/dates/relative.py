"""Reads expressions that count from the day of publication: weekdays, last week, two days ago."""

import datetime

from kg.extract.dates.anchored import read_anchored, read_anchored_weekday
from kg.extract.dates.context import AHEAD, ANCHORED, BACKWARD, Context
from kg.extract.dates.matches import Match
from kg.extract.dates.period import DAY, Period, make_day, make_interval, make_unit, narrow, shift, shift_day

WEEK = datetime.timedelta(7)
FRIDAY = 4


def read_weekday(match: Match, context: Context) -> Period | None:
    """Rule 1: the latest such day up to publication, the next one where the words look ahead."""
    relation, weekday = match.word("relation"), match.integer("weekday") or 0
    if relation in ANCHORED:
        return read_anchored_weekday(weekday, relation, context)
    if context.today is None:
        return None
    if match.how == "weekday-of-week":
        monday = context.today - datetime.timedelta(context.today.weekday())
        return make_day(monday + BACKWARD.get(relation, 0) * WEEK + datetime.timedelta(weekday))
    back = datetime.timedelta((context.today.weekday() - weekday) % 7)
    ahead = datetime.timedelta((weekday - context.today.weekday()) % 7)
    if relation == "next" or (relation in {"", "this"} and context.tense in AHEAD):
        return make_day(context.today + (ahead or (WEEK if relation else ahead)))
    return make_day(context.today - (back or (WEEK if relation == "last" else back)))


def read_relative(match: Match, context: Context) -> Period | None:
    """Rule 3: last, this or next week, month, year; early, mid or late in it."""
    relation, unit = match.word("relation") or "this", match.word("unit")
    goes_on = relation == "next" and "article" in match.values and context.tense == "past" and context.near
    if relation in ANCHORED or goes_on:
        return read_anchored(match, context)
    if context.today is None:
        return None
    number = BACKWARD.get(relation, 0)
    if unit == "weekend" and relation == "the":
        number = 0 if context.tense == "future" or context.today.weekday() > FRIDAY else -1
    if unit == "day":
        return make_day(shift_day(context.today, "day", number))
    period = make_unit(unit, shift_day(context.today, "week" if unit == "weekend" else unit, number))
    return narrow(period, match.word("part")) if period else None


def read_ago(match: Match, context: Context) -> Period | None:
    """Rule 4: two days ago, a year ago; beside a quarter or month, that one of the year before."""
    number, unit = match.count(), match.word("units")
    if number is None:
        return None
    beside = context.quarter or (context.beside if context.beside and context.beside.precision == "month" else None)
    if unit in {"year", "quarter"} and number == 1 and beside:
        return shift(beside, unit, -1)
    finer = match.word("unit") or ("day" if match.word("exact") else unit)
    return make_unit(finer, shift_day(context.today, unit, -number)) if context.today else None


def read_ahead(match: Match, context: Context) -> Period | None:
    """In two weeks' time, three days from now."""
    number, unit = match.integer("number"), match.word("units")
    return make_unit(unit, shift_day(context.today, unit, number)) if context.today and number else None


def read_by_then(match: Match, context: Context) -> Period | None:
    """By then, "in two weeks", after a verb that looks ahead; a mere duration after another."""
    number, unit = match.integer("number"), match.word("units")
    if not (context.today and number and context.tense == "future"):
        return None
    return make_interval(context.today, shift_day(context.today, unit, number))


def read_span(match: Match, context: Context) -> Period | None:
    """The days to or from publication: "the past three days", "the next two weeks"."""
    number, unit, relation = match.count(), match.word("units"), match.word("relation").split()[-1]
    if not (context.today and number):
        return None
    ahead = relation in {"next", "coming", "following"}
    if relation in {"following", "preceding", "previous"} or (relation == "next" and context.tense == "past"):
        return read_span_beside(unit, number if ahead else -number, context)
    other = shift_day(context.today, unit, number if ahead else -number)
    return make_interval(min(context.today, other), max(context.today, other))


def read_span_beside(unit: str, number: int, context: Context) -> Period | None:
    """The days that follow the time named last, or lead up to it: "over the next two weeks they burned six towns"."""
    if not context.near or unit in {"hour", "minute"}:
        return None
    first, last = context.near[0].first, context.near[0].last + DAY
    begin, end = (last, shift_day(last, unit, number)) if number > 0 else (shift_day(first, unit, number), first)
    return make_interval(begin, end - DAY)


def read_deictic(match: Match, context: Context) -> Period | None:
    """Today, yesterday, last night, tomorrow."""
    days = datetime.timedelta(match.integer("deictic") or 0)
    return make_day(context.today + days) if context.today else None


def read_end(match: Match, context: Context) -> Period | None:
    """The last day of the month or year; of the one before where the words look back."""
    if context.today is None:
        return None
    unit = make_unit(match.word("unit"), context.today)
    before = shift(unit, match.word("unit"), -1) if unit and context.tense == "past" else unit
    return make_day(before.last) if before else None


def read_nothing(match: Match, context: Context) -> Period | None:  # noqa: ARG001
    """Rules 7 and 8: vague times and durations are no dates."""
    return None
