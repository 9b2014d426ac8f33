"""Who is quoted, to whom, and who where a quotation runs over sentences: the subject of the one in which it opens."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

from kg.extract.sayings import Saying
from kg.extract.subjects import surface_subject
from kg.extract.syntax import children
from kg.lexicon import load_lemmas
from kg.parsed import Doc, Token
from kg.tails import QUOTES


def in_quotes(token: Token) -> bool:
    """Whether a quotation mark of the token's paragraph is open before it."""
    return len(_marks(token)) % 2 == 1


def speakers_of(pronoun: Token, sayings: Iterable[Saying]) -> list[Token]:
    """Who says the words that a pronoun stands in, where they are quoted."""
    around = [s for s in sayings if s.content[0] <= pronoun.i < s.content[1]]
    return [s.source for s in around if s.source is not None and (s.direct or in_quotes(pronoun))]


def addressed_in(pronoun: Token, sayings: Iterable[Saying]) -> list[Token]:
    """Whom the words around a pronoun are told: "he told **reporters**"."""
    verbs = [s.verb for s in sayings if s.content[0] <= pronoun.i < s.content[1]]
    tells = [verb for verb in verbs if load_lemmas("cues").get(verb.lemma_, {}).get("object") == "whom"]
    return [head for verb in tells for head in children(verb, "dobj", "dative")]


def quoting_subject(token: Token) -> list[Token]:
    """The subject of the sentence that opens the quotation around the token, where it stands before it."""
    mark = _marks(token)[-1]
    before = mark.doc[max(mark.sent.start - 1, 0)].sent
    for sentence in (mark.sent, before):
        subjects = [head for head in surface_subject(sentence.root) if head.i < mark.i]
        if subjects:
            return subjects
    return []


def _marks(token: Token) -> list[Token]:
    """The quotation marks of the paragraph before the token."""
    marks, breaks = _borders(token.doc)
    paragraph = bisect_left(breaks, token.i)
    start = breaks[paragraph - 1] if paragraph else 0
    return [token.doc[index] for index in marks[bisect_left(marks, start) : bisect_left(marks, token.i)]]


@lru_cache(maxsize=1)
def _borders(doc: Doc) -> tuple[list[int], list[int]]:
    """Where the quotation marks and the paragraph breaks of a document stand."""
    marks = [token.i for token in doc if token.text in QUOTES]
    return marks, [token.i for token in doc if token.is_space and "\n\n" in token.text]
