"""The reading room: files, folders and standard input in, documents and named issues out; docs/reading.md."""

from kg.read.documents import read_documents
from kg.read.draft import Issue

__all__ = ["Issue", "read_documents"]
