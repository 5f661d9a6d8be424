"""A chat-completions server on this machine that says what a test tells it to, lies included."""

from __future__ import annotations

import atexit
import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias

from habeas.model.egress import Sending
from habeas.reading.language_model.client import Client
from habeas.reading.language_model.endpoint import endpoint_of
from habeas.reading.readers.language_model import LanguageModelReader

Request: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """What the server sends; each of the `pieces` waits until the server may go on."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    pieces: tuple[bytes, ...] = ()


Script: TypeAlias = Callable[[Request], Reply]


@dataclass
class ModelServer:
    """A running server with what arrived: bodies of the posts, paths of all requests, headers."""

    script: Script
    received: list[Request] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    tags: bytes | None = None
    port: int = 0
    go_on: threading.Event = field(default_factory=threading.Event)
    pause: Callable[[], object] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def everything(self) -> str:
        """All that arrived, as one text."""
        return json.dumps([self.received, self.paths, self.headers], ensure_ascii=False)


@contextmanager
def serving(script: Script) -> Iterator[ModelServer]:
    """A server that answers as the script says, ended with the block."""
    state = ModelServer(script)

    class Handler(_Handler):
        model = state

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    state.port = server.server_address[1]
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
    )
    thread.start()
    try:
        yield state
    finally:
        state.go_on.set()
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    model: ModelServer

    def do_GET(self) -> None:
        self._note()
        tags = self.model.tags
        self._send(Reply(tags) if tags is not None else Reply(b"{}", 404))

    def do_POST(self) -> None:
        self._note()
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.model.received.append(request)
        self._send(self.model.script(request))

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def _note(self) -> None:
        self.model.paths.append(self.path)
        self.model.headers.append(dict(self.headers))

    def _send(self, reply: Reply) -> None:
        try:
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            length = len(reply.body) + sum(map(len, reply.pieces))
            self.send_header("Content-Length", str(length))
            self.end_headers()
            self.wfile.write(reply.body)
            for piece in reply.pieces:
                self.wfile.flush()
                (self.model.pause or self.model.go_on.wait)()
                self.wfile.write(piece)
        except OSError:
            """Whoever asked has gone."""


def completion(content: object, **more: Any) -> Reply:  # noqa: ANN401
    """A chat completion whose message is `content`: text as it is, anything else as JSON."""
    words = content if isinstance(content, str) else json.dumps(content)
    finish = more.pop("finish_reason", "stop")
    message = {"role": "assistant", "content": words, **more.pop("message", {})}
    choices = [{"index": 0, "message": message, "finish_reason": finish}]
    return Reply(json.dumps({"choices": choices, "model": "test-model", **more}).encode())


def saying(*claims: object) -> Script:
    """A script that always proposes these claims."""
    return lambda _: completion({"claims": list(claims)})


def in_turn(*replies: Reply) -> Script:
    """A script that gives one reply after the other, and the last for ever."""
    left = list(replies)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


class OpenGate:
    """Lets everything out and remembers what."""

    def __init__(self) -> None:
        self.sent: list[Sending] = []

    def let_out(self, sending: Sending) -> None:
        self.sent.append(sending)


def reader_of(
    server: ModelServer,
    *,
    egress: Any = None,  # noqa: ANN401
    waits: list[float] | None = None,
    **client: Any,  # noqa: ANN401
) -> LanguageModelReader:
    """The reader, asking that server; waits between attempts are noted, not waited."""
    noted = waits if waits is not None else []
    asking = Client(endpoint=endpoint_of(server.address), wait=noted.append, **client)
    return LanguageModelReader(asking, model="test-model", egress=egress or OpenGate())


def shown(request: Request) -> Sequence[str]:
    """The numbered lines that a request shows to the model."""
    return [line for line in request["messages"][1]["content"].splitlines() if line[:1] == "["]


def copying(request: Request) -> Reply:
    """A model that copies: the first two words of each line are a characterisation of its rest."""
    claims = []
    for line in shown(request):
        number, words = line.split("] ", 1)
        quote = " ".join(words.split()[:4])
        if number != "[context":
            claim = {"kind": "characterisation", "what": "arbitrary", "modality": "asserted",
                     "quote": quote, "act": quote, "sentence": int(number[1:])}  # fmt: skip
            claims.append(claim)
    return completion({"claims": claims})


@cache
def copying_reader() -> LanguageModelReader:
    """A reader whose model copies, as long as the tests run."""
    running = ExitStack()
    atexit.register(running.close)
    return reader_of(running.enter_context(serving(copying)))
