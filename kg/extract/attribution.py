"""Who says, denies or suspects what: cues, their sources and the stretch of text they report.

The cue verbs stand in `ontology/language/cues.tsv`. A reporting head or tail was cut off before the parse
(`kg.segments`), so that its content is the rest of the sentence; a verb inside a sentence governs its clause.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from kg.extract.contents import accused, content_of
from kg.extract.quotations import find_quotations, is_paragraph_break, quotation_at
from kg.extract.slots import verb_slots
from kg.extract.subjects import surface_subject
from kg.extract.syntax import children, is_passive, is_verb
from kg.lexicon import load_lemmas
from kg.segments import JOINS, sentence_extents
from kg.tails import QUOTES

REPORTED_SUBJECTS = frozenset({"be", "have"})


@dataclass(frozen=True)
class Saying:
    """One report of speech or thought: the cue's words, the source's head if any, and the content's token range."""

    cue: tuple[Token, ...]
    source: Token | None
    content: tuple[int, int]
    stance: str
    kind: str
    direct: bool = False
    continued: bool = False

    @property
    def verb(self) -> Token:
        """The word the report hangs on."""
        return self.cue[0]

    @property
    def span(self) -> Span:
        """The words of the cue."""
        return self.verb.doc[self.verb.i : self.cue[-1].i + 1]


def find_sayings(doc: Doc) -> list[Saying]:
    """Every report of speech or thought in the order of the text; `continued` marks quotations that go on."""
    found = [saying for start, end in sentence_extents(doc) for saying in _in_sentence(doc, start, end)]
    quotations = find_quotations(doc)
    found = [_widened(saying, quotations) for saying in found]
    found += _citing(doc, found)
    found += _continued(doc, found, quotations)
    return sorted(found, key=lambda s: (s.verb.i, s.content))


def chain_of(anchor: Token, sayings: list[Saying]) -> list[Saying]:
    """The reports an event stands in, outermost first; what a report itself says is not reported by it."""
    claims = (s for s in sayings if s.kind != "request" and s.content[0] <= anchor.i < s.content[1])
    around = [s for s in claims if not _tells(s, anchor)]
    return sorted(around, key=lambda s: (s.content[0] - s.content[1], s.kind == "citing", s.verb.i))


def _tells(saying: Saying, anchor: Token) -> bool:
    """Whether the anchor is the cue, or stands with it outside of what is reported."""
    return anchor.i == saying.verb.i or (saying.verb.dep_ == "parataxis" and anchor in saying.verb.subtree)


def _in_sentence(doc: Doc, start: int, end: int) -> Iterator[Saying]:
    borders = [start, *sorted(i for i in doc.user_data.get(JOINS, ()) if start < i < end), end]
    segments = list(pairwise(borders))
    for segment in segments:
        others = [other for other in segments if other != segment]
        reported = (others[0][0], others[-1][1]) if others else None
        frame_is_open = True
        for token in doc[slice(*segment)]:
            saying = _according(token, reported) or _reporting(token, reported if frame_is_open else None)
            if saying is not None:
                frame_is_open = frame_is_open and token.dep_ == "relcl"
                yield saying


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
    content = accused(token) if row["kind"] == "accusation" else content_of(token) or reported
    if content is None:
        return None
    subjects = verb_slots(token).get("subject") if is_passive(token) else surface_subject(token)
    if token.tag_ == "VB" and (not subjects or _is_impersonal(token, subjects)):
        return None
    direct = any(t.text in QUOTES for t in token.doc[slice(*content)])
    return Saying((token,), next(iter(subjects), None), content, row["stance"], row["kind"], direct)


def _is_impersonal(verb: Token, subjects: list[Token]) -> bool:
    """Whether nobody in particular could speak: "it is too early to tell"."""
    return verb.head.pos_ == "ADJ" and all(subject.lower_ == "it" for subject in subjects)


def _is_said_to_be(verb: Token) -> bool:
    """Whether a participle hedges and has no speaker: "two men said to be rebels"."""
    clause = next(iter(children(verb, "xcomp")), None)
    return clause is not None and clause.lemma_ in REPORTED_SUBJECTS and any(t.lower_ == "to" for t in clause.children)


def _widened(saying: Saying, quotations: list[tuple[int, int]]) -> Saying:
    """A report of part of a quotation reports all of it; a thought ends before the colon that brings one in."""
    if saying.kind == "thought":
        return _cut(saying, [start for start, _ in quotations])
    if saying.kind != "speech" or quotation_at(quotations, saying.verb.i):
        return saying
    start, end = saying.content
    for quotation in quotations:
        if quotation[0] < end and start < quotation[1] and not quotation[0] <= saying.verb.i < quotation[1]:
            start, end = min(start, quotation[0]), max(end, quotation[1])
    return replace(saying, content=(start, end))


def _cut(saying: Saying, openings: list[int]) -> Saying:
    first, end = saying.content
    colons = [start - 1 for start in openings if first < start < end and saying.verb.doc[start - 1].text == ":"]
    return replace(saying, content=(first, min([end, *colons])))


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
        if token.tag_ == "VBG" and speakers and objects:
            yield Saying((token,), objects[0], speakers[0].content, "asserts", "citing")


def _continued(doc: Doc, found: list[Saying], quotations: list[tuple[int, int]]) -> Iterator[Saying]:
    """Quoted sentences without a speaker of their own go on with the speaker before them in the paragraph."""
    for start, end in quotations:
        if any(s.kind == "speech" and s.content[0] < end and start < s.content[1] for s in found):
            continue
        before = [s for s in found if s.verb.i < start and s.direct and s.kind == "speech" and not s.continued]
        if before and _breaks_between(doc, before[-1].verb.i, start) <= (doc[start - 1].is_space if start else 0):
            yield replace(before[-1], content=(start, end), continued=True)


def _breaks_between(doc: Doc, first: int, last: int) -> int:
    return sum(is_paragraph_break(token) for token in doc[first:last])
