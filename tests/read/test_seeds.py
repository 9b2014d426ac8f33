from pathlib import Path

import pytest

from kg.read import Issue, read_documents
from kg.records import Document

SEEDS = Path(__file__).parent.parent.parent / "seeds"
ISSUES: list[Issue] = []
DOCUMENTS = list(read_documents([SEEDS], on_issue=ISSUES.append))


def test_the_seeds_are_read_without_an_issue() -> None:
    assert len(DOCUMENTS) >= 14
    assert ISSUES == []


@pytest.mark.parametrize("seed", DOCUMENTS, ids=lambda seed: seed.document)
def test_a_seed_is_a_short_dated_report_of_a_named_source(seed: Document) -> None:
    assert seed.title
    assert seed.published
    assert seed.source
    assert 150 <= len(seed.text.split()) <= 500


@pytest.mark.parametrize("seed", DOCUMENTS, ids=lambda seed: seed.document)
def test_a_seed_is_listed_in_the_readme_of_its_folder(seed: Document) -> None:
    assert f"`{seed.document}`" in (SEEDS / "README.md").read_text(encoding="utf-8")
