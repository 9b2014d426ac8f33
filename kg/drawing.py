"""Tables for people who look at a terminal."""

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kg.rows import Rows, shortened

# What gets a third of the width at least; names, kinds and dates share the rest.
PROSE = {"sentence", "laterSentence", "summary", "definition"}


def print_table(rows: Rows, base: str, width: int | None = None) -> None:
    """Print the rows as a drawn table, as wide as the terminal.

    Who has a name is shown by it, without the node, and columns that are empty are left out: the other forms
    have everything.
    """
    console = Console(width=width)
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    shown = [number for number in range(len(rows.columns)) if is_shown(rows, number)]
    narrow = max(8, min(22, 2 * console.width // 3 // max(1, len(shown) - 1) - 2))
    for number in shown:
        column = rows.columns[number]
        table.add_column(
            escape(column.removesuffix("Name")), overflow="fold", max_width=None if column in PROSE else narrow
        )
    for cells in shortened(rows, base):
        table.add_row(*(escape(cells[number]) for number in shown))
    console.print(table)


def is_shown(rows: Rows, number: int) -> bool:
    """Whether a column has something to say that the column of names beside it does not."""
    named = f"{rows.columns[number]}Name" in rows.columns
    return not named and (not rows.rows or any(row[number] is not None for row in rows.rows))
