"""Tables for people who look at a terminal."""

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kg.rows import Rows, shortened


def print_table(rows: Rows, base: str, width: int | None = None) -> None:
    """Print the rows as a drawn table, as wide as the terminal."""
    table = Table(*(escape(column) for column in rows.columns))
    for cells in shortened(rows, base):
        table.add_row(*(escape(cell) for cell in cells))
    Console(width=width).print(table)
