"""What the reading of a time expression may lean on."""

from dataclasses import dataclass

from kg.extract.dates.period import Day, Period

PLAIN = {"last": -1, "before": -1, "this": 0, "same": 0, "the": 0, "next": 1, "after": 1}
BACKWARD = {**PLAIN, "before last": -2, "after next": 2}
ANCHORED = frozenset({"before", "after", "same"})
AHEAD = frozenset({"future", "present"})


@dataclass(frozen=True, slots=True)
class Context:
    """The day of publication or of the quote, the times named before, and the tense around the expression.

    `anchor` is the last day named nearby, `coarse` the last week, month or longer stretch, `quarter` the last
    quarter of the document. Each stands in for the other where only one was named. `near` are all of them, the
    last first; `beside` is the last one of the same sentence, `story` that of a past year with which the text goes on.
    """

    today: Day | None
    anchor: Period | None = None
    coarse: Period | None = None
    quarter: Period | None = None
    tense: str = "past"
    near: tuple[Period, ...] = ()
    beside: Period | None = None
    story: Period | None = None
