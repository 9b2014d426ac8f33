"""Which reader reads what: a format is one row of the table."""

from functools import partial
from io import BufferedReader

from kg.errors import DocumentError
from kg.read.draft import Reader
from kg.read.page import read_page
from kg.read.prose import read_markdown, read_text
from kg.read.rows import read_csv, read_json_lines

READERS: dict[str, Reader] = {
    ".csv": read_csv,
    ".htm": read_page,
    ".html": read_page,
    ".jsonl": read_json_lines,
    ".markdown": read_markdown,
    ".md": read_markdown,
    ".ndjson": read_json_lines,
    ".text": read_text,
    ".tsv": partial(read_csv, delimiter="\t"),
    ".txt": read_text,
    ".xhtml": read_page,
}
ONE_EACH = {read_page, read_markdown, read_text}  # those of files that hold one document
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def find_reader(suffix: str, stream: BufferedReader) -> Reader:
    """The reader for a suffix; without one, the first byte decides."""
    if not suffix:
        return sniff(stream)
    if suffix not in READERS:
        raise DocumentError(f"files that end in {suffix} are not read: convert it to text, HTML, CSV or JSON Lines")
    return READERS[suffix]


def sniff(stream: BufferedReader) -> Reader:
    """JSON Lines if the bytes start with a brace, a page if with a tag, else text."""
    start = stream.peek(512).removeprefix(BYTE_ORDER_MARK).lstrip()[:1]
    return {b"{": read_json_lines, b"<": read_page}.get(start, read_text)
