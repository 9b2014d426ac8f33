"""Who says so: each row of the table states the chain of speakers of one event."""

import pytest

from kg.lexicon import Row, read_table
from kg.records import Attribution
from tests.extract.telling import CASES, event, holders, records


@pytest.mark.parametrize(
    "row", read_table(CASES / "attribution.tsv"), ids=lambda row: f"{row['type']} {row['text'][:40]}"
)
def test_event_is_told_by_these(row: Row) -> None:
    assert holders(event(row["text"].replace("\\n", "\n"), row["type"])) == row["holders"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Police said rebels attacked a bus.", "rebels attacked a bus"),
        ("Rebels attacked a bus, police said.", "Rebels attacked a bus,"),
        ('"Rebels attacked a bus," the mayor said.', '"Rebels attacked a bus,"'),
        ('"Rebels fled," he said. "They left the town."', '"Rebels fled," he said. "They left the town."'),
        ("The mayor said it was over, adding that rebels fled.", "it was over"),
        ("As police said, rebels attacked a bus.", "rebels attacked a bus."),
    ],
)
def test_content_is_what_is_said(text: str, content: str) -> None:
    found = next(record for record in records(text) if isinstance(record, Attribution))
    assert text[found.content.start : found.content.end] == content


@pytest.mark.parametrize(
    ("text", "direct"), [('"Rebels fled," the mayor said.', True), ("The mayor said rebels fled.", False)]
)
def test_quotation_is_told_from_report(text: str, direct: bool) -> None:
    assert [record.direct for record in records(text) if isinstance(record, Attribution)] == [direct]
