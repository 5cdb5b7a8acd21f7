"""A mail is a draft that mail programs show: text, page and PDF of one brief, and nothing that is fetched."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.policy import SMTP
from typing import TYPE_CHECKING

import pytest

from briefgen.model.document import (
    Align,
    BulletList,
    Document,
    Heading,
    Link,
    Note,
    NoteRef,
    NumberedList,
    Paragraph,
    ReferenceItem,
    ReferenceList,
    Table,
    TextRun,
)
from briefgen.model.facts.clearings import BriefState, StateWords
from briefgen.model.formats import FORMATS
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.values.address import parse_address
from briefgen.reading import faults_of, read_trace
from briefgen.records import replace
from readers.eml import eml_head, eml_page, eml_part, eml_parts, eml_words
from readers.every_reader import words_in
from readers.mail_text import mail_text_words
from readers.pdf import structure_words
from samples.pictures import pictures_document
from samples.rendering import rendered
from samples.sample_document import cell, front, sample_document, torture_document

if TYPE_CHECKING:
    from collections.abc import Callable
    from email.message import EmailMessage

    from briefgen.model.document import Block

DAY = "2021-04-23.3f2a9c1b"


def mail_of(document: Document | None = None, **changes: str) -> bytes:
    """The sample brief as a mail, with another front."""
    found = document or sample_document()
    changed_front = replace(found.front, **{"edition": DAY, **changes})  # type: ignore[arg-type]  # strings alone
    return rendered(replace(found, front=changed_front), "eml", DEFAULT_STYLE)


def faults(data: bytes) -> list[str]:
    return faults_of(FORMATS["eml"], data)


@pytest.mark.parametrize("document", [sample_document(), torture_document(2), pictures_document()])
def test_text_page_and_pdf_of_a_mail_say_the_same(document: Document) -> None:
    data = mail_of(document)

    assert eml_words(data) == words_in(document, "eml")
    assert mail_text_words(eml_part(data, "text/plain")) == words_in(document, "eml")
    assert structure_words(eml_part(data, "application/pdf")) == words_in(document, "pdf")
    assert faults(data) == []


def test_the_attached_pdf_is_that_of_its_format() -> None:
    document = sample_document()
    data = rendered(document, "eml", DEFAULT_STYLE)

    assert eml_part(data, "application/pdf") == rendered(document, "pdf", DEFAULT_STYLE)


def test_a_mail_is_a_draft_with_a_subject_a_day_and_nobodys_address() -> None:
    head = eml_head(mail_of(handling="OFFICIAL", summary="Ties: brief for X."))

    assert head["X-Unsent"] == "1"
    assert head["Date"] == "Fri, 23 Apr 2021 00:00:00 +0000"
    assert message_from_bytes(mail_of(summary="Ties: brief."), policy=SMTP)["Subject"] == "OFFICIAL · Ties: brief"
    assert head["Content-Language"] == "en-GB"
    assert head["Message-ID"].endswith("@briefgen.invalid>")
    assert not {"From", "To", "Cc", "Bcc", "Sender", "Reply-To"} & set(head)


def test_a_brief_of_no_edition_has_no_day_and_still_a_name() -> None:
    data = mail_of(edition="", handling="", summary="")

    assert "Date" not in eml_head(data)
    assert 'filename="brief.pdf"' in eml_parts(data)[-1].head
    assert message_from_bytes(data, policy=SMTP)["Subject"] == sample_document().front.title


def test_what_is_attached_is_called_by_relation_audience_and_day() -> None:
    data = mail_of(relation="pakistan-belarus", reader="minister")

    assert 'filename="pakistan-belarus-minister-2021-04-23.pdf"' in eml_parts(data)[-1].head


def test_the_marks_stand_first_in_subject_page_and_text() -> None:
    state = StateWords(BriefState.DRAFT, mark="DRAFT", said="Draft")
    found = sample_document()
    data = mail_of(replace(found, front=replace(found.front, state=state, handling="OFFICIAL")))

    assert message_from_bytes(data, policy=SMTP)["Subject"].startswith("OFFICIAL · DRAFT · ")
    assert eml_part(data, "text/plain").startswith("OFFICIAL · DRAFT\n".encode())
    assert " ".join(eml_page(data).find("body").text_content().split()).startswith("OFFICIAL · DRAFT")


@pytest.mark.parametrize("title", ["Ties\r\nBcc: all@example.org", "Ties\x00\x1b", "Связи " * 60])
def test_no_title_adds_a_field_or_breaks_a_line(title: str) -> None:
    data = mail_of(title=title, summary=title, handling="")

    assert set(eml_head(data)) == {
        "Subject", "Date", "Message-ID", "X-Unsent", "MIME-Version", "Content-Type", "Content-Language",
    }  # fmt: skip
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert data.isascii()


def test_every_picture_stands_in_the_mail_and_nothing_is_fetched() -> None:
    page = eml_page(mail_of(pictures_document()))
    shown = [image.get("src") for image in page.iter("img")]

    assert shown
    assert all(source.startswith("cid:") for source in shown)
    assert all(image.get("alt") and image.get("width") for image in page.iter("img"))
    assert not {element.tag for element in page.iter()} & {"script", "link", "svg", "iframe", "form", "object"}


def test_links_lead_to_addresses_alone() -> None:
    targets = [link.get("href") for link in eml_page(mail_of(torture_document(2))).iter("a")]

    assert targets
    assert all(target.startswith(("https://", "http://", "mailto:")) for target in targets)


def test_every_element_that_lays_out_says_so_and_tables_of_figures_have_heads() -> None:
    page = eml_page(mail_of())

    for table in page.iter("table"):
        assert (table.get("role") == "presentation") != bool(table.findall("./thead/tr/th[@scope='col']"))


def test_words_on_dark_ground_have_no_colour_of_their_own() -> None:
    """Ink is said of the page alone, so that a dark page turns all of it; what is muted or tinted has a class."""
    page = eml_page(mail_of())
    coloured = [element for element in page.iter() if "color:#" in element.get("style", "").replace("-color", "")]

    assert {element.get("class") for element in coloured} <= {"page", "brief", "m", "t", "r"}


def test_the_trace_travels_in_what_is_attached() -> None:
    found = read_trace("a.eml", mail_of())

    assert found is not None
    assert found == read_trace("a.pdf", eml_part(mail_of(), "application/pdf"))


def test_a_mail_without_a_trace_has_none() -> None:
    assert read_trace("a.eml", b"Subject: x\r\n\r\nwords") is None


def changed(change: Callable[[EmailMessage], None]) -> bytes:
    mail = message_from_bytes(mail_of(), policy=SMTP)
    change(mail)
    return mail.as_bytes()


def _page(mail: EmailMessage) -> EmailMessage:
    return next(part for part in mail.walk() if part.get_content_type() == "text/html")


def _with(page: str) -> Callable[[EmailMessage], None]:
    def change(mail: EmailMessage) -> None:
        part = _page(mail)
        content = part.get_content().replace("</body>", f"{page}</body>")
        part.set_content(content, subtype="html", cte="quoted-printable")

    return change


FETCHED = "the page of the mail does not show its pictures, each once, and nothing else"
WRONG: dict[str, tuple[Callable[[EmailMessage], None], str]] = {
    "an address": (_with('<img src="https://x.org/a.png">'), FETCHED),
    "a script": (_with("<script>1</script>"), FETCHED),
    "a rule": (_with('<p style="background:url(//x.org/a)">'), FETCHED),
    "a picture twice": (_with('<img src="cid:figure-1@briefgen.invalid">'), FETCHED),
    "no subject": (lambda mail: mail.__delitem__("Subject"), "the mail has no Subject"),
    "a part of another kind": (
        lambda mail: mail.add_attachment(b"x", maintype="application", subtype="zip"),
        "the mail holds a part of application/zip",
    ),
    "a second PDF": (
        lambda mail: mail.add_attachment(b"%PDF-1.7\n%%EOF", maintype="application", subtype="pdf"),
        "the mail does not have one part of application/pdf",
    ),
    "a torn PDF": (
        lambda mail: list(mail.walk())[-1].set_content(b"%PDF-1.7", maintype="application", subtype="pdf"),
        "the PDF is not whole",
    ),
}  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG)
def test_what_a_mail_should_not_hold_is_a_fault(wrong: str) -> None:
    change, told = WRONG[wrong]

    assert faults(changed(lambda _: None)) == []
    assert told in faults(changed(change))


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.99])
def test_a_torn_mail_is_a_fault(cut: float) -> None:
    data = mail_of()

    assert "the mail is not whole" in faults(data[: int(len(data) * cut)])


def test_lines_end_as_those_of_mails_do() -> None:
    assert faults(mail_of().replace(b"\r\n", b"\n"))[0].startswith("the mail has a line")


def test_a_long_brief_is_not_cut_by_programs_that_cut_at_a_hundred_kilobytes() -> None:
    assert len(front().title) < len(eml_part(mail_of(), "text/html")) < 100_000


# ---------------------------------------------------------------- the plain text


def text_lines(document: Document | None = None) -> list[str]:
    return eml_part(mail_of(document), "text/plain").decode().splitlines()


def of_blocks(*blocks: Block) -> list[str]:
    """The lines between what stands under the title of the brief and its foot."""
    lines = text_lines(Document(front(), blocks))
    head, foot = (at for at, line in enumerate(lines) if line == "_" * 72)
    under = head + 2 + lines[head + 2 :].index(front().subtitle)
    return lines[under + 2 : foot - 1]


def words(text: str) -> tuple[TextRun, ...]:
    return (TextRun(text),)


def test_the_text_of_a_mail_holds_no_markdown() -> None:
    text = "\n".join(text_lines())

    assert not re.search(r"^#|\*\*|\[\^|\\|\]\(|^\|", text, re.MULTILINE)


@pytest.mark.parametrize("document", [sample_document(), pictures_document()])
def test_its_lines_are_as_wide_as_those_of_mails(document: Document) -> None:
    assert 60 < max(map(len, text_lines(document))) <= 72


def test_headings_are_underlined_by_what_they_stand_under() -> None:
    lines = of_blocks(Heading(1, words("Trade"), "t"), Heading(2, words("Goods"), "g"))

    assert lines == ["Trade", "-----", "", "Goods", "~~~~~"]
    assert text_lines()[text_lines().index(sample_document().front.title) + 1] == "=" * len(
        sample_document().front.title
    )


def test_a_link_is_written_out_unless_its_words_are_the_address() -> None:
    address = parse_address("https://example.org/a")
    bare, named = Link(address, words("example.org/a")), Link(address, words("the page "))

    assert of_blocks(Paragraph((TextRun("See "), named, TextRun("or "), bare, TextRun(".")))) == [
        "See the page <https://example.org/a> or example.org/a."
    ]


def test_items_hang_behind_their_marks() -> None:
    long = (Paragraph(words("word " * 20)),)

    assert of_blocks(BulletList((long,))) == ["- " + "word " * 13 + "word", "  word word word word word word"]
    assert of_blocks(NumberedList((long,), start=9))[1] == "   word word word word word word"


def test_sources_stand_behind_the_numbers_that_the_text_cites() -> None:
    listed = ReferenceList((ReferenceItem(3, words("A: B.")), ReferenceItem(12, words("C: D."))))

    assert of_blocks(listed) == ["[3] A: B.", "[12] C: D."]


def test_notes_are_told_from_sources() -> None:
    found = Document(front(), (Paragraph((TextRun("So"), NoteRef(1), TextRun("."))),), (Note(1, words("Why.")),))

    assert {"So[n1].", "[n1] Why."} < set(text_lines(found))


def test_a_wide_figure_column_stands_at_the_end_and_long_cells_take_several_lines() -> None:
    rows = ((cell("Exports of goods and of much else " * 2), cell("15")), (cell("All"), cell("1,500")))
    table = Table("t", (Align.START, Align.DECIMAL), (cell("What"), cell("2019")), rows)

    lines = of_blocks(table)

    assert lines[:2] == [f"{'What':65}   2019", f"{'-' * 65}  -----"]
    assert lines[2] == "Exports of goods and of much else Exports of goods and of much" + " " * 8 + "15"
    assert lines[3:] == ["else", "", f"{'All':65}  1,500", lines[1]]


def test_a_table_that_has_no_room_is_told_entry_by_entry() -> None:
    heads = tuple(cell(f"Head{at:03}") for at in range(12))
    table = Table("t", (Align.START,) * 12, heads, (tuple(cell(f"v{at}" if at != 1 else "") for at in range(12)),))

    lines = of_blocks(table)

    assert lines[0].startswith("Head000 | Head001 | ")
    assert lines[2:6] == ["- - - - -", "v0", "  Head002: v2", "  Head003: v3"]
    assert lines[-1] == "- - - - -"


def test_what_begins_like_a_quotation_is_set_one_in() -> None:
    table = Table("t", (Align.START,) * 2, (cell("A"), cell("B")), ((cell("> 80"), cell("x")), (cell("y"), cell("z"))))

    assert of_blocks(Paragraph(words("> 80 of them"))) == [" > 80 of them"]
    assert of_blocks(table) == [" A     B", " ----  -", " > 80  x", " y     z", " ----  -"]


def test_no_line_begins_with_what_looks_like_the_mark_of_an_item() -> None:
    for before in range(1, 72):
        (_, second) = of_blocks(Paragraph(words("x" * before + " – - 15. [2] " + "y" * (71 - before) + " z")))[:2]

        assert not second.startswith(("-", "15.", "[2]"))
