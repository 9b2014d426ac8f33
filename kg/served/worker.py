"""A process that answers queries on one store, one at a time, and can be killed: a query has no time limit of its own.

It reads a job a line from standard input, writes the answer into the file that the job names, and says a line on
standard output: the form of the answer, or a status and a reason. It sees the store as it was when the process began.
"""

import json
import resource
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

import pyoxigraph as ox

from kg.errors import KgError, RequestError
from kg.folder import open_to_read
from kg.query import load_query, run_query
from kg.rows import Rows, to_rows, write_rows
from kg.served.media import GRAPHS, RESULTS

Job = Mapping[str, Any]
MEMORY, LARGEST = 2 << 30, 256 << 20
BAD, NOT_ACCEPTABLE, TOO_MUCH = 400, 406, 503


class Capped:
    """A file that takes no more than an answer may have."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._left = file, LARGEST

    def write(self, data: bytes) -> int:
        """Write, or raise RequestError when it gets too much."""
        self._left -= len(data)
        if self._left < 0:
            raise RequestError(
                f"the answer is larger than {LARGEST >> 20} MB: ask for less, or use 'kg export'"
            )
        return self._file.write(data)

    def flush(self) -> None:
        """Write out what is held back."""
        self._file.flush()


class Snapshot:
    """A store as it was when it was opened, without the right to repair it."""

    def __init__(self, path: Path) -> None:
        opened = open_to_read(path)
        self.base, self.database = opened.manifest.base, opened.database

    def select(self, text: str) -> Rows:
        """The rows of a SELECT query."""
        return to_rows(self.database.query(text, use_default_graph_as_union=True))


def answer(store: Snapshot, job: Job) -> dict[str, Any]:
    """Write the answer to a job; the line to say."""
    with Path(job["out"]).open("wb") as file:
        if "name" in job:
            return answer_by_name(store, job, file)
        return answer_query(store, job, Capped(file))


def answer_query(store: Snapshot, job: Job, out: Capped) -> dict[str, Any]:
    """Answer a SPARQL query in the form that the client accepts for its kind."""
    found = ask(store, job)
    is_graph = isinstance(found, ox.QueryTriples)
    form = job["graph" if is_graph else "results"]
    if form is None:
        return {
            "status": NOT_ACCEPTABLE,
            "reason": f"accept one of {', '.join(GRAPHS if is_graph else RESULTS)}",
        }
    found.serialize(out, GRAPHS[form] if is_graph else RESULTS[form])  # type: ignore[arg-type]
    return {"form": form}


def ask(store: Snapshot, job: Job) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """What the database answers, from the graphs that request or query name, else from the union of all."""
    default: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] = [
        ox.NamedNode(iri) for iri in job["default_graph"]
    ]
    named: list[ox.NamedNode | ox.BlankNode] = [ox.NamedNode(iri) for iri in job["named_graphs"]]
    if default or named:
        return store.database.query(job["text"], default_graph=default, named_graphs=named)
    return store.database.query(job["text"], use_default_graph_as_union=not job["names_graphs"])


def answer_by_name(store: Snapshot, job: Job, out: IO[bytes]) -> dict[str, Any]:
    """Answer a bundled query for the values given."""
    told: list[str] = []
    rows = run_query(store, load_query(job["name"]), job["values"], told.append)
    out.write(write_rows(rows, job["form"]).encode())
    return {"form": job["form"], "told": told}


def respond(store: Snapshot, job: Job) -> dict[str, Any]:
    """The line to say to a job, whatever comes of it."""
    try:
        return answer(store, job)
    except (SyntaxError, ValueError, KgError) as error:
        return {"status": BAD, "reason": " ".join(str(error).split())[:300]}
    except (OSError, RuntimeError, MemoryError) as error:
        return {"status": TOO_MUCH, "reason": f"the query failed: {' '.join(str(error).split())[:300]}"}


def read_jobs(lines: IO[str]) -> Iterator[Job]:
    """The jobs, as they come."""
    for line in lines:
        yield json.loads(line)


def say(reply: Mapping[str, Any]) -> None:
    """One line to the process that sends the jobs."""
    sys.stdout.write(json.dumps(reply) + "\n")
    sys.stdout.flush()


def main(path: str) -> None:
    """Answer jobs until there are no more."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    try:
        store = Snapshot(Path(path))
    except KgError as error:
        say({"status": TOO_MUCH, "reason": str(error)})
        return
    say({"base": store.base})
    for job in read_jobs(sys.stdin):
        say(respond(store, job))


if __name__ == "__main__":
    main(sys.argv[1])
