"""Who says, denies or suspects what: cues, their sources and the stretch of text they report.

The cue verbs stand in `ontology/language/cues.tsv`. A reporting head or tail was cut off before the parse
(`kg.segments`), so that its content is the rest of the sentence; a verb inside a sentence governs its clause.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.claims import find_claims
from kg.extract.colons import find_announced, find_colon_speakers
from kg.extract.contents import accused, content_of
from kg.extract.continued import find_continued, join_parts, lift_participles, widen
from kg.extract.naming import Naming
from kg.extract.quotations import find_quotations
from kg.extract.sayings import CLAIMS, Saying, find_holders
from kg.extract.slots import verb_slots
from kg.extract.subjects import surface_subject
from kg.extract.syntax import children, is_passive, is_verb
from kg.extract.unsaid import carries, is_unsaid
from kg.lexicon import load_lemmas
from kg.parsed import Doc, Token
from kg.tails import QUOTES

__all__ = ["Saying", "chain_of", "find_holders", "find_sayings", "is_left_unsaid"]

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
REPORTED_SUBJECTS = frozenset({"be", "have"})


def find_sayings(doc: Doc, namings: Sequence[Naming] = ()) -> list[Saying]:
    """Every report of speech or thought in the order of the text; `continued` marks quotations that go on."""
    found = [saying for start, end in doc.sentences for saying in _in_sentence(doc, start, end)]
    found += find_announced(doc, found)
    quotations = find_quotations(doc)
    found = [widen(saying, quotations) for saying in lift_participles(found, quotations)]
    found += _citing(doc, found)
    found += [*find_claims(doc, found), *find_colon_speakers(doc, namings)]
    found = join_parts(doc, [*found, *find_continued(doc, found, quotations)])
    return sorted(found, key=lambda s: (s.verb.i, s.content))


def chain_of(anchor: Token, holders: Sequence[Saying]) -> list[Saying]:
    """The reports an event stands in, outermost first, of those that hold it; none reports what itself says."""
    around = [s for s in holders if s.kind in CLAIMS and not _tells(s, anchor)]
    return sorted(around, key=lambda s: (s.content[0] - s.content[1], s.kind == "citing", s.verb.i))


def is_left_unsaid(anchor: Token, holders: Sequence[Saying]) -> bool:
    """Whether the event is what somebody does not say: "could not confirm that rebels attacked"."""
    unsaid = (s for s in holders if s.kind == "unsaid" and not _tells(s, anchor))
    return any(not carries(saying.verb, "clause") for saying in unsaid)


def _tells(saying: Saying, anchor: Token) -> bool:
    """Whether the anchor is the cue, or stands with it outside of what is reported."""
    return anchor.i == saying.verb.i or (saying.verb.dep_ == "parataxis" and anchor in saying.verb.subtree)


def _in_sentence(doc: Doc, start: int, end: int) -> Iterator[Saying]:
    borders = [start, *doc.joins[bisect_right(doc.joins, start) : bisect_left(doc.joins, end)], end]
    segments = list(pairwise(borders))
    for segment in segments:
        others = [other for other in segments if other != segment]
        reported = (others[0][0], others[-1][1]) if others else None
        frame_is_open = True
        for token in doc[slice(*segment)]:
            frame = _frame(token, segment, reported) if frame_is_open and reported else None
            saying = _according(token, reported) or _reporting(token, frame)
            if saying is not None:
                frame_is_open = frame_is_open and token.dep_ == "relcl"
                yield saying


def _frame(verb: Token, segment: tuple[int, int], reported: tuple[int, int]) -> tuple[int, int]:
    """What a reporting tail reports: the clause before it, and one that goes on after the speaker in commas."""
    commas = [token for token in verb.doc[verb.i : segment[1] - 2] if token.text == ","]
    goes_on = any(
        comma.nbor().tag_ in {"IN", "CC"} and any(t.tag_ in FINITE for t in verb.doc[comma.i : segment[1]])
        for comma in commas
    )
    plain = verb.doc[reported[1] - 1].text not in QUOTES
    return (reported[0], segment[1]) if goes_on and plain and reported[1] == segment[0] else reported


def _according(token: Token, reported: tuple[int, int] | None) -> Saying | None:
    if token.lower_ != "according" or token.i + 1 >= len(token.doc) or token.nbor().lower_ != "to":
        return None
    sources = children(token.nbor(), "pobj") or children(token, "pobj")
    clause = token.head if token.head.i != token.i else token
    content = reported or (clause.left_edge.i, max(token.i, clause.left_edge.i + 1))
    return Saying((token, token.nbor()), sources[0] if sources else None, content, "asserts", "speech")


def _reporting(token: Token, reported: tuple[int, int] | None) -> Saying | None:
    row = load_lemmas("cues").get(token.lemma_.lower())
    if row is None or row["kind"] == "citing" or not is_verb(token) or token.dep_ == "amod" or _is_said_to_be(token):
        return None
    quoted = reported is not None and token.doc[reported[1] - 1].text in QUOTES
    own = accused(token) if row["kind"] == "accusation" else None if quoted else content_of(token)
    content = own or (reported if row["kind"] != "accusation" else None)
    if content is None:
        return None
    subjects = _quoted_speakers(token) or (
        verb_slots(token).get("subject") if is_passive(token) else surface_subject(token)
    )
    if token.tag_ == "VB" and (not subjects or _is_impersonal(token, subjects)):
        return None
    direct = any(t.text in QUOTES for t in token.doc[slice(*content)])
    kind = "unsaid" if is_unsaid(token) and row["kind"] != "request" else row["kind"]
    return Saying((token,), next(iter(subjects), None), content, row["stance"], kind, direct)


def _quoted_speakers(verb: Token) -> list[Token]:
    """Whom somebody quotes "as saying" it."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as":
        return []
    return children(verb.head.head, "dobj", "nsubjpass")


def _is_impersonal(verb: Token, subjects: list[Token]) -> bool:
    """Whether nobody in particular could speak: "it is too early to tell"."""
    return verb.head.pos_ == "ADJ" and all(subject.lower_ == "it" for subject in subjects)


def _is_said_to_be(verb: Token) -> bool:
    """Whether a participle hedges and has no speaker: "two men said to be rebels"."""
    clause = next(iter(children(verb, "xcomp")), None)
    return clause is not None and clause.lemma_ in REPORTED_SUBJECTS and any(t.lower_ == "to" for t in clause.children)


def _citing(doc: Doc, found: list[Saying]) -> Iterator[Saying]:
    """Whom a speaker cites says the same: "TASS reported, citing the ministry"."""
    for token in doc:
        row = load_lemmas("cues").get(token.lemma_.lower())
        if row is None or row["kind"] != "citing" or not is_verb(token):
            continue
        speakers = [
            s
            for s in found
            if s.kind == "speech" and s.verb in {token.head, *token.head.ancestors} | set(token.head.children)
        ]
        objects = children(token, "dobj")
        yield from _quoting(token, found)
        if token.tag_ == "VBG" and speakers and objects:
            yield Saying((token,), objects[0], speakers[0].content, "asserts", "citing")


def _quoting(verb: Token, found: list[Saying]) -> Iterator[Saying]:
    """Who quotes somebody "as saying" something says it first."""
    said = [s for s in found if s.verb.dep_ == "pcomp" and s.verb.head.lower_ == "as" and s.verb.head.head == verb]
    quoters = children(verb, "nsubj") or [noun for by in children(verb, "agent") for noun in children(by, "pobj")]
    for saying in said if quoters else []:
        yield Saying((verb,), quoters[0], saying.content, "asserts", "speech")
