"""Whom pronouns name: the rules of the design notes, section 5, in order of payoff.

1. "I" and "my" in a quotation are its speaker; "he" and "its" in a quotation never are.
2. "he" and "she" are persons, "it" is no person and may be a matter ("the draft"), "they" are several or a body.
3. Subjects before others, near sentences before far ones, at most two paragraphs back.
4. "it" before "to" or "that" ("it is unclear whether") is nobody.
5. Possessives prefer the subject of their clause.
6. Nobody acts on himself in the same clause: a co-argument is never the antecedent.
7. What refuses or orders is a party, no place or matter; "its mobilization" is a state's or a group's, no newspaper's.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from kg.extract.attribution import Saying
from kg.extract.entities import Cast
from kg.extract.expletives import is_expletive
from kg.extract.naming import FIRST_PERSON, HE, PLACES, Naming
from kg.extract.negation import has_no
from kg.extract.partitives import is_answered, is_subject, is_undergoer, whole
from kg.extract.phrases import core
from kg.extract.quoting import addressed_in, in_quotes, quoting_subject, speakers_of
from kg.extract.subjects import surface_subject
from kg.extract.syntax import is_verb
from kg.lexicon import load_lemmas
from kg.parsed import Token
from kg.vocabulary import Vocabulary

RELATIVE = frozenset({"who", "whom", "whose"})
THING = frozenset({"it", "its", "itself"})
SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves"})
POSSESSIVE = frozenset({"his", "her", "its", "their"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
DEAD = frozenset({"body", "corpse", "cadaver"})
PLURAL = frozenset({"NNS", "NNPS"})
CIVIL = frozenset({"MediaOrganization", "CivilSocietyOrganization", "Company"})
NO_PARTIES = PLACES - {"Country"}
MAX_BREAKS = 2
MAX_SENTENCES = 40  # where no paragraph ends


@dataclass(frozen=True)
class Antecedents:
    """What the pronouns of a document can name: its namings, and the matters that are subjects of clauses.

    `sentences` and `paragraphs` tell the number of each token's.
    """

    cast: Cast
    vocabulary: Vocabulary
    namings: Sequence[Naming]
    matters: Sequence[Token]
    sayings: Sequence[Saying]
    sentences: Sequence[int]
    paragraphs: Sequence[int]

    def reach(self, pronoun: Token) -> int:
        """The first token that stands near enough to a pronoun to name it."""
        paragraph = bisect_left(self.paragraphs, self.paragraphs[pronoun.i] - MAX_BREAKS)
        return max(paragraph, bisect_left(self.sentences, self.sentences[pronoun.i] - MAX_SENTENCES))

    def near(self, pronoun: Token) -> Sequence[Naming]:
        """The namings before a pronoun that stand near enough, in the order of the text."""
        bounds = (self.reach(pronoun), pronoun.i)
        return self.namings[slice(*(bisect_left(self.namings, index, key=lambda n: n.head.i) for index in bounds))]


def tie_pronouns(cast: Cast, namings: list[Naming], sayings: list[Saying], vocabulary: Vocabulary) -> None:
    """Tie each pronoun to the entity it names; one that names nobody certain stays local."""
    doc = namings[0].span.doc if namings else ()
    sentences = list(accumulate(bool(token.is_sent_start) for token in doc))
    paragraphs = list(accumulate(token.is_space and "\n\n" in token.text for token in doc))
    found = Antecedents(cast, vocabulary, namings, _matters(cast, namings), sayings, sentences, paragraphs)
    for naming in namings:
        if naming.form == "pronoun":
            antecedent = _antecedent(naming.head, found)
            if antecedent is not None and antecedent.i != naming.head.i:
                cast.tie(naming.head, antecedent)


def _matters(cast: Cast, namings: Sequence[Naming]) -> list[Token]:
    """Common nouns in the singular that are subjects and name no party, place or thing: "the mobilization"."""
    doc = namings[0].span.doc if namings else ()
    heads = {naming.head.i for naming in namings}
    return [t for t in doc if t.dep_ in SUBJECTS and t.tag_ == "NN" and t.i not in heads and cast.is_matter(t)]


def _antecedent(pronoun: Token, found: Antecedents) -> Token | None:
    word = pronoun.lower_
    speakers = speakers_of(pronoun, found.sayings)
    if word in FIRST_PERSON:
        return speakers[-1] if speakers else None
    if word in RELATIVE:
        clause = next((token for token in pronoun.ancestors if token.dep_ == "relcl"), None)
        return core(clause.head)[0] if clause is not None else None
    if word not in HE | THING | SEVERAL or is_expletive(pronoun):
        return None
    quoted = in_quotes(pronoun)
    around = [*(speakers or quoting_subject(pronoun)), *addressed_in(pronoun, found.sayings)] if quoted else []
    barred = {found.cast.entity_at(who).iri for who in around}
    party = _is_party(pronoun, found.vocabulary)
    named = [n for n in found.near(pronoun) if _may_name(word, n, found.cast)]
    heads = [n.head for n in named if (not party or _may_act(n, found)) and not _only_tells(n, pronoun, found)]
    if word in THING and not party:
        heads += [head for head in found.matters if found.reach(pronoun) <= head.i < pronoun.i]
    ranked = [(_rank(pronoun, head, found), head.i) for head in heads]
    fitting = [(rank, i) for rank, i in ranked if not _is_barred(pronoun, pronoun.doc[i], barred, found.cast)]
    return pronoun.doc[max(fitting)[1]] if fitting else None


def _may_name(word: str, naming: Naming, cast: Cast) -> bool:
    if has_no(naming.head) or (naming.form == "pronoun" and not cast.is_tied(naming.head)):
        return False
    kind, plural = cast.entity_at(naming.head).type, naming.head.tag_ in PLURAL and naming.form == "nominal"
    if word in SEVERAL and _is_body_of(naming.head):
        return False
    if word in HE:
        return kind == "Person" and naming.head.lemma_.lower() not in DEAD
    if word in THING:
        return kind not in {"Person", "Group", "Thing", "Weapon"} and not plural
    body = kind not in {"Person", "Thing", "Abstract", "Weapon"} and (kind not in PLACES or kind == "Country")
    return body or (plural and kind in PLACES)


def _is_body_of(head: Token) -> bool:
    """Whether the words tell whose bodies they are, whom "they" then means: "**the bodies of two men** were found"."""
    owned = any(child.dep_ == "poss" or child.lower_ == "of" for child in head.children)
    return owned and head.lemma_.lower() in DEAD


def _is_party(pronoun: Token, vocabulary: Vocabulary) -> bool:
    """Whether the pronoun says or does what only a party can: "it said", "it refused"."""
    verb = pronoun.head.lemma_.lower()
    acts = pronoun.dep_ == "nsubj" and (verb in vocabulary.deliberate or verb in load_lemmas("cues"))
    return acts or _owns_policy(pronoun, vocabulary)


def _owns_policy(pronoun: Token, vocabulary: Vocabulary) -> bool:
    """Whether the pronoun owns what only states and armed groups decide: "its mobilization"."""
    return pronoun.lower_ in POSSESSIVE and pronoun.head.lemma_.lower() in vocabulary.policies


def _may_act(naming: Naming, found: Antecedents) -> bool:
    """Whether a naming may be of a party: no mere place, unless it speaks or acts here itself."""
    place = found.cast.entity_at(naming.head).type in NO_PARTIES
    return not place or naming.acting is not None or _is_party(naming.head, found.vocabulary)


def _only_tells(naming: Naming, pronoun: Token, found: Antecedents) -> bool:
    """Whether a policy has an owner and the naming is of media, a firm or the like, which have none."""
    return _owns_policy(pronoun, found.vocabulary) and found.cast.entity_at(naming.head).type in CIVIL


def _rank(pronoun: Token, head: Token, found: Antecedents) -> tuple[int, int, bool, int]:
    """Higher is better: subject of the clause for possessives, object for objects; then the near, subjects, number."""
    distance = found.sentences[pronoun.i] - found.sentences[head.i]
    own = pronoun.lower_ in POSSESSIVE and head in _clause_subjects(pronoun)
    own = own or is_undergoer(pronoun, head) or is_answered(pronoun, head)
    one = pronoun.lower_ in SEVERAL and found.cast.entity_at(head).type == "Country"
    subject = is_subject(head) and not one
    several = pronoun.lower_ in SEVERAL and head.tag_ in PLURAL
    return (2 if own else 0) - distance + (1 if subject else 0), int(subject), several, head.i


def _clause_subjects(pronoun: Token) -> list[Token]:
    verb = next((token for token in pronoun.ancestors if is_verb(token)), None)
    subjects = surface_subject(verb) if verb is not None else []
    return [inner for subject in subjects for inner in (subject, *core(subject))]


def _is_barred(pronoun: Token, head: Token, barred: set[str], cast: Cast) -> bool:
    """Whether both are arguments of one verb ("he" and "him" in "he told him"), or the head is who is speaking."""
    if pronoun.lower_ not in POSSESSIVE and (_share_verb(pronoun, head) or _acts_on(head, pronoun, cast)):
        return True
    if pronoun.dep_ in SUBJECTS and pronoun.head.dep_ == "relcl" and head == pronoun.head.head:
        return True  # "two men they had freed" are not they
    return bool(barred) and cast.entity_at(head).iri in barred


def _share_verb(pronoun: Token, head: Token) -> bool:
    return pronoun.head == head.head and is_verb(pronoun.head)


def _acts_on(head: Token, pronoun: Token, cast: Cast) -> bool:
    """Whether who is named is the subject, be it inherited, of the verb that the pronoun is an object of.

    So nobody is one of those he acts on: "police arrested 12 of **them**".
    """
    top = whole(pronoun)
    if top.dep_ != "dobj":
        return False
    return cast.entity_at(head).iri in {cast.entity_at(subject).iri for subject in surface_subject(top.head)}
