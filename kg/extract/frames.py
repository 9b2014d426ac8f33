"""Time frames: a date that opens a sentence dates what the paragraph tells after it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kg.datelines import is_free_dash
from kg.extract.dates.sharing import is_recalled
from kg.extract.dates.sites import is_border
from kg.extract.drafts import Draft
from kg.extract.quotations import is_paragraph_break
from kg.parsed import Doc, Token
from kg.records import DateExpression
from kg.vocabulary import Vocabulary

MAX_FRONT = 6
MAX_FILED = 8
OPENING = frozenset({"on", "in", "early", "late", "around", "as", "reported", "of", ":", "the", "at", ","})


def date_by_frame(drafts: Sequence[Draft], dates: Sequence[DateExpression], vocabulary: Vocabulary) -> None:
    """Give material events without a date of their own the day that opens their sentence or an earlier one."""
    if not drafts:
        return
    doc = drafts[0].anchor.doc
    frames = list(_frames(doc, dates))
    breaks = [token.i for token in doc if is_paragraph_break(token)]
    for draft in drafts:
        material = vocabulary.is_causing(draft.type) or vocabulary.is_consequence(draft.type)
        actual = draft.status.modality == "actual" and not is_recalled(draft.anchor)
        if draft.date is None and material and actual:
            draft.date = _frame_of(draft.anchor.i, frames, breaks)


def _frames(doc: Doc, dates: Sequence[DateExpression]) -> Iterator[tuple[int, DateExpression]]:
    """Days that stand at the front of a sentence, with the token they begin at."""
    days = {date.start: date for date in dates if date.precision == "day" and date.value}
    for start, end in doc.sentences:
        for token in doc[start : min(start + MAX_FRONT, end)]:
            if token.idx in days and not (_is_filed(token) or _is_border(token, days[token.idx])):
                yield token.i, days[token.idx]
            if token.lower_ not in OPENING and not token.is_space and not token.text[:1].isupper():
                break


def _is_border(token: Token, day: DateExpression) -> bool:
    """Whether the day only tells by, since or until when."""
    span = token.doc.char_span(day.start, day.end)
    return span is not None and is_border(span)


def _is_filed(day: Token) -> bool:
    """Whether the day is that of a dateline, on which the report was filed: "LIMA, 3 Jan 90 (Agency) -- Troops ..."."""
    following = day.doc[day.i : day.i + MAX_FILED]
    dash = next((token for token in following if is_free_dash(token)), None)
    return dash is not None and not any(token.pos_ == "VERB" for token in day.doc[day.i : dash.i])


def _frame_of(index: int, frames: list[tuple[int, DateExpression]], breaks: list[int]) -> DateExpression | None:
    """The last frame before a token, unless a paragraph ends between them."""
    before = [frame for frame in frames if frame[0] < index]
    if not before or bisect_right(breaks, before[-1][0]) != bisect_right(breaks, index):
        return None
    return before[-1][1]
