"""Functions of a token that think once: what they find is kept with the token."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from kg.parsed.token import Token

More = ParamSpec("More")
Found = TypeVar("Found")


def once(find: Callable[Concatenate[Token, More], Found]) -> Callable[Concatenate[Token, More], Found]:
    """The function, which answers from memory when it is asked the same again; nobody may change what it returns."""

    @wraps(find)
    def remember(token: Token, /, *more: More.args, **named: More.kwargs) -> Found:
        asked = (find, more, *named.items())
        if asked not in token.found:
            token.found[asked] = find(token, *more, **named)
        known: Found = token.found[asked]
        return known

    return remember
