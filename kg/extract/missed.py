"""Names that the recogniser misses, by what stands beside or in them: acronyms, the titled, bodies, fighters."""

from collections.abc import Iterable, Iterator

from kg.extract.runs import trim
from kg.extract.surroundings import is_told_as_body, is_told_as_person
from kg.gazetteer import Gazetteer
from kg.lexicon import load_lemmas
from kg.parsed import Doc, Span, Token

MAX_ACRONYM = 8
INITIAL = 2  # letters, with the full stop


def find_acronyms(doc: Doc) -> Iterator[Span]:
    """Words of capitals that once stand in brackets behind a name: "Nur Liberation Front [NLF]"."""
    opening = [token.i for token in doc[1:-2] if token.text in "(["]
    inner = [doc[i + 1].text for i in opening if doc[i + 2].text in ")]" and doc[i - 1].text[:1].isupper()]
    words = {word for word in inner if 1 < len(word) <= MAX_ACRONYM and word.isalpha() and word.isupper()}
    if words:
        yield from (doc[token.i : token.i + 1] for token in doc if token.text in words)


def find_titled(runs: Iterable[Span], gazetteer: Gazetteer) -> Iterator[Span]:
    """Two and more unknown proper nouns behind a title that the recogniser missed: "Nobel laureate Ana Ruiz"."""
    for run in runs:
        whole = run.end == len(run.doc) or run.doc[run.end].pos_ != "PROPN"
        title = run.doc[run.start - 1] if run.start else None
        lower = title is not None and title.text.islower() and is_told_as_person(run, gazetteer)
        if lower and whole and len(run) > 1 and all(_is_unknown(word, gazetteer) for word in run):
            yield run


def find_whole(runs: Iterable[Span], gazetteer: Gazetteer) -> Iterator[Span]:
    """Persons' names of which the recogniser saw the end: "**Sisiku Julius** Ayuk Tabe"."""
    for run in filter(len, map(trim, runs)):
        seen = [token for token in run if token.ent_type_ == "PERSON"]
        cut = 0 < len(seen) < len(run) and run[-1] == seen[-1] and not any(t.ent_type_ for t in run if t not in seen)
        whole = run.end == len(run.doc) or run.doc[run.end].pos_ != "PROPN"
        joined = all(token.dep_ == "compound" and token.head == run[-1] for token in run[:-1])
        if cut and whole and joined and all(_is_given(word, gazetteer) for word in run[: -len(seen)]):
            yield run


def _is_given(word: Token, gazetteer: Gazetteer) -> bool:
    """Whether an unknown word can be a given name or its initial: no title such as "Captains" or "Del."."""
    titled = word.tag_ == "NNPS" or (len(word.text) > INITIAL and word.text.endswith("."))
    return not titled and _is_unknown(word, gazetteer)


def is_body(run: Span, gazetteer: Gazetteer) -> bool:
    """Whether a run of capitals ends in the noun of a body: "Sela Civic Front", not a mere "Malian Army"."""
    known = load_lemmas("name-nouns")
    whole = run.end == len(run.doc) or run.doc[run.end].pos_ != "PROPN"
    return len(run) > 1 and whole and run[-1].lower_ in known and gazetteer.demonym(run[:-1].text) is None


def find_fighting(doc: Doc, gazetteer: Gazetteer) -> Iterator[Span]:
    """Unknown capitalised words that fighters are told to be of: "Raya Mutoma rebels", "members of the Sela Duran"."""
    for token in doc:
        if token.pos_ == "PROPN" and (token.i + 1 == len(doc) or doc[token.i + 1].pos_ != "PROPN"):
            start = token.i
            while start > 0 and doc[start - 1].pos_ == "PROPN" and doc[start - 1].ent_type_ not in {"DATE", "TIME"}:
                start -= 1
            run = trim(doc[start : token.i + 1])
            if len(run) and is_told_as_body(run) and all(_is_unknown(word, gazetteer) for word in run):
                yield run


def _is_unknown(word: Token, gazetteer: Gazetteer) -> bool:
    """Whether a capitalised word is no common noun and tells no country or creed: not "Army", "Maoist"."""
    lower = word.lower_
    common = gazetteer.noun(lower) or gazetteer.demonym(word.text) or gazetteer.supersense(lower)
    return word.text[:1].isupper() and common is None and not lower.endswith(("ist", "ian"))
