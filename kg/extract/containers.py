"""What tells that a name is a place's: the noun of its kind behind a list, the other end of a way."""

from kg.gazetteer import Gazetteer
from kg.lexicon import Row, load_lemmas
from kg.parsed import Doc, Span, Token

WAYS = frozenset({"axis", "border", "bush", "corridor", "desert", "forest", "highway", "road", "route"})


def container(token: Token) -> Row | None:
    """What a noun that bears place names says of the place: "village", "outskirts"."""
    rows = load_lemmas("containers")
    return rows.get(token.lower_) or rows.get(token.lemma_.lower())


def is_in_list(span: Span) -> bool:
    """Whether names end in the noun of their kind: "**Tilma** and **Kerou** villages"."""
    doc, end = span.doc, span.end
    while end < len(doc) and (doc[end].text[:1].isupper() or doc[end].text in {"and", ",", "-"}):
        end += 1
    row = container(doc[end]) if end < len(doc) and doc[end].tag_ == "NNS" else None
    return row is not None and row["use"] == "proper"


def is_between(span: Span, gazetteer: Gazetteer) -> bool:
    """Whether the other of two ends is a place, or a way or journey lies between: "the road between Galmi and Konni".

    Not so for whom something happens between: "talks between Moscow and Kostov".
    """
    doc, first, last = span.doc, span.start, span.end
    if last < len(doc) and doc[last].lower_ == "and" and first:
        link, other = doc[first - 1], doc[last + 1 : _end_of_run(last + 1, doc)]
    elif first and doc[first - 1].lower_ == "and":
        start = _start_of_run(first - 1, doc)
        link, other = doc[start - 1], doc[start : first - 1]
    else:
        return False
    if link.lower_ != "between" or not link.i or not len(other):
        return False
    noun, found = link.nbor(-1), gazetteer.find(other.text)
    if noun.lemma_.lower() in WAYS or noun.lemma_.lower() in load_lemmas("motion"):
        return True
    event = gazetteer.supersense(noun.lemma_.lower()) in {"event", "abstract", "gathering"}
    return not event and bool(found) and all(entry.kind == "place" and not entry.metonym for entry in found)


def _start_of_run(index: int, doc: Doc) -> int:
    """Where the capitalised words begin that end before an index."""
    while index and doc[index - 1].text[:1].isupper():
        index -= 1
    return index


def _end_of_run(index: int, doc: Doc) -> int:
    while index < len(doc) and doc[index].text[:1].isupper():
        index += 1
    return index
