"""JSON Lines and CSV: one document a row, the text exactly as given."""

import csv
import json
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import BinaryIO

from kg.errors import DocumentError
from kg.read.decode import MAX_BYTES, decode, read_bytes, read_lines
from kg.read.draft import Draft, Issue, make_draft


def read_json_lines(stream: BinaryIO, name: str) -> Iterator[Draft | Issue]:
    """A document for each line; a line that is none is an issue and the others go on."""
    for number, line in enumerate(read_lines(stream), start=1):
        if line.strip():
            yield read_line(line, f"{name}/{number}")


def read_line(line: bytes, name: str) -> Draft | Issue:
    """The document of one line, or what is wrong with it."""
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Issue(name, "the line is not JSON in UTF-8", lost=True)
    is_object = isinstance(fields, dict)
    return read_row(fields, name) if is_object else Issue(name, "the line is no JSON object", lost=True)


def read_csv(stream: BinaryIO, name: str, delimiter: str = ",") -> Iterator[Draft | Issue]:
    """A document for each row of a table that has a header line with a column `text`."""
    csv.field_size_limit(MAX_BYTES)  # the default, 128 kB, is less than a long report
    table = csv.DictReader(StringIO(decode(read_bytes(stream)), newline=""), delimiter=delimiter)
    try:
        if "text" not in (table.fieldnames or ()):
            raise DocumentError("it has no column 'text': name the columns in the first line")
        for number, row in enumerate(table, start=1):
            yield read_row(row, f"{name}/{number}")
    except csv.Error as error:
        raise DocumentError(f"row {table.line_num} is not CSV: {error}") from error


def read_row(fields: Mapping[str, object], name: str) -> Draft | Issue:
    """The document of one row; without an id it goes by its address, else by file and row number."""
    url = fields.get("url")
    try:
        return make_draft(url if isinstance(url, str) and url else name, fields.get("text"), fields)
    except DocumentError as error:
        return Issue(name, str(error), lost=True)
