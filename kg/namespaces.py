"""The namespaces of the graph and the ids of its nodes, all made from content alone."""

import unicodedata
from functools import lru_cache
from itertools import groupby

ONTOLOGY = "https://w3id.org/conflict-kg/ontology#"
TRIGGER = "https://w3id.org/conflict-kg/ontology/trigger/"
FRAME = "https://w3id.org/conflict-kg/ontology/frame/"
CODE_RULE = "https://w3id.org/conflict-kg/ontology/code-rule/"
CODE = "https://w3id.org/conflict-kg/ontology/code/"
BASE = "https://w3id.org/conflict-kg/id/"


@lru_cache(maxsize=4096)
def make_slug(name: str) -> str:
    """The name in lower case, without accents, runs of other characters than letters and digits as hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    runs = groupby(plain.casefold(), str.isalnum)
    return "-".join("".join(run) for is_word, run in runs if is_word) or "x"


def document_iri(base: str, document: str) -> str:
    """The IRI of a document and of the named graph that holds its evidence."""
    return f"{base}doc/{make_slug(document)}"


def local_iri(base: str, document: str, what: str, start: int, end: int) -> str:
    """The IRI of something found at an extent of a document: `.../doc/army-base#event=412,423`."""
    return f"{document_iri(base, document)}#{what}={start},{end}"


def global_iri(base: str, what: str, name: str) -> str:
    """The IRI of a named actor or place: `.../actor/vladimir-putin`."""
    return f"{base}{what}/{make_slug(name)}"
