"""What taken-out words need beside them: the older file's links, pictures, charts, notes, lists and styles."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from briefgen.records import dataclass, field
from briefgen.render.docx.redline.likeness import BOOKMARKS, ComparedPart, R, W, list_kind
from briefgen.render.docx.redline.word_package import MAIN, Related, WordPackage

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from briefgen.render.docx.redline.revisions import Reviser

_LONGEST_NAME = 40
"""Of a bookmark; Word cuts longer ones."""


@dataclass(slots=True)
class Carrier:
    """Brings pieces of a part of the older file into a part of the newer one."""

    old: ComparedPart
    new: ComparedPart
    reviser: Reviser
    _names: set[str] = field(default_factory=set)
    """Bookmarks of the newer part, and those that were brought."""
    _renamed: dict[str, str] = field(default_factory=dict)
    _notes: dict[str, str] = field(default_factory=dict)
    _lists: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """A bookmark can be there once."""
        self._names = {
            one.get(f"{W}name", "") for one in self.new.package.tree(self.new.part).iter(f"{W}bookmarkStart")
        }

    def same_list(self, old: Element, new: Element) -> None:
        """Two paragraphs that are one: items of the older one's list that are gone stood in the newer one's."""
        before, now = (one.find(f"{W}pPr/{W}numPr/{W}numId") for one in (old, new))
        if before is not None and now is not None:
            kinds = list_kind(self.old.package, _value(before)), list_kind(self.new.package, _value(now))
            if kinds[0] == kinds[1]:
                self._lists.setdefault(_value(before), _value(now))

    def carried(self, piece: Element) -> Element:
        """A copy of a piece of the older part, as it is to stand in the newer one."""
        for one in piece.iter():
            for name, value in one.attrib.items():
                if str(name).startswith(R):
                    one.set(name, self._relation(str(value)))
            if one.tag == f"{W}footnoteReference":
                one.set(f"{W}id", self._note(one.get(f"{W}id", "")))
            elif one.tag in BOOKMARKS:
                one.set(f"{W}id", f"old {one.get(f'{W}id')}")
                if one.tag == f"{W}bookmarkStart":
                    one.set(f"{W}name", self._name(one.get(f"{W}name", "")))
            elif one.tag == f"{W}numId":
                one.set(f"{W}val", self._list(_value(one)))
        return piece

    def _relation(self, name: str) -> str:
        related = self.old.package.relations(self.old.part).get(name)
        if related is None:
            return name
        return self.new.package.relate(self.new.part, _brought(related, self.old.package, self.new.package))

    def _name(self, name: str) -> str:
        """A name that is not taken; where it is, links lead to the newer place of that name."""
        found, count = name, 1
        while found in self._names:
            end = f"_was{count}"
            found, count = name[: _LONGEST_NAME - len(end)] + end, count + 1
        self._names.add(found)
        return found

    def _note(self, number: str) -> str:
        if number not in self._notes:
            self._notes[number] = self._new_note(number)
        return self._notes[number]

    def _new_note(self, number: str) -> str:
        before, now = (side.package.related("footnotes", side.part) or "" for side in (self.old, self.new))
        holder = Carrier(self.old.elsewhere(before), self.new.elsewhere(now), self.reviser)
        note = holder.carried(deepcopy(self.old.note(number)))
        tree = self.new.package.tree(now)
        free = max(int(one.get(f"{W}id", "0")) for one in tree) + 1
        note.set(f"{W}id", str(free))
        tree.append(note)
        return str(free)

    def _list(self, number: str) -> str:
        if number not in self._lists:
            self._lists[number] = _brought_list(number, self.old.package, self.new.package)
        return self._lists[number]


def _value(element: Element) -> str:
    return str(element.get(f"{W}val", ""))


def _brought(related: Related, old: WordPackage, new: WordPackage) -> Related:
    """The same thing in the newer file: there already, or brought with all that it relates to."""
    if related.is_external:
        return related
    digest = old.digest(related.target)
    same = (one for one in new.relations(MAIN).values() if one.kind == related.kind)
    for one in same:
        if new.digest(one.target) == digest:
            return one
    name = new.add(related.target, old.members[related.target], old.content_type(related.target))
    relations = related.target.rpartition("/")
    inside = f"{relations[0]}/_rels/{relations[2]}.rels"
    if inside in old.members:
        folder, _, own = name.rpartition("/")
        where = f"{folder}/_rels/{own}.rels"
        new.members[where] = old.members[inside]
        tree = new.tree(where)
        for one in tree:
            target = old.relations(related.target)[one.get("Id", "")]
            if not target.is_external:
                one.set("Target", f"/{_brought(target, old, new).target}")
    return related._replace(target=name)


def _brought_list(number: str, old: WordPackage, new: WordPackage) -> str:
    """The number of a list of the older file in the newer one: its own, where a list like it bears it there."""
    kind = list_kind(old, number)
    if list_kind(new, number) == kind:
        return number
    before, now = (one.related("numbering") for one in (old, new))
    if not before or not now:
        return number
    tree, source = new.tree(now), old.tree(before)
    num = deepcopy(next(one for one in source.iter(f"{W}num") if one.get(f"{W}numId") == number))
    free = max((int(one.get(f"{W}numId", "0")) for one in tree.iter(f"{W}num")), default=0) + 1
    num.set(f"{W}numId", str(free))
    holder = num.find(f"{W}abstractNumId")
    if holder is not None:
        holder.set(f"{W}val", _brought_kind(_value(holder), source, tree))
    last = max((at for at, one in enumerate(tree) if one.tag == f"{W}num"), default=len(tree) - 1)
    tree.insert(last + 1, num)
    return str(free)


def _brought_kind(number: str, source: Element, tree: Element) -> str:
    kind = deepcopy(next(one for one in source.iter(f"{W}abstractNum") if one.get(f"{W}abstractNumId") == number))
    said = {etree.tostring(one): str(one.get(f"{W}abstractNumId")) for one in tree.iter(f"{W}abstractNum")}
    if etree.tostring(kind) in said:
        return said[etree.tostring(kind)]
    free = str(max((int(one) for one in said.values()), default=0) + 1)
    kind.set(f"{W}abstractNumId", free)
    first = next((at for at, one in enumerate(tree) if one.tag == f"{W}num"), len(tree))
    tree.insert(first, kind)
    return free


def bring_styles(old: WordPackage, new: WordPackage) -> None:
    """Styles that only the older file defines; of one that both define, the newer look is kept."""
    before, now = (one.related("styles") for one in (old, new))
    if not before or not now:
        return
    tree = new.tree(now)
    known = {one.get(f"{W}styleId") for one in tree.iter(f"{W}style")}
    tree.extend(deepcopy(one) for one in old.tree(before).iter(f"{W}style") if one.get(f"{W}styleId") not in known)
