"""Where names stand: what the tables know, what the recogniser saw, and runs of capitalised words after "in" or "near".

The recogniser's spans are mended first: brackets, commas and prepositions part names ("Iquitos, Loreto" is
two, "Rawson (Chubut" too), and where a place is told the name is the whole run ("Mashru Al Hadba").
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.lang.en import English
from spacy.matcher import PhraseMatcher
from spacy.vocab import Vocab

from kg.datelines import months
from kg.extract.containers import container
from kg.extract.missed import find_acronyms, find_fighting, find_titled, find_whole, is_body
from kg.extract.runs import find_runs, is_no_start, trim
from kg.extract.surroundings import (
    PLACING,
    is_told_as_place,
    stands_as_place,
    stands_as_town,
)
from kg.gazetteer import Gazetteer
from kg.lexicon import load_lemmas
from kg.parsed import Doc, Span, Token

NAMING = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT"})
PARTING = frozenset({"(", ")", "[", "]", "/", ";", ":", '"'})
LINKING = frozenset({"of", "for", "across", "between", "to"})
CLAUSAL = frozenset({"SCONJ", "VERB", "AUX"})
WORDLESS = frozenset({"VERB", "DET", "PRON", "ADV", "AUX", "SCONJ", "NUM"})
MAX_RUN = 5


def find_spans(doc: Doc, gazetteer: Gazetteer) -> list[tuple[Span, str]]:
    """The spans of names in the order of the text, none overlapping, each with the recogniser's label or ""."""
    known = [doc[start:end] for _, start, end in _matcher(doc.parse.vocab, gazetteer)(doc.parse)]
    tagged = list(_tagged(doc, gazetteer))
    placed = [run for run in find_runs(doc) if _is_unknown_place(run, gazetteer)]
    proper = list(_proper_runs(doc))
    towns = [span for span in proper if gazetteer.find(span.text) and stands_as_town(span, gazetteer)]
    acronyms, persons = list(find_acronyms(doc)), [*find_titled(proper, gazetteer), *find_whole(proper, gazetteer)]
    bodies = [span for span in proper if is_body(span, gazetteer)] + list(find_fighting(doc, gazetteer))
    named = [span for span in (*known, *tagged, *towns, *persons, *bodies, *acronyms) if is_name(span)]
    kept = keep_longest([*named, *(run for run in placed if is_name(run) or _is_misread(run))])
    defined = {span.text for span in acronyms}
    return [(_grown(span, gazetteer), "ORG" if span.text in defined else label_of(span)) for span in kept]


def keep_longest(spans: list[Span]) -> list[Span]:
    """Of spans that overlap the longest, the first of equals; in the order of the text."""
    kept: dict[int, Span] = {}
    taken: set[int] = set()
    for span in sorted(spans, key=lambda span: (-len(span), span.start)):
        if not taken & {span.start, span.end - 1}:
            kept[span.start] = span
            taken.update(range(span.start, span.end))
    return [kept[start] for start in sorted(kept)]


def is_name(span: Span) -> bool:
    """Whether a span can be a name: it has a capital, some word that is neither verb nor number, and is no day."""
    capital = any(token.text[:1].isupper() for token in span) and span.text.lower() not in load_lemmas("feasts")
    return capital and not all(token.pos_ in WORDLESS for token in span) and not _is_day(span)


def _is_day(span: Span) -> bool:
    """Whether a span is a date that the recogniser took for a place: "Nov 24"."""
    words = [token for token in span if not token.is_punct]
    return len(words) > 1 and all(token.text.isdigit() or token.lower_.rstrip(".") in months() for token in words)


def _is_misread(run: Span) -> bool:
    """Whether the parser took a name inside a sentence for an adverb or verb, but the recogniser for a name."""
    return not run[0].is_sent_start and all(token.ent_type_ and token.pos_ in {"ADV", "VERB"} for token in run)


def label_of(span: Span) -> str:
    """The recogniser's label of most of the span's words."""
    labels = [token.ent_type_ for token in span if token.ent_type_ in NAMING]
    return max(labels, key=lambda label: (labels.count(label), label)) if labels else ""


@lru_cache(maxsize=4)
def _matcher(vocab: Vocab, gazetteer: Gazetteer) -> PhraseMatcher:
    """A matcher of all hand-made names; the table of settlements is looked up span by span instead."""
    matcher = PhraseMatcher(vocab)
    tokenize = English(vocab).tokenizer
    names = {name for name, _ in gazetteer.names()}
    matcher.add("NAME", [tokenize(name) for name in sorted(names | {*_with_small_kinds(names)})])
    return matcher


def _with_small_kinds(names: Iterable[str]) -> Iterator[str]:
    """Names as some papers write them: "the bank of England", "army of National Liberation"."""
    for name in names:
        kind, of, rest = name.partition(" of ")
        if kind.istitle() and of and " " not in kind and rest[:1].isupper():
            yield kind.lower() + of + rest


def _tagged(doc: Doc, gazetteer: Gazetteer) -> Iterator[Span]:
    for ent in doc.ents:
        if ent.label_ in NAMING:
            whole = trim(ent)
            parts = [whole] if len(whole) and gazetteer.find(whole.text) else _parts(_without_noun(whole, gazetteer))
            yield from (part for part in map(trim, parts) if len(part))


def _without_noun(span: Span, gazetteer: Gazetteer) -> Span:
    """The name without a common noun behind it, where the tables know it so: of "CODECO militia" the CODECO."""
    bare = span.doc[span.start : max(span.end - 1, span.start)]
    tail = len(span) > 1 and span[-1].text.islower() and span[-1].tag_ in {"NN", "NNS"} and container(span[-1]) is None
    return bare if tail and any(entry.kind == "actor" for entry in gazetteer.find(bare.text)) else span


def _parts(span: Span) -> Iterator[Span]:
    """The names in a span that runs over a bracket, a comma, or a preposition between two names."""
    start = span.start
    for token in span:
        if _parts_here(token, span):
            yield span.doc[start : token.i]
            start = token.i + 1
    yield span.doc[start : span.end]


def _parts_here(token: Token, span: Span) -> bool:
    if token.text in PARTING or (token.text.islower() and token.pos_ in CLAUSAL):
        return True
    if token.text == ",":
        return not any(other.lower_ in {"and", "&"} for other in span.doc[token.i + 1 : span.end])
    if token.lower_ == "and":
        return stands_as_place(span)
    return token.lower_ in PLACING - LINKING and token.pos_ == "ADP"


def _proper_runs(doc: Doc) -> Iterator[Span]:
    """Unbroken runs of proper nouns, and what is left of them without their last words."""
    start = None
    for token in doc:
        if token.pos_ == "PROPN" and start is None:
            start = token.i
        elif token.pos_ != "PROPN" and start is not None:
            yield from (doc[start:end] for end in range(token.i, start, -1) if token.i - start <= MAX_RUN)
            start = None


def _is_unknown_place(run: Span, gazetteer: Gazetteer) -> bool:
    """Whether a run of capitals is told as a place, with no title in it, and no demonym or plain noun before."""
    if is_no_start(run[0]) or gazetteer.demonym(run[0].text) or not is_told_as_place(run, gazetteer):
        return False
    titled = any((other := gazetteer.noun(token.lower_)) and other.type == "Person" for token in run[1:-1])
    noun = gazetteer.noun(run[0].lower_)
    if titled or (noun is not None and noun.type in {"Person", "Group"}):
        return False
    plain = noun is not None or gazetteer.supersense(run[0].lower_) is not None
    return len(run) > 1 or not plain or run[0].ent_type_ in {"GPE", "LOC", "FAC", "PERSON"}


def _grown(span: Span, gazetteer: Gazetteer) -> Span:
    """The name with the noun of its kind behind it: "Debs village", "Mandalay district"."""
    after = span.doc[span.end : span.end + 2]
    row = container(after[0]) if len(after) and after[0].tag_ == "NN" and after[0].text.islower() else None
    if row is None or row["use"] != "proper":
        return span
    compounded = len(after) > 1 and after[1].tag_ in {"NN", "NNS"}
    is_actor = any(entry.kind == "actor" and not entry.metonym for entry in gazetteer.find(span.text))
    return span if compounded or is_actor or gazetteer.demonym(span.text) else span.doc[span.start : span.end + 1]
