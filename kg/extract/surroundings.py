"""What the words around a name tell of it: that it is a place, or a person."""

from collections.abc import Iterable

from kg.extract.containers import container, is_between, is_in_list
from kg.gazetteer import Gazetteer
from kg.lexicon import load_lemmas
from kg.parsed import Span, Token
from kg.tables import Entry

LARGE = 100_000
INSIDE = frozenset({"in", "near", "outside", "inside", "around", "across", "throughout", "within", "into"})
MOVING = frozenset({"at", "from", "to", "of", "toward", "towards", "between", "through", "via"})
PLACING = INSIDE | MOVING
DIRECTIONS = frozenset(
    {"northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "rural", "the",
     "northeastern", "northwestern", "southeastern", "southwestern", "northeast", "northwest", "southeast",
     "southwest", "upper", "lower", "nearby", "greater", "coastal", "downtown"}
)  # fmt: skip


def token_before(span: Span) -> Token | None:
    """The word before a name, past its article and words such as "northern"."""
    index = span.start - 1
    while index > 0 and span.doc[index].lower_ in DIRECTIONS:
        index -= 1
    return span.doc[index] if index >= 0 else None


def stands_as_place(span: Span) -> bool:
    """Whether a town may stand here: after a preposition of place, in brackets or after the comma of a place."""
    before = token_before(span)
    if before is None:
        return False
    beside = before.text in {",", "("} and before.i > 0 and before.nbor(-1).text[:1].isupper()
    return before.lower_ in PLACING or span.root.dep_ == "appos" or beside


def stands_as_town(span: Span, gazetteer: Gazetteer) -> bool:
    """Whether a name that towns bear is one here: it stands as a place, or is large and nothing else by its look.

    So is one before what it lies in: "shelled Toretsk, Donetsk".
    """
    if stands_as_place(span):
        return True
    towns = [entry for entry in gazetteer.find(span.text) if entry.type == "Settlement"]
    around = span.doc[max(span.start - 1, 0) : span.end + 1]
    plain = not any(token.ent_type_ for token in span) and [t.i for t in around if t.pos_ == "PROPN"] == [
        t.i for t in span
    ]
    return (plain and any(town.population >= LARGE for town in towns)) or _is_addressed(span, towns, gazetteer)


def _is_addressed(span: Span, towns: Iterable[Entry], gazetteer: Gazetteer) -> bool:
    """Whether the name of what one of the towns lies in follows after a comma, in brackets or after "in"."""
    doc, start = span.doc, span.end + 1
    if start >= len(doc) or doc[span.end].text not in {",", "(", "in"}:
        return False
    end = next((i for i in range(start, len(doc)) if not doc[i].text[:1].isupper()), len(doc))
    name = doc[start:end].text
    around = {place.id for place in (*gazetteer.find(name), *gazetteer.places.find_divisions(name))}
    return any(outer.id in around for town in towns for outer in gazetteer.places.above(town))


def is_told_as_place(span: Span, gazetteer: Gazetteer) -> bool:
    """Whether the words say that an unknown name is a place: "in X", "the village of X", "at X"."""
    before = token_before(span)
    if before is None or _only_describes(span) or (before.lower_ == "at" and _is_workplace(before, gazetteer)):
        return False
    if _has_region(span, gazetteer) or is_in_list(span) or is_between(span, gazetteer):
        return True
    if before.lower_ in {"of", "to"} and before.i > 0:
        noun = before.nbor(-1)
        lived_in = before.lower_ == "of" and (noun.lemma_.lower() in load_lemmas("dwellers") or _tells(noun, "of"))
        gone_to = before.lower_ == "to" and _tells(before.head, "to")
        return container(noun) is not None or lived_in or gone_to
    return before.lower_ in INSIDE or before.lower_ == "at" or _is_struck(span, before)


def _tells(word: Token, slot: str) -> bool:
    """Whether a verb or noun tells by itself that a place follows: "fled **to** Waddara", "control **of** Waddara"."""
    row = load_lemmas("motion").get(word.lemma_.lower())
    return row is not None and row["slot"] == slot


def _is_struck(span: Span, before: Token) -> bool:
    """Whether a name is no acronym and right behind a verb whose object is a place: "shelled Waddara"."""
    return before.i == span.start - 1 and before.pos_ == "VERB" and _tells(before, "object") and not span.text.isupper()


def kind_beside(span: Span) -> str | None:
    """The kind of place that a noun beside the name tells: "the village of X", "X village"."""
    before = token_before(span)
    row = container(span[-1]) if len(span) > 1 and span[-1].text.islower() else None
    if row is None and before is not None and before.lower_ == "of" and before.i > 0:
        row = container(before.nbor(-1))
    return row["class"] if row is not None and row["use"] == "proper" else None


def is_told_as_person(span: Span, gazetteer: Gazetteer) -> bool:
    """Whether a title stands before the name or a clause with "who" after it: "General Sory Bah", "Vadim, who"."""
    after = span.doc[span.end : span.end + 2]
    followed = len(after) > 0 and (after[0].lower_ == "who" or after.text.lower() == ", who")
    titled = len(span) > 1 and _is_title(span[0], gazetteer)
    return followed or titled or (span.start > 0 and _is_title(span.doc[span.start - 1], gazetteer))


def _is_title(word: Token, gazetteer: Gazetteer) -> bool:
    noun = gazetteer.noun(word.lower_)
    return word.tag_ in {"NN", "NNP"} and noun is not None and noun.type == "Person" and noun.sector not in FIGHTERS


def is_told_as_body(span: Span) -> bool:
    """Whether the words say that an unknown name is a body's: "members of the Sela Union", "Nur militants"."""
    before = token_before(span)
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if before is not None and before.lower_ == "of" and before.i > 0 and before.nbor(-1).lemma_.lower() in PARTS:
        return True
    row = load_lemmas("name-bearers").get(after.lemma_.lower()) if after is not None and after.tag_ == "NNS" else None
    return row is not None and row["means"] == "fighters" and after is not None and after.lemma_ not in FOLLOWERS


PARTS = frozenset({"member", "wing", "branch", "cell"})
FOLLOWERS = frozenset({"force", "troop", "soldier", "position"})  # a person may have these
FIGHTERS = frozenset({"REB", "UAF", "CRM", "CVL"})
ARMED = frozenset({"REB", "UAF", "CRM", "MIL", "COP"})


def _has_region(span: Span, gazetteer: Gazetteer) -> bool:
    """Whether the name of a region follows after a comma or in brackets, as in an address: "Petrivka, Kharkiv"."""
    doc, start = span.doc, span.end + 1
    if start >= len(doc) or doc[span.end].text not in {",", "("} or not doc[start].text[:1].isupper():
        return False
    end = next((i for i in range(start, len(doc)) if not doc[i].text[:1].isupper()), len(doc))
    found = gazetteer.find(doc[start:end].text)
    alone = doc[start].ent_type_ != "PERSON" and (end == len(doc) or doc[end].pos_ != "CCONJ")
    return alone and bool(found) and found[0].type in {"Region", "Settlement"}


def _only_describes(span: Span) -> bool:
    """Whether a noun follows that the name only describes: "in Hamas custody"."""
    if span.end >= len(span.doc):
        return False
    after = span.doc[span.end]
    return (after.tag_ in {"NN", "NNS"} and container(after) is None) or after.text == "-"


def _is_workplace(preposition: Token, gazetteer: Gazetteer) -> bool:
    """Whether "at" says where somebody works: "an analyst at", not where fighters stand: "the rebels at"."""
    noun = gazetteer.noun(preposition.head.lemma_)
    works = noun is not None and noun.type == "Person" and noun.sector not in ARMED
    return preposition.head.ent_type_ == "PERSON" or works
