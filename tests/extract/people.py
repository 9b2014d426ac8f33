"""What a text's namings come to, for the tests of who and where."""

from functools import cache
from pathlib import Path

from kg.annotate import annotate
from kg.extract import extract
from kg.gazetteer import Gazetteer
from kg.namespaces import BASE
from kg.records import Document, Mention
from kg.vocabulary import Vocabulary

CASES = Path(__file__).parent.parent / "cases"
DAY = "2014-05-01"
load_vocabulary, load_gazetteer = cache(Vocabulary), cache(Gazetteer.load)


@cache
def find_mentions(text: str, day: str = DAY) -> tuple[Mention, ...]:
    """The mentions of a report that appeared on that day."""
    document = Document(0, len(text), "report", text, published=day)
    records = extract(document, next(annotate([text])), load_vocabulary(), load_gazetteer())
    return tuple(record for record in records if isinstance(record, Mention))


def find_last(text: str, words: str, day: str = DAY) -> Mention | None:
    """The last mention of exactly these words."""
    return max((m for m in find_mentions(text, day) if m.text == words), key=lambda m: m.start, default=None)


def shorten(entity: str) -> str:
    """The last two parts of a global IRI; "local" for an entity of one document."""
    return "local" if "#" in entity else entity.removeprefix(BASE)
