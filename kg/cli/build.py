"""The verbs that take documents in, or out again: build, extract, load, remove."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

import kg
from kg.cli.place import Place, target_options
from kg.cli.progress import Progress
from kg.cli.verb import Verb, open_output, output_option, say, store_option

if TYPE_CHECKING:
    from kg.report import Summary

paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
published_option = click.option("--published", metavar="DATE", help="Day for documents that have no date.")
actors_option = click.option(
    "--actors", multiple=True, metavar="FILE", help="Table of actors of your own; the last wins."
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Say only which documents were lost.")


class Choices(TypedDict):
    """What a user may choose for a build, as `kg.build` takes it."""

    fresh: bool
    published: str | None
    base: str | None
    actors: tuple[str, ...]


@click.command(
    cls=Verb,
    examples=(
        "kg build seeds",
        "kg build seeds/pretoria-truce.md --store tigray --fresh",
        "kg build - --published 2022-10-18 < report.txt",
    ),
)
@paths_argument
@store_option
@click.option("--fresh", is_flag=True, help="Start over; the old store stays until the new one is done.")
@published_option
@actors_option
@click.option("--base", metavar="IRI", help="What the names of nodes begin with, in a new store.")
@quiet_option
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def build(paths: tuple[str, ...], store: str, quiet: bool, as_json: bool, **choices: Unpack[Choices]) -> int:
    """Read reports and put what they say into the store.

    PATH is a file, a folder or - for standard input: text, Markdown, HTML, JSON Lines or CSV.
    New documents are added, changed ones replaced, unchanged ones skipped.
    """
    with Progress(quiet, paths) as told:
        summary = kg.build(*paths, store=store, on_issue=told.issue, on_document=told.document, **choices)
    if as_json:
        click.echo(json.dumps({"store": store, **asdict(summary)}, ensure_ascii=False))
    elif not quiet:
        click.echo(tell_summary(summary, store))
    return 1 if summary.lost else 0


def tell_summary(summary: "Summary", store: str) -> str:
    """The summary of a run in two lines."""
    done = tell_numbers(summary, ("new", "replaced", "unchanged", "lost"))
    held = tell_numbers(summary, ("documents", "events", "actors", "ties"))
    return f"documents: {done}; {summary.seconds} seconds\n{store} holds {held}"


def tell_numbers(summary: "Summary", names: tuple[str, ...]) -> str:
    """Some numbers of a summary as a phrase."""
    return ", ".join(f"{getattr(summary, name)} {name}" for name in names)


@click.command(
    cls=Verb,
    examples=("kg extract seeds -o records.jsonl", "kg extract seeds/pretoria-truce.md > truce.jsonl"),
)
@paths_argument
@output_option
@published_option
@actors_option
@quiet_option
def extract(paths: tuple[str, ...], output: str, published: str | None, actors: tuple[str, ...], quiet: bool) -> int:
    """Write what reports say as records, JSON Lines, without a store.

    docs/records.md explains every field; 'kg load' puts records into a store.
    """
    from kg.records import to_json

    with Progress(quiet, paths) as told, open_output(output) as out:
        for records in kg.extract(*paths, published=published, actors=actors, on_issue=told.issue):
            out.writelines(f"{to_json(record)}\n".encode() for record in records)
            told.document(records[0].document)
    return 1 if told.lost else 0


@click.command(
    cls=Verb,
    examples=(
        "kg load truce.jsonl",
        "kg extract seeds | kg load - --store war",
        "kg load truce.jsonl --endpoint http://127.0.0.1:7878/query --update-url http://127.0.0.1:7878/update",
    ),
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@target_options
@quiet_option
def load(files: tuple[str, ...], place: Place, quiet: bool) -> int:
    """Put records, as 'kg extract' writes them, into the store or a SPARQL server.

    A document of records replaces the one of the same name. docs/servers.md tells how to set up a server;
    user and password for it come from KG_USER and KG_PASSWORD.
    """
    server = place.open_server()
    with Progress(quiet) as told:
        number = kg.load(*files, store=place.store, base=place.base, server=server, on_issue=told.issue)
    if not quiet:
        say(f"loaded {number} documents into {place}")
    return 1 if told.lost else 0


@click.command(cls=Verb, examples=("kg remove pretoria-truce", "kg remove kuwait-invasion khartoum-clashes"))
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@target_options
def remove(documents: tuple[str, ...], place: Place) -> int:
    """Withdraw documents, and all that only they support, from the store.

    DOCUMENT is a name that 'kg query documents' lists.
    """
    for slug in kg.remove(*documents, store=place.store, server=place.open_server()):
        say(f"removed {slug} from {place}")
    return 0
