"""Near misses: what somebody may have meant by a name that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches


def name_near(name: str, known: Iterable[str]) -> str:
    """The nearest known names as a phrase that follows the unknown one; empty when none is near."""
    names = sorted(known)
    close = get_close_matches(name, names, n=3) or [other for other in names if name and name in other][:3]
    return f", but there is {' or '.join(repr(other) for other in close)}" if close else ""
