"""Where a verb works: on a store, or on a SPARQL server when one is named."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from kg.cli.verb import say, store_option

if TYPE_CHECKING:
    from kg.remote import Endpoint, Server
    from kg.store import Store

SECONDS = 60
DOUBT = (
    "note: {url} has another ontology than this kg, or gets some queries wrong as Virtuoso 7 does; "
    "docs/servers.md says which"
)
Function = Callable[..., Any]
ENDPOINT = (
    click.option("--endpoint", metavar="URL", help="Work on a SPARQL server instead of a store."),
    click.option("--base", metavar="IRI", help="What the names of nodes begin with, if not as usual."),
    click.option(
        "--timeout",
        "seconds",
        type=click.IntRange(min=1),
        default=SECONDS,
        show_default=True,
        metavar="SECONDS",
        help="How long to wait for the server.",
    ),
)
UPDATES = (
    click.option("--update-url", metavar="URL", help="Where the server takes updates."),
    click.option("--graph-store-url", metavar="URL", help="Where it takes whole graphs, if it does."),
)


@dataclass(frozen=True, slots=True)
class Place:
    """The store or server that the options name; user and password come from KG_USER and KG_PASSWORD."""

    store: str
    endpoint: str | None
    base: str | None
    seconds: int
    update_url: str | None = None
    graph_store_url: str | None = None

    def __str__(self) -> str:
        return self.endpoint or self.store

    def open(self) -> "Store | Endpoint":
        """What can be asked and checked."""
        from kg.sources import open_source

        return open_source(self.store, self.endpoint, self.base, seconds=self.seconds)

    def ask(self) -> "Store | Endpoint":
        """What questions go to; a server whose answers may be wrong is named."""
        source = self.open()
        if self.endpoint:
            from kg.remote import Endpoint
            from kg.remote.copies import climbs_rightly

            if isinstance(source, Endpoint) and not (source.avoids_paths or climbs_rightly(source)):
                say(DOUBT.format(url=self.endpoint))
        return source

    def open_server(self) -> "Server | None":
        """The server to load into; None when the place is a store."""
        from kg.sources import open_server

        if self.endpoint is None:
            if self.update_url or self.graph_store_url:
                raise click.UsageError("Name the server's address for queries too, with --endpoint.")
            return None
        if self.update_url is None:
            raise click.UsageError(
                "Name the address for updates too, as --update-url http://127.0.0.1:7878/update."
            )
        return open_server(
            self.endpoint,
            self.update_url,
            graph_store_url=self.graph_store_url,
            base=self.base,
            seconds=self.seconds,
        )


def place_options(function: Function) -> Function:
    """Add the options that name a store or a server to ask; the verb takes them as `place`."""
    return add_options(function, (store_option, *ENDPOINT))


def target_options(function: Function) -> Function:
    """Add the options that name a store or a server to change; the verb takes them as `place`."""
    return add_options(function, (store_option, *ENDPOINT, *UPDATES))


def add_options(function: Function, options: tuple[Function, ...]) -> Function:
    """The function with these options in front, gathered into one `place`."""

    @wraps(function)
    def gathered(
        *,
        store: str,
        endpoint: str | None,
        base: str | None,
        seconds: int,
        update_url: str | None = None,
        graph_store_url: str | None = None,
        **rest: Any,
    ) -> Any:
        place = Place(store, endpoint, base, seconds, update_url, graph_store_url)
        return function(place=place, **rest)

    for option in reversed(options):
        gathered = option(gathered)
    return gathered
