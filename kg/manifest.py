"""What a store holds: its versions and its documents, and a journal that survives an interruption.

`manifest.json` is written whole when a writer ends. Until then every change is a line of `journal.jsonl`:
`begun` before a document's records are touched, `done` (or `removed`) when they are as they should be. A
journal that is still there when a store is opened tells which documents to repair.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from kg.disk import write_whole

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of a store: its id, the digest of its text, and what its records were made with."""

    id: str
    sha256: str
    fingerprint: str | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The versions a store was made with and its documents by slug."""

    base: str
    ontology: str
    digest: str = ""
    format: int = FORMAT
    documents: Mapping[str, Entry] = field(default_factory=dict)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the store in `folder`, without the changes of its journal."""
    fields: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    if fields["format"] != FORMAT:  # what else it says is for its own kg to read
        return Manifest(str(fields.get("base")), str(fields.get("ontology")), format=fields["format"])
    documents = {slug: Entry(**entry) for slug, entry in fields.pop("documents").items()}
    return Manifest(**fields, documents=documents)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Replace the manifest of `folder` and forget its journal, whose changes it holds."""
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    write_whole(folder / "manifest.json", text)
    (folder / "journal.jsonl").unlink(missing_ok=True)


def write_journal(folder: Path, state: str, entries: Mapping[str, Entry | None]) -> None:
    """Add to the journal, in one write, what happens to the documents with these slugs."""
    kept = {slug: asdict(entry) if entry else None for slug, entry in entries.items()}
    lines = ({"state": state, "slug": slug, "entry": entry} for slug, entry in kept.items())
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    with (folder / "journal.jsonl").open("a", encoding="utf-8") as file:
        file.write(text)


def read_journal(folder: Path) -> Iterator[tuple[str, str, Entry | None]]:
    """State, slug and entry of each line of the journal; a last line cut short is passed over."""
    path = folder / "journal.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
        try:
            fields = json.loads(line)
        except ValueError:
            continue
        yield fields["state"], fields["slug"], Entry(**fields["entry"]) if fields["entry"] else None


def replay_journal(folder: Path, manifest: Manifest) -> tuple[Manifest, set[str]]:
    """The manifest after the journal, and the slugs to repair; one only begun loses its fingerprint."""
    documents, touched = dict(manifest.documents), set[str]()
    for state, slug, entry in read_journal(folder):
        touched.add(slug)
        if state == "removed":
            documents.pop(slug, None)
        elif entry:
            documents[slug] = entry if state == "done" else replace(entry, fingerprint=None)
    return replace(manifest, documents=documents), touched
