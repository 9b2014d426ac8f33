"""Who is whom, as functions: `import kg` offers them beside the verbs of `kg.api`."""

from collections.abc import Sequence
from pathlib import Path

from kg.api import STORE, Folder
from kg.gazetteer import Gazetteer
from kg.layers import find_tables
from kg.resolve.actors import NamedActor, find_actors
from kg.resolve.resolution import ACTORS
from kg.resolve.run import Resolved, apply
from kg.resolve.sheet import make_sheet
from kg.resolve.suggest import Suggestion, suggest
from kg.rows import Source
from kg.sources import open_source
from kg.store import Store


def resolve(decisions: Folder | None = None, *, actors: Folder | None = None, store: Folder = STORE) -> Resolved:
    """Let a table of decisions, of actors, or both stand in the place of those that the store has.

    The graph is made again from the records, without parsing; docs/resolving.md explains both tables.
    """
    return apply(Path(store), Path(decisions) if decisions else None, Path(actors) if actors else None)


def suggestions(*, store: Folder = STORE, source: Source | None = None) -> list[Suggestion]:
    """Pairs of names that may be one's and that nobody decided on yet, the strongest first."""
    asked = source or open_source(store)
    return suggest(asked, load_gazetteer(asked))


def sheet(*, store: Folder = STORE) -> str:
    """The decisions on the store and then the open suggestions, as a table to fill in and give to `resolve`."""
    opened = Store.open(store)
    return make_sheet(opened.resolution.decisions, suggestions(source=opened))


def actors(
    *,
    unknown: bool = False,
    tables: Sequence[Folder] = (),
    store: Folder = STORE,
    source: Source | None = None,
) -> list[NamedActor]:
    """The actors that reports name, those in most reports first.

    With `unknown` those alone that no table has: built in, of the project, of the store, or among `tables`.
    """
    asked = source or open_source(store)
    return find_actors(asked, load_gazetteer(asked, tables), unknown=unknown)


def load_gazetteer(source: Source, tables: Sequence[Folder] = ()) -> Gazetteer:
    """All tables that a store's actors may stand in."""
    own = source.path / ACTORS if isinstance(source, Store) else None
    return Gazetteer.load([*find_tables(tables), *([own] if own and own.exists() else [])])
