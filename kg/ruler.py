"""The rules by which the pipeline tells parts of speech, asked once for each kind of word.

spaCy's attribute ruler tries some hundred and eighty rules at every token, a tenth of the time of the parse. Nearly
all ask for the tag, the dependency or the form of one word: what they say is remembered, and the parse is the same.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

FORM = "LOWER"
ASKED: list[int | str] = [FORM, "TAG", "DEP", "IS_SPACE"]
Rule = dict[str, Any]


class WordMatcher:
    """Finds where the rules of an attribute ruler match; rules about several words it tries everywhere."""

    def __init__(self, vocab: Vocab, rules: Sequence[Rule]) -> None:
        self._everywhere, self._simple = Matcher(vocab), Matcher(vocab)
        forms: set[str] = set()
        for number, rule in enumerate(rules):
            told = [forms_in(pattern) for pattern in rule["patterns"]]
            forms.update(form for named in told for form in named or ())
            (self._everywhere if None in told else self._simple).add(str(number), rule["patterns"])
        self._forms = {vocab.strings.add(form) for form in forms}
        self._known: dict[tuple[int, ...], list[int]] = {}

    def __call__(self, doc: Doc, **how: bool) -> list[tuple[int, int, int]]:
        """Each rule that matches, with where it does, in no particular order."""
        return [*self._everywhere(doc, **how), *self._find_simple(doc, **how)]  # type: ignore[call-overload]

    def get(self, rule: str) -> Any:
        """What the matcher that has the rule answers, for a ruler that is asked for its patterns."""
        return (self._simple if rule in self._simple else self._everywhere).get(rule)

    def _find_simple(self, doc: Doc, **how: bool) -> Iterator[tuple[int, int, int]]:
        for i, (form, *rest) in enumerate(doc.to_array(ASKED).tolist()):
            word = (form if form in self._forms else 0, *rest)
            if word not in self._known:
                matches = self._simple(doc[i : i + 1], **how)  # type: ignore[call-overload]
                self._known[word] = [rule for rule, *_ in matches]
            yield from ((rule, i, i + 1) for rule in self._known[word])


def forms_in(pattern: Sequence[Rule]) -> list[str] | None:
    """The forms that a pattern of one word names; None for others, and where it asks for more than a form or tag."""
    asked = pattern[0].get(FORM, {"IN": []})
    named = [asked] if isinstance(asked, str) else asked.get("IN")
    simple = len(pattern) == 1 and pattern[0].keys() <= {*ASKED} and (isinstance(asked, str) or asked.keys() == {"IN"})
    return named if simple else None


def quicken(ruler: object) -> None:
    """Let an attribute ruler match word by word; any other component is left as it is."""
    if isinstance(ruler, AttributeRuler):
        ruler.matcher = WordMatcher(ruler.vocab, ruler.patterns)  # type: ignore[assignment]
