"""Runs of capitalised words, small words inside them included: "Catole do Rocha", "Ain al-Asad"."""

from collections.abc import Iterator

from kg.lexicon import load_lemmas
from kg.parsed import Doc, Span, Token

NO_NAMES = frozenset(
    {"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "LANGUAGE", "LAW", "EVENT"}
)
OPENING = frozenset({"near", "in", "at", "on", "from", "outside", "inside", "around", "across", "after", "before"})
MAX_WORDS = 7


def find_runs(doc: Doc) -> Iterator[Span]:
    """The longest runs of capitalised words, in the order of the text."""
    index = 0
    while index < len(doc):
        token = doc[index]
        if _is_capital(token) or _is_prefix(token):
            end = _end_of_run(token)
            if end - index <= MAX_WORDS:
                yield doc[index:end]
            index = end
        else:
            index += 1


def trim(span: Span) -> Span:
    """The span without articles, honorifics, punctuation and an opening preposition before it, nor "'s" after it."""
    start, end = span.start, span.end
    while start < end and (is_no_start(span.doc[start]) or (end - start > 1 and _is_honorific(span.doc[start]))):
        start += 1
    while end > start and (span.doc[end - 1].tag_ == "POS" or not span.doc[end - 1].text[-1].isalnum()):
        end -= 1
    return span.doc[start:end]


def _is_honorific(token: Token) -> bool:
    return token.lower_.rstrip(".") in load_lemmas("honorifics")


def is_no_start(token: Token) -> bool:
    """Whether no name begins with this word."""
    opens = token.is_sent_start and token.lower_ in OPENING
    return token.lower_ in {"the", "a", "an"} or token.is_punct or token.is_space or bool(opens)


def _end_of_run(token: Token) -> int:
    """Where the run ends; particles and hyphens go on only before another capital."""
    doc, end, ahead = token.doc, token.i + 1, token.i + 1
    if is_no_start(token):
        return end
    while ahead < len(doc) and (_is_capital(doc[ahead]) or _joins(doc[ahead])):
        end = ahead + 1 if _is_capital(doc[ahead]) else end
        ahead += 1
    return end


def _joins(token: Token) -> bool:
    """Whether the word may stand inside a name: a particle, or a hyphen or apostrophe without spaces."""
    tight = not token.whitespace_ and token.i > 0 and not token.nbor(-1).whitespace_
    english = token.pos_ == "ADP" and token.lower_ == "at" and bool(token.whitespace_)  # not the "at" of "at-Tall"
    return (_is_particle(token) and not english) or (token.text in {"-", "'"} and tight)


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.ent_type_ not in NO_NAMES


def _is_prefix(token: Token) -> bool:
    """Whether a small word opens a name: "al-Hilla"."""
    if not _is_particle(token):
        return False
    ahead = token.doc[token.i + 1 : token.i + 3]
    return len(ahead) > 1 and ahead[0].text == "-" and ahead[1].text[:1].isupper()


def _is_particle(token: Token) -> bool:
    return token.lower_ in load_lemmas("name-particles")
