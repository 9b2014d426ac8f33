"""Event drafts: what is known of each trigger while the parts of a document are put together."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.arguments import fill_roles
from kg.extract.attribution import Saying, chain_of, find_holders, is_left_unsaid
from kg.extract.counts import Bounds, counts_beside, figure_of_number, is_part, number_of, size_of, toll
from kg.extract.dates import date_of
from kg.extract.fillers import Filler
from kg.extract.goals import is_aim, is_mere_use, verbs_telling
from kg.extract.kinds import Kinds
from kg.extract.means import refine_type, widen_type
from kg.extract.phrases import phrase
from kg.extract.presupposed import carries
from kg.extract.status import Status, find_status
from kg.extract.triggers import Candidate
from kg.extract.whereabouts import is_speech
from kg.parsed import Span, Token
from kg.records import Count, DateExpression
from kg.vocabulary import Vocabulary

MAX_GAP = 4


@dataclass
class Draft:
    """One event before it is written down; later steps fill in its cause, its identity and what it inherits."""

    candidate: Candidate
    type: str
    types: tuple[str, ...]
    fillers: list[Filler]
    status: Status
    chain: list[Saying]
    date: DateExpression | None
    counts: tuple[Count, ...] = ()
    cause: "Draft | None" = None
    struck: list[Token] = field(default_factory=list)
    first: "Draft | None" = field(default=None, repr=False)

    @property
    def anchor(self) -> Token:
        """The word that the event hangs on."""
        return self.candidate.anchor

    @property
    def span(self) -> Span:
        """The words of the trigger where they stand together, else the anchor alone."""
        indices = sorted(word.i for word in self.candidate.words)
        if indices[-1] - indices[0] >= MAX_GAP + len(indices):
            indices = [self.anchor.i]
        return self.anchor.doc[indices[0] : indices[-1] + 1]

    def heads(self, *roles: str) -> list[Token]:
        """The heads of the fillers of these roles."""
        return [filler.head for filler in self.fillers if filler.role in roles]

    @property
    def label(self) -> str:
        """A readable name: the noun phrase of a nominal trigger, else the trigger's words."""
        if self.candidate.trigger.pos != "noun":
            return self.span.text
        span = phrase(self.anchor)
        words = (span[1:] if span[0].tag_ in {"DT", "PRP$"} and len(span) > 1 else span).text
        return words.replace('"', "").strip() or self.span.text


def make_drafts(
    candidates: Sequence[Candidate],
    vocabulary: Vocabulary,
    kinds: Kinds,
    sayings: list[Saying],
    dates: list[DateExpression],
) -> list[Draft]:
    """One draft for each candidate, in the order of the text."""
    others = frozenset(candidate.anchor.i for candidate in candidates)
    spoken = {c.anchor.i for c in candidates if is_speech(c) and not carries(c.anchor)}
    cues = frozenset(saying.verb.i for saying in sayings) | spoken
    holders = find_holders(sayings)
    drafts = []
    for candidate in candidates:
        fillers = fill_roles(candidate, kinds)
        name = widen_type(refine_type(candidate, fillers, vocabulary), fillers, vocabulary)
        around = holders.get(candidate.anchor.i, [])
        chain = chain_of(candidate.anchor, around)
        status = _status(candidate, vocabulary, chain, around)
        date = date_of(candidate.anchor, dates, others - {candidate.anchor.i}, cues)
        draft = Draft(candidate, name, vocabulary.types_of(name), fillers, status, chain, date)
        draft.counts = _counts(draft, vocabulary, kinds)
        drafts.append(draft)
    return drafts


def _status(
    candidate: Candidate, vocabulary: Vocabulary, chain: Sequence[Saying], around: Sequence[Saying]
) -> Status:
    """How the event is told, by its words and by those who tell it; what somebody only thinks is possible."""
    reported = any(saying.kind == "speech" and saying.verb.tag_ == "VBD" for saying in chain)
    status = find_status(candidate.anchor, candidate.words, told=reported)
    if is_aim(candidate.anchor, vocabulary.deeds) and vocabulary.is_achieved(candidate.trigger.evokes):
        status = status.weaken("attempted")
    if any(is_mere_use(verb, vocabulary.deeds) for verb in verbs_telling(candidate.anchor)):
        status = status.weaken("possible")
    unsure = any(saying.kind == "thought" for saying in chain) or is_left_unsaid(candidate.anchor, around)
    return status.weaken("possible") if unsure else status


def _counts(draft: Draft, vocabulary: Vocabulary, kinds: Kinds) -> tuple[Count, ...]:
    """The number on those whom the event counts, or on its own nouns."""
    measure = vocabulary.measure_of(draft.type)
    if measure is None:
        return ()
    people = [head for head in counted(draft) if tells_people(kinds(head))]
    wholes = [head for head in people if not is_part(head)] or people
    beside = counts_beside(draft.anchor) if people else []
    found = [_heads(head, kinds(head)) for head in (*wholes, *beside)] or _nobody(draft)
    if not any(found):
        is_verb = draft.candidate.trigger.pos == "verb"
        own = [word for word in draft.candidate.words if word.pos_ == "NOUN" and word != draft.anchor]
        found = [number_of(word) for word in own] if is_verb else [_toll(draft, vocabulary)]
    return tuple(Count(measure, b.min, b.max, b.start, b.end) for b in dict.fromkeys(found) if b is not None)


def _toll(draft: Draft, vocabulary: Vocabulary) -> Bounds | None:
    """The figure of a noun and its verb; "the clashes left 20 injured" does not count who clashed."""
    others = not vocabulary.is_consequence(draft.type) and _harms(draft.anchor.head, vocabulary)
    return number_of(draft.anchor) if others else toll(draft.anchor)


def _harms(verb: Token, vocabulary: Vocabulary) -> bool:
    """Whether a verb tells of the dead or hurt, whose number is theirs: "killed", "left 20 injured"."""
    triggers = vocabulary.by_anchor.get(("verb", verb.lemma_.lower()), ())
    return verb.lemma_ == "leave" or any(vocabulary.is_consequence(trigger.evokes) for trigger in triggers)


def _heads(head: Token, known: frozenset[str]) -> Bounds | None:
    """How many a phrase counts: "12 men", "a guard", but "a family of five"."""
    if "group" in known and head.tag_ == "NN":
        return number_of(head) or size_of(head)
    return number_of(head, article=not known or "person" in known) or figure_of_number(head)


def tells_people(kinds: frozenset[str]) -> bool:
    """Whether a number on what is of these kinds counts heads: not on ships, villages or votes."""
    return not kinds or "person" in kinds or ("armed" in kinds and "weapon" not in kinds)


def _nobody(draft: Draft) -> list[Bounds | None]:
    """The zero of "killed nobody" and "no one was hurt", which name no party."""
    told = [number_of(head) for head in draft.candidate.slots.get("object")]
    return [bounds for bounds in told if bounds is not None and bounds.max == 0]


def counted(draft: Draft) -> list[Token]:
    """Whom a number on the event counts: those it befalls, else its doers where it befalls nobody."""
    doers = [] if "patient" in draft.candidate.trigger.roles else draft.heads("agent", "participant")
    return draft.heads("patient") or doers
