"""What the file says of itself: XMP, document information, viewer preferences, colour space."""

from __future__ import annotations

import base64
import re
import zlib
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc

from briefgen.records import replace
from briefgen.render.pdf.objects.canvas import Metadata, Raw, Stream
from briefgen.render.pdf.objects.syntax import deflated, text_string

if TYPE_CHECKING:
    from briefgen.model.document import FrontMatter
    from briefgen.render.pdf.objects.canvas import Book
    from briefgen.render.pdf.objects.standards import Standard

_PRODUCER = "briefgen"
_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

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
    base64.b85decode(
        b"c-obby-UMT6va<lMbSzJ9Yh>5RB>oQ6vR>M(4|PJ6|A~6uSqK;X-HC}xC$-~1qac^ufhL7SHV@GASi-}e}i9(lz7q<T0{r$<K_N1"
        b"dFOK9eLyg!3El3R19Zc&GRcIrl3SH}>IiT(BQI=oKAleC&-lFe&)&toTKHe|7Zh6nfnM^AFfE77Zjjn^OpkZTL!y)~kdMhRiw%-*"
        b"JYDwr#p9yS?;cy(%mNVfYD&cpmOEIKES)?-j_O)PwEFRG5>|}mCFT+CQP{{Ji3B9bs9*yc9K@Lo&g^&JWYf2ZGChJ{6IEDr6j7o#"
        b"MzzAK3bRUG;nGm`=Kgb@wmLoKR}UwE?q}D18v}awfJV)AzfN4YaSDW<fGeZzFLO?_AJl7YEqVk*wt<W5wkGcbmpj1lqnWqzO)113"
        b"R8`>h92m#}gLR;9&7W24Kh7S2>=vKs7C1Nr#(6%n{tX2EXO;"
    )
)
"""A small sRGB profile without a date, so that it is the same in every file."""


def describe(book: Book, front: FrontMatter, standard: Standard) -> None:
    """Put the metadata of a brief into its file."""
    # The standards want a title, whatever the document has.
    front = replace(front, title=front.title.strip() or front.summary.strip() or _PRODUCER)
    document = book.registry
    # In the place of ReportLab's own dictionary, which says "anonymous" and "untitled" where nothing is known.
    document.info = Raw(_information(front)) if standard.has_information else None
    catalog = document.Catalog
    catalog.Metadata = Metadata(_xmp(front, standard))
    catalog.MarkInfo = Raw("<</Marked true>>")
    catalog.ViewerPreferences = Raw("<</DisplayDocTitle true>>")
    profile = document.add(Stream("/N 3", deflated(_SRGB)))
    # As with pages: what is not on the list is not written.
    catalog.__NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = Raw(
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
    return "<<" + "".join(f"/{key}{text_string(_clean(value))}" for key, value in entries.items() if value) + ">>"


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _xml(text: str) -> str:
    return _clean(text).translate(_ESCAPES)


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
