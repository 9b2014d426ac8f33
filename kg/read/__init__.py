"""The reading room: files, folders and standard input in, documents and named issues out; docs/reading.md."""

from kg.read.documents import count_documents, read_documents
from kg.read.draft import Issue

__all__ = ["Issue", "count_documents", "read_documents"]
