"""How far what is said reaches: whole quotations, quotations that go on after the speaker, participles of speech."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract.quotations import is_paragraph_break, quotation_at
from kg.extract.sayings import Saying
from kg.parsed import Doc


def widen(saying: Saying, quotations: list[tuple[int, int]]) -> Saying:
    """A report of part of a quotation reports all of it; a thought ends before the colon that brings one in."""
    if saying.kind == "thought":
        return _cut(saying, [start for start, _ in quotations])
    if saying.kind != "speech" or quotation_at(quotations, saying.verb.i):
        return saying
    start, end = saying.content
    direct = saying.direct
    for quotation in quotations:
        if quotation[0] < end and start < quotation[1] and not quotation[0] <= saying.verb.i < quotation[1]:
            start, end, direct = min(start, quotation[0]), max(end, quotation[1]), True
    return replace(saying, content=(start, end), direct=direct)


def _cut(saying: Saying, openings: list[int]) -> Saying:
    first, end = saying.content
    colons = [start - 1 for start in openings if first < start < end and saying.verb.doc[start - 1].text == ":"]
    return replace(saying, content=(first, min([end, *colons])))


def find_continued(doc: Doc, found: Sequence[Saying], quotations: list[tuple[int, int]]) -> Iterator[Saying]:
    """Quoted sentences without a speaker of their own go on with the speaker before them in the paragraph."""
    for start, end in quotations:
        speeches = (s for s in found if s.kind == "speech" and not start <= s.verb.i < end)
        if any(s.content[0] < end and start < s.content[1] for s in speeches):
            continue
        before = [s for s in found if s.verb.i < start and s.direct and s.kind == "speech" and not s.continued]
        if before and _breaks_between(doc, before[-1].verb.i, start) <= (doc[start - 1].is_space if start else 0):
            yield replace(before[-1], content=(start, end), continued=True)


def _breaks_between(doc: Doc, first: int, last: int) -> int:
    return bisect_left(doc.breaks, last) - bisect_left(doc.breaks, first)


def join_parts(doc: Doc, found: Sequence[Saying]) -> list[Saying]:
    """The reports, each knowing how far its quotation goes on when nothing but the speaker stands between its parts."""
    extents = doc.sentences
    parts = [saying for saying in found if saying.continued]
    return [_joined(saying, parts, extents) for saying in found]


def _joined(saying: Saying, parts: Sequence[Saying], extents: Sequence[tuple[int, int]]) -> Saying:
    mine = sorted(part.content for part in parts if part.cue == saying.cue)
    if saying.continued or not mine:
        return saying
    start, end = saying.content
    reach = max(end, next(last for first, last in extents if first <= saying.verb.i < last))
    for first, last in mine:
        if first > reach + 1 or is_paragraph_break(saying.verb.doc[first - 1]):
            break
        end = reach = max(reach, last)
    return replace(saying, whole=(start, end)) if end > saying.content[1] else saying


def lift_participles(found: Sequence[Saying], quotations: list[tuple[int, int]]) -> list[Saying]:
    """The reports, with ", adding that ..." given to the speaker of the sentence and not to a clause within."""
    free = [saying for saying in found if not quotation_at(quotations, saying.verb.i)]
    over = {saying.verb.i: speaker for saying in free if (speaker := _speaker_over(saying, free)) is not None}
    cuts = {speaker.verb.i: index for index, speaker in sorted(over.items(), reverse=True)}
    return [_cut_before(_given(saying, over), cuts) for saying in found]


def _speaker_over(saying: Saying, found: Sequence[Saying]) -> Saying | None:
    """The report before a participle of speech after a comma, when the parser put it inside what is reported."""
    verb = saying.verb
    if verb.tag_ != "VBG" or saying.kind != "speech" or verb.left_edge.i == 0 or verb.left_edge.nbor(-1).text != ",":
        return None
    around = [s for s in found if s.kind == "speech" and s.holds(verb.i) and s.verb.i < s.content[0]]
    return next(iter(around), None)


def _given(saying: Saying, over: Mapping[int, Saying]) -> Saying:
    speaker = over.get(saying.verb.i)
    return saying if speaker is None else replace(saying, source=speaker.source)


def _cut_before(saying: Saying, cuts: Mapping[int, int]) -> Saying:
    index = cuts.get(saying.verb.i)
    if index is None or not saying.holds(index):
        return saying
    return replace(saying, content=(saying.content[0], saying.verb.doc[index].left_edge.i - 1))
