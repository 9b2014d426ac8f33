"""Who and what a document names: spans of names, descriptions and pronouns, each with a type."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.lang.en import English
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans
from spacy.vocab import Vocab

from kg.extract.phrases import phrase
from kg.gazetteer import Entry, Gazetteer

NER_TYPES = {"PERSON": "Person", "ORG": "Organization", "GPE": "Settlement", "LOC": "Region", "FAC": "Facility", "NORP": "Group"}
SENSE_TYPES = {"person": "Person"}
PLACING = frozenset({"in", "at", "near", "outside", "around", "from", "to", "of", "toward", "towards", "into", "across", "between"})
MAX_RUN = 5
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself", "i", "me", "my", "we", "us", "our"})
PRONOUNS = PERSONAL | frozenset({"it", "its", "itself", "they", "them", "their", "theirs", "themselves", "who", "whom", "whose"})


@dataclass(frozen=True)
class Naming:
    """One naming before it is tied to an entity: its words, head, form, type and what the tables know of it.

    `acting` is the government that a capital or a seat stands for when it acts or speaks.
    """

    span: Span
    head: Token
    form: str
    type: str
    name: str
    entry: Entry | None = None
    country: str | None = None
    sector: str | None = None
    acting: Entry | None = None


def find_namings(doc: Doc, gazetteer: Gazetteer) -> list[Naming]:
    """Names, then descriptions by known nouns, then pronouns, in the order of the text; spans of names do not overlap."""
    names = list(_names(doc, gazetteer))
    taken = {token.i for naming in names for token in naming.span}
    nominals = list(_nominals(doc, gazetteer, taken))
    pronouns = [_pronoun(token) for token in doc if token.lower_ in PRONOUNS and token.tag_[:2] in {"PR", "WP"}]
    return sorted([*names, *nominals, *pronouns], key=lambda n: (n.head.i, n.span.start))


def _names(doc: Doc, gazetteer: Gazetteer) -> Iterator[Naming]:
    known = [doc[start:end] for _, start, end in _matcher(doc.vocab, gazetteer)(doc)]
    known = [span for span in known if _is_name(span)]
    tagged = [_trimmed(ent) for ent in doc.ents if ent.label_ in NER_TYPES]
    tagged = [span for span in tagged if len(span) and _is_name(span)]
    labels = {(span.start, span.end): ent.label_ for ent in doc.ents for span in [_trimmed(ent)]}
    towns = [span for span in _proper_runs(doc) if _stands_as_place(span) and gazetteer.find(span.text)]
    for span in filter_spans([*known, *tagged, *towns]):
        label = labels.get((span.start, span.end), "")
        naming = _name(span, label, gazetteer)
        if naming is not None:
            yield naming


def _proper_runs(doc: Doc) -> Iterator[Span]:
    """Unbroken runs of proper nouns, and what is left of them without their last words."""
    start = None
    for token in doc:
        if token.pos_ == "PROPN" and start is None:
            start = token.i
        elif token.pos_ != "PROPN" and start is not None:
            yield from (doc[start:end] for end in range(token.i, start, -1) if token.i - start <= MAX_RUN)
            start = None


@lru_cache(maxsize=4)
def _matcher(vocab: Vocab, gazetteer: Gazetteer) -> PhraseMatcher:
    """A matcher of all hand-made names; the table of settlements is looked up span by span instead."""
    matcher = PhraseMatcher(vocab)
    tokenize = English(vocab).tokenizer
    matcher.add("NAME", [tokenize(name) for name in sorted({name for name, _ in gazetteer.names()})])
    return matcher


def _is_name(span: Span) -> bool:
    """A name has a capital letter, and a one-word name at the start of a sentence is tagged as one."""
    return any(token.text[:1].isupper() for token in span) and not all(token.pos_ in {"VERB", "DET", "PRON", "ADV"} for token in span)


def _trimmed(ent: Span) -> Span:
    start, end = ent.start, ent.end
    while start < end and (ent.doc[start].lower_ in {"the", "a", "an"} or ent.doc[start].is_punct):
        start += 1
    while end > start and (ent.doc[end - 1].tag_ == "POS" or ent.doc[end - 1].is_punct or ent.doc[end - 1].is_space):
        end -= 1
    return ent.doc[start:end]


def _name(span: Span, label: str, gazetteer: Gazetteer) -> Naming | None:
    head = span.root
    entries = [entry for entry in gazetteer.find(span.text) if _is_plausible(entry, span, label)]
    if entries:
        entry, acting = entries[0], next((e for e in entries if e.metonym), None)
        return Naming(span, head, "name", entry.type, entry.name, entry, entry.country, entry.sector, acting)
    people = gazetteer.demonym(span.text)
    if people is not None:
        if head.tag_ in PLURAL_TAGS or head.dep_ not in {"amod", "compound", "nmod"}:
            return Naming(span, head, "nominal", "Group", span.text, None, people.country)
        return None
    kind = "Person" if _is_described_as_person(span) else NER_TYPES.get(label)
    return None if kind is None else Naming(span, head, "name", _refined(span, kind, gazetteer), span.text)


def _is_described_as_person(span: Span) -> bool:
    """Whether a clause with "who" follows: "Vadim, who left the country"."""
    after = span.doc[span.end : span.end + 2]
    return len(after) > 0 and (after[0].lower_ == "who" or (len(after) > 1 and after.text.lower() == ", who"))


def _is_plausible(entry: Entry, span: Span, label: str) -> bool:
    """Whether a name may be the entry: a person's name is no town unless it stands where towns stand."""
    return entry.type != "Settlement" or label in {"GPE", "LOC", "FAC"} or _stands_as_place(span)


def _stands_as_place(span: Span) -> bool:
    before = span.doc[span.start - 1].lower_ if span.start else ""
    return before in PLACING or span.root.dep_ == "appos"


def _refined(span: Span, kind: str, gazetteer: Gazetteer) -> str:
    """An organisation's or place's finer type by a noun in its name: "Ministry", "Brigade", "Province"."""
    if kind not in {"Person", "Group"}:
        for token in reversed(list(span)):
            noun = gazetteer.noun(token.lower_)
            if noun is not None and noun.type not in {"Person", "Group", "Thing", "Abstract"}:
                return noun.type
    return kind


def _nominals(doc: Doc, gazetteer: Gazetteer, taken: set[int]) -> Iterator[Naming]:
    for token in doc:
        if token.i not in taken and token.tag_ in {"NN", "NNS", "NNP", "NNPS"} and token.dep_ not in {"compound", "amod", "nmod"}:
            kind = noun_type(token, gazetteer)
            if kind is not None:
                yield describe(token, kind, gazetteer)


def noun_type(token: Token, gazetteer: Gazetteer) -> str | None:
    """The type of a common noun, by the table of nouns, else its sense: plural persons are a group; None for what is none."""
    noun = gazetteer.noun(token.lemma_.lower()) or gazetteer.noun(token.lower_)
    kind = noun.type if noun else SENSE_TYPES.get(gazetteer.supersense(token.lemma_.lower()) or "")
    if kind in {None, "Thing", "Abstract"}:
        return None
    return "Group" if kind == "Person" and token.tag_ in PLURAL_TAGS else kind


def describe(head: Token, kind: str, gazetteer: Gazetteer) -> Naming:
    """The naming of a description, with the country its demonym tells and the sector its noun tells."""
    span = phrase(head)
    noun = gazetteer.noun(head.lemma_.lower())
    countries = (gazetteer.demonym(token.text) for token in span)
    country = next((entry.country for entry in countries if entry is not None), None)
    return Naming(span, head, "nominal", kind, _label(span), None, country, noun.sector if noun else None)


def _label(span: Span) -> str:
    """The words of a description without its article."""
    words: Iterable[Token] = span[1:] if span[0].tag_ == "DT" and len(span) > 1 else span
    return "".join(token.text_with_ws for token in words).strip()


def _pronoun(token: Token) -> Naming:
    kind = "Person" if token.lower_ in PERSONAL | {"who", "whom", "whose"} else "Group"
    return Naming(token.doc[token.i : token.i + 1], token, "pronoun", kind, token.text)
