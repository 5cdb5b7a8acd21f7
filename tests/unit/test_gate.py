"""The last gate finds a hidden text wherever a file can hold it, and nothing in a clean file."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

import pikepdf
import pytest

from briefgen.diagnostics import Place
from briefgen.model.document import (
    Align,
    BulletList,
    Callout,
    CalloutKind,
    Caption,
    Cell,
    Cite,
    Document,
    Exhibit,
    Heading,
    KeyFigure,
    KeyFigures,
    Link,
    Note,
    NoteRef,
    Paragraph,
    ReferenceItem,
    ReferenceList,
    Strong,
    Table,
    TextRun,
)
from briefgen.model.facts.secret import Secret, squeezed
from briefgen.model.formats import FORMATS
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.timelines import Event, Timeline
from briefgen.model.values.address import parse_address
from briefgen.model.values.spoken_words import Expansion, SpokenWords
from briefgen.pipeline import Order, exit_code, make
from briefgen.publish.gate import leaks_in
from briefgen.reading import parts_of
from readers.pdf import structure_words
from samples.relation_files import world
from samples.rendering import rendered
from samples.sample_document import front

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CHANNELS = (
    "title", "subtitle", "running", "handling", "summary", "author", "keyword", "heading", "prose", "split", "bullet",
    "box", "card", "cell", "caption", "caption note", "alternative text", "event", "footnote", "address", "reference",
    "source heard", "expansion heard",
)  # fmt: skip
HEARD = {"source heard", "expansion heard"}
UNSAID = {
    "pdf": set(),
    "docx": set(HEARD),
    "html": {"keyword"},
    "md": {"keyword", "summary", "author", "event", *HEARD},
    "eml": set(),
}
"""What a format does not carry at all."""


def words(channel: str) -> str:
    return f"Quartz lantern {channel} meridian"


def text(channel: str) -> TextRun:
    return TextRun(words(channel))


def planted() -> Document:
    """A document with other words in every spot."""
    around = Caption("Table 1", (text("caption"),), (), (text("caption note"),))
    cells = ((Cell((text("cell"),)),),)
    table = Table("table-1", (Align.START,), (Cell((TextRun("Head"),)),), cells, around)
    event = Event(dt.date(2015, 1, 1), dt.date(2015, 1, 1), "2015", words("event"))
    timeline = Timeline((event,))
    split = (TextRun("Quartz lan"), Strong((TextRun("tern split"),)), TextRun(" meridian"))
    blocks = (
        Heading(1, (text("heading"),), "a-heading"),
        Paragraph((text("prose"), TextRun(" the QLM "), NoteRef(1), Cite((1,), "[1]"))),
        Paragraph(split),
        Paragraph(
            (Link(parse_address(f"https://example.org/{words('address').replace(' ', '%20')}"), (TextRun("link"),)),)
        ),
        BulletList(((Paragraph((text("bullet"),)),),)),
        Callout(CalloutKind.SUMMARY, (TextRun("Box"),), (Paragraph((text("box"),)),)),
        KeyFigures((KeyFigure((TextRun("5"),), (TextRun("units"),), (text("card"),)),)),
        table,
        Exhibit("figure-1", timeline, Caption("Figure 1", (TextRun("Time"),), (), ()), words("alternative text")),
        ReferenceList((ReferenceItem(1, (text("reference"),), "", words("source heard")),), numbered=True),
    )
    said = front(
        title=words("title"), subtitle=words("subtitle"), audience=words("running"), handling=words("handling"),
        summary=words("summary"), author=words("author"),
    )  # fmt: skip
    spoken = SpokenWords("Source {marker}, {name}", expansions=(Expansion("QLM", words("expansion heard")),))
    return Document(replace(said, keywords=(words("keyword"),), spoken=spoken), blocks, (Note(1, (text("footnote"),)),))


def secret(channel: str) -> Secret:
    return Secret(channel, Place("data/x-y/milestones.yaml", 3, 3), squeezed(words(channel)))


def made(document: Document, name: str) -> bytes:
    return rendered(document, name, DEFAULT_STYLE)


@pytest.mark.parametrize("name", FORMATS)
def test_words_are_found_in_every_spot_of_a_file(name: str) -> None:
    form, path = FORMATS[name], f"output/x-y/reader.{name}"
    said = leaks_in(form, path, made(planted(), name), [secret(channel) for channel in CHANNELS])
    found = {channel for channel in CHANNELS if any(f"'{channel}'" in d.message for d in said)}

    assert set(CHANNELS) - found == UNSAID[name]
    assert all("lantern" not in d.message and d.code == "BG604" and d.place.line == 3 for d in said)
    assert leaks_in(form, path, made(planted(), name), [secret("nowhere")]) == ()


def test_every_word_of_a_pdf_is_read_as_other_code_reads_it() -> None:
    data = made(planted(), "pdf")
    read = "\n".join(squeezed(text) for _, text in parts_of(FORMATS["pdf"], data))

    assert len(structure_words(data)) > 60
    assert squeezed("".join(words("prose").split())) in read
    assert [word for word in structure_words(data) if squeezed(word) not in read] == []


def member(name: str, content: bytes) -> Callable[[bytes], bytes]:
    def add(data: bytes) -> bytes:
        file = io.BytesIO(data)
        with zipfile.ZipFile(file, "a") as package:
            package.writestr(name, content)
        return file.getvalue()

    return add


def workbook() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("xl/sharedStrings.xml", "<sst><si><t>Quartz lantern</t><t> here meridian</t></si></sst>")
    return file.getvalue()


SPLIT = "<c>Quartz <b>lantern</b> here\u00ad meri\u200bdian</c>".encode()
COMMENT = b"<!-- quartz lantern here meridian --></main>"
SCRIPT = b'<script>"Quart\\u007a lantern here meridian"</script></main>'


def changed_pdf(change: Callable[[pikepdf.Pdf], None]) -> Callable[[bytes], bytes]:
    def apply(data: bytes) -> bytes:
        file = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as pdf:
            change(pdf)
            pdf.save(file, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return file.getvalue()

    return apply


def attach(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(pdf, words("here").encode())


def describe(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:description"] = words("here")


def outline(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as entries:
        entries.root.append(pikepdf.OutlineItem(words("here"), 0))


def private(pdf: pikepdf.Pdf) -> None:
    held = pikepdf.Dictionary(Private=pikepdf.Stream(pdf, words("here").encode()))
    pdf.Root.PieceInfo = pikepdf.Dictionary(Other=pdf.make_indirect(held))


def unused(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Unused = pdf.make_indirect(pikepdf.String(words("here") + " ж"))


def in_mail(change: Callable[[EmailMessage], None]) -> Callable[[bytes], bytes]:
    def apply(data: bytes) -> bytes:
        mail = message_from_bytes(data, policy=SMTP)
        change(mail)
        return mail.as_bytes()

    return apply


def subject(mail: EmailMessage) -> None:
    mail.replace_header("Subject", f"Über {words('here')}")


def describe_part(mail: EmailMessage) -> None:
    part(mail, "application/pdf")["Content-Description"] = words("here")


def preamble(mail: EmailMessage) -> None:
    mail.preamble = words("here")


def more_text(mail: EmailMessage) -> None:
    part(mail, "text/plain").set_content(f"ж {words('here')}", cte="base64")


def more_page(mail: EmailMessage) -> None:
    part(mail, "text/html").set_content(f"<p>A</p>{COMMENT.decode()}", subtype="html", cte="base64")


def named_file(mail: EmailMessage) -> None:
    mail.add_attachment(b"", maintype="image", subtype="png", filename=f"ж {words('here')}.png")


def other_pdf(mail: EmailMessage) -> None:
    attached = part(mail, "application/pdf")
    content = changed_pdf(attach)(attached.get_content())
    attached.set_content(content, maintype="application", subtype="pdf")


def other_kind(mail: EmailMessage) -> None:
    mail.add_attachment(words("here").encode(), maintype="application", subtype="octet-stream")


def other_mail(mail: EmailMessage) -> None:
    inner = EmailMessage()
    inner.set_content(words("here"), cte="base64")
    mail.add_attachment(inner)


def part(mail: EmailMessage, kind: str) -> EmailMessage:
    (found,) = (part for part in mail.walk() if part.get_content_type() == kind)
    return found


PLANTS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "a comment of Word": ("docx", member("word/comments.xml", SPLIT)),
    "a custom property": ("docx", member("docProps/other.xml", b'<p name="QUARTZ  LANTERN here meridian"/>')),
    "an entity": ("docx", member("word/other.xml", b"<p>&#81;uartz lantern here meridian</p>")),
    "a workbook in it": ("docx", member("word/embeddings/chart.xlsx", workbook())),
    "a name in it": ("docx", member("word/media/Quartz lantern here meridian.bin", b"")),
    "an attachment": ("pdf", changed_pdf(attach)),
    "XMP": ("pdf", changed_pdf(describe)),
    "a bookmark": ("pdf", changed_pdf(outline)),
    "private data": ("pdf", changed_pdf(private)),
    "an object of no page": ("pdf", changed_pdf(unused)),
    "a comment in Markdown": ("md", lambda data: data + b"<!-- quartz lantern here meridian -->"),
    "a link that is defined": ("md", lambda data: data + b"[x]: https://x.org 'Quartz *lantern* here meridian'\n"),
    "words with a note between": ("md", lambda data: data + b"Quartz[^1] lan\\tern he&#114;e merid\\\nian\n"),
    "a mail's subject in code": ("eml", in_mail(subject)),
    "a field of a part": ("eml", in_mail(describe_part)),
    "what stands before the parts": ("eml", in_mail(preamble)),
    "the text of a mail": ("eml", in_mail(more_text)),
    "a comment in its page": ("eml", in_mail(more_page)),
    "the name of what is attached": ("eml", in_mail(named_file)),
    "a PDF in a mail": ("eml", in_mail(other_pdf)),
    "a part of another kind": ("eml", in_mail(other_kind)),
    "a mail in a mail": ("eml", in_mail(other_mail)),
    "a comment of HTML": ("html", lambda data: data.replace(b"</main>", COMMENT)),
    "a script's JSON": ("html", lambda data: data.replace(b"</main>", SCRIPT)),
}  # fmt: skip


@pytest.mark.parametrize("plant", PLANTS)
def test_words_are_found_where_other_programs_would_put_them(plant: str) -> None:
    name, put = PLANTS[plant]
    clean = made(planted(), name)

    assert leaks_in(FORMATS[name], f"x.{name}", clean, [secret("here")]) == ()
    assert [d.code for d in leaks_in(FORMATS[name], f"x.{name}", put(clean), [secret("here")])] == ["BG604"]


def test_what_is_found_is_told_with_the_part_that_holds_it_and_not_with_its_words() -> None:
    broken = member("word/comments.xml", SPLIT)(made(planted(), "docx"))
    (found,) = leaks_in(FORMATS["docx"], "x.docx", broken, [secret("here")])

    assert found.message == "x.docx holds words of 'here', which its audience may not see (in word/comments.xml)"


def test_a_comment_on_an_archive_that_is_no_text_hides_no_words() -> None:
    file = io.BytesIO(made(planted(), "docx"))
    with zipfile.ZipFile(file, "a") as package:
        package.comment = b"\xff" + words("here").encode()

    assert [d.code for d in leaks_in(FORMATS["docx"], "x.docx", file.getvalue(), [secret("here")])] == ["BG604"]


# ---------------------------------------------------------------- in a run

AUDIENCE = "name: N\nbrief_for: brief\nsubtitle: S\nclearance: {clearance}\nsections: [{section}]\n"
HIDDEN = """\
- id: deal
  kind: other
  title: Sale of forty howitzers
  sensitivity: restricted
  note: {en: Short, ru: Продажа сорока гаубиц не объявлена}
  sources: [{ref: ref, quote: the parties agreed on a schedule of deliveries}]
- {id: open, kind: other, title: A public ceremony in Minsk, note: Held in secret chambers, note_sensitivity: official}
"""
MADE_OF_HIDDEN = [
    "Sale of forty howitzers", "SALE OF FORTY\nHOWITZERS", "продажа сорока гаубиц не объявлена",
    "a sched\u00adule of: the parties agreed on a sched\u00adule of deliveries",
    "held in secret chambers", "Zinovy Zhuk-Zorin",
]  # fmt: skip


def run(template: str, formats: Sequence[str] = ("html",)) -> tuple[int, dict[str, bytes], str]:
    """Exit code, files and messages of a run whose template for the reader holds a text."""
    files = world({
        "milestones.yaml": HIDDEN,
        "visits.yaml": "- {id: v, kind: state, title: V, sensitivity: official, visitor: {party: BLR, person: zz}}\n",
        "data/people.yaml": "- {id: zz, name: Zinovy Zhuk-Zorin, sort_name: Zhuk}\n",
        "templates/audiences/reader.yaml": AUDIENCE.format(clearance="public", section="typed"),
        "templates/sections/typed.md.j2": template,
    })  # fmt: skip
    result = make(files, Order(formats=tuple(formats)))
    said = "\n".join(f"{d.place} {d.code} {d.message} {d.hint}" for d in result.report.diagnostics)
    return exit_code(result, making=True), files.files, said


@pytest.mark.parametrize("typed", MADE_OF_HIDDEN)
def test_a_hidden_text_typed_into_a_template_stops_that_brief_alone(typed: str) -> None:
    code, files, said = run(f"Some words: {typed} and others.\n", tuple(FORMATS))

    assert code == 4
    assert "BG604" in said
    assert typed.lower() not in said.lower()
    assert [path for path in files if path.startswith("output/x-y/reader")] == []
    assert len([path for path in files if path.startswith("output/x-y/all.")]) == len(FORMATS)


@pytest.mark.parametrize(
    "typed", ["A public ceremony in Minsk", "Sale", "Short", "deliveries", "the parties agreed on"]
)
def test_what_is_public_or_too_short_to_tell_stops_nothing(typed: str) -> None:
    code, files, _ = run(f"Some words: {typed}.\n")

    assert code == 0
    assert "output/x-y/reader.html" in files
