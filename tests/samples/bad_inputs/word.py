"""Word files as house styles; tests/unit/test_opc_package.py has each point of what they may not carry."""

from __future__ import annotations

import io
import zipfile

from samples.bad_inputs.data import INSTEAD
from samples.bad_inputs.spoiling import INPUTS, LIMIT, Case, folder, link, pipe, whole
from samples.house_files import W, document, package, paragraph

H = "templates/styles/house.docx"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLES = f"<w:styles {W}/>"


def file(body: str = "", *, extra: str = "", section: str = '<w:pgSz w:w="12240" w:h="15840"/>') -> bytes:
    """A sound file, but for what is given."""
    return package({"document": document(body or paragraph("x"), section), "styles": _STYLES}, extra=extra)


def altered(name: str, content: bytes | None) -> bytes:
    """The file with another part in place of one, or without it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        if content is not None:
            new.writestr(name, content)
    return out.getvalue()


def locked() -> bytes:
    """The file with the mark of one that is encrypted."""
    data = bytearray(file())
    data[data.find(b"PK\x03\x04") + 6] |= 1
    data[data.find(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def field(*pieces: str) -> bytes:
    """A file with a field whose code is split over runs."""
    codes = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    ends = [f'<w:r><w:fldChar w:fldCharType="{end}"/></w:r>' for end in ("begin", "end")]
    return file(f"<w:p>{ends[0]}{codes}{ends[1]}</w:p>")


def related(kind: str, target: str) -> bytes:
    """A file with a relation that leads out of it."""
    return file(extra=f'<Relationship Id="e" Type="{_REL}/{kind}" Target="{target}" TargetMode="External"/>')


def refused(data: bytes, said: str, code: int = INPUTS) -> Case:
    """A house file that no brief may be built on."""
    number = "BG103" if code == LIMIT else "BG141"
    return Case(whole(H, data), f"{H}: error[{number}] cannot be a house style: {said}", code)


def cleaned(data: bytes, said: str) -> Case:
    """A house file from which something is taken out; briefs are made with the rest."""
    told = f"{H}: warning[BG144] a reference from word/document.xml to {said}"
    return Case(whole(H, data), told, code=0, makes=True)


_LAUGHS = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
_NEITHER = "it is neither a Word document nor a Word template"
_NONE = "it is no .docx"

CASES: dict[str, Case] = {
    "nothing": refused(b"", _NONE),
    "words": refused(b"hello", _NONE),
    "an old or a locked file": refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), _NONE),
    "a locked package": refused(locked(), "the part '[Content_Types].xml' is locked or out of place"),
    "half a file": refused(file()[:400], _NONE),
    "all but the end": refused(file()[:-30], _NONE),
    "no body": refused(altered("word/document.xml", None), _NEITHER),
    "no styles": Case(
        whole(H, altered("word/styles.xml", None)), f"{H}: warning[BG142] has no style named Title", 0, makes=True
    ),
    "no types": refused(altered("[Content_Types].xml", None), _NEITHER),
    "no beginning": refused(altered("_rels/.rels", None), _NEITHER),
    "a list of nothing": refused(altered("word/_rels/document.xml.rels", b"<x/>"), "word/_rels/document.xml.rels is n"),
    "styles cut off": refused(altered("word/styles.xml", b"<w"), "word/styles.xml is not well-formed"),
    "deep styles": refused(altered("word/styles.xml", b"<w>" * 5000 + b"</w>" * 5000), "word/styles.xml is not well"),
    "a document type": refused(altered("word/styles.xml", b"<!DOCTYPE x><x/>"), "word/styles.xml declares a document"),
    "a file by an entity": refused(
        altered("word/styles.xml", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'),
        "word/styles.xml declares a document type",
    ),
    "a billion laughs": refused(
        altered("word/styles.xml", f'<!DOCTYPE x [<!ENTITY a "lol">{_LAUGHS}]><x>&i;</x>'.encode()),
        "word/styles.xml declares a document type",
    ),
    "a bomb": refused(altered("word/media/b.bin", bytes(40 << 20)), "word/media/b.bin unpacks to far more", LIMIT),
    "33 MB": refused(bytes(33 << 20), "it is larger than 32 MB", LIMIT),
    "a part twice": refused(altered("WORD/document.xml", b"<x/>"), "it holds a part twice"),
    "a part above": refused(altered("../evil.xml", b"<x/>"), "the part '../evil.xml' is locked or out of place"),
    "a part of the system": refused(altered("/etc/evil.xml", b"<x/>"), "the part '/etc/evil.xml' is locked or out"),
    "macros": refused(altered("word/vbaProject.bin", b"x"), "it holds macros or embedded objects (vbaProject.bin)"),
    "an object": refused(related("oleObject", "x.bin"), "it holds macros, embedded objects or other documents"),
    "DDE": refused(field("DDEAUTO cmd"), "word/document.xml holds a field that fetches or runs something (DDEAUTO)"),
    "DDE over runs": refused(field("DD", "EAU", "TO cmd"), "word/document.xml holds a field that fetches or runs"),
    "a picture by a field": refused(field("INCLUDE", "PICTURE x"), "word/document.xml holds a field that fetches"),
    "a script for a link": refused(field('HYPERLINK "javascript:x"'), "word/document.xml holds a link to 'javascript:"),
    "a picture that is none": refused(altered("word/media/a.png", b"junk"), "word/media/a.png is no picture"),
    "a template from elsewhere": cleaned(related("attachedTemplate", "http://evil/x.dotm"), "'http://evil/x.dotm'"),
    "a picture from elsewhere": cleaned(related("image", "http://evil/x.png"), "'http://evil/x.png' (image) was taken"),
    "a script for an address": cleaned(related("hyperlink", "javascript:x"), "'javascript:x' (hyperlink) was taken ou"),
    "no room": refused(
        file(section='<w:pgSz w:w="5000" w:h="15840"/><w:pgMar w:left="1000" w:right="1000"/>'), "its margins leave 53"
    ),
    "a page too wide": refused(file(section='<w:pgSz w:w="999999" w:h="15840"/>'), "its page is 17639 by 279 mm"),
    "a pipe": Case(pipe(H), f"{H}: {INSTEAD.replace('BG101', 'BG141')}"),
    "a folder": Case(folder(H), f"{H}: {INSTEAD.replace('BG101', 'BG141')}"),
    "a link to itself": Case(link(H, "house.docx"), f"{H}: error[BG141] cannot be read: Too many levels"),
}  # fmt: skip
"""What is wrong → how it is told."""
