"""A last look at a made file, by other code than wrote it."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from briefgen.reading.docx.soundness import word_faults

_TAIL = 32


def faults_of(path: str, data: bytes) -> list[str]:
    """What is wrong with a made file: it must be a whole PDF, a sound Word file that is open to all, or whole HTML."""
    ending = path.rsplit(".", 1)[-1]
    match ending:
        case "pdf":
            whole = data.startswith(b"%PDF-") and b"%%EOF" in data[-_TAIL:]
            return [] if whole else ["the PDF is not whole"]
        case "docx":
            return _docx_faults(data)
        case "json":
            return [] if data.endswith(b"}\n") else ["the sidecar is not whole"]
        case _:
            return [] if b"</html>" in data[-_TAIL:] else ["the page is not whole"]


def _docx_faults(data: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        for name, part in parts.items():
            if name.endswith((".xml", ".rels", ".svg")):
                etree.fromstring(part, etree.XMLParser(resolve_entities=False))
        return word_faults(parts)
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        return [f"the package is broken: {error}"]
