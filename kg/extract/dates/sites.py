"""The words that the time expressions of a sentence hang on."""

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from operator import attrgetter

from kg.extract.dates.sharing import VERBAL
from kg.extract.dates.words import load_kind
from kg.lexicon import load_lemmas
from kg.parsed import Span, Token
from kg.records import DateExpression

BORDERS = frozenset({"since", "until", "till", "before", "after", "by"})
ABOUT = frozenset({"relcl", "acl"})
NAMED = frozenset({"compound", "nummod", "nmod"})
WHERE = attrgetter("start")


def find_spans(trigger: Token, dates: Sequence[DateExpression]) -> Iterator[tuple[DateExpression, Span]]:
    """The dates of the trigger's sentence that may date an event, with their tokens; `dates` stand in order."""
    first, last = (bisect_left(dates, at, key=WHERE) for at in (trigger.sent.start_char, trigger.sent.end_char))
    for date in dates[first:last]:
        if date.value:
            span = trigger.doc.char_span(date.start, date.end)
            if span is not None and not is_border(span):
                yield date, span


def is_border(span: Span) -> bool:
    """Whether a date only tells since, until or by when: "by Friday", "as of Monday", "in the week to 12 May"."""
    word = span.doc[span.start - 1] if span.start > span[0].sent.start else span.root.head
    above = word.head.lower_
    border = bool({word.lower_, span.root.head.lower_} & BORDERS)
    return border or (word.lower_, above) == ("of", "as") or (word.lower_ == "to" and above in load_kind("unit"))


def find_site(span: Span, trigger: Token, others: Container[int]) -> Token:
    """The word that the date hangs on: the first verb or event noun above it; the main verb, if the date opens all."""
    token = span.root
    if token.dep_ in NAMED and names_noun(span):
        return token.head
    while token.head != token:
        token = token.head
        if token == trigger or token.pos_ in VERBAL or token.i in others:
            break
    if said_on(span, token):
        return token.head
    return main_verb(span) or token if token.dep_ in ABOUT else token


def said_on(span: Span, verb: Token) -> bool:
    """Whether a date right behind a verb of speech is its own: "**said on Monday** rebels had attacked"."""
    phrase = span.root.head if span.root.dep_ == "pobj" else span.root
    told = verb.dep_ == "ccomp" and phrase.head == verb and verb.head.lemma_ in load_lemmas("cues")
    return told and phrase.left_edge.i == verb.head.i + 1


def main_verb(span: Span) -> Token | None:
    """The main verb of the sentence that the date opens, where the parser hangs it on a clause about a noun."""
    before = [token for token in span.doc[span[0].sent.start : span.start] if not token.is_space]
    root = next((token for token in span.root.ancestors if token.head is token), span.root)
    opens = len(before) == 1 and before[0].dep_ == "prep"
    return root if opens and root.pos_ in VERBAL else None


def names_noun(span: Span) -> bool:
    """Whether a date only tells which one a noun means: "the 1997 rules", not "in May rebels fled"."""
    token, noun = span.root, span.root.head
    if span.start > 0 and span.doc[span.start - 1].dep_ == "prep":
        return False
    is_time = noun.ent_type_ in {"TIME", "DATE"} or noun.lower_ in load_kind("daypart")
    return noun.tag_.startswith("NN") and not is_time and token.lower_ not in load_kind("deictic")
