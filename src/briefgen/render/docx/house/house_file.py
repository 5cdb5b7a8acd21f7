"""A brief put into the team's own Word file: their styles, letterhead and cover stay, ours fill what is missing.

The body is written with our own style ids and numbers; here they are brought to those of the file: styles by name,
whatever language their ids are in, lists as numberings of their own behind the file's.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from briefgen.render.docx.house.content_controls import BODY, HANDLING, fill, filled_tags, tags_in
from briefgen.render.docx.house.house_sections import blank_stories, story_widths
from briefgen.render.docx.house.loose_ends import drop_undefined_styles, drop_unshown, tie
from briefgen.render.docx.house.style_merging import ListNumbering, merge_numbering, merge_styles
from briefgen.render.docx.house.tab_stops import fit_tab_stops
from briefgen.render.docx.house.text_direction import WritingDirection
from briefgen.render.docx.package.base_package import RELATIONS, WML, footnotes_xml, note_settings
from briefgen.render.docx.package.embedded_fonts import font_table
from briefgen.render.docx.package.headers_footers import header_references, marked_story, marking
from briefgen.render.docx.package.new_parts import free_name, new_part
from briefgen.render.docx.package.style_parts import styles_xml, text_width
from briefgen.render.docx.package.theme import theme_in, theme_of, theme_xml
from briefgen.render.docx.package.wordprocessingml import DECLARED, NAMESPACES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.document import FrontMatter
    from briefgen.model.looks.style import Style
    from briefgen.render.docx.package.theme import Theme

_W = f"{{{NAMESPACES['w']}}}"
_WP = f"{{{NAMESPACES['wp']}}}"
_TEMPLATE = f"{WML}.template.main+xml"
_NAMED = {f"{_W}{tag}" for tag in ("pStyle", "rStyle", "tblStyle")}
_BEHIND_NOTES = {
    f"{_W}{tag}" for tag in ("endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang",
                             "clrSchemeMapping", "decimalSymbol", "listSeparator")
}  # fmt: skip
"""Settings that stand behind `footnotePr` (ISO/IEC 29500-1, 17.15.1)."""
_PERSONAL = ("extended-properties", "thumbnail", "people", "comments", "commentsExtended", "commentsIds")
"""Kinds of relations that tell of the file's authors, or belong to a body that is replaced."""
_ANCHORS_OF_OLD = ("footnoteReference", "endnoteReference", "commentRangeStart", "commentRangeEnd", "commentReference")
_OURS = b"urn:briefgen:"
"""What a manifest of an earlier brief holds: a finished brief may be taken as a house file."""
_FREE_IDS = 5000
"""Our pictures and bookmarks count from here, clear of the file's own."""


class House:
    """One brief's copy of a house file."""

    def __init__(self, style: Style, language: str, numbering: str) -> None:
        from docx.oxml import parse_xml

        self.style = style
        self.document = _opened(style.word or b"")
        self.part = self.document.part
        drop_unshown(self.part)
        self.numbers: ListNumbering = merge_numbering(self._numbering(), parse_xml(numbering.encode()))
        self.theme = self._named_colours()
        ours = parse_xml(styles_xml(style, language, self.theme).encode())
        self.ids = merge_styles(self.document.styles.element, ours, self.numbers)
        self.direction = WritingDirection.of(self.document.styles.element, language)
        self._settle_package()

    def place(self, written: bytes, front: FrontMatter) -> None:
        """Put a written document's body into the slot, or in place of the file's own text; fill the other slots."""
        from docx.oxml import parse_xml

        body = self.adopt(parse_xml(written)).body
        # The last `sectPr` of a body is the page of all that stands before it: it stays, and everything goes above it.
        holder = self.document.element.body
        slot = next((s for s in holder.iter(f"{_W}sdt") if BODY in filled_tags(s)), None)
        for block in list(body):
            if slot is not None:
                slot.addprevious(block)
            else:
                holder.get_or_add_sectPr().addprevious(block)
        if slot is not None:
            slot.getparent().remove(slot)
        drop_unshown(self.part)
        fill([holder, *self._stories()], front)
        tie(holder)
        drop_undefined_styles([holder, *self._stories()], self.document.styles.element)
        self._fit_tab_stops()
        self._mark(front)

    def adopt(self, root: Any) -> Any:  # noqa: ANN401 - python-docx has no types
        """Bring style ids, list numbers and ids of our XML to those of the file."""
        # Styles by name, as Word itself finds built-in ones: a German file has `berschrift1` for the id of `heading 1`.
        for element in root.iter():
            if element.tag in _NAMED:
                name = element.get(f"{_W}val")
                element.set(f"{_W}val", self.ids.get(name, name))
            elif element.tag == f"{_W}numId":
                element.set(f"{_W}val", str(self.numbers.of(int(element.get(f"{_W}val")))))
            elif element.tag in {f"{_W}bookmarkStart", f"{_W}bookmarkEnd"}:
                element.set(f"{_W}id", str(int(element.get(f"{_W}id")) + _FREE_IDS))
            elif element.tag == f"{_WP}docPr":
                element.set("id", str(int(element.get("id")) + _FREE_IDS))
        self.direction.turn(root)
        return root

    def adopted(self, part: bytes) -> bytes:
        """A part of ours as one of this file."""
        from docx.oxml import parse_xml
        from lxml import etree

        made: bytes = etree.tostring(
            self.adopt(parse_xml(part)), xml_declaration=True, encoding="UTF-8", standalone=True
        )
        return made

    def slots(self) -> set[str]:
        """The tags of the content controls in the file's own text."""
        return tags_in([self.part.element])

    # ---------------------------------------------------------------- running head and foot

    def _running(self) -> dict[str, Any]:
        """The file's running heads and feet by their relations."""
        kinds = {f"{RELATIONS}/header", f"{RELATIONS}/footer"}
        return {key: rel.target_part for key, rel in self.part.rels.items() if rel.reltype in kinds}

    def _stories(self) -> list[Any]:
        return [part.element for part in self._running().values()]

    def _mark(self, front: FrontMatter) -> None:
        """Our running head and foot where the file has none; its own carry the handling mark all the same."""
        from docx.oxml import parse_xml

        section = self.document.element.body.get_or_add_sectPr()
        if not self._running():
            references = header_references(self.part, front, self.style, self._adopted)
            for reference in reversed(list(parse_xml(f"<w:sectPr {DECLARED}>{references}</w:sectPr>"))):
                section.insert(0, reference)
            return
        # Their letterhead may say anything but whether the brief may be passed on: the mark is ours to set.
        for part in self._running().values():
            kind = "header" if part.content_type.endswith("header+xml") else "footer"
            mark = marking(front, self.style, kind, handling=HANDLING not in tags_in([part.element]))
            if mark:
                part.element.append(self.adopt(parse_xml(mark)))
        self._mark_blank_pages(front)

    def _mark_blank_pages(self, front: FrontMatter) -> None:
        """Marks for kinds of pages on which the file has no head or foot."""
        from docx.oxml import parse_xml

        for kind, page in blank_stories(self.document):
            key = marked_story(self.part, front, self.style, kind, self._adopted)
            if key:
                reference = f'<w:{kind}Reference {DECLARED} w:type="{page}" r:id="{key}"/>'
                next(self.document.element.body.iter(f"{_W}sectPr")).insert(0, parse_xml(reference))

    def _fit_tab_stops(self) -> None:
        widths = story_widths(self.document, text_width(self.style))
        for key, part in self._running().items():
            if key in widths:
                fit_tab_stops(part.element, self.document.styles.element, widths[key])

    def _adopted(self, xml: str) -> bytes:
        """A running head or foot of our own, as a part of this file."""
        from docx.oxml import parse_xml
        from lxml import etree

        story = self.adopt(parse_xml(xml.encode()))
        fit_tab_stops(story, self.document.styles.element, text_width(self.style), ours=True)
        made: bytes = etree.tostring(story, xml_declaration=True, encoding="UTF-8")
        return made

    # ---------------------------------------------------------------- the package

    def _named_colours(self) -> Theme:
        """What our styles can name in the file; in one without a theme, ours is put in."""
        kind = f"{RELATIONS}/theme"
        found = next((rel.target_part.blob for rel in self.part.rels.values() if rel.reltype == kind), None)
        return theme_of(self.style) if found is None else theme_in(found)

    def _numbering(self) -> Any:  # noqa: ANN401 - python-docx has no types
        from docx.opc.packuri import PackURI
        from docx.oxml import parse_xml
        from docx.parts.numbering import NumberingPart

        kind = f"{RELATIONS}/numbering"
        found = next((rel.target_part for rel in self.part.rels.values() if rel.reltype == kind), None)
        if found is None:
            empty = parse_xml(f"<w:numbering {DECLARED}/>")
            name, _ = free_name(self.part.package, "/word/numbering.xml")
            found = NumberingPart(PackURI(name), f"{WML}.numbering+xml", empty, self.part.package)
            self.part.relate_to(found, kind)
        return found.element

    def _settle_package(self) -> None:
        """Notes of our own, no names of authors, a theme for charts."""
        from docx.oxml import parse_xml

        # A part that nothing relates to is not saved: dropping the relation drops the part.
        _drop(self.part.package.rels, _PERSONAL)
        _drop(self.part.rels, (*_PERSONAL, "footnotes", "endnotes"))
        for key in [key for key, rel in self.part.rels.items() if rel.reltype.endswith("/customXml")]:
            if _OURS in self.part.rels[key].target_part.blob:
                del self.part.rels[key]
        for name in _ANCHORS_OF_OLD:
            for element in list(self.document.element.iter(f"{_W}{name}")):
                element.getparent().remove(element)
        self._add("footnotes", "footnotes", f"{WML}.footnotes+xml", footnotes_xml())
        there = {rel.reltype.rsplit("/", 1)[-1] for rel in self.part.rels.values()}
        if "theme" not in there:
            kind = "application/vnd.openxmlformats-officedocument.theme+xml"
            self._add("theme", "theme/theme1", kind, theme_xml(self.style))
        if "fontTable" not in there:
            families = self.style.families.values()
            made = font_table(self.part.package, f"{WML}.fontTable+xml", families)
            self.part.relate_to(made, f"{RELATIONS}/fontTable")
        # Ids of editing sessions and variables of macros are of that file; updateFields makes Word ask at each opening.
        settings = self.document.settings.element
        for tag in ("footnotePr", "endnotePr", "rsids", "updateFields", "docVars"):
            for element in settings.findall(f"{_W}{tag}"):
                settings.remove(element)
        notes = parse_xml(note_settings())
        behind = next((child for child in settings if child.tag in _BEHIND_NOTES or _W not in child.tag), None)
        settings.append(notes) if behind is None else behind.addprevious(notes)

    def _add(self, kind: str, name: str, content_type: str, xml: str) -> None:
        made = new_part(self.part.package, f"/word/{name}.xml", content_type, xml.encode())
        self.part.relate_to(made, f"{RELATIONS}/{kind}")


def _opened(data: bytes) -> Any:  # noqa: ANN401 - python-docx has no types
    """The file as a document; a template becomes one."""
    from docx.opc.constants import CONTENT_TYPE
    from docx.opc.part import PartFactory
    from docx.package import Package
    from docx.parts.document import DocumentPart

    # python-docx refuses a template for its content type alone: it is told that such a part is a document. Saved under
    # the old type, a .docx would not be what its name says.
    PartFactory.part_type_for[_TEMPLATE] = DocumentPart
    part: Any = Package.open(io.BytesIO(data)).main_document_part
    part._content_type = CONTENT_TYPE.WML_DOCUMENT_MAIN  # noqa: SLF001 - a template is saved as a document
    return part.document


def _drop(relations: Any, kinds: Iterable[str]) -> None:  # noqa: ANN401 - python-docx has no types
    endings = tuple(f"/{kind}" for kind in kinds)
    for key in [key for key, relation in relations.items() if relation.reltype.endswith(endings)]:
        del relations[key]
