"""Drafts written down as event records."""

from dataclasses import dataclass

from kg.extract.arguments import Filler
from kg.extract.attribution import Saying
from kg.extract.drafts import Draft
from kg.extract.entities import Cast
from kg.extract.sentences import SentenceOf
from kg.extract.syntax import is_verb
from kg.extract.topics import Topics, words_of
from kg.namespaces import local_iri
from kg.parsed import Token
from kg.records import Codes, Cue, Event, EventDate, Holder, Role
from kg.vocabulary import Vocabulary

ACTING = frozenset({"agent", "participant", "recipient"})
ADDRESSED = ACTING | {"patient"}


@dataclass(frozen=True)
class Writer:
    """Writes the drafts of one document as records."""

    document: str
    base: str
    cast: Cast
    topics: Topics
    names: dict[int, str]
    sentence_of: SentenceOf
    vocabulary: Vocabulary

    def write(self, draft: Draft, codes: Codes) -> Event:
        """The record of a draft."""
        span, acting = draft.span, ADDRESSED if self.vocabulary.is_answerable(draft.type) else ACTING
        return Event(
            span.start_char,
            span.end_char,
            self.document,
            span.text,
            event=self.iri(draft.first or draft),
            type=draft.type,
            types=draft.types,
            sentence=self.sentence_of(draft.anchor),
            rule=draft.candidate.trigger.name,
            label=self.names.get(id(draft), draft.label),
            roles=distinct([self._role(filler, acting) for filler in draft.fillers if not self._asks(filler.head)]),
            date=_date(draft),
            counts=draft.counts,
            polarity=draft.status.polarity,
            modality=draft.status.modality,
            attribution=tuple(self._holder(saying) for saying in draft.chain),
            codes=codes,
            cause=self.iri(draft.cause.first or draft.cause) if draft.cause else None,
            hedge=draft.status.hedge,
        )

    def iri(self, draft: Draft) -> str:
        """The IRI of a draft's own mention."""
        return local_iri(self.base, self.document, "event", draft.span.start_char, draft.span.end_char)

    def _asks(self, head: Token) -> bool:
        """Whether a word asks for somebody and names nobody: "it is unclear **who** did it"."""
        return head.tag_ in {"WP", "WDT"} and not self.cast.is_tied(head)

    def _role(self, filler: Filler, acting: frozenset[str]) -> Role:
        if filler.role == "topic":
            return self._topic(filler.head)
        found = self.cast.argument(filler.head, acts=filler.role in acting)
        return Role(found.start, found.end, found.text, found.entity, found.name, found.type, filler.role)

    def _topic(self, head: Token) -> Role:
        """The event that the topic names, else its words."""
        event, words = self.topics.event_at(head), words_of(head)
        if event is not None:
            first = event.first or event
            name = self.names.get(id(first), event.label)
            return Role(words.start_char, words.end_char, words.text, self.iri(first), name, event.type, "topic")
        found = self.cast.argument(head)
        name = words.text if is_verb(head) else found.name
        return Role(words.start_char, words.end_char, words.text, found.entity, name, found.type, "topic")

    def _holder(self, saying: Saying) -> Holder:
        source = self.cast.argument(saying.source, acts=True) if saying.source is not None else None
        cue = saying.span
        return Holder(source, Cue(cue.start_char, cue.end_char, cue.text), saying.stance)


def distinct(roles: list[Role]) -> tuple[Role, ...]:
    """Each entity once in a role, as first named; a name beside the description it stands in is kept: "FARC rebels"."""
    kept: list[Role] = []
    for role in roles:
        alike = [other for other in kept if (other.role, other.entity) == (role.role, role.entity)]
        if all(role.start < other.end and other.start < role.end and role != other for other in alike):
            kept.append(role)
    return tuple(kept)


def _date(draft: Draft) -> EventDate | None:
    date = draft.date
    if date is None or date.value is None:
        return None
    return EventDate(date.value, date.precision, date.start, date.end)
