"""Who is let in: whoever has the address that was printed, from this page, by this name, and asks for little.

Other users of the machine reach its loopback too, and so does every web page that its browser shows. So each request
is looked at before anything else is done with it; what is not as it must be is refused with a word, and no more.
"""

from __future__ import annotations

import secrets
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

TOKEN = "token"  # noqa: S105 - the name of a field
_LONGEST_TARGET = 1024
_MOST_HEADERS, _LONGEST_HEADER = 64, 4096
_METHODS = frozenset({"GET", "HEAD"})
"""Nothing that is asked for changes anything."""
_OF_OURS = frozenset({"same-origin", "none"})
"""What a browser says of requests that come from the page itself, or from whoever types an address."""


class Gatekeeper:
    """Stands before the application; knows the port it is asked at and a secret that was made for this run."""

    def __init__(self, inside: ASGIApp, port: int) -> None:
        self._inside = inside
        self._hosts = frozenset({f"{name}:{port}".encode() for name in ("127.0.0.1", "localhost")})
        self._origins = frozenset(b"http://" + host for host in self._hosts)
        self._cookie = f"briefgen-{port}"
        self.token = secrets.token_urlsafe(32)
        """What the first request names; the page asks with a cookie from then on."""
        self._session = secrets.token_urlsafe(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or answer it here."""
        if scope["type"] != "http":
            return  # no lifespan of ours, and no web sockets
        refused = self._refusal(scope)
        if refused:
            status, why = refused
            await PlainTextResponse(f"{why}\n", status, _SEALED)(scope, receive, send)
            return
        scope["state"] = {"cookie": self._set_cookie() if self._names_token(scope) else ""}
        await self._inside(scope, receive, send)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """A status and a word for what is not let in."""
        headers: list[tuple[bytes, bytes]] = scope["headers"]
        hosts = [value for name, value in headers if name == b"host"]
        if len(hosts) != 1:
            return 400, "one host must be named"
        if hosts[0] not in self._hosts:
            return 403, "this page has another name"
        if len(headers) > _MOST_HEADERS or any(len(value) > _LONGEST_HEADER for _, value in headers):
            return 431, "too much is said"
        if not scope["path"].startswith("/") or len(scope["raw_path"]) + len(scope["query_string"]) > _LONGEST_TARGET:
            return 400, "that is no address here"
        if scope["method"] not in _METHODS:
            return 405, "only to be read"
        if _has_body(headers):
            return 413, "nothing is taken"
        if not self._is_from_here(headers):
            return 403, "not from another page"
        if not self._is_known(scope, headers):
            return 403, "open the address that 'briefgen preview' printed"
        return None

    def _is_from_here(self, headers: list[tuple[bytes, bytes]]) -> bool:
        sites = [value for name, value in headers if name == b"sec-fetch-site"]
        origins = [value for name, value in headers if name == b"origin"]
        return {site.decode("latin-1") for site in sites} <= _OF_OURS and set(origins) <= self._origins

    def _is_known(self, scope: Scope, headers: list[tuple[bytes, bytes]]) -> bool:
        if self._names_token(scope):
            return True
        said = [value.decode("latin-1") for name, value in headers if name == b"cookie"]
        return any(self._is_session(words) for words in said)

    def _is_session(self, words: str) -> bool:
        try:
            found = SimpleCookie(words).get(self._cookie)
        except CookieError:
            return False
        return found is not None and secrets.compare_digest(found.value.encode(), self._session.encode())

    def _names_token(self, scope: Scope) -> bool:
        """Whether it is the first request, for the page itself with the secret in its address."""
        if scope["path"] != "/":
            return False
        said = [value for name, value in parse_qsl(scope["query_string"].decode("latin-1")) if name == TOKEN]
        return len(said) == 1 and secrets.compare_digest(said[0].encode(), self.token.encode())

    def _set_cookie(self) -> str:
        return f"{self._cookie}={self._session}; Path=/; HttpOnly; SameSite=Strict"


def _has_body(headers: list[tuple[bytes, bytes]]) -> bool:
    said = dict(headers)
    return b"transfer-encoding" in said or said.get(b"content-length", b"0").strip() != b"0"


_SEALED = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
}
