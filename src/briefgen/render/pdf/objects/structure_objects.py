"""The structure tree as PDF objects: elements, parent tree, identifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.pdf.objects.syntax import Raw, text_string
from briefgen.render.pdf.objects.tag_tree import Annotation, Slot, Tag

if TYPE_CHECKING:
    from briefgen.render.pdf.objects.numbered_objects import Registry
    from briefgen.render.pdf.objects.standards import Standard

_NAMESPACE = "<</Type/Namespace/NS(http://iso.org/pdf2/ssn)>>"


class StructureTree:
    """Writes a tree whose content has been painted."""

    def __init__(self, registry: Registry, root: Tag, standard: Standard) -> None:
        self._registry = registry
        self._standard = standard
        self._namespace = registry.add(Raw(_NAMESPACE)) if standard.namespace else ""
        self._order = _walk(root)
        self._first = registry.reserve(len(self._order))
        for number, tag in enumerate(self._order, self._first):
            tag.reference = f"{number} 0 R"

    def write(self, pages: list[list[Slot]], annotated: list[Tag]) -> str:
        """Fill in the elements; gives the reference to the tree's root.

        `pages` has the slot of each marked-content number, `annotated` the link of each annotation; they are
        the keys of the parent tree, in this order. Both are used up, as is the tree: of a long table it takes as much
        memory as all that is written of it.
        """
        references = [self._registry.page(index) for index in range(len(pages))]
        root, keys, identifiers = Raw(""), len(pages) + len(annotated), self._identifiers()
        reference = self._registry.add(root)
        parents = self._registry.add(Raw(self._parent_tree(pages, annotated)))
        pages.clear()
        annotated.clear()
        self._fill(reference, references)
        namespaces = f"/Namespaces[{self._namespace}]" if self._namespace else ""
        root.body = (
            f"<</Type/StructTreeRoot/K[{self._first} 0 R]/ParentTree {parents}"
            f"/ParentTreeNextKey {keys}{self._standard.roles}{namespaces}{identifiers}>>"
        ).encode("ascii")
        return reference

    def _fill(self, root: str, pages: list[str]) -> None:
        """Write each element, and let go of it."""
        number, left = self._first, self._order[::-1]
        self._order.clear()
        while left:
            tag = left.pop()
            self._registry.fill(number, self._element(tag, root, pages))
            tag.children.clear()
            number += 1

    def _element(self, tag: Tag, root: str, pages: list[str]) -> str:
        parent = tag.parent.reference if tag.parent else root
        page, children = _children(tag, pages)
        kind = self._standard.renamed.get(tag.kind, tag.kind)
        entries = [f"<</Type/StructElem/S/{kind}/P {parent}{page}/K[{children}]"]
        if kind in self._standard.namespace:
            entries.append(f"/NS {self._namespace}")
        if tag.refers and self._namespace:
            entries.append(f"/Ref[{' '.join([other.reference for other in tag.refers])}]")
        if tag.language:
            entries.append(f"/Lang{text_string(tag.language)}")
        if tag.title:
            entries.append(f"/T{text_string(tag.title)}")
        if tag.alt:
            entries.append(f"/Alt{text_string(tag.alt)}")
        if tag.actual:
            entries.append(f"/ActualText{text_string(tag.actual)}")
        if tag.expansion:
            entries.append(f"/E{text_string(tag.expansion)}")
        if tag.id:
            entries.append(f"/ID{text_string(tag.id)}")
        if attributes := tag.attributes + self._standard.attributes.get(kind, ""):
            entries.append(f"/A[{attributes}]")
        return "".join(entries) + ">>"

    def _parent_tree(self, pages: list[list[Slot]], annotated: list[Tag]) -> str:
        rows = [f"{key}[{' '.join([slot.tag.reference for slot in slots])}]" for key, slots in enumerate(pages)]
        rows += [f"{key} {tag.reference}" for key, tag in enumerate(annotated, len(pages))]
        return f"<</Nums[{' '.join(rows)}]>>"

    def _identifiers(self) -> str:
        named = sorted((tag.id.encode("utf-8"), tag) for tag in self._order if tag.id)
        names = " ".join(f"{text_string(tag.id)} {tag.reference}" for _, tag in named)
        return f"/IDTree<</Names[{names}]>>" if names else ""


def _children(tag: Tag, pages: list[str]) -> tuple[str, str]:
    """The page that most content stands on by default, and the children as written."""
    if len(tag.children) == 1 and isinstance(only := tag.children[0], Slot) and len(only.marks) == 1:  # most elements
        ((page, number),) = only.marks
        return f"/Pg {pages[page]}", str(number)
    home: int | None = None
    written: list[str] = []
    for child in tag.children:
        if isinstance(child, Tag):
            written.append(child.reference)
        elif isinstance(child, Annotation):
            written.append(f"<</Type/OBJR/Pg {pages[child.page]}/Obj {child.reference}>>")
        else:
            for page, number in child.marks:
                home = page if home is None else home
                written.append(str(number) if page == home else f"<</Type/MCR/Pg {pages[page]}/MCID {number}>>")
    return ("" if home is None else f"/Pg {pages[home]}"), " ".join(written)


def _walk(root: Tag) -> list[Tag]:
    """All elements, each before its children. A loop, so that no depth of nesting is too deep."""
    order, waiting = [], [root]
    while waiting:
        tag = waiting.pop()
        order.append(tag)
        waiting.extend([child for child in reversed(tag.children) if isinstance(child, Tag)])
    return order
