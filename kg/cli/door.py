"""The door of the program: which verb is called, and how it ends when something goes wrong.

Exit codes: 0 fine, 1 a document was lost or a check has findings, 2 the request was wrong, 3 our bug,
130 interrupted.
"""

import errno
import os
import sys
import traceback
from collections.abc import Sequence

import click

from kg.cli.ask import explain, queries, query, stats, types
from kg.cli.build import build, extract, load, remove
from kg.cli.give import check, export, network
from kg.cli.resolve import actors, resolve
from kg.cli.serve import serve
from kg.cli.verb import Verbs, say
from kg.errors import KgError

BUG, INTERRUPTED, CLOSED_PIPE = 3, 130, 141
VERBS = (
    build,
    query,
    queries,
    network,
    explain,
    serve,
    check,
    export,
    extract,
    load,
    stats,
    types,
    remove,
    resolve,
    actors,
)


@click.group("kg", cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="conflict-kg", prog_name="kg", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the whole story of an error.")
def group(debug: bool) -> None:
    """Turn conflict reporting into a graph in which every triple leads back to its sentence.

    Work is done on a store, a folder that 'kg build' makes; --store names it, kg-store is the default.
    """


for verb in VERBS:
    group.add_command(verb)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and exit with its code; every error is one line on standard error."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    code = run(given)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = leave_pipe()
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """The exit code of one command."""
    debug = "--debug" in arguments  # click empties the list
    try:
        with group.make_context("kg", arguments) as context:
            return group.invoke(context) or 0
    except click.exceptions.Exit as end:
        return end.exit_code
    except Exception as error:  # the one place that catches everything
        if debug:
            traceback.print_exception(error)
        return answer(error)
    except KeyboardInterrupt:
        say("interrupted: what was finished is kept, and the same command goes on from there")
        return INTERRUPTED


def answer(error: Exception) -> int:
    """Tell an error in one line; its exit code."""
    if isinstance(error, BrokenPipeError):
        return leave_pipe()
    if isinstance(error, click.UsageError):
        where = error.ctx.command_path if error.ctx else "kg"
        say(f"{one_line(error.format_message())} Try '{where} --help'.")
        return error.exit_code
    if isinstance(error, click.ClickException | KgError):
        say(one_line(error.format_message() if isinstance(error, click.ClickException) else str(error)))
        return error.exit_code
    if isinstance(error, OSError) and error.errno:
        return refuse(error)
    say(f"this is a bug of kg, please report it ({one_line(repr(error))}); 'kg --debug ...' shows where")
    return BUG


def refuse(error: OSError) -> int:
    """Tell that the system refused a file, which is a request we cannot fulfil."""
    advice = "free some space" if error.errno == errno.ENOSPC else "name another file or change its rights"
    say(f"{error.filename or 'the output'} cannot be used: {error.strerror}; {advice}")
    return KgError.exit_code


def leave_pipe() -> int:
    """Leave quietly when nobody reads the output any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return CLOSED_PIPE


def one_line(text: str) -> str:
    """The text without line breaks."""
    return " ".join(text.split())
