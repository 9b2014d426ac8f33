"""Time expressions and their days, and the day of an event."""

from kg.extract.dates.attach import date_of
from kg.extract.dates.ranges import drop_ends, drop_stretches
from kg.extract.dates.resolve import find_dates

__all__ = ["date_of", "drop_ends", "drop_stretches", "find_dates"]
