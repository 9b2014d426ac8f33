"""Bytes to characters, within bounds."""

import zlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from contextlib import contextmanager
from gzip import GzipFile
from io import BufferedReader, RawIOBase
from typing import BinaryIO, cast

from charset_normalizer import from_bytes

from kg.errors import DocumentError

GZIP_MARK = b"\x1f\x8b"
MAX_BYTES = 256 * 2**20
WESTERN = ["cp1252", "mac_roman"]


def buffered(stream: BinaryIO | GzipFile) -> BufferedReader:
    """The stream with a buffer to peek into."""
    return BufferedReader(cast("RawIOBase", stream))


@contextmanager
def unpack(stream: BinaryIO) -> Iterator[BufferedReader]:
    """The stream, unpacked if it is gzip, its first bytes there to peek at; its faults as DocumentError."""
    raw = buffered(stream)
    packed = raw.peek(2).startswith(GZIP_MARK)
    try:
        yield buffered(GzipFile(fileobj=raw)) if packed else raw
    except (EOFError, zlib.error) as error:
        raise DocumentError("it is a broken gzip file: pack it again") from error
    except OSError as error:
        raise DocumentError(f"it cannot be read: {error.strerror or error}") from error


def read_bytes(stream: BinaryIO) -> bytes:
    """All bytes, or DocumentError when there are so many that it must be a mistake or an attack."""
    data = stream.read(MAX_BYTES + 1)
    return within_bounds(data)


def read_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines one by one, none longer than the bound."""
    while line := stream.readline(MAX_BYTES + 1):
        yield within_bounds(line)


def within_bounds(data: bytes) -> bytes:
    """The bytes as they are; DocumentError when they are too many."""
    if len(data) > MAX_BYTES:
        raise DocumentError(f"it holds more than {MAX_BYTES // 2**20} MB in one piece: split it")
    return data


def decode(data: bytes) -> str:
    """The characters: UTF-8, else what a byte order mark, a declaration or the look of it suggests."""
    is_wide = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    if b"\0" in data and not is_wide:
        raise DocumentError("it is binary, not text: convert it to text or HTML")
    try:
        return data.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError:
        return guess(data)


def guess(data: bytes) -> str:
    """The characters by their look; English is mostly in a Western code page, so these come first."""
    best = from_bytes(data, cp_isolation=WESTERN).best() or from_bytes(data).best()
    if best is None:
        raise DocumentError("its character encoding cannot be told: save it as UTF-8")
    return str(best)
