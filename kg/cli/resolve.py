"""The verbs that settle who is whom: resolve, actors."""

from dataclasses import astuple
from typing import TYPE_CHECKING

import click

import kg
from kg.cli.place import Place, place_options
from kg.cli.verb import Verb, form_option, make_rows, open_output, output_option, say, show_rows

if TYPE_CHECKING:
    from kg.resolve.run import Resolved

PAIRS = (
    "score", "reason", "left", "left_name", "left_documents", "left_sentence",
    "right", "right_name", "right_documents", "right_sentence",
)  # fmt: skip
ACTORS = ("name", "kind", "country", "documents", "events", "known", "actor", "sentence")


@click.command(
    cls=Verb,
    examples=(
        "kg resolve",
        "kg resolve --sheet decisions.tsv",
        "kg resolve --decisions decisions.tsv",
    ),
)
@click.option("--sheet", metavar="FILE", help="Write the decisions made and the open pairs as a table to fill in.")
@click.option("--decisions", metavar="FILE", help="Let this table stand in the place of the decisions made.")
@click.option(
    "--actors", metavar="FILE", help="Let the store know this table of actors, without reading reports again."
)
@place_options
@form_option
@output_option
def resolve(sheet: str | None, decisions: str | None, actors: str | None, place: Place, form: str, output: str) -> int:
    """List pairs of names that may be one, or apply what was decided on them.

    Likeness only suggests. In the table, write same, different or unsure under verdict. What is not in the table
    you give any more is undone: the graph is as it was before. docs/resolving.md tells more.
    """
    if place.endpoint and (decisions or actors or sheet):
        raise click.UsageError("Decisions are kept with a store: give --store, then load what it exports.")
    if decisions or actors:
        tell_outcome(kg.resolve(decisions, actors=actors, store=place.store), place.store)
    elif sheet:
        with open_output(sheet) as out:
            out.write(kg.sheet(store=place.store).encode())
    else:
        found = kg.suggestions(source=place.ask())
        show_rows(make_rows(PAIRS, [astuple(pair) for pair in found]), form, output)
    return 0


def tell_outcome(done: "Resolved", store: str) -> None:
    """What was applied, in a line or two."""
    say(
        f"{store}: {done.decisions} decisions ({done.new} new, {done.changed} changed, {done.withdrawn} withdrawn), "
        f"{len(done.documents)} documents made again"
    )
    if done.absent:
        say(f"note: no report has {', '.join(done.absent)}; such decisions wait")


@click.command(
    cls=Verb,
    examples=("kg actors", "kg actors --unknown", "kg actors --unknown --table -o mine.tsv"),
)
@click.option("--unknown", is_flag=True, help="Only those that no table of actors has.")
@click.option(
    "--table", "as_table", is_flag=True, help="Write rows for a table of your own, to be given with --actors."
)
@click.option("--actors", "tables", multiple=True, metavar="FILE", help="Table of actors of your own, as for build.")
@place_options
@form_option
@output_option
def actors(unknown: bool, as_table: bool, tables: tuple[str, ...], place: Place, form: str, output: str) -> int:
    """List the actors that reports name, those in most reports first."""
    found = kg.actors(unknown=unknown, tables=tables, source=place.ask())
    if not as_table:
        rows = [[getattr(actor, column) for column in ACTORS] for actor in found]
        show_rows(make_rows(ACTORS, rows), form, output)
        return 0
    from kg.resolve.actors import COLUMNS, to_table
    from kg.resolve.sheet import write_sheet

    with open_output(output) as out:
        out.write(write_sheet(to_table(found), COLUMNS).encode())
    return 0
