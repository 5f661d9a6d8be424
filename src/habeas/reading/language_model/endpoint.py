"""The address of a chat-completions server, in one written form.

Permissions name endpoints; two ways of writing one address must not be two permissions.
"""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from habeas.model.errors import ValueMalformed

_PORTS = {"http": 80, "https": 443}
_EXAMPLE = "http://127.0.0.1:11434/v1 or https://models.example.org/v1"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where requests go. `path` has no slash at its end; `host` is in small letters."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def is_local(self) -> bool:
        """Whether it is on this machine by its address: loopback, or the name "localhost"."""
        return is_loopback(self.host)

    @property
    def host_and_port(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.host_and_port}{self.path}"


def endpoint_of(text: str) -> Endpoint:
    """The endpoint that an address names. Raises: ValueMalformed.

    Without encryption only this machine is spoken to; an address carries neither name nor password.

    >>> str(endpoint_of("HTTP://LocalHost:11434/v1/"))
    'http://localhost:11434/v1'
    """
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError as broken:
        raise _malformed(text, "an address") from broken
    if parts.scheme not in _PORTS or not host:
        raise _malformed(text, "an address that begins with http:// or https://")
    if parts.username is not None or parts.query or parts.fragment:
        raise _malformed(text, "an address without a name, a password, ? or #")
    if not text.isascii() or any(letter.isspace() for letter in text.strip()):
        raise _malformed(text, "an address in plain letters")
    found = Endpoint(parts.scheme, host, port or _PORTS[parts.scheme], parts.path.rstrip("/"))
    if found.scheme == "http" and not found.is_local:
        raise _malformed(text, "an address with https:// (http:// is for this machine only)")
    return found


def is_loopback(host: str) -> bool:
    """Whether a host is this machine itself.

    >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("10.0.0.7")
    (True, True, False)
    """
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _malformed(text: str, expected: str) -> ValueMalformed:
    return ValueMalformed(value=text, expected=expected, example=_EXAMPLE)
