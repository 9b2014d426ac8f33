"""How long a piece of work takes."""

import time
from collections.abc import Callable


def took(work: Callable[[], None]) -> float:
    """The seconds that it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
