"""The verbs that give the graph away or look it over: network, export, check."""

import json
from dataclasses import asdict

import click

import kg
from kg.cli.place import Place, place_options
from kg.cli.verb import Verb, form_option, make_rows, open_output, output_option, say, show_rows, store_option

MEASURES = ("label", "kind", "country", "degree", "weighted_degree", "betweenness", "community", "actor")


@click.command(
    cls=Verb,
    examples=(
        "kg network -o network.html",
        "kg network -o network.png",
        "kg network --actor 'Vladimir Putin' --hops 2 -o putin.html",
        "kg network --measures -O csv -o actors.csv",
    ),
)
@place_options
@click.option(
    "-o", "--output", metavar="FILE", help="File to write: .html, .png, .svg, .gexf, .graphml or .json."
)
@click.option("--measures", "as_table", is_flag=True, help="Write the table of actors and their measures.")
@click.option("--local", is_flag=True, help="Take in unnamed parties, such as 'two gunmen'.")
@click.option("--actor", metavar="NAME", help="Only this actor, by name or IRI, and who is tied to it.")
@click.option(
    "--hops", type=click.IntRange(min=1), default=1, show_default=True, help="How many ties away from --actor."
)
@click.option("--title", metavar="TEXT", help="Title of the page or picture.")
@form_option
def network(
    place: Place,
    output: str | None,
    as_table: bool,
    local: bool,
    actor: str | None,
    hops: int,
    title: str | None,
    form: str,
) -> int:
    """Write the network of actors: who is tied to whom, with the sentences behind each tie.

    docs/networks.md says which events tie two actors, what dashed lines mean and what the weight counts.
    """
    if as_table:
        measures = kg.measures(source=place.ask(), include_local=local)
        rows = [[getattr(row, name) for name in MEASURES] for row in measures]
        show_rows(make_rows(MEASURES, rows), form, output or "-")
        return 0
    if output is None:
        raise click.UsageError("Name the file with -o, as -o network.html, or ask for --measures.")
    done = kg.network(output, source=place.ask(), include_local=local, title=title, actor=actor, hops=hops, told=say)
    left = f", the {done.left_out} with fewest events left out" if done.left_out else ""
    say(f"{output}: {done.actors} actors{left}, {done.ties} ties, {done.communities} communities")
    return 0


@click.command(
    cls=Verb,
    examples=(
        "kg export nquads -o graph.nq",
        "kg export turtle --with-ontology",
        "kg export records -o records.jsonl",
    ),
)
@click.argument("form", metavar="nquads|ntriples|trig|turtle|jsonld|records")
@store_option
@output_option
@click.option("--with-ontology", is_flag=True, help="Include the ontology's own graph.")
def export(form: str, store: str, output: str, with_ontology: bool) -> int:
    """Write the graph of the store; the same reports always give the same bytes.

    Turtle and N-Triples hold the union of all graphs; records are what 'kg extract' writes.
    """
    from io import BytesIO

    made = BytesIO()  # nothing is written, and no file emptied, before all went well
    kg.export(form, made, store=store, ontology=with_ontology)
    with open_output(output) as out:
        out.write(made.getbuffer())
    return 0


@click.command(cls=Verb, examples=("kg check", "kg check --json"))
@place_options
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def check(place: Place, as_json: bool) -> int:
    """Look for what should not be in the store, by SHACL shapes and by queries that should find nothing."""
    report = kg.check(source=place.open())
    if as_json:
        findings = [asdict(finding) for finding in report.findings]
        click.echo(json.dumps({"conforms": report.conforms, "findings": findings}, ensure_ascii=False))
    elif report.findings:
        columns = ("severity", "check", "node", "message", "sentence")
        rows = [[getattr(finding, column) for column in columns] for finding in report.findings]
        show_rows(make_rows(columns, rows), "table")
    if not as_json:
        verdict = "conforms" if report.conforms else "does not conform"
        say(f"{place} {verdict}, {len(report.findings)} findings")
    return 0 if report.conforms else 1
