"""A table of contents as Word's own field, filled in: complete in every program, and renewed by Word's "Update".

The page numbers are those of the PDF, which has the same words on the same paper: Word makes its own only when somebody
asks for them. No prompt to update fields is ever set: it would greet every reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.docx.body.bookmarks import target_name
from briefgen.render.docx.package.directed_runs import text_runs
from briefgen.render.docx.package.wordprocessingml import field, paragraph, run

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.render.contents_entries import ContentsEntry

_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_PROPERTIES = (
    '<w:sdtPr><w:id w:val="1001"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
    "</w:docPartObj></w:sdtPr>"
)


def contents_xml(title: str, entries: Sequence[ContentsEntry], pages: Mapping[str, int]) -> str:
    """The table of contents under its title; nothing where there is nothing to list.

    `pages` are the pages of headings by their ids.
    """
    if not entries:
        return ""
    last = len(entries) - 1
    lines = "".join(
        paragraph(f"TOC{entry.level}", (_BEGIN if not n else "") + _linked(entry, pages) + (_END if n == last else ""))
        for n, entry in enumerate(entries)
    )
    # With its title inside, LibreOffice no longer keeps headings with what follows them on the page below.
    return f"{paragraph('TOCHeading', run(title))}<w:sdt>{_PROPERTIES}<w:sdtContent>{lines}</w:sdtContent></w:sdt>"


def _linked(entry: ContentsEntry, pages: Mapping[str, int]) -> str:
    place = target_name(entry.target)
    number = field(f"PAGEREF {place} \\h", str(pages.get(entry.target, 1)))
    words = f"{text_runs(entry.words)}<w:r><w:tab/></w:r>{number}"
    return f'<w:hyperlink w:anchor="{place}" w:history="1">{words}</w:hyperlink>'
