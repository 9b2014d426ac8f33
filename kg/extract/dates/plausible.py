"""Whether words that look like a date are one: "may", "march", bare numbers and "the Sunday Times" often are not."""

from kg.extract.dates.matches import Match
from kg.extract.dates.words import load_kind
from kg.lexicon import load_lemmas
from kg.parsed import Doc, Span

NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "MONEY", "QUANTITY", "PERCENT"})
PAPERS = frozenset({"ORG", "WORK_OF_ART"})
NAMED = frozenset({"compound", "nmod"})
NAMING = frozenset({"weekday", "month", "month-day"})
POINTING = frozenset({"on", "until", "till", "since", "by", "from"})


def is_plausible(doc: Doc, match: Match) -> bool:
    """Whether the words mean a date here: "may", "march" and bare numbers often mean something else."""
    span = doc.char_span(match.start, match.end)
    if span is None or ({"month", "weekday"} & match.values.keys() and span.text.islower()):
        return False
    if match.how == "day-of-month":
        return is_pointed_at(span)
    if match.how in NAMING and is_named_for(span):
        return False
    if match.how == "month":
        return not is_other_name(span) and is_noun(span)
    if match.how == "year":
        return is_year(span)
    return match.how != "weekday" or is_noun(span)


def is_other_name(span: Span) -> bool:
    """Whether the words are part of a person's, an organisation's or a thing's name: "Theresa **May**"."""
    before = [child for child in span.root.lefts if child.dep_ in NAMED and child.tag_ == "NNP"]
    is_last = any(child.lower_ not in load_kind("weekday") for child in before)
    return is_last or any(token.ent_type_ in NAMES for token in span)


def is_named_for(span: Span) -> bool:
    """Whether a day is part of the name of something else: "the Sunday Times", "the March 23 Movement"."""
    head, before = span.root.head, span.doc[max(span.start - 1, 0)]
    is_body = before.tag_ == "DT" and load_lemmas("nouns").get(head.lower_, {}).get("number") == "collective"
    is_paper = head.ent_type_ in PAPERS and span.root.lower_ in load_kind("weekday")
    return span.root.dep_ in NAMED and head.tag_ == "NNP" and (is_paper or is_body)


def is_pointed_at(span: Span) -> bool:
    """Whether a bare "the 14th" stands for a day: after "on" or its like, with no noun after it."""
    before = span.doc[span.start - 1].lower_ if span.start else ""
    number = next((token for token in span if token.text[:1].isdigit()), span.root)
    return before in POINTING and (number.dep_ == "pobj" or span[-1].lower_ == "month")


def is_noun(span: Span) -> bool:
    """Whether the parser takes the last word for a noun: not "may" or "march" as verbs."""
    return span[-1].pos_ not in {"AUX", "VERB", "ADV"}


def is_numbered(span: Span) -> bool:
    """Whether a bare number tells one of a series: "Resolution 1973", "Room 2010"."""
    before = span.doc[max(span.start - 1, 0)]
    is_name = before.i < span.start and before.text[:1].isupper() and before.pos_ in {"PROPN", "NOUN"}
    is_name &= before.lower_ not in load_kind("month")
    return len(span) == 1 and is_name and (span.root.head == before or before.head == span.root)


def is_year(span: Span) -> bool:
    """Whether a bare four-digit number is a year: after a preposition, in brackets, or labelled a date."""
    number = span[-1]
    before = span.doc[span.start - 1] if span.start else number
    if (len(span) == 1 and before.lower_ == "at") or is_numbered(span):
        return False
    if len(span) > 1 or number.ent_type_ == "DATE":
        return not is_other_name(span)
    counted = number.dep_ == "nummod" and number.head.tag_ == "NNS"
    return not counted and (before.tag_ == "IN" or before.text in {"(", "between"})
