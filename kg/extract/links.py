"""How the events of a document hang together: what brought a death about, and what neighbours share."""


from kg.extract.dates.words import load_kind
from kg.extract.drafts import Draft
from kg.extract.fillers import Filler
from kg.extract.slots import noun_slots
from kg.extract.status import HAPPENED
from kg.extract.subjects import surface_subject
from kg.extract.support import governing_verb
from kg.extract.syntax import children, is_verb
from kg.parsed import Token
from kg.vocabulary import Vocabulary

CAUSING = ("in", "by", "from", "after", "during", "when", "amid", "following", "of")
AFTER = frozenset({"after", "before", "following"})
RESULTS = frozenset({"oprd", "acomp", "ccomp", "xcomp", "dobj"})  # "leaving five **dead**"
MAX_CLIMB = 3
SHARED_ROLES = ("agent", "place")


def link_events(drafts: list[Draft], vocabulary: Vocabulary) -> None:
    """Tie consequences to what caused them, then let each take from its cause what its own words leave open."""
    by_anchor = {draft.anchor.i: draft for draft in drafts}
    for draft in drafts:
        if vocabulary.is_consequence(draft.type):
            draft.cause = _find_cause(draft, by_anchor, vocabulary)
            _drop_events(draft, by_anchor)
            _widen_type(draft, vocabulary)
    for draft in drafts:
        if draft.cause is not None:
            _inherit(draft, draft.cause)
            draft.cause.struck += draft.heads("patient")
    for draft, other in ((d, d.cause) for d in drafts if d.cause is not None):
        _share_time_and_place(other, draft)


def _find_cause(draft: Draft, by_anchor: dict[int, Draft], vocabulary: Vocabulary) -> Draft | None:
    """The event that the consequence's words name: as subject, in a causing phrase, or as the clause above it."""
    slots = draft.candidate.slots
    heads = [head for name in ("subject", "@agent", *CAUSING) for head in slots.get(name)]
    heads += [head for result in slots.get("as") for head in noun_slots(result).get("of")]
    verb = governing_verb(draft.anchor) if draft.anchor.pos_ == "NOUN" else None
    heads += surface_subject(verb) if verb is not None else []
    above, below = _clauses_above(draft.anchor), _clauses_below(draft.anchor)
    for token in [*heads, *_left_behind(draft.anchor), *above, *below, *_clauses_on(heads)]:
        found = by_anchor.get(token.i)
        if found is not None and found is not draft and vocabulary.is_causing(found.type) and not _is_apart(token):
            return found
    return None


def _is_apart(event: Token) -> bool:
    """Whether the words say how much time lies between: "died two days **after** the raid"."""
    links = [link for link in (event.head, *children(event, "mark")) if link.lower_ in AFTER and link.i]
    return any(link.nbor(-1).lower_ in {**load_kind("unit"), **load_kind("daypart")} for link in links)


def _widen_type(draft: Draft, vocabulary: Vocabulary) -> None:
    """Who is killed in a crash or flood died: with such a cause an event is only what its superclass tells."""
    kind = vocabulary.event_types[draft.type]
    if draft.cause is not None and kind.not_caused_by & set(draft.cause.types):
        draft.type, draft.types = kind.parent, draft.types[1:]


def _clauses_above(anchor: Token) -> list[Token]:
    """The verb that a participle of result hangs on ("opened fire, killing 11"), or that the noun's clause follows."""
    chain: list[Token] = []
    token = anchor.head if anchor.pos_ == "ADJ" and anchor.dep_ in RESULTS else anchor
    while token.dep_ in {"advcl", "conj", "acl", "relcl", "dobj"} and token.head != token and len(chain) < MAX_CLIMB:
        told = token == anchor and token.dep_ == "dobj"
        token = token.head
        chain += [] if told else [token]
    return chain


def _left_behind(anchor: Token) -> list[Token]:
    """The words before "that left ten dead", the nearest first, as the parser often hangs it on the wrong one."""
    verb = anchor.head if anchor.dep_ in RESULTS | {"conj"} else anchor
    bare = verb.lemma_ == "leave" and verb.dep_ == "relcl"
    told = [child for child in children(verb, "nsubj") if child.lower_ in {"that", "which"}] if bare else []
    return [token for subject in told for token in verb.doc[verb.sent.start : subject.i]][::-1]


def _clauses_below(anchor: Token) -> list[Token]:
    """Clauses that tell when or how it happened, and what acts there: "20 were hurt when an **earthquake** struck"."""
    joined = [verb for verb in children(anchor, "conj") if verb.tag_ == anchor.tag_]
    below = [clause for verb in (anchor, *joined) for clause in children(verb, "advcl") if is_verb(clause)]
    return below + [subject for clause in below for subject in children(clause, "nsubj")]


def _clauses_on(heads: list[Token]) -> list[Token]:
    """Clauses that tell how a means worked: "were killed by a bomb that **exploded** under their car"."""
    return [verb for head in heads for verb in children(head, "acl", "relcl") if is_verb(verb)]


def _drop_events(draft: Draft, by_anchor: dict[int, Draft]) -> None:
    """An event that stands as the doer ("the attack killed five") is a cause, not an agent."""
    draft.fillers = [f for f in draft.fillers if f.role != "agent" or f.head.i not in by_anchor]


def _inherit(draft: Draft, cause: Draft) -> None:
    """Take over from the cause who did it, where and when."""
    means = cause.heads("instrument")
    draft.fillers = [Filler("instrument" if f.head in means else f.role, f.head) for f in draft.fillers]
    for role in SHARED_ROLES:
        if not draft.heads(role):
            draft.fillers += [Filler(role, head) for head in cause.heads(role) if head not in draft.heads("patient")]
    if draft.status.modality in HAPPENED or cause.status.modality not in HAPPENED:
        draft.date = draft.date or cause.date


def _share_time_and_place(cause: Draft, draft: Draft) -> None:
    cause.date = cause.date or draft.date
    if not cause.heads("place"):
        cause.fillers += [Filler("place", head) for head in draft.heads("place")]
