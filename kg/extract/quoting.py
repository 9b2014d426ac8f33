"""Who is quoted where a quotation runs over sentences: the subject of the sentence in which it opens."""

from spacy.tokens import Token

from kg.extract.subjects import surface_subject
from kg.tails import QUOTES


def in_quotes(token: Token) -> bool:
    """Whether a quotation mark of the token's paragraph is open before it."""
    return len(_marks(token)) % 2 == 1


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
    start = token.sent.start
    while start > 0 and not (token.doc[start - 1].is_space and "\n\n" in token.doc[start - 1].text):
        start -= 1
    return [mark for mark in token.doc[start : token.i] if mark.text in QUOTES]
