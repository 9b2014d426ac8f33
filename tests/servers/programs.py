"""SPARQL servers that the suite starts on loopback, each in a folder of its own."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from kg.remote import Server

PASSWORD = ("kg", "secret")
PATIENCE = 60
INI = """
[Database]
DatabaseFile=db/v.db
ErrorLogFile=db/v.log
LockFile=db/v.lck
TransactionFile=db/v.trx
xa_persistent_file=db/v.pxa
FileExtend=200
[TempDatabase]
DatabaseFile=db/temp.db
TransactionFile=db/temp.trx
[Parameters]
ServerPort=127.0.0.1:{sql}
NumberOfBuffers=10000
MaxDirtyBuffers=7500
DirsAllowed=.
CaseMode=2
[HTTPServer]
ServerPort=127.0.0.1:{http}
ServerRoot=.
[SPARQL]
ResultSetMaxRows=10000
MaxQueryExecutionTime=60
"""
USERS = """
USER_CREATE('kg', 'secret');
GRANT SPARQL_UPDATE TO "kg";
GRANT SPARQL_SELECT TO "kg";
DB.DBA.RDF_DEFAULT_USER_PERMS_SET('kg', 7);
"""


@dataclass
class Program:
    """A running server: its addresses, its process, and how to start it again in the same folder."""

    name: str
    query: str
    update: str
    graphs: str
    credentials: tuple[str, str] | None
    restart: Callable[[], subprocess.Popen[bytes]]
    process: subprocess.Popen[bytes]

    def open(self, *, graph_store: bool = True, credentials: tuple[str, str] | None = None) -> Server:
        """A new connection, with the right password unless another is given."""
        return Server(
            self.query,
            self.update,
            graph_store_url=self.graphs if graph_store else None,
            credentials=credentials or self.credentials,
            seconds=PATIENCE,
        )

    def kill(self) -> None:
        """End the server as a power cut would."""
        self.process.kill()
        self.process.wait()

    def start(self) -> None:
        """Start it again."""
        self.process = self.restart()
        wait_for(self.query)


def find_program(name: str) -> str | None:
    """The program on the path, or beside the Python that runs the tests."""
    return shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))


def free_port() -> int:
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def wait_for(url: str) -> None:
    """Return when the server answers."""
    for _ in range(PATIENCE * 5):
        try:
            httpx.get(url, params={"query": "ASK {}"}, timeout=5)
        except httpx.HTTPError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"no answer from {url}")


@contextmanager
def running(program: Program) -> Iterator[Program]:
    """The program until the `with` ends."""
    try:
        wait_for(program.query)
        yield program
    finally:
        program.kill()


@contextmanager
def run_oxigraph(folder: Path, *options: str) -> Iterator[Program]:
    """Oxigraph's server; its options may make the default graph the union of all."""
    port = free_port()
    command = [find_program("oxigraph") or "", "serve", "-l", "store", "-b", f"127.0.0.1:{port}", *options]
    url = f"http://127.0.0.1:{port}"

    def start() -> subprocess.Popen[bytes]:
        return start_program(command, folder)

    with running(
        Program("oxigraph", f"{url}/query", f"{url}/update", f"{url}/store", None, start, start())
    ) as program:
        yield program


@contextmanager
def run_virtuoso(folder: Path) -> Iterator[Program]:
    """Virtuoso with a user who may update."""
    sql, http = free_port(), free_port()
    (folder / "db").mkdir()
    (folder / "virtuoso.ini").write_text(INI.format(sql=sql, http=http))
    command = [find_program("virtuoso-t") or "", "+foreground", "+configfile", "virtuoso.ini"]
    url = f"http://127.0.0.1:{http}/sparql"

    def start() -> subprocess.Popen[bytes]:
        (folder / "db" / "v.lck").unlink(missing_ok=True)  # what a kill leaves behind
        return start_program(command, folder)

    with running(
        Program("virtuoso", url, f"{url}-auth", f"{url}-graph-crud-auth", PASSWORD, start, start())
    ) as program:
        isql = [find_program("isql-vt") or "", f"127.0.0.1:{sql}", "dba", "dba"]
        subprocess.run(isql, input=USERS.encode(), stdout=subprocess.DEVNULL, check=True)
        yield program


def start_program(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
