"""The reading half of mail: whether a mail is whole and sound, the words of all its parts, the trace in its PDF.

A part is read by the half of its own format. What nobody here can read is a fault, and its bytes are words.
"""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING

from briefgen.model.formats import format_of_kind
from briefgen.reading.eml.fetched_addresses import addresses_in
from briefgen.reading.reading_half import reading_half, trace_reading_half
from briefgen.reading.unmarked_words import unmarked_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage

_TEXT, _PAGE, _ATTACHED = "text/plain", "text/html", "application/pdf"
_PICTURES = frozenset({"image/png", "image/jpeg"})
_HEAD = ("Subject", "Message-ID", "X-Unsent", "MIME-Version")
_LONGEST_LINE = 998
"""Of a mail, without its end (RFC 5322, 2.1.1)."""


def faults_of(data: bytes) -> list[str]:
    """What keeps a mail from being read as it was meant, in words."""
    return list(_faults(data, _mail(data)))


def _faults(data: bytes, mail: EmailMessage) -> Iterator[str]:
    if any(len(line) > _LONGEST_LINE for line in data.split(b"\r\n")) or b"\n" in data.replace(b"\r\n", b""):
        yield "the mail has a line that is too long or does not end as lines of mails do"
    if not data.rstrip().endswith(b"--") or any(part.defects for part in mail.walk()):
        yield "the mail is not whole"
    yield from (f"the mail has no {name}" for name in _HEAD if not mail[name])
    parts = list(_leaves(mail))
    kinds = [kind for kind, _ in parts]
    for kind in (_TEXT, _PAGE, _ATTACHED):
        if kinds.count(kind) != 1:
            yield f"the mail does not have one part of {kind}"
    yield from (f"the mail holds a part of {kind}" for kind in {*kinds} - {_TEXT, _PAGE, _ATTACHED, *_PICTURES})
    yield from _faults_of_parts(mail, parts)


def _faults_of_parts(mail: EmailMessage, parts: list[tuple[str, EmailMessage]]) -> Iterator[str]:
    for kind, part in parts:
        form = format_of_kind(kind)
        if form is not None:
            yield from reading_half(form).faults_of(_content(part))
        if kind == _PAGE:
            shown = addresses_in(_content(part).decode("utf-8", "replace"))
            if sorted(shown) != sorted(f"cid:{one}" for one in _ids(mail)):
                yield "the page of the mail does not show its pictures, each once, and nothing else"


def _ids(mail: EmailMessage) -> Iterator[str]:
    for kind, part in _leaves(mail):
        if kind in _PICTURES:
            yield str(part["Content-ID"]).strip("<>")


def parts_of(data: bytes) -> Iterator[tuple[str, str]]:
    """The heads as they stand and as they are shown, what stands between parts, and each part by its own format."""
    mail = _mail(data)
    for part in mail.walk():
        yield "its head", "\n".join(f"{name}: {value}" for name, value in (*part.raw_items(), *part.items()))
        yield "between its parts", f"{part.preamble or ''}\n{part.epilogue or ''}"
    for kind, part in _leaves(mail):
        content, form = _content(part), format_of_kind(kind)
        name = str(part.get_filename() or kind)
        yield name, name
        if form is None:
            yield name, content.decode("utf-8", "replace") if kind == _TEXT else unmarked_words(content)
        else:
            yield from ((f"{name}: {inside}", text) for inside, text in reading_half(form).parts_of(content))


def trace_in(data: bytes) -> bytes | None:
    """The trace in the first part that carries one: the attached file."""
    for kind, part in _leaves(_mail(data)):
        form = format_of_kind(kind)
        found = trace_reading_half(form).trace_in(_content(part)) if form and form.holds_trace else None
        if found is not None:
            return found
    return None


def _mail(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=default)


def _leaves(mail: EmailMessage) -> Iterator[tuple[str, EmailMessage]]:
    """Each part that holds no others, by its media type."""
    for part in mail.walk():
        if not part.is_multipart():
            yield part.get_content_type(), part


def _content(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
