"""How one sentence is understood, step by step: for those who ask why an event was found, or was not."""

from collections.abc import Iterable, Iterator

from kg.annotate import annotate
from kg.extract import extract
from kg.extract.dates import find_dates
from kg.extract.governors import climb, find_governors
from kg.extract.kinds import make_kinds
from kg.extract.namings import find_namings
from kg.extract.negation import is_negated
from kg.extract.presupposed import is_presupposed
from kg.extract.triggers import Candidate, consider_all
from kg.parsed import Doc, Token
from kg.pipeline import Knowledge
from kg.records import Document, Event, Holder, Mention, Record, sort_records


def tell(text: str) -> str:
    """The parse of a sentence, the triggers considered with what stopped them, and what came of it."""
    knowledge, doc = Knowledge(), next(iter(annotate([text])))
    document = Document(0, len(text), "sentence", text)
    namings, dates = find_namings(doc, knowledge.gazetteer), find_dates(doc, None, document.document)
    kinds = make_kinds(namings, knowledge.gazetteer, dates)
    records = list(sort_records(extract(document, doc, knowledge.vocabulary, knowledge.gazetteer)))
    parts = {
        "Parse": tell_parse(doc),
        "Triggers considered": dict.fromkeys(map(tell_candidate, consider_all(doc, knowledge.vocabulary, kinds))),
        "Words that govern": dict.fromkeys(tell_governors(doc, consider_all(doc, knowledge.vocabulary, kinds))),
        "Named": (tell_mention(record) for record in records if isinstance(record, Mention)),
        "Events": (line for record in records if isinstance(record, Event) for line in tell_event(record)),
        "Other records": (tell_other(r) for r in records if not isinstance(r, Event | Mention)),
    }
    return "\n".join(tell_part(title, lines) for title, lines in parts.items())


def tell_part(title: str, lines: Iterable[str]) -> str:
    """One part with its title."""
    return "\n".join([title, *(f"  {line}" for line in (list(lines) or ["none"]))])


def tell_parse(doc: Doc) -> Iterator[str]:
    """Each word with its lemma, part of speech and the word it hangs on."""
    return (tell_token(token) for token in doc if not token.is_space)


def tell_token(token: Token) -> str:
    """One word of the parse."""
    entity = f"  {token.ent_type_}" if token.ent_type_ else ""
    return f"{token.text:<16} {token.lemma_:<14} {token.tag_:<5} {token.dep_:<10} of {token.head.text}{entity}"


def tell_candidate(candidate: Candidate) -> str:
    """A trigger, and whether it fires."""
    asked = candidate.trigger.words(candidate.veto or "")
    reason = f"{candidate.veto} asks for {', '.join(sorted(asked))}" if asked else candidate.veto
    verdict = f"stopped: {reason}" if reason else "fires"
    return f"{candidate.anchor.text}: {candidate.trigger.name} ({candidate.trigger.evokes}) {verdict}"


def tell_governors(doc: Doc, candidates: Iterable[Candidate]) -> Iterator[str]:
    """The words above each trigger that fires, with what the table says of them, and those that leave it a fact."""
    for anchor in dict.fromkeys(candidate.anchor for candidate in candidates if not candidate.veto):
        for rows, governor in find_governors(anchor):
            denied = ", negated" if is_negated(governor) else ""
            told = (row["polarity"] or row["modality"] or "as it is" for row in rows)
            yield f"{governor.text}{denied} over {anchor.text}: {' or '.join(told) or 'brings it about'}"
        top = next((head for _, head in reversed(list(climb(anchor)))), anchor)
        if is_presupposed(top) and top != doc[top.sent.start : top.sent.end].root:
            yield f"{anchor.text} is taken for granted below {top.head.text}"


def tell_mention(mention: Mention) -> str:
    """Who or what is named, and as what."""
    return f"{mention.text}: {mention.type} {mention.name} ({mention.form})"


def tell_event(event: Event) -> Iterator[str]:
    """One event: type and status, then its roles, date, counts and sources, one a line."""
    status = " ".join(word for word in (event.polarity, event.modality, event.hedge) if word)
    yield f"{event.text}: {event.type} by {event.rule}, {status}"
    yield from (f"  {role.role}: {role.text} ({role.name})" for role in event.roles)
    if event.date:
        yield f"  date: {event.date.value} ({event.date.precision})"
    yield from (f"  {count.measure}: {count.min} to {count.max}" for count in event.counts)
    yield from map(tell_holder, event.attribution)


def tell_holder(holder: Holder) -> str:
    """One link of the chain of sources."""
    return f"  {holder.source.text if holder.source else 'somebody'} {holder.stance} it ({holder.cue.text})"


def tell_other(record: Record) -> str:
    """A record in a line."""
    return f"{record.kind}: {record.text}"
