"""The command `kg`: a verb parses its options, calls the function of the same name, and prints."""

from kg.cli.door import main

__all__ = ["main"]
