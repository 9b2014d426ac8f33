"""The errors of the program, each named for the thing at fault.

    KgError                 anything a user can act on: one line that says what, where and what to try
    ├── RequestError        the request was wrong: unknown query, parameter, format or file (exit 2)
    ├── DocumentError       one document cannot be read; the others go on (exit 1 at the end)
    ├── VocabularyError     the ontology or a table of it contradicts itself
    ├── StoreError          a store is absent, locked, of another version, or full
    └── EndpointError       a SPARQL server refused, stopped or did not answer
"""


class KgError(Exception):
    """A fault that a user can act on; its text is one line: what, where, and what to try."""

    exit_code = 2


class RequestError(KgError):
    """The request was wrong."""


class DocumentError(KgError):
    """One document cannot be read."""

    exit_code = 1


class VocabularyError(KgError):
    """The ontology or one of its tables contradicts itself."""


class StoreError(KgError):
    """A store is absent, locked, of another version, or full."""


class EndpointError(KgError):
    """A SPARQL server refused the request, stopped it or did not answer."""
