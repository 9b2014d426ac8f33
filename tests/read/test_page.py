import logging
from pathlib import Path

import pytest

from kg.read import read_documents
from kg.records import Document
from tests.read.conftest import Read

PAGE = Path(__file__).parent / "data" / "aid-workers.html"
REPORT = (
    "Rebels released twelve aid workers on Wednesday, a spokesman said. They had been abducted in January. "
    "The army denied that it had paid a ransom for the captives, who were treated well. "
    "Fighting has displaced more than 30,000 people since the autumn, according to the Red Cross."
)


@pytest.fixture(scope="module")
def page() -> Document:
    [document] = read_documents([PAGE], on_issue=lambda issue: None)
    return document


def test_the_fields_come_from_the_metadata(page: Document) -> None:
    assert (page.title, page.published) == ("Rebels free twelve aid workers", "2021-03-04")
    assert (page.source, page.url) == ("Delta News Service", "https://news.example/2021/aid-workers")


def test_the_paragraphs_are_kept_apart_by_blank_lines(page: Document) -> None:
    beginnings = [paragraph.split()[0] for paragraph in page.text.split("\n\n")]
    assert beginnings == ["Rebels", "The", "Fighting"]


@pytest.mark.parametrize(
    "words",
    [
        "cookies",
        "Share",
        "Tweet",
        "Read more",
        "Related",
        "shells town",
        "Leave a",
        "Bob",
        "Copyright",
        "killed 40",
        "Sport",
    ],
)
def test_what_surrounds_the_report_stays_out(page: Document, words: str) -> None:
    assert words not in page.text


@pytest.mark.parametrize(
    "html",
    [
        f"<table><tr><td><a href='/'>Home</a></td><td><p>{REPORT}</p></td></tr></table>",
        f"<div class='menu'>Home</div><div class='story'><div>{REPORT}</div></div>",
        f"<article><p>{REPORT}</p><table><tr><td>Homs</td><td>5</td></tr></table></article>",
        f"<script>var a = 'Soldiers fled';</script><p>{REPORT}</p><style>p {{}}</style>",
        f"<article><p>{REPORT}</p><p>Read more: Army shells town</p></article>",
    ],
)
def test_the_report_alone_comes_out_of_pages_of_many_makes(read: Read, html: str) -> None:
    [document], _ = read({"a.html": f"<html><head><title>T</title></head><body>{html}</body></html>"})
    assert document.text == REPORT


def test_a_page_that_declares_no_date_has_none(read: Read) -> None:
    [document], _ = read(
        {"a.html": f"<html><body><article><p>On 3 May 2019 it began. {REPORT}</p></article></body></html>"}
    )
    assert document.published is None


def test_a_broken_page_makes_no_noise_in_the_log(read: Read, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        read({"a.html": "<html><body><<</p"})
    assert caplog.records == []
