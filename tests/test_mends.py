"""A result right behind its verb hangs on the verb, and so do those whom a range counts."""

import pytest

from kg.annotate import annotate

SENTENCES = [
    ("Gunmen shot dead two men.", "dead", "shot"),
    ("Rebels set free two nuns.", "free", "set"),
    ("Protesters set alight two buses.", "alight", "set"),
    ("Gunmen took hostage three engineers.", "hostage", "took"),
    ("The army buried dead soldiers.", "dead", "soldiers"),
    ("Rebels took hostages.", "hostages", "took"),
    ("Police arrested between 40 and 50 protesters.", "protesters", "arrested"),
    ("He was caught between two camps.", "camps", "between"),
    ("They fought between two and four in the morning.", "between", "fought"),
]


@pytest.mark.parametrize(("text", "word", "head"), SENTENCES)
def test_word_hangs_on_its_head(text: str, word: str, head: str) -> None:
    (found,) = [token for token in next(annotate([text])) if token.text == word]
    assert found.head.text == head


def test_object_keeps_its_words() -> None:
    doc = next(annotate(["Police shot dead suspected gang members."]))
    members = next(token for token in doc if token.text == "members")
    assert [token.text for token in members.subtree] == ["suspected", "gang", "members"]
