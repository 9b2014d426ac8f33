"""Who says, denies or suspects what: cues, their sources and the stretch of text they report."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extract.syntax import children, is_passive, is_verb, surface_subject, verb_slots
from kg.lexicon import load_lemmas
from kg.segments import JOINS, QUOTES, sentence_extents


@dataclass(frozen=True)
class Saying:
    """One report of speech or thought: the cue's words, the source's head if any, and the content's token range."""

    cue: tuple[Token, ...]
    source: Token | None
    content: tuple[int, int]
    stance: str
    direct: bool
    kind: str

    @property
    def verb(self) -> Token:
        """The word the report hangs on."""
        return self.cue[0]


def find_sayings(doc: Doc) -> list[Saying]:
    """Every report of speech or thought in the order of the text."""
    sentences = sentence_extents(doc)
    found: list[Saying] = []
    for start, end in sentences:
        segments = _segments(doc, start, end)
        for number, (first, last) in enumerate(segments):
            found += _in_segment(doc, segments, number, first, last)
    found += _continued_quotes(doc, found)
    return sorted(found, key=lambda s: (s.verb.i, s.content))


def _segments(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    borders = [start, *sorted(i for i in doc.user_data.get(JOINS, ()) if start < i < end), end]
    return list(zip(borders, borders[1:], strict=False))


def _in_segment(doc: Doc, segments: list[tuple[int, int]], number: int, first: int, last: int) -> Iterator[Saying]:
    others = [extent for other, extent in enumerate(segments) if other != number]
    reported = (others[0][0], others[-1][1]) if others else None
    for token in doc[first:last]:
        saying = _according(token, reported) or _verb(token, reported if _is_frame(token, doc, first, last) else None)
        if saying is not None:
            yield saying


def _is_frame(token: Token, doc: Doc, first: int, last: int) -> bool:
    """Whether a verb of saying is the one that its segment, a head or tail cut off before the parse, is about."""
    return not any(t.i < token.i and is_verb(t) and t.dep_ != "relcl" and load_lemmas("cues").get(t.lemma_) for t in doc[first:last])


def _according(token: Token, reported: tuple[int, int] | None) -> Saying | None:
    if token.lower_ != "according" or token.i + 1 >= len(token.doc) or token.nbor().lower_ != "to":
        return None
    sources = [child for child in token.nbor().subtree if child.dep_ == "pobj"] or children(token, "pobj")
    clause = token.head if token.head.i != token.i else token
    content = reported or (clause.left_edge.i, token.i)
    return Saying((token, token.nbor()), sources[0] if sources else None, content, "asserts", direct=False, kind="speech")


def _verb(token: Token, reported: tuple[int, int] | None) -> Saying | None:
    row = load_lemmas("cues").get(token.lemma_.lower())
    if row is None or not is_verb(token) or token.dep_ in {"amod", "compound"}:
        return None
    content = _content(token) or reported
    if content is None:
        return None
    passive = is_passive(token)
    source = next(iter(verb_slots(token).get("subject") if passive else surface_subject(token)), None)
    direct = any(t.text in QUOTES for t in token.doc[content[0] : content[1]])
    return Saying((token,), source, content, row["stance"], direct, row["kind"])


def _content(verb: Token) -> tuple[int, int] | None:
    """The clause a verb of saying governs, else the object of "citing" and "denying"."""
    clauses = [c for c in children(verb, "ccomp", "xcomp", "parataxis") if c.i != verb.i]
    if clauses:
        subtree = [t for clause in clauses for t in clause.subtree]
        return min(t.i for t in subtree), max(t.i for t in subtree) + 1
    if verb.dep_ in {"ccomp", "parataxis"} and verb.i > verb.head.i and is_verb(verb.head):
        return verb.head.left_edge.i, verb.left_edge.i
    for child in children(verb, "dobj"):
        if verb.lemma_.lower() in {"deny", "reject", "refute", "dismiss", "report", "confirm", "announce", "claim", "allege"}:
            return child.left_edge.i, child.right_edge.i + 1
    return None


def _continued_quotes(doc: Doc, found: list[Saying]) -> Iterator[Saying]:
    """Quoted sentences without a speaker of their own go on with the speaker of the quotation they stand in."""
    covered = {i for saying in found for i in range(*saying.content)}
    for start, end in _quotations(doc):
        tokens = [i for i in range(start, end) if i not in covered and not doc[i].is_space]
        if not tokens or end - start < 4:
            continue
        speaker = _speaker_of(doc, start, end, found)
        if speaker is not None:
            yield Saying(speaker.cue, speaker.source, (start, end), speaker.stance, direct=True, kind=speaker.kind)


def _quotations(doc: Doc) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for token in doc:
        if token.is_space and token.text.count("\n") > 1:
            opened = None
        elif token.text in QUOTES:
            if opened is None:
                opened = token.i
            else:
                yield opened, token.i + 1
                opened = None


def _speaker_of(doc: Doc, start: int, end: int, found: list[Saying]) -> Saying | None:
    overlapping = [s for s in found if s.content[0] < end and start < s.content[1] and s.kind == "speech"]
    if overlapping:
        return overlapping[-1]
    before = [s for s in found if s.verb.i < start and s.direct and s.kind == "speech"]
    return before[-1] if before and not _paragraphs_between(doc, before[-1].verb.i, start, 1) else None


def _paragraphs_between(doc: Doc, first: int, last: int, most: int) -> bool:
    breaks = sum(token.is_space and token.text.count("\n") > 1 for token in doc[first:last])
    return breaks > most


def chain_of(anchor: Token, sayings: list[Saying]) -> list[Saying]:
    """The reports an event stands in, outermost first; a report's own trigger does not report itself."""
    around = [s for s in sayings if s.content[0] <= anchor.i < s.content[1] and s.verb.i != anchor.i]
    return sorted(around, key=lambda s: (s.content[0] - s.content[1], s.verb.i))
