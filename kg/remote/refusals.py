"""What goes wrong between us and a server, told as one sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from urllib.error import HTTPError

import httpx
from SPARQLWrapper.SPARQLExceptions import EndPointNotFound, SPARQLWrapperException, Unauthorized

from kg.errors import EndpointError

UNAUTHORIZED, FORBIDDEN, NOT_FOUND, REFUSED = 401, 403, 404, 400
SPAN = 200
CREDENTIALS = "set KG_USER and KG_PASSWORD to a user who may do this"


@contextmanager
def told_plainly(url: str, seconds: int, what: str) -> Iterator[None]:
    """Turn whatever stops `what` ("query", "update", ...) at `url` into an EndpointError of one line."""
    try:
        yield
    except (TimeoutError, httpx.TimeoutException) as error:
        raise EndpointError(
            f"{url} gave no answer in {seconds} s: ask for less, or look at the server"
        ) from error
    except Unauthorized as error:
        raise EndpointError(describe_status(url, UNAUTHORIZED, "", what)) from error
    except EndPointNotFound as error:
        raise EndpointError(describe_status(url, NOT_FOUND, "", what)) from error
    except SPARQLWrapperException as error:
        raise EndpointError(f"{url} refused the {what}: {shorten(str(error))}") from error
    except HTTPError as error:
        raise EndpointError(describe_status(url, error.code, str(error.reason), what)) from error
    except (OSError, HTTPException, httpx.HTTPError) as error:
        reason = shorten(str(getattr(error, "reason", error))) or type(error).__name__
        raise EndpointError(f"{url} cannot be reached: {reason}; is the server running?") from error


def check_status(url: str, response: httpx.Response, what: str) -> None:
    """Raise EndpointError unless the server did what it was asked."""
    if response.status_code >= REFUSED or response.is_redirect:
        raise EndpointError(describe_status(url, response.status_code, response.text, what))


def describe_status(url: str, status: int, reason: str, what: str) -> str:
    """What a refusal means and what to try."""
    if status in {UNAUTHORIZED, FORBIDDEN}:
        return f"{url} does not let us in ({status}): {CREDENTIALS}"
    if status == NOT_FOUND:
        return f"{url} is not there (404): check the address"
    return f"{url} refused the {what} ({status}): {shorten(reason) or 'no reason given'}"


def shorten(text: str) -> str:
    """The beginning of a text, on one line."""
    return " ".join(text.split())[:SPAN]
