"""The verb that serves: a store at an address on this machine."""

import click

import kg
from kg.cli.verb import Verb, say, store_option


@click.command(cls=Verb, examples=("kg serve", "kg serve --store war --port 7878 --timeout 120"))
@store_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    metavar="N",
    help="Port to listen on; 0 is any that is free.",
)
@click.option(
    "--timeout",
    "seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=30,
    show_default=True,
    metavar="SECONDS",
    help="How long a query may take.",
)
def serve(store: str, port: int, seconds: float) -> int:
    """Serve the store on this machine: a page at /, a read-only SPARQL endpoint at /sparql.

    A build that ends meanwhile is seen at once. Other machines cannot reach it.
    """
    kg.serve(store=store, port=port, seconds=seconds, told=say)
    return 0
