"""Answers with what a browser is told to hold them to: no script but ours, no other page around, nothing kept."""

from __future__ import annotations

import enum
import json
from typing import TYPE_CHECKING

from starlette.responses import Response

if TYPE_CHECKING:
    from collections.abc import Mapping

_FOR_ALL = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Sealed(enum.StrEnum):
    """What the browser may do with an answer, by what it is."""

    SHELL = (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    """The page around the brief."""
    BRIEF = (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'self'"
    )
    """The brief: its looks stand in it, and no script runs, whatever it holds."""
    FILE = "default-src 'none'; frame-ancestors 'self'"
    """Data, and files that no page is made of."""
    PAGES = "frame-ancestors 'self'"
    """A PDF: browsers show it by a viewer of their own, which needs scripts and looks of its own."""


def sealed(
    body: bytes, media_type: str, how: Sealed, status: int = 200, more: Mapping[str, str] | None = None
) -> Response:
    """An answer."""
    headers = {**_FOR_ALL, "Content-Security-Policy": how.value, **(more or {})}
    return Response(body, status, headers, media_type)


def sealed_record(record: object, status: int = 200) -> Response:
    """An answer in JSON, every character beyond ASCII escaped."""
    return sealed(json.dumps(record).encode("ascii"), "application/json", Sealed.FILE, status)


def event_headers() -> dict[str, str]:
    """Of a stream of events."""
    return {**_FOR_ALL, "Content-Security-Policy": Sealed.FILE.value}
