"""The parser and the recogniser of names, quickened: all texts of a batch are walked through side by side.

Both walk through a text word by word, and spaCy spends more than half of their time on locks that it takes at each
step. Walking from outside takes none, and costs about as much for twenty texts as for one. The recogniser lets no name
cross the border of a sentence and looks at nothing before a name: it may walk through all sentences at once.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import TypeAlias

from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.tokens import Doc, Span
from thinc.api import NumpyOps

NAME = "kg_abreast_"
Walker: TypeAlias = DependencyParser | EntityRecognizer
WORTH = 4  # walking from outside pays when about as many texts or more are still being walked through


class Abreast:
    """Finds what a component of the same pipeline finds, which it takes as it is where it would be no faster."""

    def __init__(self, walker: Walker) -> None:
        self._walker = walker
        self._is_recogniser = isinstance(walker, EntityRecognizer)

    def __call__(self, doc: Doc) -> Doc:
        """The document with the annotations of the component."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 16) -> Iterator[Doc]:
        """The documents with the annotations of the component, in order."""
        ahead = iter(docs)
        while batch := list(islice(ahead, batch_size)):
            lengths = [end - start for doc in batch for start, end in self._find_parts(doc)]
            if min(lengths, default=0) == 0 or WORTH * max(lengths) > sum(lengths):
                yield from self._walker.pipe(iter(batch), batch_size=batch_size)
            else:
                (self._set_names if self._is_recogniser else self._set_trees)(batch)
                yield from batch

    def _find_parts(self, doc: Doc) -> list[tuple[int, int]]:
        """From where to where the document may be walked through apart from the rest; none where it may not at all."""
        if not self._is_recogniser:
            return [(0, len(doc))]
        if doc.has_annotation("ENT_IOB"):
            return [(0, 0)]
        starts = [i for i, start in enumerate(doc.to_array("SENT_START").tolist()) if start == 1 and i > 0]
        return list(pairwise([0, *starts, len(doc)]))

    def _set_trees(self, docs: Sequence[Doc]) -> None:
        self._walker.set_annotations(docs, self._walk(docs, docs))

    def _set_names(self, docs: Sequence[Doc]) -> None:
        places = [(doc, *part) for doc in docs for part in self._find_parts(doc)]
        sentences = [Doc(doc.vocab, [word.text for word in doc[start:end]]) for doc, start, end in places]
        self._walker.set_annotations(sentences, self._walk(docs, sentences))
        names: dict[Doc, list[Span]] = {doc: [] for doc in docs}
        for (doc, start, _), sentence in zip(places, sentences, strict=True):
            names[doc] += [Span(doc, start + name.start, start + name.end, name.label) for name in sentence.ents]
        for doc, found in names.items():
            doc.set_ents(found, default="outside")

    def _walk(self, docs: Sequence[Doc], parts: Sequence[Doc]) -> list[object]:
        """How the component walks through each of the parts that together are the documents."""
        model = self._walker.model.predict(docs)
        ways: list[object] = self._walker.moves.init_batch(parts)
        ahead = ways
        while ahead:
            ahead = self._walker.transition_states(ahead, model.predict(ahead))
        model.clear_memory()  # which refers to itself
        return ways


@Language.factory(NAME)
def make_abreast(nlp: Language, name: str) -> Abreast:
    """The component of the pipeline after which this one is named, quickened."""
    return Abreast(nlp.get_pipe(name.removeprefix(NAME)))


def walk_abreast(nlp: Language) -> None:
    """Put a quickened component in the place of each parser and recogniser of the pipeline that can be quickened."""
    for name, pipe in list(nlp.pipeline):
        if isinstance(pipe, Walker) and pipe.cfg["beam_width"] == 1 and isinstance(pipe.model.ops, NumpyOps):
            nlp.add_pipe(NAME, NAME + name, after=name)
            nlp.disable_pipe(name)
