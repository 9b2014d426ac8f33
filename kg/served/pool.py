"""The processes that answer queries: killed when they take too long, replaced when the store has changed."""

import asyncio
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kg.served.protocol import RefusalError

WORKERS, LINE = 2, 1 << 24
BUSY = 503
Stamp = tuple[int, int] | None


class Worker:
    """One process and the state of the store it sees."""

    def __init__(self, process: asyncio.subprocess.Process, stamp: Stamp, base: str) -> None:
        self.process, self.stamp, self.base = process, stamp, base

    async def ask(self, job: Mapping[str, Any]) -> dict[str, Any]:
        """The reply to a job; a process that died has none."""
        assert self.process.stdin is not None  # noqa: S101 - both are pipes
        assert self.process.stdout is not None  # noqa: S101
        self.process.stdin.write(json.dumps(job).encode() + b"\n")
        await self.process.stdin.drain()
        reply: dict[str, Any] = json.loads(await self.process.stdout.readline())
        return reply

    async def stop(self) -> None:
        """End the process, whatever it is doing."""
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()


class Pool:
    """A few workers on one store."""

    def __init__(self, path: Path, seconds: float) -> None:
        self.path, self.seconds = path, seconds
        self._idle: asyncio.Queue[Worker | None] = asyncio.Queue()

    async def open(self) -> None:
        """Start the workers now: one that starts during a build would see a part of it."""
        for _ in range(WORKERS):
            self._idle.put_nowait(await self._try_start())

    async def ask(self, job: Mapping[str, Any]) -> dict[str, Any]:
        """The reply to a job; RefusalError when it cannot be done, takes too long or everybody is busy."""
        worker = await self._wait()
        try:
            worker = await self._refresh(worker)
            reply = await asyncio.wait_for(worker.ask(job), self.seconds)
        except BaseException as error:
            await discard(worker)
            self._idle.put_nowait(await self._try_start())
            raise self._explain(error) from error
        self._idle.put_nowait(worker)
        if "reason" in reply:
            raise RefusalError(reply["status"], reply["reason"])
        return {**reply, "base": worker.base}

    async def close(self) -> None:
        """End all workers."""
        while not self._idle.empty():
            await discard(self._idle.get_nowait())

    async def _try_start(self) -> Worker | None:
        try:
            return await start_worker(self.path, read_stamp(self.path))
        except RefusalError:
            return None  # whoever asks next tries again, and is told

    async def _wait(self) -> Worker | None:
        try:
            return await asyncio.wait_for(self._idle.get(), self.seconds)
        except TimeoutError as error:
            raise RefusalError(BUSY, f"all workers were busy for {self.seconds:g} s: try again") from error

    def _explain(self, error: BaseException) -> BaseException:
        if isinstance(error, TimeoutError):
            return RefusalError(BUSY, f"the query was stopped after {self.seconds:g} s: ask for less")
        if isinstance(
            error, ValueError | OSError
        ):  # no reply: the process needed too much memory, or was killed
            return RefusalError(BUSY, "the query was stopped, as it needs too much memory: ask for less")
        return error

    async def _refresh(self, worker: Worker | None) -> Worker:
        """The worker, or a new one when the store was built since the old one began."""
        stamp = read_stamp(self.path)
        if worker and (stamp is None or worker.stamp == stamp):
            return worker  # while somebody writes, the old state is the last one that was whole
        fresh = await start_worker(self.path, stamp)
        await discard(worker)
        return fresh


async def start_worker(path: Path, stamp: Stamp) -> Worker:
    """A new worker; RefusalError when the store cannot be opened."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "kg.served.worker", str(path), stdin=pipe, stdout=pipe, limit=LINE
    )
    worker = Worker(process, stamp, "")
    assert process.stdout is not None  # noqa: S101 - it is a pipe
    line = await process.stdout.readline()
    reply = json.loads(line) if line else {"reason": "the store cannot be opened"}
    if "base" not in reply:
        await worker.stop()
        raise RefusalError(BUSY, str(reply["reason"]))
    worker.base = str(reply["base"])
    return worker


async def discard(worker: Worker | None) -> None:
    """End a worker, if there is one."""
    if worker:
        await worker.stop()


def read_stamp(path: Path) -> Stamp:
    """What tells one finished state of the store from another; None while somebody writes."""
    try:
        state = (path / "manifest.json").stat()
    except OSError:
        return None
    return None if (path / "journal.jsonl").exists() else (state.st_ino, state.st_mtime_ns)
