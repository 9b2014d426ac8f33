"""Plain text and Markdown, with or without YAML front matter."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import BinaryIO

import yaml
from frontmatter.default_handlers import YAMLHandler
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kg.boilerplate import drop_boilerplate
from kg.errors import DocumentError
from kg.read.decode import decode, read_bytes
from kg.read.draft import Draft, drop_headline, make_draft

MAX_HEADLINE = 150
BREAKS = {"softbreak", "hardbreak"}
WORDS = {"text", "code_inline"}
# An indented paragraph is prose here, not a listing.
MARKDOWN = MarkdownIt("commonmark").disable("code")
FRONT_MATTER = YAMLHandler()


def read_text(stream: BinaryIO, name: str) -> Iterator[Draft]:
    """The one document of a plain text file."""
    fields, text = split_front_matter(to_text(read_bytes(stream)))
    yield make_draft(name, drop_boilerplate(text), {"title": find_headline(text), **fields})


def read_markdown(stream: BinaryIO, name: str) -> Iterator[Draft]:
    """The one document of a Markdown file, its markup removed."""
    fields, text = split_front_matter(to_text(read_bytes(stream)))
    try:
        tokens = MARKDOWN.parse(text)
    except Exception as error:
        raise DocumentError(f"its Markdown cannot be parsed: {error}") from error
    draft = make_draft(name, drop_boilerplate(to_plain(tokens)), {"title": find_heading(tokens), **fields})
    yield drop_headline(draft)


def to_text(data: bytes) -> str:
    """The characters of a file, with one kind of line break."""
    return decode(data).replace("\r\n", "\n").replace("\r", "\n")


def split_front_matter(text: str) -> tuple[dict[str, object], str]:
    """The fields of the YAML front matter and the text after it; no fields where there is none."""
    try:
        before, matter, body = FRONT_MATTER.FM_BOUNDARY.split(text, 2)
    except ValueError:  # fewer than two lines of dashes
        return {}, text
    fields = None if before.strip() else load_fields(matter) or {}
    return (fields, body.lstrip("\n")) if isinstance(fields, dict) else ({}, text)


def load_fields(matter: str) -> object:
    """What the front matter says; DocumentError when it is no YAML."""
    try:
        # All values stay strings: a date that is none must not stop the file.
        return FRONT_MATTER.load(matter, Loader=yaml.BaseLoader)
    except Exception as error:  # the library lets more out than its own errors
        raise DocumentError("its front matter is not YAML: mend what stands between the lines ---") from error


def find_headline(text: str) -> str | None:
    """The first line, where it looks like a headline: short, alone, and no sentence."""
    first, _, rest = text.lstrip().partition("\n")
    is_alone = rest.startswith("\n") and bool(rest.strip())
    is_short = len(first) <= MAX_HEADLINE and first.rstrip()[-1:] not in {".", "-"}
    return first.strip() if is_alone and is_short else None


def find_heading(tokens: Sequence[Token]) -> str | None:
    """The words of the first heading of the first level."""
    heads = (inner for mark, inner in pairwise(tokens) if mark.type == "heading_open" and mark.tag == "h1")
    return next(map(join_words, heads), None)


def to_plain(tokens: Sequence[Token]) -> str:
    """The words of all blocks, a blank line between two."""
    blocks = (token.content if token.type == "fence" else join_words(token) for token in tokens)
    return "\n\n".join(block.strip() for block in blocks if block.strip())


def join_words(block: Token) -> str:
    """The words of one block without emphasis, links, images and tags; a line break inside it is a space."""
    parts = block.children or ()
    return "".join(
        " " if part.type in BREAKS else part.content if part.type in WORDS else "" for part in parts
    )
