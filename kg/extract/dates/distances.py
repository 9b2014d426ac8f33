"""How far a time lies from an event: "two days after the raid", "the third day of the siege", "the eve of the vote"."""

from dataclasses import dataclass, replace

from kg.extract.dates.matches import Match
from kg.extract.dates.period import DAY, FINE, WITHIN_DAY, Period, make_interval, make_unit, shift, shift_day
from kg.extract.dates.words import load_hedges

DISTANCE = "distance"
BACK = frozenset({"before", "eve", "prior to"})
SHORT = frozenset({"hour", "minute"})
RANKED = frozenset({"week", "month", "year"})


@dataclass(frozen=True, slots=True)
class Distance:
    """So many units after an event, before it when negative; `stretch` where all the time between is meant.

    Of a stretch so many units are left out: the third week of a siege leaves out two.
    """

    unit: str
    number: int
    stretch: bool = False
    left_out: int = 0

    def from_event(self, event: Period) -> Period | None:
        """The time that lies so far from the event; None where the event's own date is too vague for it."""
        if not self.fits(event):
            return None
        if self.stretch:
            return self.reach(event)
        if self.unit == "anniversary":
            return shift(event, "year", self.number)
        base = event.last if self.number > 0 else event.first
        unit = "week" if self.unit == "fortnight" else self.unit
        return make_unit(unit, shift_day(base, self.unit, self.number)) if self.number else event

    def to_event(self, time: Period) -> Period | None:
        """The day of the event that the time lies so far from."""
        if self.stretch and self.unit not in SHORT:
            return None
        return replace(self, number=-self.number).from_event(time)

    def fits(self, period: Period) -> bool:
        """Whether a date is as fine as the unit that is counted from it."""
        unit = "day" if self.unit in WITHIN_DAY else "week" if self.unit == "fortnight" else self.unit
        return self.unit == "anniversary" or FINE.get(period.precision, 9) <= FINE.get(unit, -1)

    def reach(self, event: Period) -> Period | None:
        """The stretch from the event on, or up to it."""
        if self.unit in SHORT:
            return make_interval(*sorted((event.first, event.first + DAY * self.number)))
        begin = shift_day(event.first, self.unit, self.left_out)
        end = shift_day(begin, self.unit, self.number)
        return make_interval(begin, end - DAY) if self.number > 0 else make_interval(end, begin)


def read_distance(match: Match) -> Distance | None:
    """The distance that the words tell; None where they leave it open, as "days after" and "over a week after" do."""
    direction, unit = (
        match.word("direction"),
        match.word("units") or match.word("unit") or match.word("daypart") or "day",
    )
    number, kind = match.count(), load_hedges().get(match.word("hedge"), "")
    rank = match.integer("rank")
    if direction == "anniversary" and (rank or number):
        return Distance("anniversary", rank or number or 0)
    if rank is not None:
        return read_rank(unit, rank)
    if direction == "of":
        return Distance(unit, 0)
    sign = -1 if direction in BACK else 1
    if unit in SHORT:
        return Distance(unit, sign, stretch=unit == "hour")
    if number is None or kind == "floor":
        return None
    return Distance(unit, sign * number, stretch=kind == "ceiling" or direction == "within")


def read_rank(unit: str, rank: int) -> Distance:
    """The third day lies two days after the first; the first week is the seven days from it."""
    if unit in RANKED:
        return Distance(unit, 1, stretch=True, left_out=rank - 1)
    return Distance(unit, rank - 1)
