"""What is announced, demanded or denied: the event inside the words, or the words themselves."""

from collections.abc import Mapping, Sequence

from kg.extract.drafts import Draft
from kg.extract.phrases import full_phrase
from kg.extract.syntax import children, is_verb
from kg.lexicon import load_lemmas
from kg.parsed import Span, Token
from kg.vocabulary import Vocabulary

CORE = frozenset({"xcomp", "ccomp", "conj", "dobj", "nsubj", "nsubjpass", "attr", "prep", "pobj"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})


class Topics:
    """Finds the event that a topic names, among the drafts of a document; `claims` has some by a noun's place."""

    def __init__(self, drafts: Sequence[Draft], vocabulary: Vocabulary, claims: Mapping[int, Draft]) -> None:
        self._by_anchor = {**claims, **{draft.anchor.i: draft for draft in drafts}}
        self._policies = [draft for draft in drafts if vocabulary.is_policy(draft.type)]

    def event_at(self, head: Token) -> Draft | None:
        """The event that a head is the trigger of, that its clause tells, or that a noun such as "plan" names again."""
        if head.i in self._by_anchor:
            return self._by_anchor[head.i]
        if is_verb(head):
            inside = [self._by_anchor[t.i] for t in head.subtree if t.i in self._by_anchor and _is_core(t, head)]
            return min(inside, key=lambda draft: (_depth(draft.anchor, head), draft.anchor.i), default=None)
        return self._policy(head) if _names_again(head) else None

    def _policy(self, head: Token) -> Draft | None:
        """The event of the kind that the document tells most of, told last before the head (or first after it)."""
        kinds = [draft.type for draft in self._policies]
        salient = [draft for draft in self._policies if kinds.count(draft.type) == max(map(kinds.count, kinds))]
        before = [draft for draft in salient if draft.anchor.i < head.i]
        return before[-1] if before else None if head.pos_ == "PRON" else next(iter(salient), None)


def _is_core(token: Token, top: Token) -> bool:
    """Whether a word belongs to what its clause says in the main, not to a clause beside or about it."""
    path = [token]
    while path[-1] != top:
        path.append(path[-1].head)
    return all(step.dep_ in CORE for step in path[:-1])


def _depth(token: Token, top: Token) -> int:
    return next((number for number, above in enumerate((token, *token.ancestors)) if above == top), 0)


def _names_again(head: Token) -> bool:
    """Whether the head is "it", or a definite noun that stands for a decision."""
    if head.lower_ in {"it", "this"} and head.pos_ == "PRON":
        return True
    marked = any(child.lower_ in DEFINITE for child in children(head, "det")) or bool(children(head, "poss"))
    return marked and head.lemma_.lower() in load_lemmas("event-nouns")


def words_of(head: Token) -> Span:
    """The words of a topic: a whole clause, or a noun phrase with what follows its "of"."""
    if not is_verb(head):
        return full_phrase(head)
    return head.doc[head.left_edge.i : head.right_edge.i + 1]
