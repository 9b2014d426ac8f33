"""Drafts that tell nothing of their own: headings of what stands below, nouns that only mention a kind of event."""

from kg.extract.dates.attach import is_heading
from kg.extract.drafts import Draft
from kg.extract.presupposed import carries
from kg.extract.syntax import is_verb
from kg.lexicon import load_lemmas
from kg.parsed import Token

LASTING = frozenset({"hour", "day", "night", "week", "month", "year", "decade"})  # "weeks of riots" tells riots
MARKED = frozenset({"the", "this", "that", "these", "those", "such", "his", "her", "its", "their"})


def drop_headings(drafts: list[Draft]) -> list[Draft]:
    """The drafts without headings of what is told behind them: "Looting: On 9 May rebels looted a farm"."""
    return [draft for draft in drafts if not (is_heading(draft.anchor) and _is_told_below(draft, drafts))]


def _is_told_below(heading: Draft, drafts: list[Draft]) -> bool:
    """Whether an event of the heading's class, or one akin to it, is told behind it in its sentence."""
    below = (d for d in drafts if d.anchor.i > heading.anchor.i and d.anchor.sent == heading.anchor.sent)
    return any(draft.type in heading.types or heading.type in draft.types for draft in below)


def drop_vague(drafts: list[Draft]) -> list[Draft]:
    """The drafts without nouns that only mention a kind of event, unless they brought another about."""
    causes = {id(draft.cause) for draft in drafts}
    return [draft for draft in drafts if id(draft) in causes or not _is_vague(draft)]


def _is_vague(draft: Draft) -> bool:
    """Whether a noun only mentions a kind of event: "a wave of violence", or the heading "Looting:"."""
    phrase_only = draft.anchor.dep_ == "pobj" and not _is_undergone(draft.anchor.head)
    told = draft.fillers or draft.counts or draft.date or not (is_heading(draft.anchor) or phrase_only)
    return (
        draft.candidate.trigger.pos == "noun" and not told and not any(t.lower_ in MARKED for t in draft.anchor.lefts)
    )


def _is_undergone(phrase: Token) -> bool:
    """Whether a phrase says what somebody went through: "put **under curfew**", "went **on hunger strike**"."""
    verb = phrase.head
    told = is_verb(verb) and (phrase.lower_ == "under" or (phrase.lower_ == "on" and verb.lemma_ == "go"))
    return told or _is_measured(verb)


def _is_measured(measure: Token) -> bool:
    """Whether the noun before "of" says how long it went on, or is what a verb brought about: "sparked a **wave**"."""
    carried = measure.dep_ == "dobj" and carries(measure.head)
    return measure.lemma_ in LASTING or (carried and measure.lemma_.lower() in load_lemmas("partitives"))
