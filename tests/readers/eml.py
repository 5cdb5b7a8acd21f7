"""Reads mails back by their structure alone, without the library that wrote them."""

from __future__ import annotations

import base64
import quopri
import re
from typing import TYPE_CHECKING, NamedTuple

from lxml import html

if TYPE_CHECKING:
    from lxml.html import HtmlElement as Element

_BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "div", "br", "ol", "ul", "table"}


class Part(NamedTuple):
    """A part of a mail that holds no others."""

    kind: str
    """Its media type."""
    head: str
    content: bytes


def eml_head(data: bytes) -> dict[str, str]:
    """The fields of the mail as they stand, each on one line."""
    lines = re.sub(r"\r\n[ \t]+", " ", data.partition(b"\r\n\r\n")[0].decode("ascii")).split("\r\n")
    return dict(line.split(": ", maxsplit=1) for line in lines)


def eml_parts(data: bytes) -> list[Part]:
    """The parts that hold no others, in order (RFC 2046, 5.1)."""
    head, _, body = data.partition(b"\r\n\r\n")
    said = re.sub(r"\r\n[ \t]+", " ", head.decode("ascii"))
    kind = re.search(r"Content-Type: ([\w/.+-]+)", said)
    assert kind
    boundary = re.search(r'boundary="([^"]+)"', said)
    if boundary:
        between = b"--" + boundary[1].encode()
        before, *parts, behind = (b"\r\n" + body).split(b"\r\n" + between)
        assert behind.strip() == b"--"
        assert not before.strip()
        return [found for part in parts for found in eml_parts(part.removeprefix(b"\r\n"))]
    if "base64" in said:
        return [Part(kind[1], said, base64.b64decode(body, validate=False))]
    assert "quoted-printable" in said
    return [Part(kind[1], said, quopri.decodestring(body.replace(b"\r\n", b"\n")))]


def eml_part(data: bytes, kind: str) -> bytes:
    """The one part of a media type."""
    (found,) = (part.content for part in eml_parts(data) if part.kind == kind)
    return found


def eml_page(data: bytes) -> Element:
    """The page that mail programs show, parsed."""
    return html.fromstring(eml_part(data, "text/html").decode("utf-8"))


def eml_words(data: bytes) -> list[str]:
    """The words of the brief on that page, its notes last; figures as their names, without note marks."""
    (brief,) = eml_page(data).xpath("//td[@class='brief']")
    return "".join(_text(brief)).split()


def _text(element: Element) -> list[str]:
    if element.tag == "img":
        return [f" {element.get('alt')} "]
    if element.tag == "sup":
        return []
    edge = [" "] if element.tag in _BLOCKS else []
    out = [*edge, element.text or ""]
    for child in element:
        out += [*_text(child), child.tail or ""]
    return [*out, *edge]
