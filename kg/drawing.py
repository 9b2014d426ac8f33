"""Tables for people who look at a terminal."""

from collections.abc import Sequence
from textwrap import wrap

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kg.rows import Rows, shortened

# What gets a third of the width at least; names, kinds and dates share the rest.
PROSE = {"sentence", "laterSentence", "summary", "definition"}
LINE, WORD = 20, 25  # what a line of prose needs, and the longest word that no column breaks, in characters
GAP = 3  # between two columns


def print_table(rows: Rows, base: str, width: int | None = None) -> None:
    """Print the rows as a drawn table, or, where the terminal is too narrow for it, each row as a list.

    Who has a name is shown by it, without the node, and columns that are empty are left out: the other forms
    have everything.
    """
    console = Console(width=width)
    shown = [number for number in range(len(rows.columns)) if is_shown(rows, number)]
    names = [rows.columns[number].removesuffix("Name") for number in shown]
    cells = [[row[number] for number in shown] for row in shortened(rows, base)]
    if sum(need + GAP for need in find_needs(names, cells)) - GAP > console.width:
        print_lists(console, names, cells)
    else:
        console.print(draw_table(names, cells, console.width))


def draw_table(names: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> Table:
    """The cells under their names; half of what the words leave free goes to columns that are no prose."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    needs = find_needs(names, cells)
    spare = (width - sum(need + GAP for need in needs) + GAP) // (2 * len(names))
    for name, need in zip(names, needs, strict=True):
        most = None if name in PROSE else need + max(0, spare)
        table.add_column(escape(name), overflow="fold", min_width=need, max_width=most)
    for row in cells:
        table.add_row(*map(escape, row))
    return table


def print_lists(console: Console, names: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
    """Print each row as a list, a name and its value a line; what is empty is left out."""
    indent = max(map(len, names)) + 2
    for row in cells:
        for name, value in zip(names, row, strict=True):
            lines = wrap(value, max(LINE, console.width - indent), break_on_hyphens=False)
            for head, line in zip([name, *[""] * len(lines)], lines, strict=False):
                console.print(
                    f"[bold]{escape(head.ljust(indent))}[/bold]{escape(line)}", highlight=False, soft_wrap=True
                )
        console.print()


def find_needs(names: Sequence[str], cells: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column must be to break no word, unless a very long one."""
    needs = [
        max(map(len, [name, *(word for row in cells for word in row[at].split())])) for at, name in enumerate(names)
    ]
    return [LINE if name in PROSE else min(WORD, need) for name, need in zip(names, needs, strict=True)]


def is_shown(rows: Rows, number: int) -> bool:
    """Whether a column has something to say that the column of names beside it does not."""
    named = f"{rows.columns[number]}Name" in rows.columns
    return not named and (not rows.rows or any(row[number] is not None for row in rows.rows))
