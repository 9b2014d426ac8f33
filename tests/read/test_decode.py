import pytest

from kg.errors import DocumentError
from kg.read.decode import decode

WORDS = "The minister’s aide, François Sá, denied it — “all of it”, he said. The café was shelled."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_words_come_out_of_common_encodings(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == WORDS


def test_bytes_of_no_text_are_refused() -> None:
    with pytest.raises(DocumentError, match="binary"):
        decode(b"GIF89a\0\0")
