"""Whether a written word is a name of the tables, or a common English word in any of its forms."""

from collections.abc import Callable
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.pipeline import Lemmatizer

from kg.gazetteer import Gazetteer

IsWord = Callable[[str], bool]
KINDS = ("verb", "adj", "adv")
PLURAL = ("s", "")


@cache
def load_gazetteer() -> Gazetteer:
    """The built-in tables, read when a line in capitals first asks for them."""
    return Gazetteer.load()


@cache
def load_names() -> frozenset[str]:
    """The names of the tables made by hand; towns are too many and too often words."""
    return frozenset(name for name, _ in load_gazetteer().names())


@cache
def is_name(name: str) -> bool:
    """Whether the tables know the name, so written; of single words only those entered by hand."""
    known = name in load_names() or load_gazetteer().demonym(name) is not None
    return known or (" " in name and bool(load_gazetteer().find(name)))


def make_is_word(nlp: Language) -> IsWord:
    """A function that knows the common words, by the tables of the pipeline's lemmatizer and by our nouns."""
    forms, rules = read_lemmas(nlp)

    @cache
    def is_word(word: str) -> bool:
        stems = [word, *(word[: -len(end)] + new for end, new in (*rules, PLURAL) if word.endswith(end))]
        tables = load_gazetteer()
        return any(stem in forms or tables.supersense(stem) or tables.noun(stem) for stem in stems)

    return is_word


def read_lemmas(nlp: Language) -> tuple[frozenset[str], list[tuple[str, str]]]:
    """The verbs, adjectives and adverbs of the lemmatizer, and the endings of verbs; stop words are always known."""
    pipe = nlp.get_pipe("lemmatizer") if "lemmatizer" in nlp.pipe_names else None
    if not isinstance(pipe, Lemmatizer) or not pipe.lookups.has_table("lemma_index"):
        return frozenset(STOP_WORDS), []
    index, irregular, rules = (pipe.lookups.get_table(f"lemma_{name}") for name in ("index", "exc", "rules"))
    words = {word for kind in KINDS for word in (*index.get(kind, ()), *irregular.get(kind, ()))}
    return frozenset(words | STOP_WORDS), [(end, new) for end, new in rules.get("verb", ())]
