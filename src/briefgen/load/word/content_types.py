"""What each part of a Word file is, by the list that the file keeps of it; a part's name says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from briefgen.load.word.opc_parts import RefusedError, xml_of
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

LIST = "[Content_Types].xml"
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN_TYPES = (f"{WML}.document.main+xml", f"{WML}.template.main+xml")
"""Types of the part that is the document."""
_XML = ("+xml", "/xml")


@dataclass(frozen=True, slots=True)
class ContentTypes:
    """The types of parts: said of one, else of all with its ending (ISO/IEC 29500-2, 7.2.3)."""

    of_parts: Mapping[str, str]
    of_endings: Mapping[str, str]

    @classmethod
    def of(cls, parts: Mapping[str, bytes]) -> ContentTypes:
        """The list of an unpacked file.

        Raises:
            RefusedError: where there is none, as in a ZIP file of something else.
        """
        if LIST not in parts:
            raise RefusedError("it is neither a Word document nor a Word template")
        named: dict[str, str] = {}
        endings: dict[str, str] = {}
        for entry in xml_of(LIST, parts[LIST]):
            kind = entry.get("ContentType") or ""
            if entry.get("PartName"):
                named[unquote(entry.get("PartName") or "").lstrip("/").lower()] = kind
            elif entry.get("Extension"):
                endings[(entry.get("Extension") or "").lower()] = kind
        return cls(named, endings)

    def type_of(self, name: str) -> str:
        """The type of a part; empty where the list has none."""
        own = self.of_parts.get(unquote(name).lower())
        return self.of_endings.get(name.rpartition(".")[2].lower(), "") if own is None else own

    def is_xml(self, name: str) -> bool:
        """Whether a part is XML, by its type or by its ending."""
        return name.endswith((".xml", ".rels", ".svg")) or self.type_of(name).endswith(_XML)
