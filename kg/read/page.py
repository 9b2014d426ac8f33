"""HTML pages: the main text without what surrounds it, title and date from the metadata."""

import logging
from collections.abc import Iterator
from typing import Any, BinaryIO

import trafilatura

from kg.boilerplate import is_boilerplate
from kg.errors import DocumentError
from kg.read.decode import decode, read_bytes
from kg.read.draft import Draft, drop_headline, make_draft

# A table of a page is figures, not sentences; a page laid out as a table is still read.
# Only dates that the page declares; the upper bound keeps today's date out of the answer.
DATES = {"original_date": True, "extensive_search": False, "max_date": "9999-12-31"}
OPTIONS: dict[str, Any] = {
    "with_metadata": True,
    "include_comments": False,
    "include_tables": False,
    "date_extraction_params": DATES,
}
for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


def read_page(stream: BinaryIO, name: str) -> Iterator[Draft]:
    """The one document of a page; DocumentError when no main text is found."""
    page = extract(decode(read_bytes(stream)))
    lines = (line.strip().removeprefix("- ") for line in (page.text or "").splitlines())
    text = "\n\n".join(line for line in lines if line and not is_boilerplate(line))
    fields = {"title": page.title, "date": page.date, "source": page.sitename, "url": page.url}
    yield drop_headline(make_draft(name, text, fields))


def extract(html: str) -> trafilatura.settings.Document:
    """What the library finds in a page, DocumentError when that is nothing or the page breaks it."""
    try:
        page = trafilatura.bare_extraction(html, **OPTIONS)
    except Exception as error:
        raise DocumentError("the page cannot be parsed: save its text instead") from error
    if not isinstance(page, trafilatura.settings.Document):
        raise DocumentError("no main text was found in the page: save its text instead")
    return page
