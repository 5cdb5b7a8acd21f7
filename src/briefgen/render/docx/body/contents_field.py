"""A table of contents as Word's own field, filled in: complete in every program, and renewed by Word's "Update".

Page numbers need a layout, which Word alone makes; so the entries are links without numbers, which are right wherever
the file is opened. No prompt to update fields is ever set: it would greet every reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.docx.body.bookmarks import target_name
from briefgen.render.docx.package.directed_runs import text_runs
from briefgen.render.docx.package.wordprocessingml import paragraph, run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.render.contents_entries import ContentsEntry

_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\n \\o "1-2" \\h '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_PROPERTIES = (
    '<w:sdtPr><w:id w:val="1001"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
    "</w:docPartObj></w:sdtPr>"
)


def contents_xml(title: str, entries: Sequence[ContentsEntry]) -> str:
    """The table of contents under its title; nothing where there is nothing to list."""
    if not entries:
        return ""
    last = len(entries) - 1
    lines = "".join(
        paragraph(f"TOC{entry.level}", (_BEGIN if not n else "") + _linked(entry) + (_END if n == last else ""))
        for n, entry in enumerate(entries)
    )
    # With its title inside, LibreOffice no longer keeps headings with what follows them on the page below.
    return f"{paragraph('TOCHeading', run(title))}<w:sdt>{_PROPERTIES}<w:sdtContent>{lines}</w:sdtContent></w:sdt>"


def _linked(entry: ContentsEntry) -> str:
    return f'<w:hyperlink w:anchor="{target_name(entry.target)}" w:history="1">{text_runs(entry.words)}</w:hyperlink>'
