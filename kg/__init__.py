"""Conflict reporting as a graph in which every triple leads back to its sentence; docs/python.md shows how.

Each verb of the command line is a function here: `kg.build("reports/")`, `kg.query("who-announced-what")`.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if sys.version_info < (3, 11):  # noqa: UP036 - who runs a checkout with an old Python gets a sentence
    sys.exit("kg needs Python 3.11 or newer, and this is %d.%d: try python3.11" % sys.version_info[:2])  # noqa: UP031

if TYPE_CHECKING:
    from kg.api import (
        check,
        explain,
        export,
        extract,
        load,
        measures,
        network,
        queries,
        query,
        remove,
        serve,
        stats,
        types,
    )
    from kg.build import build
    from kg.errors import KgError
    from kg.resolve.verbs import actors, resolve, sheet, suggestions
    from kg.store import Store

__all__ = [
    "KgError",
    "Store",
    "actors",
    "build",
    "check",
    "explain",
    "export",
    "extract",
    "load",
    "measures",
    "network",
    "queries",
    "query",
    "remove",
    "resolve",
    "serve",
    "sheet",
    "stats",
    "suggestions",
    "types",
]
HOMES = {"KgError": "kg.errors", "Store": "kg.store", "build": "kg.build"} | dict.fromkeys(
    ("actors", "resolve", "sheet", "suggestions"), "kg.resolve.verbs"
)


class _Package(ModuleType):
    """The package: its names are looked up when they are first used, so that importing it costs nothing."""

    def __getattr__(self, name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module 'kg' has no attribute '{name}'")
        value = getattr(import_module(HOMES.get(name, "kg.api")), name)
        setattr(self, name, value)
        return value

    def __setattr__(self, name: str, value: object) -> None:
        # Importing the module kg.query would put it where the function kg.query belongs.
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _Package
