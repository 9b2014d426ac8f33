"""Texts that are walked through side by side are parsed as spaCy parses them."""

import pytest
from spacy.tokens import Span

from kg.abreast import NAME, Abreast
from kg.annotate import load_pipeline

PARSED: list[str | int] = ["HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE"]
TEXTS = [
    "Troops entered Goma on Monday. General Paul Oduya said M23 rebels had fled to Rwanda!",
    "KYIV (Reuters) - Two people died.\n\nThe United Nations\nblamed Ukraine, Russia and the Wagner Group",
    "Attack in Mali",
    "In Paris, the Syrian National Council met Anna Berg. Nobody spoke. Talks end on 4 May 2021.",
    "Police held Ahmed Hassan, 34, of the town of Kas. He is from Sudan. The army denied it.\n\n",
    "Lagos.",
]


@pytest.mark.parametrize("walker", ["parser", "ner"])
@pytest.mark.parametrize("texts", [TEXTS, TEXTS[:1], [*TEXTS, " ".join(TEXTS) * 3], ["", *TEXTS]])
def test_what_is_found_is_what_the_component_finds(walker: str, texts: list[str]) -> None:
    nlp = load_pipeline()
    pipe = nlp.get_pipe(walker)
    quick, plain = (list(nlp.pipe(texts, disable=[NAME + walker])) for _ in range(2))
    for one, other in zip(Abreast(pipe).pipe(quick), map(pipe, plain), strict=True):
        assert one.to_array(PARSED).tolist() == other.to_array(PARSED).tolist()


def test_the_parser_and_the_recogniser_are_quickened() -> None:
    assert {NAME + "parser", NAME + "ner"} <= {*load_pipeline().pipe_names}


def test_names_that_a_text_has_already_are_kept() -> None:
    nlp = load_pipeline()
    docs = [nlp.make_doc(text) for text in TEXTS]
    docs[2].set_ents([Span(docs[2], 0, 1, "LAW")], default="missing")
    found = list(Abreast(nlp.get_pipe("ner")).pipe(docs))
    assert [name.label_ for name in found[2].ents] == ["LAW", "GPE"]
