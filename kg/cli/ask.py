"""The verbs that ask: query, queries, explain, stats, types."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

import kg
from kg.cli.place import Place, place_options
from kg.cli.verb import Verb, form_option, make_rows, output_option, say, show_rows

if TYPE_CHECKING:
    from kg.catalogue import TypeEntry
    from kg.explain import Evidence


@click.command(
    cls=Verb,
    examples=(
        "kg query who-announced-what",
        "kg query who-said-what -p actor='Vladimir Putin' -O csv -o said.csv",
        "kg query timeline -p actor=Russia --endpoint http://127.0.0.1:7878/query",
    ),
)
@click.argument("name", required=False)
@click.option(
    "-p", "--param", "params", multiple=True, metavar="NAME=VALUE", help="Give a parameter its value."
)
@click.option("--file", "path", metavar="FILE", help="Run a query of your own, a file that ends in .rq.")
@place_options
@form_option
@output_option
def query(
    name: str | None,
    params: tuple[str, ...],
    path: str | None,
    place: Place,
    form: str,
    output: str,
) -> int:
    """Ask a question that has a name; 'kg queries' lists them.

    Actors, places and types can be given by name, as "Vladimir Putin", or by IRI.
    """
    if (name is None) == (path is None):
        raise click.UsageError("Give the name of a query or a file with --file, not both: see 'kg queries'.")
    source = place.ask()
    rows = kg.query(name or str(path), parse_params(params), source=source, told=say)
    show_rows(rows, form, output, source.base)
    return 0


def parse_params(params: tuple[str, ...]) -> dict[str, str]:
    """The values by the names of parameters."""
    pairs = [param.partition("=") for param in params]
    for name, sign, _ in pairs:
        if not sign:
            raise click.UsageError(f"-p {name} has no value: write it as -p {name}=VALUE.")
    return {name: value for name, _, value in pairs}


@click.command(cls=Verb, examples=("kg queries", "kg queries --show who-announced-what"))
@click.option("--show", metavar="NAME", help="Print one query with its parameters and an example.")
@form_option
@output_option
def queries(show: str | None, form: str, output: str) -> int:
    """List the questions that can be asked by name."""
    if show:
        from kg.library import load_query, tell_query

        click.echo(tell_query(load_query(show)))
        return 0
    rows = [(q.family, q.name, " ".join(q.parameters), q.summary) for q in kg.queries()]
    show_rows(make_rows(("family", "name", "parameters", "summary"), rows), form, output)
    return 0


@click.command(
    cls=Verb,
    examples=(
        "kg explain 'Vladimir Putin'",
        "kg explain 'James Baker' ckg:metWith 'Eduard Shevardnadze'",
        "kg explain --text 'Rebels shelled the airport on Sunday, the army said.'",
    ),
)
@click.argument("what", nargs=-1, metavar="NODE | SUBJECT PROPERTY OBJECT")
@click.option("--text", metavar="SENTENCE", help="Show instead how this sentence is understood.")
@place_options
@click.option("--json", "as_json", is_flag=True, help="Print the evidence as JSON.")
def explain(what: tuple[str, ...], text: str | None, place: Place, as_json: bool) -> int:
    """Show the sentences behind a node of the graph, or behind a direct triple."""
    if text:
        from kg.tell import tell

        click.echo(tell(text))
        return 0
    if not what:
        raise click.UsageError("Name a node, a triple, or a sentence with --text.")
    found = kg.explain(*split_triple(what), source=place.ask(), told=say).evidence
    if as_json:
        click.echo(json.dumps([asdict(item) for item in found], ensure_ascii=False))
    else:
        click.echo("\n\n".join(map(tell_evidence, found)))
    return 0


def split_triple(what: tuple[str, ...]) -> tuple[str, ...]:
    """The three parts of a triple that was given as one word: 'actor/a ckg:attacked actor/b'."""
    parts = what[0].split()
    is_triple = len(what) == 1 and len(parts) == 3 and parts[1].startswith(("ckg:", "<http", "http"))  # noqa: PLR2004
    return tuple(parts) if is_triple else what


def tell_evidence(item: "Evidence") -> str:
    """One sentence, where it stands, and what was understood there."""
    status = [word for word in (item.polarity, item.modality) if word not in {"", "positive", "actual"}]
    understood = ", ".join([f"{item.kind} “{' '.join(item.words.split())}”", *status])
    sentence, report = " ".join(item.sentence.split()), item.title or item.document
    return f"{sentence}\n  {report}: {understood}\n  {item.statement}"


@click.command(cls=Verb, examples=("kg stats", "kg stats --json"))
@place_options
@click.option("--json", "as_json", is_flag=True, help="Print the numbers as JSON.")
def stats(place: Place, as_json: bool) -> int:
    """Say what the store holds, in numbers."""
    found = kg.stats(source=place.ask())
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False))
    else:
        named = [(what, number) for what, number in found.counts.items()]
        typed = [(f"event: {label}", number) for label, number in found.events.items()]
        show_rows(make_rows(("what", "number"), [*named, *typed]), "table")
    return 0


@click.command(cls=Verb, examples=("kg types", "kg types Shelling"))
@click.argument("name", required=False)
@form_option
@output_option
def types(name: str | None, form: str, output: str) -> int:
    """List the event types, or show what makes one fire and which codes it has."""
    found = kg.types(name)
    if name:
        click.echo(tell_type(found[0]))
        return 0
    rows = [
        (entry.name, " > ".join(entry.types[1:]), len(entry.triggers), entry.definition) for entry in found
    ]
    show_rows(make_rows(("type", "is a", "triggers", "definition"), rows), form, output)
    return 0


def tell_type(entry: "TypeEntry") -> str:
    """One event type: meaning, place, example, codes and triggers."""
    lines = [f"{entry.name}: {entry.definition}", f"  is a {' > '.join(entry.types[1:]) or 'Event'}"]
    if entry.example:
        lines.append(f"  as in: {entry.example}")
    lines += [f"  {system} {code}" for system, code in sorted(entry.codes.items())]
    for trigger in entry.triggers:
        lines.append(f"  {trigger.pos} {', '.join(trigger.forms)} ({trigger.name}): {trigger.examples[0]}")
    return "\n".join(lines)
