"""Real pages: datelines, lists, captions, broken lines and characters, and text of any kind."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lexicon import Row, read_table
from kg.pipeline import extract_documents
from kg.records import Document, Event, Extent, Record, to_json
from tests.extract.telling import CASES, event, events, fillers, knowledge, records


def parts(record: Record) -> Iterator[tuple[Extent, str]]:
    """The extents of a record that quote the text, with the words they quote."""
    yield record, record.text
    if isinstance(record, Event):
        for role in record.roles:
            yield role, role.text
        for holder in record.attribution:
            yield holder.cue, holder.cue.text
            if holder.source is not None:
                yield holder.source, holder.source.text


@pytest.mark.parametrize("row", read_table(CASES / "robustness.tsv"), ids=lambda row: row["text"][:50])
def test_text_tells_these_events(row: Row) -> None:
    text = row["text"].replace("\\n", "\n").replace("\\r", "\r")
    assert (
        "|".join(found.type for found in events(text) if found.event.endswith(f"={found.start},{found.end}"))
        == (row["events"])
    )


@pytest.mark.parametrize(
    "text",
    [
        "KYIV (Reuters) - Rebels attacked a bus.",
        "KYIV, Oct 17 - Rebels attacked a bus.",
        "KYIV — Rebels attacked a bus.",
        "BOGOTA, Colombia - Rebels attacked a bus.",
    ],
)
def test_dateline_is_neither_party_nor_place(text: str) -> None:
    found = event(text, "Attack")
    assert [filler.text for filler in found.roles] == ["Rebels", "a bus"]


def test_a_dateline_does_not_cut_the_first_sentence() -> None:
    found = event("ISLAMABAD - Six Chinese engineers were killed in a suicide bombing on Tuesday.", "Killing")
    assert fillers(found, "patient") == {"Six Chinese engineers"}


def test_item_of_a_list_keeps_its_own_parties() -> None:
    found = event("- Rebels attacked a bus\n- Police arrested ten men", "Arrest")
    assert fillers(found, "agent") == {"Police"}


WORDS = (
    "Rebels attacked police said the of killed 12 Kyiv citing according to not if was Monday 2022 they accused who "
    "é 🙂 “ ” ’ , . ? ! - — ( ) ; :"
)
GAPS = ('"', "'", "\n", "\n\n", "\t", "\u200b", "\u00a0", "\u0301", "…", "\nShare this article\n")
PIECES = st.sampled_from([*WORDS.split(), *GAPS])


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_text_is_quoted_exactly(text: str) -> None:
    for record in records(text):
        for extent, words in parts(record):
            assert text[extent.start : extent.end] == words


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.text(max_size=120) | st.lists(PIECES, max_size=20).map("".join))
def test_any_text_gives_the_same_records_again(text: str) -> None:
    assert lines_of(text) == lines_of(text)


def lines_of(text: str) -> list[str]:
    document = Document(0, len(text), "x", text)
    made = extract_documents([document], knowledge(), lambda issue: pytest.fail(str(issue)))
    return [to_json(record) for found in made for record in found]


def test_long_text_without_blank_line_or_full_stop_is_read_whole() -> None:
    text = "rebels attacked a bus and " * 800
    assert events(text)[-1].start > len(text) - 100


def test_sentence_without_end_is_cut() -> None:
    text = "rebels attacked a bus and " * 800
    assert max(found.sentence.end - found.sentence.start for found in events(text)) < 2000
