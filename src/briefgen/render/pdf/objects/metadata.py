"""What the file says of itself: XMP, document information, viewer preferences, colour space."""

from __future__ import annotations

import base64
import zlib
from typing import TYPE_CHECKING

from briefgen.records import replace
from briefgen.render.pdf.objects.numbered_objects import Metadata, Stream
from briefgen.render.pdf.objects.syntax import Raw, deflated, text_string
from briefgen.render.xml_characters import legal

if TYPE_CHECKING:
    from briefgen.model.document import FrontMatter
    from briefgen.render.pdf.objects.book import Book
    from briefgen.render.pdf.objects.standards import Standard

_PRODUCER = "briefgen"
_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}

_EXTENSION = (
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
    'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" '
    'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>'
    '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>'
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 that the file keeps</pdfaProperty:description></rdf:li>"
    "</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)
"""PDF/A wants each schema that it does not know described; it does not know PDF/UA's."""

_SRGB = zlib.decompress(
    base64.b64decode(
        b"eNqVkb1Lw1AUxU9bRdFKBx1EHDJUcWhBFMRR69ClSKkVrLo0r0krJGlIUqS4Ci4OBQfRxa/B/0BXwVWhICiCiH+DX4uUeNIUWkQH"
        b"7+Pl/jh553LffUAwpQnd7poDdMOxMsmEtJJblXrqCHA1Iy9scz6dTuHP+Lz3z97FvVr4X/QXFFsAgV7yjDAth8xukNp0TI93yUOi"
        b"lC+Qj8kxiw2Sbzxd9vnF46LP7x5b2cwCEPRqSsUOljtYlCydPEGO6lpFtPrxbhJWjOUl5hHuUdjIIIkEJMioYAMaHMSZDc7sd99k"
        b"07eIMj2CXxNVWHQUUaI3RrXCqgqzSl3h0lD15v5znrY6PeVXDyeA7mfXfRsDevaARs11v05ct3EKhJ6AK6PtL3NOsx/Ua20tegRE"
        b"toGL67Ym7wOXO8Dwo5m38k0pxB1UVeD1HBjIAYN1oG/Nn1XrP84egOwWn+gWODgExnk+sv4NBP1nlg=="
    )
)
"""A small sRGB profile without a date, so that it is the same in every file."""


def describe(book: Book, front: FrontMatter, standard: Standard) -> None:
    """Put the metadata of a brief into its file."""
    # The standards want a title, whatever the document has.
    front = replace(front, title=front.title.strip() or front.summary.strip() or _PRODUCER)
    book.info = Raw(_information(front)) if standard.has_information else None
    book.catalog["Metadata"] = Metadata(_xmp(front, standard))
    book.catalog["MarkInfo"] = Raw("<</Marked true>>")
    book.catalog["ViewerPreferences"] = Raw("<</DisplayDocTitle true>>")
    profile = book.registry.add(Stream("/N 3", deflated(_SRGB)))
    book.catalog["OutputIntents"] = Raw(
        f"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile {profile}>>]"
    )


def _information(front: FrontMatter) -> str:
    entries = {
        "Title": front.title,
        "Author": front.author,
        "Subject": front.summary,
        "Keywords": ", ".join(front.keywords),
        "Creator": front.author,
        "Producer": _PRODUCER,
        "Status": front.state.said if front.state else "",
    }
    return "<<" + "".join(f"/{key}{text_string(legal(value))}" for key, value in entries.items() if value) + ">>"


def _xml(text: str) -> str:
    return legal(text).translate(_ESCAPES)


def _xmp(front: FrontMatter, standard: Standard) -> bytes:
    def alternatives(name: str, text: str) -> str:
        return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{_xml(text)}</rdf:li></rdf:Alt></{name}>' if text else ""

    def simple(name: str, text: str) -> str:
        return f"<{name}>{_xml(text)}</{name}>" if text else ""

    properties = "".join(
        (
            "<dc:format>application/pdf</dc:format>",
            alternatives("dc:title", front.title),
            f"<dc:creator><rdf:Seq><rdf:li>{_xml(front.author)}</rdf:li></rdf:Seq></dc:creator>"
            if front.author
            else "",
            alternatives("dc:description", front.summary),
            f"<dc:language><rdf:Bag><rdf:li>{_xml(front.language)}</rdf:li></rdf:Bag></dc:language>",
            simple("xmp:CreatorTool", front.author),
            simple("pdf:Producer", _PRODUCER),
            simple("pdf:Keywords", ", ".join(front.keywords)),
            simple("xmpMM:VersionID", front.edition),
            simple("xmp:Label", front.state.said if front.state else ""),
            standard.identification,
        )
    )
    extension = _EXTENSION if standard.describes_schemas else ""
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" '
        'xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" '
        'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">'
        f'{properties}</rdf:Description>{extension}</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    )
    return packet.encode("utf-8")
