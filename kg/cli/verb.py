"""What all verbs share: examples in their help, common options, and where they write."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from kg.rows import Rows

Function = TypeVar("Function", bound=Callable[..., Any])
STDOUT = "-"


class Verb(click.Command):
    """A command whose help ends with examples; the tests run them."""

    def __init__(self, *args: Any, examples: Sequence[str] = (), **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.examples = tuple(examples)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the examples as they are typed."""
        with formatter.section("Examples"):
            for example in self.examples:
                formatter.write(f"  {example}\n")


class Verbs(click.Group):
    """The group of all verbs, in the order in which they are of use."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the verbs as they were added."""
        return list(self.commands)


def store_option(function: Function) -> Function:
    """Add the option that says which store to work on."""
    about = "Folder of the store."
    return click.option("--store", default="kg-store", show_default=True, metavar="DIR", help=about)(function)


def output_option(function: Function) -> Function:
    """Add the option that says where results go."""
    about = "File to write; - is standard output."
    return click.option("-o", "--output", default=STDOUT, show_default=True, metavar="FILE", help=about)(
        function
    )


def form_option(function: Function) -> Function:
    """Add the option that says in which form a table is written."""
    about = "Form of the table: table, csv, tsv, json, xml or markdown."
    return click.option("-O", "--output-format", "form", default="table", show_default=True, help=about)(
        function
    )


def say(message: str) -> None:
    """One line of talk, on standard error."""
    click.echo(f"kg: {message}", err=True)


@contextmanager
def open_output(path: str) -> Iterator[IO[bytes]]:
    """The stream to write to."""
    if path == STDOUT:
        yield sys.stdout.buffer
        return
    with Path(path).open("wb") as file:
        yield file


def show_rows(rows: "Rows", form: str, output: str = STDOUT, base: str = "") -> None:
    """Write a table: drawn for a terminal, one row a line for everything else."""
    if form == "table" and output == STDOUT and sys.stdout.isatty():
        from kg.drawing import print_table

        print_table(rows, base)
        return
    from kg.rows import write_rows

    text = write_rows(rows, form, base=base)
    with open_output(output) as out:
        out.write(text.encode())


def make_rows(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> "Rows":
    """Plain values as the rows of a table."""
    import pyoxigraph as ox

    from kg.rows import Rows

    cells = (tuple(None if cell is None else ox.Literal(str(cell)) for cell in row) for row in rows)
    return Rows(tuple(columns), tuple(cells))
