"""Which of a document's time expressions is the day of an event."""

from collections.abc import Container, Iterator, Sequence

from kg.parsed import Span, Token
from kg.records import DateExpression

BORDERS = frozenset({"since", "until", "till", "before", "after", "by"})
VERBAL = frozenset({"VERB", "AUX"})
SHARED = frozenset({"xcomp", "advcl", "conj", "acl", "prep", "pcomp"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
NOTHING: frozenset[int] = frozenset()


def date_of(
    trigger: Token,
    dates: Sequence[DateExpression],
    others: Container[int] = NOTHING,
    cues: Container[int] = NOTHING,
) -> DateExpression | None:
    """The date that the trigger's own clause gives it, else the only unclaimed one of the sentence.

    `others` are the token indices of the other triggers, `cues` those of words that report speech: a date
    that hangs on one of them is its own. Borders ("since 2014", "until Friday") date nothing. None when in
    doubt. The sentence here is the parsed segment, so a date in a reporting tail is never taken.
    """
    sites = [(date, span, find_site(span, trigger, others)) for date, span in find_spans(trigger, dates)]
    free = [(date, span, site) for date, span, site in sites if site == trigger or site.i not in cues]
    for accepts in (is_own, is_of_clause, is_inherited):
        found = [date for date, span, site in free if accepts(trigger, span, site)]
        if found:
            return found[0]
    lone = [date for date, _, site in free if site.i not in others]
    return lone[0] if len(lone) == len(sites) == 1 and not is_subordinate(trigger) else None


def find_spans(trigger: Token, dates: Sequence[DateExpression]) -> Iterator[tuple[DateExpression, Span]]:
    """The dates of the trigger's sentence that may date an event, with their tokens."""
    sentence = trigger.sent
    for date in dates:
        if date.value and sentence.start_char <= date.start < sentence.end_char:
            span = trigger.doc.char_span(date.start, date.end)
            if span is not None and span.root.head.lower_ not in BORDERS:
                yield date, span


def find_site(span: Span, trigger: Token, others: Container[int]) -> Token:
    """The word that the date hangs on: the first verb or event noun above it."""
    token = span.root
    while token.head != token:
        token = token.head
        if token == trigger or token.pos_ in VERBAL or token.i in others:
            break
    return token


def find_clause(trigger: Token) -> Token:
    """The verb of the trigger's clause: itself, or the one that its noun phrase depends on."""
    token = trigger
    while token.pos_ not in VERBAL and token.head != token:
        token = token.head
    return token


def is_own(trigger: Token, span: Span, site: Token) -> bool:  # noqa: ARG001
    """Whether the date hangs on the trigger, its doer or a clause about it: "the raid that began Monday"."""
    about = site.dep_ in {"relcl", "acl"} and site.head == trigger
    return site == trigger or about or (site.dep_ == "nsubj" and site.head == trigger)


def is_of_clause(trigger: Token, span: Span, site: Token) -> bool:  # noqa: ARG001
    """Whether the date hangs on the verb of the trigger's clause."""
    return site == find_clause(trigger)


def is_inherited(trigger: Token, span: Span, site: Token) -> bool:
    """Whether the trigger's clause shares the date: an infinitive, a participle, or after a date in front."""
    clause = find_clause(trigger)
    fronted = span.start < min((child.i for child in site.children if child.dep_ in SUBJECTS), default=site.i)
    while clause.dep_ in SHARED and clause != site:
        if not fronted and has_subject(clause):
            return False
        clause = next((above for above in clause.ancestors if above.pos_ in VERBAL), clause.sent.root)
    return clause == site


def has_subject(verb: Token) -> bool:
    """Whether the verb has a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in verb.children)


def is_subordinate(trigger: Token) -> bool:
    """Whether the trigger stands in a relative or reported clause, whose time is its own."""
    return find_clause(trigger).dep_ in {"relcl", "ccomp", "acl"}
