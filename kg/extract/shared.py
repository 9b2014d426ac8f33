"""Names that another could bear as well: lone surnames, and names made of words that stand in the names of many."""

from kg.extract.naming import Naming
from kg.gazetteer import Gazetteer
from kg.lexicon import load_lemmas
from kg.namespaces import make_slug

SMALL = frozenset({"of", "the", "and", "for", "&"})
ENDINGS = ("st", "nd", "rd", "th")


def is_shared(naming: Naming, gazetteer: Gazetteer) -> bool:
    """Whether a name in no table may be another's in the next report: "Ruiz", "Presidential Guard", "11th Brigade"."""
    words = naming.name.replace("-", " ").split()
    if naming.type == "Person":
        return len(make_slug(naming.name).split("-")) == 1
    return all(_is_common(word, gazetteer) for word in words)


def _is_common(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word stands in many names: a noun for a body, a people, an ordinal, a word of the table."""
    bare = word.lower().removesuffix("'s").removesuffix("’s")
    if bare in SMALL or bare in load_lemmas("shared-words") or word.lower() in load_lemmas("shared-words"):
        return True
    if gazetteer.noun(bare) is not None or gazetteer.demonym(word) is not None:
        return True
    return bare.removesuffix("th").rstrip("sndr").isdigit() if bare.endswith(ENDINGS) else bare.isdigit()
