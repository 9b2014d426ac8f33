"""A parsed document as plain objects: the attributes of spaCy's tokens that the extraction reads, under their names.

spaCy makes a token anew at each access and walks the tree for its children. Extraction asks for each token a
hundred times, so that here a token is made once and knows its neighbours; what is rarely asked, `Doc.parse` answers.
"""

from kg.parsed.doc import Doc
from kg.parsed.once import once
from kg.parsed.span import Span
from kg.parsed.token import Token

__all__ = ["Doc", "Span", "Token", "once"]
