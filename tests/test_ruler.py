"""The rules about words match where spaCy's own matcher finds them."""

import pytest
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler

from kg.annotate import load_pipeline

TEXTS = [
    "The two rebels, who were said to be armed, had not left their camp.",
    "It's gonna rain, y'all; we ain't leavin', and nothin' will stop 'em.",
    "There is fighting that nobody can deny.\n\nThe minister did what she'd do: let's go.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_remembered_matches_are_those_of_all_rules(text: str) -> None:
    nlp = load_pipeline()
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    every = Matcher(nlp.vocab)
    for number, rule in enumerate(ruler.patterns):
        every.add(str(number), rule["patterns"])  # type: ignore[arg-type]
    doc = nlp(text, disable=["attribute_ruler", "lemmatizer", "ner"])
    wanted = sorted(every(doc, allow_missing=True))
    assert sorted(ruler.matcher(doc, allow_missing=True)) == wanted
    assert sorted(ruler.matcher(doc, allow_missing=True)) == wanted, "and so when asked again"
