"""The mail writer: the brief in the body of a mail, as HTML that mail programs show and as text, with the PDF attached.

It is a draft (RFC 5322 with MIME): whom it goes to and from whom, its sender fills in. Nothing in it is fetched from
elsewhere. The HTML is written anew from the document: of a web page, mail programs drop fonts, scripts and vectors.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

from briefgen.diagnostics import Outcome
from briefgen.model.editions.edition_day import day_of
from briefgen.model.formats import FORMATS, PAGED
from briefgen.model.rendering import Rendering
from briefgen.render.eml.mail_page import mail_page
from briefgen.render.eml.mail_text import mail_text
from briefgen.render.running_marks import running_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefgen.model.document import Document, FrontMatter
    from briefgen.model.looks.style import Style
    from briefgen.render.eml.mail_pictures import MailPicture

_HOST = "briefgen.invalid"
"""No host has such a name (RFC 2606): ids of a draft are nobody's address."""
_BETWEEN = " · "
_NO_NAME = "brief"
_ENCODING = "quoted-printable"
"""Seven bits and short lines, which every server hands on as they are."""


def write(document: Document, style: Style, needed: Mapping[str, bytes], /) -> Outcome[Rendering]:
    """The document as a mail, the same bytes each time; the PDF is that of the format that it needs."""
    pdf, text = needed[PAGED.name], _encodable(mail_text(document))
    page, pictures = mail_page(document, style, _HOST)
    digest = hashlib.sha256(b"\0".join((page.encode("utf-8", "replace"), text.encode(), pdf))).hexdigest()
    mail = _headed(document.front, digest)
    mail.set_content(text, charset="utf-8", cte=_ENCODING)
    mail.make_alternative()
    mail.attach(_shown(page, pictures))
    kind, _, subtype = FORMATS[PAGED.name].media_type.partition("/")
    mail.add_attachment(pdf, maintype=kind, subtype=subtype, filename=f"{_name(document.front)}{PAGED.ending}")
    mail["Content-Language"] = _one_line(document.front.language)
    _set_boundaries(mail, digest)
    return Outcome(Rendering(mail.as_bytes()))


def _headed(front: FrontMatter, digest: str) -> EmailMessage:
    """A mail with its head: what it is, and no address."""
    mail, day = EmailMessage(SMTP), day_of(front.edition)
    mail["Subject"] = _one_line(
        _BETWEEN.join(filter(None, (running_mark(front), front.summary.removesuffix(".") or front.title)))
    )
    if day is not None:
        mail["Date"] = dt.datetime.combine(day, dt.time(), dt.UTC)
    mail["Message-ID"] = f"<{digest[:32]}@{_HOST}>"
    mail["X-Unsent"] = "1"  # programs open it to be written on
    return mail


def _shown(page: str, pictures: Iterable[MailPicture]) -> EmailMessage:
    """The HTML, and beside it the pictures that it shows."""
    shown = EmailMessage(SMTP)
    shown.set_content(_encodable(page), subtype="html", charset="utf-8", cte=_ENCODING)
    for picture in pictures:
        kind, _, subtype = picture.media_type.partition("/")
        shown.add_related(
            picture.data, maintype=kind, subtype=subtype, cid=f"<{picture.id}>", disposition="inline",
            filename=f"{picture.id.partition('@')[0]}.{subtype}",
        )  # fmt: skip
    del shown["MIME-Version"]  # said once, of the whole
    return shown


def _set_boundaries(mail: EmailMessage, digest: str) -> None:
    """What stands between the parts: no encoded part can hold such a line (RFC 2045, 6.7)."""
    holders = [part for part in mail.walk() if part.is_multipart()]
    for number, part in enumerate(holders):
        part.set_boundary(f"=_{digest[:24]}_{number}")


def _name(front: FrontMatter) -> str:
    """What the attached file is called: `pakistan-belarus-minister-2021-04-23-copy-3-of-12`; the last of a copy."""
    day = day_of(front.edition)
    named = (front.relation, front.reader, day.isoformat() if day else "")
    return f"{_one_line('-'.join(filter(None, named))) or _NO_NAME}{front.copy}"


def _one_line(text: str) -> str:
    """A text for the head of a mail, which ends at an end of line."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in _encodable(text)).split())


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
