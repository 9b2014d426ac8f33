"""The embedding of words, computed once for each kind of word.

The first layers of spaCy's models see nothing of a word but its form, and do for every "the" of a batch the same again.
What follows them is given the same numbers.
"""

from collections.abc import Callable
from typing import Any

import numpy
from spacy.language import Language
from thinc.api import Model, chain, with_array

NAME = "distinct"
EMBEDDING = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]


def embed_distinct(nlp: Language) -> None:
    """Let the models of a pipeline embed each kind of word in a batch once; models of another make stay as they are."""
    for _, pipe in nlp.components:
        if isinstance(model := getattr(pipe, "model", None), Model):
            for node in model.walk():
                if [layer.name.partition("(")[0] for layer in node.layers] == EMBEDDING:
                    features, mixed = (each.layers[0] for each in node.layers[2:4])
                    node.layers[2:4] = [with_array(make_distinct(chain(features, mixed)))]


def make_distinct(layer: Model[Any, Any]) -> Model[Any, Any]:
    """A layer that gives what `layer` gives, which is asked for each different row once."""
    return Model(NAME, forward, layers=[layer])


def forward(model: Model[Any, Any], rows: Any, is_train: bool) -> tuple[Any, Callable[[Any], Any]]:
    """The output of the inner layer for all rows, and its backpropagation, which learning asks for."""
    layer = model.layers[0]
    if is_train or not len(rows):
        return layer(rows, is_train)
    whole = numpy.ascontiguousarray(rows).view(numpy.dtype((numpy.void, rows.itemsize * rows.shape[1]))).ravel()
    _, first, back = numpy.unique(whole, return_index=True, return_inverse=True)
    found, backprop = layer(rows[first], is_train)
    return found[back], backprop
