"""What was new in each edition as a feed (RFC 4287): the same bytes each time, and no clock.

An entry is updated at the beginning of the day that its edition showed. Its id is made of what names the edition: a
name of its own (RFC 4122, version 5), since a tag of RFC 4151 would take a domain, and a workspace has none.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from briefgen.render.running_marks import running_mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.model.document import FrontMatter
    from briefgen.model.editions.following import FollowedEdition

_ATOM, _XHTML = "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"
_BRIEFS = uuid.uuid5(uuid.NAMESPACE_URL, "briefgen")


def atom_feed(front: FrontMatter, editions: Sequence[FollowedEdition], day: str) -> bytes:
    """The feed of a brief; `day` is what it was updated on where no edition tells anything."""
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": front.language})
    _add(feed, "id", _id(front))
    _add(feed, "title", front.title)
    if front.subtitle:
        _add(feed, "subtitle", front.subtitle)
    _add(feed, "updated", _moment(max((one.day for one in editions), default=day)))
    _add(_add(feed, "author"), "name", front.author or front.title)
    if mark := running_mark(front):
        _add(feed, "rights", mark)
    for one in editions:
        _add_entry(feed, one, front)
    ET.indent(feed, " ")
    text = ET.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode("utf-8", "replace")


def _add_entry(feed: ET.Element, one: FollowedEdition, front: FrontMatter) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", _id(front, one.key))
    _add(entry, "title", one.title)
    _add(entry, "updated", _moment(one.day))
    content = _add(entry, "content", more={"type": "xhtml"})
    listed = _add(_add(content, "div", more={"xmlns": _XHTML}), "ul")
    for line in one.lines:
        _add(listed, "li", line)


def _add(parent: ET.Element, name: str, text: str | None = None, more: Mapping[str, str] | None = None) -> ET.Element:
    element = ET.SubElement(parent, name, dict(more or {}))
    element.text = text
    return element


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _id(front: FrontMatter, *key: str) -> str:
    name = "\n".join((front.author, front.relation, front.reader, *key))
    return uuid.uuid5(_BRIEFS, name).urn
