"""Where a sentence sets its events: the place told before its clause, else the place phrases left in it.

The parser hangs such phrases on whatever stands near: "In Quilla, Ancash, farmers blocked the road".
"""

from spacy.tokens import Token

from kg.extract.kinds import Kinds
from kg.extract.phrases import core, phrase
from kg.extract.syntax import children

INSIDE = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "throughout", "within"})
MAX_OPENING = 14
MAX_BACK = 8


def find_setting(anchor: Token, kinds: Kinds) -> list[Token]:
    """The named place that opens the anchor's sentence, else the nearest in it, else what opened before."""
    found = _phrases(anchor, kinds)
    nearest = sorted(found, key=lambda pair: abs(pair[0].i - anchor.i))
    return find_opening(anchor, kinds) or [head for _, head in nearest[:1]] or _carried(anchor, kinds)


def find_opening(anchor: Token, kinds: Kinds) -> list[Token]:
    """The named place that opens the anchor's sentence: "In Quilla, farmers"."""
    return [head for word, head in _phrases(anchor, kinds) if _opens(word, anchor)][:1]


def _carried(anchor: Token, kinds: Kinds) -> list[Token]:
    """The place that opened an earlier sentence of the paragraph, where none of the sentences since tells another."""
    token = anchor
    for _ in range(MAX_BACK):
        start = token.sent.start
        if start == 0 or "\n\n" in token.doc[start - 1].text:
            break
        token = token.doc[start - 1]
        opening = find_opening(token.sent[-1], kinds)
        if opening or _phrases(token, kinds):
            return opening
    return []


def _phrases(anchor: Token, kinds: Kinds) -> list[tuple[Token, Token]]:
    words = [token for token in anchor.sent if token.lower_ in INSIDE and token.pos_ == "ADP"]
    return [(word, head) for word in words for head in _places(word, kinds)]


def _places(preposition: Token, kinds: Kinds) -> list[Token]:
    heads = [inner for head in children(preposition, "pobj") for inner in core(head)]
    return [head for head in heads if "place" in kinds(head) and is_named(head)]


def is_named(head: Token) -> bool:
    """Whether a name stands in the phrase: "Rawson", "the Tilma district"."""
    return any(token.text[:1].isupper() for token in phrase(head) if token.tag_ != "DT")


def _opens(preposition: Token, anchor: Token) -> bool:
    """Whether the phrase stands at the start of the sentence, before its verb."""
    start = anchor.sent.start
    between = anchor.doc[start : preposition.i]
    early = preposition.i < anchor.i and preposition.i - start < MAX_OPENING
    return early and not any(token.pos_ == "VERB" for token in between)
