"""The preview of a workspace, started as a person does, and asked by sockets of the tests' own."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: a status of 0 where the connection was only closed."""

    status: int
    headers: dict[str, str]
    body: bytes

    def record(self) -> Any:  # noqa: ANN401 - whatever the JSON says
        """What its JSON says."""
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class RunningPreview:
    """Where it listens, the address that it printed, and what lets a page in."""

    port: int
    address: str
    cookie: str
    process: subprocess.Popen[str]

    @property
    def host(self) -> str:
        """As a browser names it."""
        return f"127.0.0.1:{self.port}"

    def ask(self, path: str, **said: str) -> Reply:
        """The answer to what the page itself asks."""
        query = f"?{urlencode(said)}" if said else ""
        head = f"GET {path}{query} HTTP/1.1\r\nHost: {self.host}\r\nCookie: {self.cookie}\r\nConnection: close\r\n\r\n"
        return self.send(head.encode())

    def send(self, request: bytes) -> Reply:
        """The answer to some bytes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=_SECONDS) as to:
            to.sendall(request)
            try:
                return _reply(to.makefile("rb"))
            except ConnectionResetError:
                return Reply(0, {}, b"")

    @contextmanager
    def events(self, **said: str) -> Iterator[Iterator[dict[str, Any]]]:
        """How a brief stands, each time that the page would be told."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=_SECONDS) as to:
            ask = f"GET /events?{urlencode(said)} HTTP/1.1\r\nHost: {self.host}\r\nCookie: {self.cookie}\r\n\r\n"
            to.sendall(ask.encode())
            yield _events(to.makefile("rb"))


@contextmanager
def running_preview(workspace: Path, *options: str) -> Iterator[RunningPreview]:
    """A preview until it is no longer needed; it ends when it is asked to, and by itself."""
    command = [sys.executable, "-m", "briefgen", "preview", "--workspace", str(workspace), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        try:
            assert process.stdout
            address = process.stdout.readline().strip()
            to = urlsplit(address)
            assert to.port, "the preview did not begin"
            first = RunningPreview(to.port, address, "", process).ask(f"/?{to.query}")
            cookie = first.headers["set-cookie"].partition(";")[0]
            yield RunningPreview(to.port, address, cookie, process)
        finally:
            process.terminate()
            assert process.wait(timeout=30) == 0


def _reply(lines: BinaryIO) -> Reply:
    first = lines.readline().split(b" ", 2)
    if len(first) < 2:
        return Reply(0, {}, b"")
    headers: dict[str, str] = {}
    while (line := lines.readline().strip()) != b"":
        name, _, value = line.decode("latin-1").partition(":")
        headers[name.lower()] = value.strip()
    length = headers.get("content-length")
    return Reply(int(first[1]), headers, lines.read(int(length)) if length else lines.read())


def _events(lines: BinaryIO) -> Iterator[dict[str, Any]]:
    for line in lines:
        if line.startswith(b"data: "):
            yield json.loads(line.removeprefix(b"data: "))
