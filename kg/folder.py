"""Opening and closing the folder of a store: who may write, and what a killed run left."""

import shutil
import time
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox

from kg.disk import told_plainly
from kg.errors import RequestError, StoreError
from kg.manifest import FORMAT, Manifest, read_manifest, replay_journal, write_manifest
from kg.ontology import ontology_version

PARTS = {"oxigraph", "records", "journal.jsonl", "manifest.json.part"}
KEPT = ("decisions.tsv", "actors.tsv")
LONGEST_NAME = 150
TRIES, PAUSE = 20, 0.05  # while a writer moves files; seconds


@dataclass(frozen=True, slots=True)
class Opened:
    """An open folder: its database, its documents, those to repair, and the folder it replaces in the end."""

    path: Path
    database: ox.Store
    manifest: Manifest
    repair: AbstractSet[str]
    writable: bool
    replaces: Path | None = None


def open_to_read(path: Path) -> Opened:
    """Open the store in `path` for reading; it may have a writer at the same time."""
    manifest, begun = load_manifest(path)
    with told_plainly(path):
        return Opened(path, _open_database_to_read(path / "oxigraph"), manifest, begun, writable=False)


def _open_database_to_read(path: Path) -> ox.Store:
    """The database as it is now; asked again when a writer has just moved a file that it was to be read from."""
    moved: Exception | None = None
    for _ in range(TRIES):
        try:
            return ox.Store.read_only(str(path))
        except (OSError, RuntimeError) as error:
            if "No such file" not in str(error):
                raise
            moved = error
            time.sleep(PAUSE)
    raise OSError(f"a file of the database is missing: {moved}")


def open_to_write(path: Path, base: str) -> Opened:
    """Open the store in `path` for its only writer; make it when there is none."""
    with told_plainly(path):
        is_new = not (path / "manifest.json").exists()
        if is_new and path.exists() and {item.name for item in path.iterdir()} - PARTS:
            raise StoreError(f"{path} is not a store and not empty: name a new folder with --store")
        (path / "records").mkdir(parents=True, exist_ok=True)
        database = ox.Store(str(path / "oxigraph"))
        if is_new:
            write_manifest(path, Manifest(base, ontology_version()))
    manifest, begun = load_manifest(path)
    if manifest.base != base:
        raise StoreError(f"the store {path} has the base {manifest.base}: leave --base out, or use --fresh")
    return Opened(path, database, manifest, begun, writable=True)


def open_fresh(path: Path, base: str) -> Opened:
    """Open an empty store beside `path`, which takes its place when all went well."""
    beside = path.with_name(path.name + ".fresh")
    with told_plainly(path):
        if path.exists() and any(path.iterdir()):
            load_manifest(path, any_version=True)  # never delete a folder that is no store
            ox.Store(str(path / "oxigraph"))  # nor one that is being written
        shutil.rmtree(beside, ignore_errors=True)
    made = open_to_write(beside, base)
    with told_plainly(path):
        for name in (name for name in KEPT if (path / name).exists()):
            shutil.copy(path / name, beside)  # what people decided outlives the graphs
    return Opened(beside, made.database, made.manifest, frozenset(), writable=True, replaces=path)


def publish(beside: Path, path: Path) -> None:
    """Put the finished store `beside` in the place of `path`."""
    old = path.with_name(path.name + ".old")
    with told_plainly(path):
        shutil.rmtree(old, ignore_errors=True)
        if path.exists():
            path.rename(old)
        beside.rename(path)
        shutil.rmtree(old, ignore_errors=True)


def load_manifest(path: Path, *, any_version: bool = False) -> tuple[Manifest, set[str]]:
    """The manifest of the store in `path` and the slugs an interrupted run left unfinished."""
    if not (path / "manifest.json").exists():
        raise StoreError(f"no store in {path}: make one with 'kg build PATH --store {path}'")
    try:
        manifest = read_manifest(path)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise StoreError(f"the manifest of {path} is damaged: build it again in a new folder") from error
    if not any_version:
        check_versions(path, manifest)
    return replay_journal(path, manifest)


def check_versions(path: Path, manifest: Manifest) -> None:
    """Raise StoreError if the store was made by a kg that this one does not understand."""
    for what, found, ours in (
        ("format", str(manifest.format), str(FORMAT)),
        ("ontology", manifest.ontology, ontology_version()),
    ):
        if found != ours:
            raise StoreError(
                f"the store {path} has {what} version {found}, this kg {ours}: build it again with --fresh"
            )


def record_path(path: Path, slug: str) -> Path:
    """The file of one document's records; a name too long for the disk ends in a digest."""
    name = slug.encode()
    short = name[:LONGEST_NAME].decode(errors="ignore") + "-" + sha256(name).hexdigest()[:16]
    return path / "records" / ((slug if len(name) <= LONGEST_NAME else short) + ".jsonl")


def check_slug(holder: str | None, document: str, slug: str) -> None:
    """Raise RequestError if another document has the slug already."""
    if holder is not None and holder != document:
        raise RequestError(f"documents '{holder}' and '{document}' are both '{slug}': rename one of them")
