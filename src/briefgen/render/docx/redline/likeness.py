"""What a piece of a Word file says, apart from the numbers by which its file keeps it: so two files can be compared."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from briefgen.render.docx.redline.word_package import WordPackage

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
BOOKMARKS = {f"{W}bookmarkStart", f"{W}bookmarkEnd"}
_DRAWN = {"docPr", "cNvPr"}
_WORD = late_pattern(r"\w+(?:[.,'’]\w+)*|\s+|.", re.DOTALL)
"""A number with its decimals is one word."""
_PATTERN_OF_TEXT = late_pattern(r"\w+(?:[.,'’]\w+)*")


@dataclass(slots=True)
class ComparedPart:
    """One of two files that are compared, at one of its parts."""

    package: WordPackage
    part: str
    _keys: dict[Element, str] = field(default_factory=dict)
    """Of blocks: an element is kept here as long as it is asked for by itself, so that it stays its own."""
    _names: dict[str, str] = field(default_factory=dict)
    """The id of a bookmark → its name."""
    _notes: dict[str, Element] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Bookmarks are told by their names, and notes by their words."""
        tree = self.package.tree(self.part)
        self._names = {one.get(f"{W}id", ""): one.get(f"{W}name", "") for one in tree.iter(f"{W}bookmarkStart")}
        notes = self.package.related("footnotes", self.part)
        if notes:
            self._notes = {one.get(f"{W}id", ""): one for one in self.package.tree(notes)}

    def key(self, element: Element) -> str:
        """The same for two elements that say and show the same."""
        if element not in self._keys:
            self._keys[element] = self._said(element)
        return self._keys[element]

    def fresh_key(self, element: Element) -> str:
        """As `key`, of a piece that is not kept."""
        return self._said(element)

    def note(self, number: str) -> Element:
        """A footnote by its id."""
        return self._notes[number]

    def elsewhere(self, part: str) -> ComparedPart:
        """The same file at another part."""
        return ComparedPart(self.package, part)

    def _said(self, element: Element) -> str:
        said = ((str(name), str(value)) for name, value in element.attrib.items() if name != _SPACE)
        attributes = ",".join(sorted(f"{name}={self._value(element, name, value)}" for name, value in said))
        inside = "".join(self._said(child) for child in element if isinstance(child.tag, str))
        text = element.text or "" if len(element) == 0 else ""
        return f"<{element.tag} {attributes}>{text}{inside}</>"

    def _value(self, element: Element, name: str, value: str) -> str:
        tag = etree.QName(element).localname
        if name.startswith(R):
            return self._shown(value)
        if element.tag in BOOKMARKS and name == f"{W}id":
            return self._names.get(value, "")
        if tag == "footnoteReference" and name == f"{W}id":
            holder = self.package.related("footnotes", self.part) or ""
            note = self._notes[value]
            return self.elsewhere(holder).key_of_note(note)
        if tag == "numId":
            return list_kind(self.package, value)
        return "" if tag in _DRAWN and name == "id" else value

    def key_of_note(self, note: Element) -> str:
        """What a note says, whatever its number."""
        return "".join(self._said(child) for child in note)

    def _shown(self, name: str) -> str:
        related = self.package.relations(self.part).get(name)
        if related is None:
            return name
        return related.target if related.is_external else self.package.digest(related.target)


def list_kind(package: WordPackage, number: str) -> str:
    """What a list is like, whatever its number."""
    part = package.related("numbering")
    if not part:
        return number
    tree = package.tree(part)
    num = next((one for one in tree.iter(f"{W}num") if one.get(f"{W}numId") == number), None)
    if num is None:
        return number
    holder = num.find(f"{W}abstractNumId")
    kind = holder.get(f"{W}val") if holder is not None else ""
    abstract = next(one for one in tree.iter(f"{W}abstractNum") if one.get(f"{W}abstractNumId") == kind)
    begun = b"".join(etree.tostring(one) for one in num.iter(f"{W}lvlOverride"))
    return repr((*map(etree.tostring, abstract), begun))


def words_of(text: str) -> list[str]:
    """A text cut where a reader would: numbers stay whole."""
    return _WORD.findall(text)


def vocabulary(element: Element) -> Counter[str]:
    """How often each word stands in an element."""
    return Counter(_PATTERN_OF_TEXT.findall(" ".join(one.text or "" for one in element.iter(f"{W}t"))))


def alike(one: Counter[str], other: Counter[str]) -> float:
    """The share of words that two elements have in common, from 0 to 1."""
    most = one.total() + other.total()
    return 2 * (one & other).total() / most if most else 1.0
