"""How long extraction takes beside the bare parse by the model as it is installed, and how much memory.

Run `python benchmarks/speed.py [DOCUMENTS...] > benchmarks/speed.md`; without documents, the seed reports are used.
Everything is measured in one run on one machine; the ratio is what counts, seconds differ from machine to machine.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import spacy

from kg.annotate import BATCH, annotate, describe_model
from kg.extract import extract
from kg.parsed import Doc
from kg.pipeline import Knowledge, extract_documents
from kg.read import read_documents
from kg.records import Document

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
HEAD = "# Speed and memory\n\nWritten by `python benchmarks/speed.py > benchmarks/speed.md`.\n"
ROUNDS = 3
SIZES = (1, 4, 16)
Made = TypeVar("Made")


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == ["--memory"]:
        print(measure_memory(int(sys.argv[2]), sys.argv[3:]))
        return
    peaks = [measure_apart(size, sys.argv[1:]) for size in SIZES]  # first, as a process begins at its parent's peak
    documents = read(sys.argv[1:])
    print(HEAD)
    measure_time(documents)
    print("\n| documents | resident memory at its largest (ru_maxrss), MB |\n|---|---|")
    for size, peak in zip(SIZES, peaks, strict=True):
        print(f"| {size * len(documents)} | {peak} |")


def read(paths: list[str]) -> list[Document]:
    """The documents to measure with."""
    return list(read_documents(paths or [SEEDS], on_issue=lambda _: None))


def measure_time(documents: list[Document]) -> None:
    """Print the ratio of extraction to bare parse, and the speed of what comes after the parse."""
    knowledge, bare_parse = Knowledge(), spacy.load(describe_model().name)
    texts = [document.text for document in documents]
    run(documents, knowledge)  # once before, so that all tables are loaded
    bare = best(lambda: list(bare_parse.pipe(texts, batch_size=BATCH)))
    whole = best(lambda: run(documents, knowledge))
    docs = list(annotate(texts))
    pairs = list(zip(documents, docs, strict=True))
    after = best(lambda: [extract(d, Doc(doc.parse), *vars(knowledge).values()) for d, doc in pairs])  # none asked yet
    sentences = sum(len(doc.sentences) for doc in docs)
    print(f"| documents, sentences | {len(documents)}, {sentences} |\n|---|---|")
    print(f"| bare parse, processor seconds | {bare:.2f} |")
    print(f"| kg extract, processor seconds | {whole:.2f} |")
    print(f"| ratio | {whole / bare:.2f} |")
    print(f"| sentences a second after the parse | {sentences / after:.0f} |")


def run(documents: list[Document], knowledge: Knowledge) -> int:
    """Extract all documents; the number of records."""
    return sum(map(len, extract_documents(documents, knowledge, lambda _: None)))


def best(work: Callable[[], Made]) -> float:
    """The processor seconds of the fastest of some rounds: other work on the machine does not count."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


def measure_apart(size: int, paths: list[str]) -> str:
    """What `measure_memory` finds in a process of its own."""
    command = [sys.executable, __file__, "--memory", str(size), *paths]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def measure_memory(size: int, paths: list[str]) -> int:
    """The most memory, in MB, that `size` times the documents take as a stream."""
    documents = read(paths)
    stream = (document for _ in range(size) for document in documents)
    for _ in extract_documents(stream, Knowledge(), lambda _: None):
        pass
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
