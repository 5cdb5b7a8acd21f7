"""A last look at a made file, by other code than wrote it."""

from __future__ import annotations

import io
import xml.sax
import zipfile

_TAIL = 32


def fault_of(path: str, data: bytes) -> str | None:
    """What is wrong with a made file, or None: a whole PDF, an intact ZIP of well-formed XML, or UTF-8 HTML."""
    ending = path.rsplit(".", 1)[-1]
    match ending:
        case "pdf":
            whole = data.startswith(b"%PDF-") and b"%%EOF" in data[-_TAIL:]
            return None if whole else "the PDF is not whole"
        case "docx":
            return _docx_fault(data)
        case "json":
            return None if data.endswith(b"}\n") else "the sidecar is not whole"
        case _:
            return None if b"</html>" in data[-_TAIL:] else "the page is not whole"


def _docx_fault(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            damaged = package.testzip()
            if damaged:
                return f"the part {damaged} is damaged"
            for name in package.namelist():
                if name.endswith((".xml", ".rels")):
                    xml.sax.parseString(package.read(name), xml.sax.ContentHandler())  # noqa: S317 - our own output
    except (zipfile.BadZipFile, xml.sax.SAXException) as error:
        return f"the package is broken: {error}"
    return None
