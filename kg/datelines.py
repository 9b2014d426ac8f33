"""Datelines of wire reports: "NAIROBI, Oct 17 (Agency) - Troops ..." says where it was filed, not what happened."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.lexicon import load_table

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg import parsed

DASHES = frozenset({"-", "--", "---", "—", "–"})
MAX_DATELINE = 16
MIN_PLACE_AND_DAY = 3


def end_of_dateline(paragraph: list[Token]) -> int:
    """How many tokens of a paragraph are its dateline, dash included; 0 without one."""
    begin = enumerate(paragraph[: 2 * MAX_DATELINE])
    dashes = [number for number, token in begin if is_free_dash(token)]
    if len(dashes) != 1 or not 0 < dashes[0] < min(MAX_DATELINE, len(paragraph) - 1):
        return 0
    opening = paragraph[: dashes[0]]
    is_dateline = _is_capital(opening[0]) and (opening[-1].text == ")" or _is_town(opening))
    return dashes[0] + 1 if is_dateline or _is_place_and_day(opening) else 0


def is_free_dash(token: Token | parsed.Token) -> bool:
    """Whether a dash joins no words: "KYIV -", unlike "Abu-Bakr"."""
    return token.text in DASHES and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _is_capital(token: Token) -> bool:
    return token.text.isupper() and len(token.text) > 1


def _is_town(tokens: list[Token]) -> bool:
    """Whether all words are in capitals, but for the month of a date or a country: "KYIV, Oct 17", "LIMA, Peru"."""
    return all(_is_capital(t) or t.nbor().like_num or _is_behind_comma(t) for t in tokens if t.is_alpha)


def _is_behind_comma(token: Token) -> bool:
    return token.text[:1].isupper() and token.nbor(-1).text == ","


def _is_place_and_day(tokens: list[Token]) -> bool:
    """Whether names of places end in the day of filing: "GOMA, Congo, Jan 28", "Lima, Peru, 3 July 1994"."""
    words = [token for token in tokens if not token.is_punct]
    if len(words) > MIN_PLACE_AND_DAY and words[-1].like_num and words[-2].like_num != words[-3].like_num:
        words = words[:-1]  # the year
    if len(words) < MIN_PLACE_AND_DAY:
        return False
    *place, one, other = words
    named = all(token.text[:1].isupper() or token.text == "of" for token in place)
    month, day = (other, one) if one.like_num else (one, other)
    return named and month.lower_.rstrip(".") in months() and day.like_num


@lru_cache(maxsize=1)
def months() -> frozenset[str]:
    """The names of the months, in full and shortened, in small letters."""
    return frozenset(row["word"] for row in load_table("calendar") if row["kind"] == "month")
