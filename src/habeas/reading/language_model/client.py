"""Requests to one server and to no other: no proxy, no redirect, nothing without an end.

The standard library's plain HTTP connection is used because of what it does not do: it knows no
proxies, follows no redirects and keeps no cookies (docs/decisions/0011).
"""

from __future__ import annotations

import http.client
import json
import random
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from habeas.reading.language_model.endpoint import Endpoint, is_loopback
from habeas.reading.language_model.faults import Lost, NoAnswer

MOST_BYTES = 4_000_000
_LONGEST_WAIT_S = 60.0
_PIECE = 65536
_REDIRECT, _REFUSED = range(300, 400), frozenset({401, 403})
_TOO_MANY, _SERVER_FAULT = 429, range(500, 600)


@dataclass(frozen=True, slots=True)
class Response:
    """Status and body of one exchange; `retry_after_s` is what the server asks for, else None."""

    status: int
    body: bytes
    retry_after_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """Talks to one endpoint. `timeout_s` is for a whole exchange, from connecting to the last byte.

    `attempts` counts the first; `wait` is called with the seconds between two.
    """

    endpoint: Endpoint
    key: str = field(default="", repr=False)
    timeout_s: float = 120.0
    attempts: int = 3
    first_wait_s: float = 1.0
    wait: Callable[[float], None] = time.sleep

    def post(self, path: str, body: dict[str, Any]) -> Response:
        """The response to a JSON body; a server that is busy or failing is asked again.

        Raises: NoAnswer, when none came, when it came from elsewhere, or when access is refused.
        """
        content = json.dumps(body).encode()
        attempt = 1
        while True:
            response = self._try("POST", self.endpoint.path + path, content)
            is_failing = response.status == _TOO_MANY or response.status in _SERVER_FAULT
            if not is_failing:
                return response
            if attempt == self.attempts:
                raise NoAnswer(Lost.FAILING, f"status {response.status}", is_final=True)
            self.wait(self._pause(attempt, response.retry_after_s))
            attempt += 1

    def get(self, path: str) -> Response:
        """The response to one question without a body; `path` counts from the root of the host.

        Raises: NoAnswer.
        """
        return self._try("GET", path, None)

    def _pause(self, attempt: int, asked_s: float | None) -> float:
        backoff: float = self.first_wait_s * 2 ** (attempt - 1) * random.uniform(1, 1.5)  # noqa: S311
        return min(max(backoff, asked_s or 0), _LONGEST_WAIT_S)

    def _try(self, method: str, path: str, content: bytes | None) -> Response:
        try:
            with self._connected() as connection:
                ends_at = time.monotonic() + self.timeout_s
                connection.request(method, path or "/", content, self._headers(content))
                response = _response(connection)
                # What was cut off looks like what has come to its end.
                if time.monotonic() >= ends_at:
                    raise TimeoutError
                return _checked(response)
        except (OSError, http.client.HTTPException, ValueError) as failure:
            raise NoAnswer(Lost.UNREACHED, _in_words(failure), is_final=True) from failure

    def _headers(self, content: bytes | None) -> dict[str, str]:
        headers = {"Accept": "application/json", "User-Agent": "habeas"}
        if content is not None:
            headers["Content-Type"] = "application/json"
        return headers | ({"Authorization": f"Bearer {self.key}"} if self.key else {})

    @contextmanager
    def _connected(self) -> Iterator[http.client.HTTPConnection]:
        connection = self._connection()
        connection.connect()
        ending = threading.Timer(self.timeout_s, _cut, [connection.sock])
        ending.daemon = True
        ending.start()
        try:
            if self.endpoint.is_local and not is_loopback(connection.sock.getpeername()[0]):
                raise NoAnswer(Lost.NOT_HERE, is_final=True)
            yield connection
        finally:
            ending.cancel()
            connection.close()

    def _connection(self) -> http.client.HTTPConnection:
        host, port = self.endpoint.host, self.endpoint.port
        if self.endpoint.scheme == "http":
            return http.client.HTTPConnection(host, port, timeout=self.timeout_s)
        return http.client.HTTPSConnection(
            host, port, timeout=self.timeout_s, context=ssl.create_default_context()
        )


def _response(connection: http.client.HTTPConnection) -> Response:
    answered = connection.getresponse()
    content = b""
    while piece := answered.read(min(_PIECE, MOST_BYTES + 1 - len(content))):
        content += piece
        if len(content) > MOST_BYTES:
            raise NoAnswer(Lost.TOO_LARGE)
    asked = answered.getheader("Retry-After", "")
    return Response(answered.status, content, float(asked) if asked.isdecimal() else None)


def _checked(response: Response) -> Response:
    if response.status in _REDIRECT:
        raise NoAnswer(Lost.REDIRECTED, is_final=True)
    if response.status in _REFUSED:
        raise NoAnswer(Lost.NO_ACCESS, f"status {response.status}", is_final=True)
    return response


def _cut(exchange: socket.socket) -> None:
    """Ends an exchange from outside: a server that sends a byte a minute would never time out."""
    with suppress(OSError):
        # Of the class, not of the value: the encrypted kind would first say goodbye, and wait.
        socket.socket.shutdown(exchange, socket.SHUT_RDWR)


def _in_words(failure: Exception) -> str:
    if isinstance(failure, TimeoutError):
        return "it took too long"
    return str(failure) or type(failure).__name__
