"""The fonts of one file: which glyphs it uses, for which text, and their objects.

Text was shaped before: a code is the number of a glyph, and words of a content stream are the same bytes in every file,
whatever else it holds.
"""

from __future__ import annotations

import hashlib
import struct
from typing import TYPE_CHECKING

import uharfbuzz as hb

from briefgen.late_patterns import late_pattern
from briefgen.render.pdf.objects.numbered_objects import Stream
from briefgen.render.pdf.objects.syntax import Raw, deflated, number
from briefgen.render.pdf.text.shaped_words import measurements

if TYPE_CHECKING:
    from briefgen.render.pdf.objects.book import Book
    from briefgen.render.pdf.objects.numbered_objects import Registry
    from briefgen.render.pdf.text.shaped_words import Font, Word

# A reader takes outlines and widths from an embedded font, and codes from the content stream (ISO 32000-1, 9.9): what
# shaping used, names and metrics of other systems are dead weight.
_UNUSED_TABLES = ("GSUB", "GPOS", "GDEF", "kern", "name", "OS/2", "post", "STAT", "DSIG", "gasp", "meta", "MATH")
_FLAGS = (
    hb.SubsetFlags.NO_HINTING
    | hb.SubsetFlags.NO_LAYOUT_CLOSURE  # the glyphs are final: none is to come that shaping might put in their place
    | hb.SubsetFlags.NOTDEF_OUTLINE
    | hb.SubsetFlags.RETAIN_GIDS  # codes are glyph numbers, and were written before the subset was known
)
_MOST_SUBSETS = 64
"""Of one face, kept for the next files: the briefs of a batch differ in few glyphs."""
_MAPPINGS_PER_BLOCK = 100
"""The most that a block of a CMap may have (Adobe Technical Note 5014)."""
_CODE = late_pattern("[0-9A-F]{4}(?=[0-9A-F]*>)")
"""A code in the elements of a TJ array, where numbers stand outside of the angle brackets."""
_SYMBOLIC, _ITALIC = 4, 64
"""Symbolic: codes mean glyphs of this font, not characters of a standard set (ISO 32000-1, table 123)."""


class FontUse:
    """One font in one file."""

    def __init__(self, font: Font, name: str) -> None:
        self.font = font
        self.name = name
        self.space = f"<{font.space_glyph:04X}>"
        self._texts: dict[int, str] = {font.space_glyph: " "}
        self._others: dict[tuple[int, str], int] = {}
        self.known: dict[Word, str] = {}
        """Words taken in before, as elements of a TJ array."""
        self.missing: dict[str, None] = {}

    def codes(self, word: Word) -> str:
        """The elements of a TJ array for a word of this font."""
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = self._take_in(word)
        return found

    def _take_in(self, word: Word) -> str:
        if word.missing:
            self.missing.update(dict.fromkeys(word.missing))
        stands_for = self._texts.setdefault
        for glyph, text in word.glyphs:
            if stands_for(glyph, text) != text:
                break
        else:
            return word.codes
        codes = (f"{self._code(glyph, text):04X}" for glyph, text in word.glyphs)
        return _CODE.sub(lambda _: next(codes), word.codes)  # and the corrections between them as they are

    def _code(self, glyph: int, text: str) -> int:
        """A code of its own for a glyph that stands for another text elsewhere in the file."""
        # The file says for each code which text it is, and one glyph may be several: a letter's skeleton in Arabic, a
        # hyphen that is printed at the end of a line and is no character. Such codes lie behind the last glyph number.
        if self._texts.setdefault(glyph, text) == text:
            return glyph
        count = self.font.face.hb_face.glyph_count
        return self._others.setdefault((glyph, text), count + len(self._others))

    def write(self, book: Book) -> None:
        """Add the font's objects to the file."""
        registry = book.registry
        glyphs = sorted({*self._texts, *(glyph for glyph, _ in self._others)})
        content = self._content()
        base = f"{_tag(content)}+{self.font.face.name}"
        descriptor = self._descriptor(registry, base, glyphs)
        codes = {**{glyph: (glyph, text) for glyph, text in self._texts.items()}}
        codes.update({code: pair for pair, code in self._others.items()})
        widths, packed = self._tables(content, codes)
        descendant = registry.add(
            Raw(
                f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{base}"
                "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                f"/FontDescriptor {descriptor}/DW 0/W[{widths}]"
                f"/CIDToGIDMap{self._glyph_map(registry, codes)}>>"
            )
        )
        text_map = registry.add(Stream("", packed))
        book.add_font(
            self.name,
            f"<</Type/Font/Subtype/Type0/BaseFont/{base}/Encoding/Identity-H/DescendantFonts[{descendant}]"
            f"/ToUnicode {text_map}>>",
        )

    def _content(self) -> bytes:
        """All codes with their texts, sorted, so that the order in which words came does not matter."""
        return repr((sorted(self._texts.items()), sorted(self._others.items()))).encode("utf-8", "backslashreplace")

    def _tables(self, content: bytes, codes: dict[int, tuple[int, str]]) -> tuple[str, bytes]:
        """The widths of all codes, and the compressed map to their texts; kept, as briefs of a batch are alike."""
        kept = self.font.tables
        found = kept.get(content)
        if found is None:
            if len(kept) >= _MOST_SUBSETS:
                kept.clear()
            found = kept[content] = self._widths(codes), deflated(_text_map(codes))
        return found

    def _descriptor(self, registry: Registry, base: str, glyphs: list[int]) -> str:
        measured = measurements(self.font)
        length, packed = _subset(self.font, tuple(glyphs))
        file = registry.add(Stream(f"/Length1 {length}", packed))
        flags = _SYMBOLIC | (_ITALIC if measured.italic_angle else 0)
        return registry.add(
            Raw(
                f"<</Type/FontDescriptor/FontName/{base}/Flags {flags}"
                f"/FontBBox[{' '.join(map(str, measured.box))}]/ItalicAngle {number(measured.italic_angle)}"
                f"/Ascent {measured.ascent}/Descent {measured.descent}/CapHeight {measured.cap_height}"
                f"/StemV {measured.stem}/FontFile2 {file}>>"
            )
        )

    def _widths(self, codes: dict[int, tuple[int, str]]) -> str:
        return " ".join(f"{code}[{number(self.font.advance(codes[code][0]))}]" for code in sorted(codes))

    def _glyph_map(self, registry: Registry, codes: dict[int, tuple[int, str]]) -> str:
        if not self._others:
            return "/Identity"
        last = max(codes)
        table = struct.pack(f">{last + 1}H", *(codes.get(code, (0,))[0] for code in range(last + 1)))
        return " " + registry.add(Stream("", deflated(table)))


class Fonts:
    """The fonts of one file."""

    def __init__(self) -> None:
        self.uses: dict[Font, FontUse] = {}

    def use(self, font: Font) -> FontUse:
        """A font as this file uses it."""
        found = self.uses.get(font)
        if found is None:
            found = self.uses[font] = FontUse(font, f"F{len(self.uses) + 1}")
        return found


def _tag(content: bytes) -> str:
    """Six letters that differ where the subset differs."""
    # Programs that join files take fonts of one name for one font (ISO 32000-1, 9.6.4).
    return "".join(chr(65 + byte % 26) for byte in hashlib.blake2b(content, digest_size=6).digest())


def _subset(font: Font, glyphs: tuple[int, ...]) -> tuple[int, bytes]:
    """The length and the compressed bytes of a face with these glyphs alone; kept, as briefs of a batch are alike."""
    found = font.subsets.get(glyphs)
    if found is None:
        wanted = hb.SubsetInput()
        wanted.glyph_set.update([0, *glyphs])  # the first glyph of a font is its .notdef, and must be there
        wanted.drop_table_tag_set.update(int.from_bytes(tag.ljust(4).encode("ascii")) for tag in _UNUSED_TABLES)
        wanted.flags = _FLAGS
        data = bytes(hb.subset(font.face.hb_face, wanted).blob.data)
        if len(font.subsets) >= _MOST_SUBSETS:
            font.subsets.clear()
        found = font.subsets[glyphs] = len(data), deflated(data)
    return found


def _text_map(codes: dict[int, tuple[int, str]]) -> bytes:
    """The ToUnicode map."""
    pairs = [f"<{code:04X}> <{codes[code][1].encode('utf-16-be').hex().upper()}>" for code in sorted(codes)]
    blocks = [pairs[i : i + _MAPPINGS_PER_BLOCK] for i in range(0, len(pairs), _MAPPINGS_PER_BLOCK)]
    mappings = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{mappings}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode("ascii")
