"""The manifest inside a made file: which block is which, what it said, and which facts it came from.

It is a custom XML part, which Word and LibreOffice keep through editing and saving. It names only facts that this
audience sees. `read_back` reads it, and what the blocks say now, from a file that an editor has saved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.records import dataclass
from briefgen.render.docx.body.bookmarks import ANCHOR, TABLES, AnchorKind
from briefgen.render.docx.package.safe_parsing import part_by_relation
from briefgen.render.docx.package.wordprocessingml import HEAD, NAMESPACES, attribute
from briefgen.render.docx.read_back.chart_data import chart_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from briefgen.model.document import Anchor, FrontMatter
    from briefgen.render.docx.body.bookmarks import Marks

NAMESPACE = "urn:briefgen:manifest:1"
_W = f"{{{NAMESPACES['w']}}}"
_TEXT, _TAB, _BREAK, _PARAGRAPH, _RUN, _ROW, _CELL = (f"{_W}{tag}" for tag in ("t", "tab", "br", "p", "r", "tr", "tc"))
_NOTE = f"{_W}footnote"


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """One block as it was made."""

    key: str
    kind: AnchorKind
    digest: str
    """SHA-256 of its text."""
    facts: tuple[str, ...]


def manifest_xml(front: FrontMatter, entries: Sequence[ManifestEntry]) -> str:
    """The manifest's part."""
    blocks = "".join(
        f'<block id="{e.key}" kind="{e.kind}" sha256="{e.digest}" facts="{attribute(" ".join(e.facts))}"/>'
        for e in entries
    )
    about = f'relation="{attribute(front.relation)}" audience="{attribute(front.reader)}"'
    return f'{HEAD}<brief xmlns="{NAMESPACE}" {about} language="{attribute(front.language)}">{blocks}</brief>'


def entries_of(marks: Marks, anchors: Sequence[Anchor]) -> list[ManifestEntry]:
    """What stands in the manifest for the anchored blocks of a body."""
    facts = {anchor.key: anchor.facts for anchor in anchors}
    return [ManifestEntry(key, kind, marks.digests[key], facts.get(key, ())) for key, kind in marks.anchors]


# ---------------------------------------------------------------- reading


def read_back(data: bytes) -> tuple[tuple[ManifestEntry, ...], dict[str, str]]:
    """The manifest of a file, and what each of its blocks that is still there says now, by key; a chart its workbook.

    Raises:
        ValueError: where the file has no manifest of ours.
    """
    entries = next((found for root in part_by_relation(data, "customXml") if (found := _entries(root))), None)
    if entries is None:
        raise ValueError("no manifest of a brief")
    kinds = {entry.key: entry.kind for entry in entries}
    document = next(iter(part_by_relation(data, "officeDocument")))
    notes = {note.get(f"{_W}id"): note for root in part_by_relation(data, "footnotes") for note in root.iter(_NOTE)}
    charts = {key: holder for key, mark in _marks(document, kinds) if kinds[key] is AnchorKind.CHART
              if (holder := _holder(mark, AnchorKind.CHART)) is not None}  # fmt: skip
    return entries, texts_of(document, kinds, notes) | chart_texts(data, charts)


def _entries(root: Element) -> tuple[ManifestEntry, ...] | None:
    if root.tag != f"{{{NAMESPACE}}}brief":
        return None
    return tuple(
        ManifestEntry(
            b.get("id", ""), AnchorKind(b.get("kind")), b.get("sha256", ""), tuple(b.get("facts", "").split())
        )
        for b in root.iter(f"{{{NAMESPACE}}}block")
    )


def texts_of(
    root: Element, kinds: Mapping[str, AnchorKind], notes: Mapping[str | None, Element] | None = None
) -> dict[str, str]:
    """The text of every anchored block: of its paragraph or note, or of its whole table with tabs and line ends.

    A timeline has none: that its anchor is there says that the figure is. `notes` are the footnotes by their ids.
    """
    found: dict[str, str] = {}
    for key, mark in _marks(root, kinds):
        if kinds[key] is AnchorKind.NOTE:
            marker = next(iter(mark.itersiblings(_RUN)), None)
            reference = marker.find(f"{_W}footnoteReference") if marker is not None else None
            note = (notes or {}).get(reference.get(f"{_W}id")) if reference is not None else None
            found[key] = _words(note) if note is not None else ""
        else:
            found[key] = _text(_holder(mark, kinds[key]), kinds[key])
    return found


def _marks(root: Element, kinds: Mapping[str, AnchorKind]) -> Iterator[tuple[str, Element]]:
    """Key and bookmark of every anchor that is there; a copy of one counts where the anchor itself is gone."""
    named: dict[str, Element] = {}
    for mark in root.iter(f"{_W}bookmarkStart"):
        name = mark.get(f"{_W}name") or ""
        if name.startswith(ANCHOR):
            named.setdefault(name.removeprefix(ANCHOR), mark)
    found = {key: mark for key, mark in named.items() if key in kinds}
    for name, mark in named.items():
        if name not in kinds and (key := _copied(name, kinds)):
            found.setdefault(key, mark)
    yield from found.items()


def _copied(name: str, kinds: Mapping[str, AnchorKind]) -> str:
    """The key whose copy a name is of, the longest that it may be; empty for any other name.

    LibreOffice copies the paragraphs of a frame as it opens a file, and leaves only the copies. Their anchors it names
    anew: `_Copy_1` behind the name, in the language of its menus, once more with each save, and cut where names end.
    """
    while name := name.rpartition("_")[0]:
        if name in kinds:
            return name
    return ""


def _holder(mark: Element, kind: AnchorKind) -> Element | None:
    """The paragraph or table that an anchor stands in."""
    return next(mark.iterancestors(f"{_W}tbl" if kind in TABLES else _PARAGRAPH), None)


def _text(holder: Element | None, kind: AnchorKind) -> str:
    if holder is None:
        return ""
    if kind in TABLES:
        return "\n".join("\t".join(map(_words, row.iter(_CELL))) for row in holder.iter(_ROW))
    return _words(holder)


def _words(holder: Element) -> str:
    """The words of an element as a reader sees them: with insertions, without deletions and field codes."""
    return "\n".join(map(_broken_words, holder.iter(_PARAGRAPH))).strip()


def _broken_words(paragraph: Element) -> str:
    """The words of a paragraph with a blank for each tab and line break in its runs."""
    out: list[str] = []
    for element in paragraph.iter(_TEXT, _TAB, _BREAK):
        if element.tag == _TEXT:
            out.append(element.text or "")
        elif (parent := element.getparent()) is not None and parent.tag == _RUN:
            out.append(" ")
    return "".join(out)
