"""Time expressions and their days, and the day of an event."""

from kg.extract.dates.attach import date_of
from kg.extract.dates.resolve import find_dates

__all__ = ["date_of", "find_dates"]
