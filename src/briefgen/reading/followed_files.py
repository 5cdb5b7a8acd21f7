"""Files for those who follow a brief, read by other code than wrote them: whole and sound, and taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from briefgen.late_patterns import late_pattern
from briefgen.model.editions.following import Follow
from briefgen.reading import md
from briefgen.reading.markup import texts_of_markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_ATOM = "{http://www.w3.org/2005/Atom}"
_MOMENT = late_pattern(r"\d{4}-\d\d-\d\dT00:00:00Z")


def faults_of_followed(name: Follow, data: bytes) -> list[str]:
    """What is wrong with such a file, in words; empty for one that is whole and sound."""
    match name:
        case Follow.CHANGES:
            return md.faults_of(data)
        case Follow.ATOM:
            return list(_faults_of_feed(data))


def parts_of_followed(name: Follow, data: bytes) -> Iterator[tuple[str, str]]:
    """The name and text of every part that can hold words."""
    match name:
        case Follow.CHANGES:
            yield from md.parts_of(data)
        case Follow.ATOM:
            yield "its text", texts_of_markup(data)


def _faults_of_feed(data: bytes) -> Iterator[str]:
    """By RFC 4287: what a feed and each of its entries must have, once."""
    try:
        feed = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        yield "the feed is not XML"
        return
    if feed.tag != f"{_ATOM}feed":
        yield "the feed is none"
        return
    for element in (feed, *feed.iter(f"{_ATOM}entry")):
        yield from _lacks(element)
    if len(feed.findall(f"{_ATOM}author/{_ATOM}name")) != 1:
        yield "the feed has no author"
    ids = [one.text for one in feed.iter(f"{_ATOM}id")]
    if len(set(ids)) != len(ids):
        yield "two entries of the feed have one id"


def _lacks(element: Element) -> Iterator[str]:
    for name in ("id", "title", "updated"):
        found = element.findall(f"{_ATOM}{name}")
        if len(found) != 1 or not found[0].text:
            yield f"the feed has not one {name} where it must have"
    moments = (one.text or "" for one in element.findall(f"{_ATOM}updated"))
    yield from (f"the feed has no moment: {moment}" for moment in moments if not _MOMENT.fullmatch(moment))
