"""What a report of speech or thought is made of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.parsed import Span, Token

CLAIMS = frozenset({"speech", "thought", "citing", "accusation"})  # not requests, nor what is left unsaid


@dataclass(frozen=True)
class Saying:
    """One report of speech or thought: the cue's words, the source's head if any, and the content's token range.

    `whole` reaches from the first to the last words of a quotation that goes on after its speaker.
    """

    cue: tuple[Token, ...]
    source: Token | None
    content: tuple[int, int]
    stance: str
    kind: str
    direct: bool = False
    continued: bool = False
    whole: tuple[int, int] | None = None

    @property
    def verb(self) -> Token:
        """The word the report hangs on."""
        return self.cue[0]

    @property
    def span(self) -> Span:
        """The words of the cue."""
        return self.verb.doc[self.verb.i : self.cue[-1].i + 1]

    def holds(self, index: int) -> bool:
        """Whether a token is part of what is said."""
        return self.content[0] <= index < self.content[1]


def find_holders(sayings: Iterable[Saying]) -> Mapping[int, list[Saying]]:
    """The reports that each token is part of, in their order."""
    holders: dict[int, list[Saying]] = defaultdict(list)
    for saying in sayings:
        for index in range(*saying.content):
            holders[index].append(saying)
    return holders
