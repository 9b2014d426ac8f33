"""Which of a document's time expressions is the day of an event."""

from collections.abc import Container, Sequence

from kg.extract.dates.sharing import (
    VERBAL,
    clause_above,
    clause_of,
    has_subject,
    is_amid,
    is_fronted,
    is_meanwhile,
    is_remembered,
)
from kg.extract.dates.sites import ABOUT, NAMED, find_site, find_spans
from kg.extract.dates.tense import find_tense
from kg.extract.governors import rows_over
from kg.extract.presupposed import is_to_infinitive
from kg.parsed import Span, Token
from kg.records import DateExpression

COMPLEMENTS = frozenset({"relcl", "ccomp", "acl"})
ASIDE = frozenset({"acl", "xcomp", "amod"})
WITHIN = frozenset({"relcl", "advcl", "ccomp"})
WANTED = frozenset({"planned", "threatened", "demanded"})
NOTHING: frozenset[int] = frozenset()
Hung = tuple[DateExpression, Span, Token]


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
    hung = [(date, span, find_site(span, trigger, others)) for date, span in find_spans(trigger, dates)]
    if is_remembered(trigger):
        hung = [each for each in hung if each[1].root.dep_ in NAMED]
    free = [each for each in hung if each[2] == trigger or not (each[2].i in cues or is_resolve(trigger, *each[1:]))]
    own = next((date for date, span, site in hung if is_own(trigger, span, site)), None)
    shared = find_shared(trigger, hung if trigger.i in cues else free, others)
    if is_heading(trigger):
        return next((date for date, _, _ in hung), None)
    return own or shared or (find_lone(trigger, free, others) if len(hung) == 1 else None)


def is_heading(trigger: Token) -> bool:
    """Whether the word stands before a colon, for what is told behind it: "Looting: On 9 May rebels took cattle"."""
    return trigger.i + 1 < len(trigger.doc) and trigger.nbor().text == ":"


def is_own(trigger: Token, span: Span, site: Token) -> bool:
    """Whether the date hangs on the trigger, its doer, a clause about it, or follows it: "a raid that began Monday".

    So it does on the noun before it: "the protests and **riots** last week".
    """
    noun = trigger.pos_ == "NOUN"
    follows = noun and span.start == trigger.i + 1
    joined = noun and trigger.dep_ == "conj" and site == trigger.head and span.start > trigger.i
    about = site.head == trigger and (site.dep_ in ABOUT or site.dep_ == "nsubj")
    return site == trigger or follows or joined or about


def is_resolve(trigger: Token, span: Span, site: Token) -> bool:
    """Whether a date tells when somebody meant to do what is yet to come: "vowed **on Sunday** to attack"."""
    goal = next((token for token in (trigger, *trigger.ancestors) if token.head == site != token), trigger)
    wanted = is_to_infinitive(goal) and any(row["modality"] in WANTED for row in rows_over(goal, site))
    return wanted and site.i < span.start < goal.i


def find_shared(trigger: Token, hung: Sequence[Hung], others: Container[int]) -> DateExpression | None:
    """The date of the nearest clause that the trigger shares the time of; a date in front reaches farther down."""
    clause, apart = clause_of(trigger, others), False
    while clause is not None:
        for date, span, site in hung:
            if site == clause and (not apart or is_fronted(span, site)):
                return date
        apart |= has_subject(clause)
        clause = clause_above(clause, others)
    return None


def find_lone(trigger: Token, hung: Sequence[Hung], others: Container[int]) -> DateExpression | None:
    """The one date of the sentence, unless another event has it or it tells when something else was."""
    for date, span, site in hung:
        if is_amid(site, trigger, others) or (site.dep_ == "advcl" and is_meanwhile(site, trigger, others)):
            return date
        aside = is_within(span, site) and not is_meanwhile(site, trigger, others)
        if not (aside or site.i in others or is_subordinate(trigger)):
            return date
    return None


def is_subordinate(trigger: Token) -> bool:
    """Whether the trigger stands in a relative or reported clause, whose time is its own."""
    verb = trigger
    while verb.pos_ not in VERBAL and verb.head != verb:
        verb = verb.head
    return verb.dep_ in COMPLEMENTS


def is_within(span: Span, site: Token) -> bool:
    """Whether the date belongs to a noun or a clause beside the main one: "the 1997 rules", "as May nears"."""
    ahead = site.dep_ in ASIDE and find_tense(span) == "future"
    return span.root.dep_ in NAMED or site.dep_ in WITHIN or ahead
