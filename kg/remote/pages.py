"""Long answers in pages: servers cap their rows, and some refuse a high OFFSET.

A page begins after the last node of the one before. Rows of one node stay together: the last node of a full page
comes whole on the next.
"""

from collections.abc import Callable, Iterator

import pyoxigraph as ox

from kg.errors import EndpointError
from kg.rows import Rows, Term

PAGE = 5000
Row = tuple[Term | None, ...]
DOCUMENTS = """
PREFIX ckg: <https://w3id.org/conflict-kg/ontology#>
SELECT DISTINCT ?document WHERE { ?document ckg:sha256 ?digest }
"""


def page_query(text: str, variable: str, after: str, *, prefix: str = "", ends: str = "") -> str:
    """A SELECT query whose last brace closes its group, for the rows whose node comes after `after`."""
    head, brace, _ = text.rpartition("}")
    key = f"STR(?{variable})"
    begins = f" FILTER(STRSTARTS({key}, {ox.Literal(prefix)}))" if prefix else ""
    return f"{head}FILTER({key} > {ox.Literal(after)}){begins} {brace} {ends} ORDER BY {key} LIMIT {PAGE}"


def read_pages(select: Callable[[str], Rows], query_after: Callable[[str], str]) -> Iterator[Row]:
    """All rows of a query, page by page; the first column is the node that orders them."""
    after, is_last = "", False
    while not is_last:
        rows = select(query_after(after)).rows
        is_last = len(rows) < PAGE
        last = key(rows[-1]) if rows else ""
        whole = rows if is_last else tuple(row for row in rows if key(row) != last)
        if not is_last and not whole:
            raise EndpointError(
                f"the server holds more than {PAGE} statements about {last}: use a store instead"
            )
        after = key(whole[-1]) if whole else ""
        yield from whole


def key(row: Row) -> str:
    """The node that the row is about."""
    return row[0].value if row[0] else ""
