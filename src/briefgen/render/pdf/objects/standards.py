"""What a file claims to keep to: PDF/UA-1 and PDF/A-2a, or PDF/UA-2 and PDF/A-4 (ISO 14289, ISO 19005)."""

from __future__ import annotations

from briefgen.model.audience_choices import PdfStandard
from briefgen.records import dataclass, field

_MODERN = frozenset(
    {"Document", "Sect", "Div", "P", "H1", "H2", "H3", "H4", "H5", "H6", "Span", "Em", "Strong", "Link", "Lbl",
     "FENote", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "Caption", "Figure",
     "Aside"}
)  # fmt: skip
"""Structure types of PDF 2.0 (ISO 32000-2, 14.8.6); TOC, TOCI and Reference are those of PDF 1.7."""


@dataclass(frozen=True, slots=True)
class Standard:
    """One choice of standards."""

    version: str
    """Of the PDF format."""
    identification: str
    """The claim, as XMP properties."""
    describes_schemas: bool
    """Whether schemas of the metadata are described that PDF/A does not know: PDF/A-4 no longer asks for it."""
    has_information: bool
    """Whether the metadata stand in the document information too, which PDF/A-4 forbids."""
    renamed: dict[str, str] = field(default_factory=dict)
    """Our structure types by other names."""
    attributes: dict[str, str] = field(default_factory=dict)
    """What every element of a type says of itself, as a ready attribute dictionary."""
    roles: str = ""
    """The role map, for types that the standard does not know."""
    namespace: frozenset[str] = frozenset()
    """Types that stand in the namespace of PDF 2.0."""


STANDARDS = {
    PdfStandard.UA1: Standard(
        "1.7",
        "<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        describes_schemas=True,
        has_information=True,
        roles="/RoleMap<</Strong/Span/Em/Span/NoteRef/Reference/Aside/Div>>",
    ),
    PdfStandard.UA2: Standard(
        "2.0",
        "<pdfuaid:part>2</pdfuaid:part><pdfuaid:rev>2024</pdfuaid:rev>"
        "<pdfaid:part>4</pdfaid:part><pdfaid:rev>2020</pdfaid:rev>",
        describes_schemas=False,
        has_information=False,
        renamed={"Note": "FENote", "NoteRef": "Reference"},
        attributes={"FENote": "<</O/FENote/NoteType/Footnote>>"},
        namespace=_MODERN,
    ),
}
"""By what an audience chooses."""
