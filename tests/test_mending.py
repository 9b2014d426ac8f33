"""A result right behind its verb hangs on the verb, whatever noun the parser gave it to."""

import pytest

from kg.annotate import annotate

SENTENCES = [
    ("Gunmen shot dead two men.", "dead", "shot"),
    ("Rebels set free two nuns.", "free", "set"),
    ("Protesters set alight two buses.", "alight", "set"),
    ("Gunmen took hostage three engineers.", "hostage", "took"),
    ("The army buried dead soldiers.", "dead", "soldiers"),
    ("Rebels took hostages.", "hostages", "took"),
]


@pytest.mark.parametrize(("text", "word", "head"), SENTENCES)
def test_result_hangs_on_its_verb(text: str, word: str, head: str) -> None:
    (found,) = [token for token in next(annotate([text])) if token.text == word]
    assert found.head.text == head


def test_object_keeps_its_words() -> None:
    doc = next(annotate(["Police shot dead suspected gang members."]))
    members = next(token for token in doc if token.text == "members")
    assert [token.text for token in members.subtree] == ["suspected", "gang", "members"]
