"""What a request of the SPARQL 1.1 Protocol asks; what is no read-only query of this store alone is refused."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

FORM, QUERY, UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
LONGEST = 1_000_000
# What cannot hold a keyword comes first: escapes in names, long strings, strings, IRIs, comments, variables, and
# names with a prefix.
TOKEN = re.compile(
    r'''\\. | """(?:\\.|[^\\])*?""" | \'\'\'(?:\\.|[^\\])*?\'\'\' | "(?:\\.|[^"\\\n\r])*" | '(?:\\.|[^'\\\n\r])*'
    | <[^<>"{}|^`\\\x00-\x20]*> | \#[^\n\r]* | [?$@]\w+ | [\w.-]*:[\w.-]* | (?P<word>\b(?:SERVICE|FROM)\b)''',
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


@dataclass(frozen=True, slots=True)
class Question:
    """A query, the graphs that the request names for it, and the form it asks for outside the Accept header.

    `names_graphs` tells that the query has a FROM of its own.
    """

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    form: str = ""
    names_graphs: bool = False


class RefusalError(Exception):
    """A request that is not answered: an HTTP status and a line that says why."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason


def read_question(method: str, search: str, content_type: str, body: bytes) -> Question:
    """The question of a request; RefusalError when it is none, or one that would change or leave the store."""
    kind = content_type.partition(";")[0].strip().casefold()
    if kind == UPDATE:
        raise RefusalError(403, "this endpoint is read-only: use 'kg build', 'kg load' or 'kg remove'")
    if method == "POST" and kind not in {FORM, QUERY}:
        raise RefusalError(415, f"send a form, or a query as {QUERY}")
    fields = parse_qs(decode(body) if method == "POST" and kind == FORM else search)
    if "update" in fields:
        raise RefusalError(403, "this endpoint is read-only: use 'kg build', 'kg load' or 'kg remove'")
    text = decode(body) if method == "POST" and kind == QUERY else find_query(fields)
    words = find_words(text)
    if "SERVICE" in words:
        raise RefusalError(403, "SERVICE is not served: this endpoint asks no other host")
    return Question(
        text,
        tuple(fields.get("default-graph-uri", ())),
        tuple(fields.get("named-graph-uri", ())),
        fields.get("format", [""])[0],
        "FROM" in words,
    )


def decode(body: bytes) -> str:
    """The text of a body."""
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise RefusalError(400, f"the query is not UTF-8: {error.reason}") from error


def find_query(fields: Mapping[str, Sequence[str]]) -> str:
    """The one query among the fields."""
    queries = fields.get("query", ())
    if len(queries) != 1:
        raise RefusalError(400, "name one query: /sparql?query=SELECT...; the page at / has examples")
    return queries[0]


def find_words(text: str) -> set[str]:
    """Which of the keywords SERVICE and FROM the query has; a doubtful one counts as there."""
    plain = CODE_POINT.sub(lambda match: read_code_point(match[1] or match[2]), text)
    matches = (match for version in {text, plain} for match in TOKEN.finditer(version))
    return {match["word"].upper() for match in matches if match["word"]}


def read_code_point(digits: str) -> str:
    """The character that an escape stands for."""
    number = int(digits, 16)
    return chr(number) if number < 0x110000 else ""  # noqa: PLR2004 - the end of Unicode
