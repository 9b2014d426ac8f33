"""Requests to a server that SPARQLWrapper does not make: updates, whole graphs, and Digest credentials."""

import httpx

from kg.errors import EndpointError
from kg.remote.refusals import UNAUTHORIZED, check_status, told_plainly

Credentials = tuple[str, str]
N_TRIPLES = {"Content-Type": "application/n-triples"}
SRJ = {"Accept": "application/sparql-results+json"}
GONE = 404


class Http:
    """Requests to one server under one name; it learns at the first refusal how to show the password."""

    def __init__(self, credentials: Credentials | None = None, seconds: int = 60) -> None:
        self._credentials, self._seconds = credentials, seconds
        self._client = httpx.Client(timeout=seconds, follow_redirects=False)
        self._primed: set[str] = set()

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def select(self, url: str, query: str) -> httpx.Response:
        """The answer to a SELECT query, which is sent as a form."""
        return self._send("POST", url, "query", data={"query": query}, headers=SRJ)

    def update(self, url: str, text: str, field: str = "update") -> None:
        """Carry out an update; `field` is the name under which the server takes it."""
        self._send("POST", url, "update", data={field: text})

    def put_graph(self, url: str, graph: str, triples: bytes) -> None:
        """Put N-Triples in the place of a graph (Graph Store Protocol)."""
        self._send("PUT", url, "graph", params={"graph": graph}, content=triples, headers=N_TRIPLES)

    def _send(self, method: str, url: str, what: str, **request: object) -> httpx.Response:
        with told_plainly(url, self._seconds, what):
            self._prime(url, request.get("params"))
            response = self._client.request(method, url, **request)  # type: ignore[arg-type]
        check_status(url, response, what)
        return response

    def _prime(self, url: str, params: object) -> None:
        """Ask for nothing first: a body sent before Digest's challenge makes Virtuoso reset the connection."""
        if self._credentials is None or url in self._primed:
            return
        asked = self._client.get(url, params=params)  # type: ignore[arg-type]
        if asked.status_code == UNAUTHORIZED:
            self._client.auth = choose_auth(asked.headers.get("www-authenticate", ""), self._credentials, url)
            self._client.get(url, params=params)  # type: ignore[arg-type]
        self._primed.add(url)


def choose_auth(challenge: str, credentials: Credentials, url: str) -> httpx.Auth:
    """The way to show a password that the server asks for."""
    scheme = challenge.partition(" ")[0].casefold()
    if scheme == "digest":
        return httpx.DigestAuth(*credentials)
    if scheme == "basic":
        return httpx.BasicAuth(*credentials)
    asked = scheme or "nothing said"
    raise EndpointError(f"{url} asks for credentials in a way we do not know ({asked}): use Digest or Basic")
