"""How long a piece of work takes."""

import os
from collections.abc import Callable


def busy(work: Callable[[], None]) -> float:
    """The seconds of the processor that it takes, those of the programs that it runs included."""
    start = sum(os.times()[:4])
    work()
    return sum(os.times()[:4]) - start
