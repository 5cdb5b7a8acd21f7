"""Reads HTML pages back with other code than wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

if TYPE_CHECKING:
    from lxml.html import HtmlElement as Element

_BLOCKS = {
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "td",
    "th",
    "figcaption",
    "caption",
    "span",
    "br",
    "ol",
    "ul",
    "aside",
    "dt",
    "dd",
}


def page(data: bytes) -> Element:
    """The parsed page."""
    return html.fromstring(data.decode("utf-8"))


def html_words(data: bytes) -> list[str]:
    """The words of the brief in order, its notes last; figures as their names, without note marks."""
    article = page(data).find(".//article")
    return "".join(_text(article)).split()


def _text(element: Element) -> list[str]:
    if element.tag in {"svg", "img"}:
        return [f" {element.get('aria-label') or element.get('alt')} "]
    if element.tag == "sup" or element.get("role") == "doc-backlink" or element.get("class") == "narrow":
        return []  # marks of notes, and what a narrow screen shows in place of a drawing
    inline = element.tag == "span" and element.get("data-facts") is not None
    edge = [" "] if element.tag in _BLOCKS and not inline else []
    out = [*edge, element.text or ""]
    for child in element:
        out += [*_text(child), child.tail or ""]
    return [*out, *edge]
