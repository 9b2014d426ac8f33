"""Long answers in pages: servers cap their rows, and some refuse a high OFFSET.

A page begins after the last key of the one before. Rows with one key stay together: the last key of a full page
comes whole on the next.
"""

from collections.abc import Callable, Iterator

import pyoxigraph as ox

from kg.errors import EndpointError
from kg.rows import Rows, Term

PAGE = 5000
Row = tuple[Term | None, ...]


def page_query(columns: str, group: str, by: str, after: str, *, ends: str = "") -> str:
    """A SELECT query of these columns and group pattern, for the rows whose key, `by`, comes after `after`."""
    pattern = f"{{ {group} BIND({by} AS ?key) FILTER(?key > {ox.Literal(after)}) }}"
    return f"SELECT ?key {columns} WHERE {pattern} {ends} ORDER BY ?key LIMIT {PAGE}"


def read_pages(select: Callable[[str], Rows], query_after: Callable[[str], str]) -> Iterator[Row]:
    """All rows of a query, page by page, without the key that orders them."""
    after, is_last = "", False
    while not is_last:
        rows = select(query_after(after)).rows
        is_last = len(rows) < PAGE
        last = key(rows[-1]) if rows else ""
        whole = rows if is_last else tuple(row for row in rows if key(row) != last)
        if not is_last and not whole:
            raise EndpointError(f"the server holds {PAGE} or more values of {last}: use a store instead")
        after = key(whole[-1]) if whole else ""
        yield from (row[1:] for row in whole)


def key(row: Row) -> str:
    """What orders the row."""
    return row[0].value if row[0] else ""
