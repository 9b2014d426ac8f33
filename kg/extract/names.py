"""The names of a document, each with a type and what the tables know of it."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping

from kg.extract.doubtful import Report, read_report
from kg.extract.naming import PLURAL_TAGS, Naming
from kg.extract.nominals import singular
from kg.extract.phrases import measured
from kg.extract.spans import find_spans, label_of
from kg.extract.surroundings import is_told_as_person, is_told_as_place, kind_beside, stands_as_town
from kg.extract.unlisted import agree, type_of_unlisted
from kg.gazetteer import Gazetteer
from kg.lexicon import load_lemmas
from kg.parsed import Doc, Span, Token
from kg.tables import Entry

LARGE_TOWN = 100_000
LONG = 5  # letters; shorter words in capitals are acronyms


def find_names(doc: Doc, gazetteer: Gazetteer, day: str | None = None) -> list[Naming]:
    """The names of a document in the order of the text; their spans do not overlap."""
    found = [_name(span, label, gazetteer) for span, label in find_spans(doc, gazetteer)]
    named = _meant([naming for naming in found if naming is not None], doc, gazetteer, day)
    told = frozenset(naming.country for naming in named if naming.entry is not None)
    words = Counter(word for naming in named for word in {*naming.name.split()})
    named = [_as_town(naming, told, words, gazetteer) for naming in named]
    shares = _shares_of(named)
    towns = dict(_towns_told(named, gazetteer))
    named = [_as_other(naming, towns, shares, gazetteer) for naming in named]
    named = [_as_bearer(naming, shares, gazetteer) for naming in named]
    return agree(sorted([*named, *_surnames(doc, named)], key=lambda naming: naming.span.start))


def _meant(named: list[Naming], doc: Doc, gazetteer: Gazetteer, day: str | None) -> list[Naming]:
    """The names with what the report can mean by them; one that means nothing in the tables is as any other name."""
    report = read_report(named, doc, gazetteer, day)
    found = [
        naming if report.means_all(naming) else _name(naming.span, label_of(naming.span), gazetteer, report)
        for naming in named
    ]
    return [naming for naming in found if naming is not None]


def _surnames(doc: Doc, named: list[Naming]) -> Iterator[Naming]:
    """Surnames of persons whose full name stands in the document, where the recogniser missed them."""
    taken = {token.i for naming in named for token in naming.span}
    full = {words[-1] for words in _full_names(named)}
    for token in doc:
        if token.text in full and token.pos_ == "PROPN" and token.i not in taken:
            yield Naming(doc[token.i : token.i + 1], token, "name", "Person", token.text)


def _full_names(named: list[Naming]) -> list[list[str]]:
    """The words of the persons' names of more than one."""
    persons = [n for n in named if n.form == "name" and n.type == "Person" and len(n.span) > 1]
    return [[token.text for token in person.span] for person in persons]


def _shares_of(named: list[Naming]) -> set[str]:
    """The words by which persons with a full name may be called for short."""
    return {word for words in _full_names(named) for word in words[1:]}


def _as_bearer(naming: Naming, shares: Container[str], gazetteer: Gazetteer) -> Naming:
    """A lone name taken for a town's or a body's is that of a person who bears it in full: "**Mir's** kidnapping"."""
    short = len(naming.span) == 1 and naming.span.text in shares and not naming.span.text.isupper()
    listed = naming.entry is not None and naming.type not in {"Settlement", "Region"}
    if naming.form != "name" or not short or listed or is_told_as_place(naming.span, gazetteer):
        return naming
    return Naming(naming.span, naming.head, "name", "Person", naming.span.text)


def _as_town(naming: Naming, told: Container[str | None], words: Counter[str], gazetteer: Gazetteer) -> Naming:
    """A lone name taken for somebody's is that of a large town, where the verb or the report tells so: "took Goma".

    The report does if it tells of the town's country.
    """
    entered = _is_done_to_places(naming.head.head)
    mistaken = naming.type == "Person" or (naming.type == "Organization" and entered)
    if not mistaken or naming.entry is not None or len(naming.span) > 1 or not _is_taken(naming.head):
        return naming
    towns = [e for e in _find(naming.span, "", gazetteer) if e.population >= LARGE_TOWN]
    meant = [e for e in towns if entered or e.country in told]
    apart = words[naming.name] > 1 or is_told_as_person(naming.span, gazetteer) or not meant
    return naming if apart else _known(naming.span, meant)


def _towns_told(named: list[Naming], gazetteer: Gazetteer) -> Iterator[tuple[str, Entry]]:
    """The large towns that the report tells as such: "in Goma"."""
    for naming in named:
        large = naming.entry is not None and naming.entry.population >= LARGE_TOWN
        if naming.entry is not None and large and is_told_as_place(naming.span, gazetteer):
            yield naming.span.text, naming.entry


def _as_other(naming: Naming, towns: Mapping[str, Entry], shares: Container[str], gazetteer: Gazetteer) -> Naming:
    """A lone name in no table is that of the large town which it names elsewhere: "in Goma. The fall of **Goma**"."""
    town = towns.get(naming.span.text)
    mistaken = town is not None and naming.entry is None and naming.type in {"Person", "Organization"}
    if town is None or not mistaken or naming.name in shares or is_told_as_person(naming.span, gazetteer):
        return naming
    return _known(naming.span, [town])


def _is_taken(head: Token) -> bool:
    """Whether a name stands where a town does that is taken, left or held: "captured Goma"."""
    return head.dep_ in {"dobj", "nsubjpass"}


def _is_done_to_places(verb: Token) -> bool:
    """Whether a verb tells by itself that its object is a place: "entered Goma", not "left Goma"."""
    row = load_lemmas("motion").get(verb.lemma_.lower())
    return row is not None and row["slot"] in {"object", "town"}


def _name(span: Span, label: str, gazetteer: Gazetteer, report: Report | None = None) -> Naming | None:
    kind = kind_beside(span)
    found = [e for e in _find(span, label, gazetteer) if report is None or report.means(e)]
    plausible = [e for e in found if _is_plausible(e, span, label, kind, gazetteer)]
    entries = found if all(e.metonym for e in plausible) and plausible else plausible  # a capital, first of all
    bare = _without_kind(span)
    if not entries and bare != span.text:
        entries = [e for e in gazetteer.find(bare) if e.type == kind and _is_plausible(e, span, label, kind, gazetteer)]
    if entries:
        return _known(span, entries)
    people = gazetteer.demonym(span.text)
    if people is not None:
        return _people(span, people)
    if len(span) == 1 and _is_plain_noun(span, label, gazetteer):
        return None
    kind = type_of_unlisted(span, label, kind, gazetteer)
    return None if kind is None else Naming(span, span.root, "name", kind, bare)


def _find(span: Span, label: str, gazetteer: Gazetteer) -> Iterable[Entry]:
    """What bears the name; of one in capitals that nothing bears, actors, countries and large towns: "NAIROBI"."""
    found = gazetteer.find(span.text)
    if found or not span.text.isupper() or len(span.text) < LONG or label == "PERSON":
        return found
    return [e for e in gazetteer.find(span.text.title()) if e.type != "Settlement" or e.population >= LARGE_TOWN]


def _without_kind(span: Span) -> str:
    """The name without the noun of its kind behind it: "Debs village" is called Debs."""
    grown = len(span) > 1 and span[-1].text.islower() and kind_beside(span) == "Settlement"
    return span.doc[span.start : span.end - 1].text if grown else span.text


def _known(span: Span, entries: list[Entry]) -> Naming:
    entry, acting = entries[0], next((e for e in entries if e.metonym), None)
    alike = tuple(e for e in entries if e.kind == entry.kind and not e.metonym)
    choices = alike if entry.kind == "place" or len(alike) > 1 else ()
    return Naming(span, span.root, "name", entry.type, entry.name, entry, entry.country, entry.sector, acting, choices)


def _people(span: Span, people: Entry) -> Naming | None:
    first = span.root
    while first.dep_ == "conj" and first.tag_ == "JJ":
        first = first.head  # "Indian and **Chinese** troops"
    if span.root.tag_ in PLURAL_TAGS or first.dep_ not in {"amod", "compound", "nmod"}:
        return Naming(measured(span.root), span.root, "nominal", "Group", span.text, None, people.country)
    return None


def _is_plausible(entry: Entry, span: Span, label: str, kind: str | None, gazetteer: Gazetteer) -> bool:
    """Whether a name may be the entry: a person's name is no town unless it stands where towns stand."""
    if kind is not None:
        return entry.kind == "place" or entry.metonym
    shouted = span.text.isupper() and entry.population >= LARGE_TOWN and label != "PERSON"
    return entry.type != "Settlement" or label in {"GPE", "LOC", "FAC"} or shouted or stands_as_town(span, gazetteer)


def _is_plain_noun(span: Span, label: str, gazetteer: Gazetteer) -> bool:
    """Whether a single word is a common noun with a capital: "Gunmen", "Navy", "Gunfire"; surnames are none."""
    token, word = span[0], span[0].lower_
    noun, sense = gazetteer.noun(word) or gazetteer.noun(singular(token)), gazetteer.supersense(word)
    if noun is not None:
        return label != "PERSON" or noun.type in {"Person", "Group", "Weapon"}
    if label == "PERSON":
        return bool(token.is_sent_start) and sense == "event"
    return label in {"ORG", "PRODUCT", "NORP"} and not word.isupper() and sense is not None
