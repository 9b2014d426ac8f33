"""What was decided on a store, and which node each entity of a document therefore goes by.

A decision or a row of the user's table changes nodes, never records: taken back, it leaves no trace. What it means for
one document does not depend on which others there are.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from kg.disk import write_whole
from kg.errors import StoreError
from kg.folder import KEPT
from kg.namespaces import BASE, make_slug
from kg.records import Document, Record
from kg.resolve.known import NOBODY, KnownActors
from kg.resolve.sheet import COLUMNS, Decision, read_rows, to_row, write_sheet
from kg.triples.entities import Naming, Node, Nodes, find_namings

DECISIONS, ACTORS = KEPT
STORED = (*COLUMNS, "into", "into_name")
Into = Mapping[str, tuple[str, str]]  # of an id the one that stands for it, and its name


@dataclass(frozen=True)
class Resolution:
    """The decisions on a store, which ids they made one, and the actors its user made known."""

    base: str = BASE
    decisions: tuple[Decision, ...] = ()
    into: Into = field(default_factory=dict)
    known: KnownActors = NOBODY

    @classmethod
    def load(cls, folder: Path, base: str) -> "Resolution":
        """What the folder of a store keeps; nothing where nobody decided anything yet."""
        rows = [row for _, row in read_rows(folder / DECISIONS)] if (folder / DECISIONS).exists() else []
        if any(row.keys() < set(STORED) or (row["verdict"] == "same") != bool(row["into"]) for row in rows):
            raise StoreError(f"{folder / DECISIONS} is not as kg left it: give your table to 'kg resolve --decisions'")
        decisions = tuple(Decision(**{column: row[column] for column in COLUMNS}) for row in rows)
        into = {row[side]: (row["into"], row["into_name"]) for row in rows if row["into"] for side in ("left", "right")}
        return cls(base, decisions, into, KnownActors.load(folder / ACTORS))

    def save(self, folder: Path) -> None:
        """Keep it in the folder of a store: the same bytes in whatever order it was decided."""
        rows = [to_row(decision) | self._stands(decision) for decision in self.decisions]
        for name, text in ((DECISIONS, write_sheet(rows, STORED)), (ACTORS, self.known.text)):
            if rows if name == DECISIONS else text:
                write_whole(folder / name, text)
            else:
                (folder / name).unlink(missing_ok=True)

    def nodes(self, records: Iterable[Record]) -> Nodes:
        """The entities of one document that go by another node, or are known better, than its records say."""
        if not self.decisions and not self.known.text:
            return {}
        kept = list(records)
        document = next(record for record in kept if isinstance(record, Document))
        namings: dict[str, Naming] = {}
        for entity, naming in (pair for record in kept for pair in find_namings(record, self.base)):
            namings[entity] = min(naming, namings.get(entity, naming), key=repr)
        moved = {entity: self._move(entity, naming, document) for entity, naming in sorted(namings.items())}
        return {entity: node for entity, node in moved.items() if node}

    def _move(self, entity: str, naming: Naming, document: Document) -> Node | None:
        """The node of an entity: first a namesake gets its own, then the table speaks, then what was merged."""
        own = short = entity.removeprefix(self.base)
        report, known = f"doc/{make_slug(document.document)}", None
        if (own, report) in self._splits:
            short = f"{report}#named={make_slug(naming.name)}"
        elif entry := self.known.find(own, naming):
            short, known = f"{entry.kind}/{entry.id}", self.known.describe(entry, document.published)
        stands, name = self.into.get(short, (short, ""))
        if stands != short:
            short, known = stands, replace(known or naming, name=name)
        return Node(self.base + short, known) if known or short != own else None

    @cached_property
    def _splits(self) -> frozenset[tuple[str, str]]:
        return frozenset((decision.left, decision.right) for decision in self.decisions if decision.is_split)

    def _stands(self, decision: Decision) -> dict[str, str]:
        into, name = self.into[decision.left] if decision.verdict == "same" else ("", "")
        return {"into": into, "into_name": name}
