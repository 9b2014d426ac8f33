"""Which language a text is in, where that is certain."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

MIN_LETTERS = 200
SURE = 0.95
SAMPLE = 20_000


@cache
def load_identifier() -> LanguageIdentifier:
    """The identifier, giving probabilities."""
    return LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)


def find_language(text: str) -> str | None:
    """The ISO 639-1 code, None when unsure; of a short text only English is ever believed."""
    sample = text[:SAMPLE].lower()  # cables in capitals look like no language at all
    code, probability = load_identifier().classify(sample)
    is_long = sum(map(str.isalpha, sample)) >= MIN_LETTERS
    return str(code) if probability >= SURE and (is_long or code == "en") else None
