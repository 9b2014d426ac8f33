"""Each kind of word is embedded once, and every word is given what it would be given alone."""

from typing import Any

import numpy
import pytest
from thinc.api import Model

from kg.annotate import load_pipeline
from kg.distinct import NAME, make_distinct

ROWS = [[[3, 1], [2, 2], [3, 1], [0, 9], [2, 2]], [[7, 7]], [[1, 2], [2, 1]]]


def make_layer(asked: list[int]) -> Model[Any, Any]:
    def double(_: Model[Any, Any], rows: Any, is_train: bool) -> tuple[Any, Any]:
        asked.append(len(rows))
        return rows * 2.0, lambda given: given if is_train else None

    return Model("double", double)


@pytest.mark.parametrize("rows", ROWS)
def test_rows_are_given_in_their_order_what_the_layer_gives(rows: list[list[int]]) -> None:
    asked: list[int] = []
    found = make_distinct(make_layer(asked)).predict(numpy.array(rows, dtype="uint64"))
    assert found.tolist() == [[2.0 * one, 2.0 * other] for one, other in rows]
    assert asked == [len({(one, other) for one, other in rows})]


def test_no_rows_give_none() -> None:
    assert make_distinct(make_layer([])).predict(numpy.zeros((0, 2), dtype="uint64")).shape == (0, 2)


@pytest.mark.parametrize("component", ["tok2vec", "ner"])
def test_the_models_of_the_pipeline_embed_so(component: str) -> None:
    model = getattr(load_pipeline().get_pipe(component), "model", None)
    assert isinstance(model, Model)
    assert NAME in {node.name for node in model.walk()}
