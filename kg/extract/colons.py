"""Colons that bring in what somebody says: "Army: Rebels attacked a bus", "Bus attacked: police", "He said: ..."."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.datelines import is_free_dash
from kg.extract.naming import PLACES, Naming
from kg.extract.sayings import Saying
from kg.extract.subjects import surface_subject
from kg.extract.syntax import children, is_verb
from kg.lexicon import load_lemmas
from kg.parsed import Doc, Span, Token
from kg.tails import FINAL, MAX_LABEL, NOMINAL_TAGS, QUOTES

MARKS = frozenset(":-–—")
MIN_CONTENT = 3
MIN_TURNS = 2
OBJECTS = ("dobj", "xcomp", "ccomp")
MUTE = PLACES | {"Thing", "Abstract", "Weapon", "Vehicle"}


def find_colon_speakers(doc: Doc, namings: Sequence[Naming]) -> Iterator[Saying]:
    """Who is named before a colon at the front of a line, or after one at the end of a headline."""
    speakers = {naming.head.i for naming in namings if naming.form != "pronoun" and naming.type not in MUTE}
    lines = [line for line in find_lines(doc) if MARKS & set(line.text)]
    turns = Counter(label.text for line in lines if (label := label_of(line)) and label.text.isupper())
    for line in lines:
        label = label_of(line)
        if label and (label[-1].i in speakers or turns[label.text] >= MIN_TURNS):
            yield Saying((doc[label.end],), label[-1], (label.end + 1, line.end), "asserts", "speech")
        source = source_of_headline(line)
        if source and source[-1].i in speakers:
            yield Saying((doc[source.start - 1],), source[-1], (line.start, source.start - 1), "asserts", "speech")


def find_lines(doc: Doc) -> list[Span]:
    """The lines that begin a sentence; a wrapped line belongs to the one before it."""
    breaks = [t.i for t in doc if t.is_space and "\n" in t.text and _begins_sentence(doc, t.i + 1)]
    starts = [0, *(index + 1 for index in breaks)]
    return [doc[start:end] for start, end in zip(starts, [*breaks, len(doc)], strict=True) if start < end]


def _begins_sentence(doc: Doc, index: int) -> bool:
    return index >= len(doc) or bool(doc[index].is_sent_start)


def label_of(line: Span) -> Span | None:
    """The phrase before a colon at the front of the line, where something follows the colon."""
    colon = next((token.i for token in line[: MAX_LABEL + 2] if token.text == ":"), line.start)
    start = line.start + (line[0].text in QUOTES)
    label = line.doc[start:colon]
    return label if label and line.end - colon > MIN_CONTENT and _is_phrase(label) else None


def source_of_headline(line: Span) -> Span | None:
    """The phrase after a last colon or dash in a line that no full stop ends."""
    marks = [t.i for t in line[-MAX_LABEL - 1 :] if t.text == ":" or is_free_dash(t)]
    if not marks or marks[-1] - line.start < MIN_CONTENT or any(token.text in FINAL for token in line):
        return None
    source = line.doc[marks[-1] + 1 : line.end]
    return source if source and _is_phrase(source) else None


def _is_phrase(words: Span) -> bool:
    return all(word.tag_ in NOMINAL_TAGS for word in words)


def find_announced(doc: Doc, found: Sequence[Saying]) -> Iterator[Saying]:
    """Verbs of saying whose words follow a colon, in the same sentence or in the next paragraph."""
    if ":" not in doc.text:
        return
    cues = {saying.verb.i for saying in found}
    ends = [line.end for line in find_lines(doc)]
    for start, end in doc.sentences:
        colon = next((token.i for token in doc[start:end] if token.text == ":"), None)
        for token in doc[start:colon] if colon is not None else ():
            row = load_lemmas("cues").get(token.lemma_.lower())
            if row is None or row["kind"] != "speech" or not is_verb(token) or token.i in cues:
                continue
            content = _announced(doc, colon or end, end, ends)
            subjects = surface_subject(token) or (children(token, "dobj") if token.i == start else [])
            direct = content is not None and doc[content[0]].text in QUOTES
            if content and subjects and (direct or not _has_content(token)):
                yield Saying((token,), subjects[0], content, row["stance"], row["kind"], direct)


def _has_content(verb: Token) -> bool:
    """Whether the verb governs what is said before the colon: "described as old: ..."."""
    return bool(children(verb, *OBJECTS)) or any(phrase.lower_ == "as" for phrase in children(verb, "prep"))


def _announced(doc: Doc, colon: int, end: int, ends: list[int]) -> tuple[int, int] | None:
    """What follows the colon: the rest of the sentence, else the next line."""
    start = next((index for index in range(colon + 1, len(doc)) if not doc[index].is_space), len(doc))
    close = end if start < end else next(iter(ends[bisect_left(ends, start + 1) :]), len(doc))
    return (start, close) if start < close else None
