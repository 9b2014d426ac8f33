import pytest

from tests.read.conftest import Read

FRONT = "---\ntitle: Shells hit port\ndate: 2020-05-06\nsource: Gulf Wire\nid: port-1\nurl: https://news.example/port\n---\n\n"
BODY = "Shells hit the port on Monday.\n\nNobody was hurt, the mayor said.\n"


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_front_matter_gives_the_fields_and_leaves_the_text(read: Read, suffix: str) -> None:
    [document], issues = read({f"a{suffix}": FRONT + BODY})
    assert issues == []
    assert (document.document, document.title, document.published) == (
        "port-1",
        "Shells hit port",
        "2020-05-06",
    )
    assert (document.source, document.url) == ("Gulf Wire", "https://news.example/port")
    assert document.text.strip() == BODY.strip()


def test_the_text_of_a_plain_file_is_kept_to_the_letter(read: Read) -> None:
    text = "\n Shells  hit\tthe *port* \u202eon Monday.\n\n\n"
    [document], _ = read({"a.txt": text})
    assert document.text == text


def test_line_breaks_and_the_byte_order_mark_are_made_one_kind(read: Read) -> None:
    [document], _ = read({"a.txt": b"\xef\xbb\xbfShells hit the port.\r\nNobody was hurt.\r"})
    assert document.text == "Shells hit the port.\nNobody was hurt.\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Shells hit port: who fired?\n\nNobody knows who did.", "Shells hit port: who fired?"),
        ("Shells hit the port on Monday.\n\nNobody was hurt.", None),
        ("Shells hit port\nNobody was hurt.", None),
        ("Shells hit port", None),
        ("---\n\nNobody was hurt.", None),
    ],
)
def test_a_first_line_that_looks_like_a_headline_is_the_title(
    read: Read, text: str, title: str | None
) -> None:
    [document], _ = read({"a.txt": text})
    assert document.title == title


@pytest.mark.parametrize(
    "text",
    [
        "---\nShells hit the port.\n---\nNobody was hurt.",
        "---\nShells hit the port.",
        "Shells hit the port.\n---\ndate: 2020-05-06\n---\nNobody was hurt.",
    ],
)
def test_lines_of_dashes_in_prose_are_no_front_matter(read: Read, text: str) -> None:
    [document], _ = read({"a.txt": text})
    assert document.text == text


def test_empty_front_matter_leaves_the_text(read: Read) -> None:
    [document], _ = read({"a.txt": "---\n---\nShells hit the port."})
    assert document.text == "Shells hit the port."


@pytest.mark.parametrize(
    ("markup", "plain"),
    [
        ("The **army** said _no_.", "The army said no."),
        ("See [the report](https://x.example/a) on it.", "See the report on it."),
        ("One line\nand the next.", "One line and the next."),
        (
            "> The mayor resigned.\n\n- Two died.\n- Nine were hurt.",
            "The mayor resigned.\n\nTwo died.\n\nNine were hurt.",
        ),
        ("    An indented paragraph.", "An indented paragraph."),
        ("![map](m.png)Troops left.", "Troops left."),
        ("Ceasefire &amp; truce.", "Ceasefire & truce."),
        ("## Sub-heading\n\nTroops left.", "Sub-heading\n\nTroops left."),
    ],
)
def test_markdown_comes_out_plain_block_by_block(read: Read, markup: str, plain: str) -> None:
    [document], _ = read({"a.md": markup})
    assert document.text == plain


def test_the_first_heading_is_the_title_and_leaves_the_text(read: Read) -> None:
    [document], _ = read({"a.md": "# Troops *leave* port\n\nTroops left the port."})
    assert (document.title, document.text) == ("Troops leave port", "Troops left the port.")


def test_a_field_that_is_no_text_is_noted_and_left_out(read: Read) -> None:
    [document], issues = read({"a.md": f"---\ndate: 2020-05-06\nsource: [a, b]\n---\n{BODY}"})
    assert document.source is None
    assert [issue.reason for issue in issues] == ["its source is not a piece of text and was left out"]


def test_what_a_web_page_left_at_the_end_of_a_text_is_dropped(read: Read) -> None:
    [document], _ = read(
        {"a.txt": BODY + "\nSource link\n\nLeave A Reply\n\nYour email address will not be published.\n"}
    )
    assert document.text.strip() == BODY.strip()
