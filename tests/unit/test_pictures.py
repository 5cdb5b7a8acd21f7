"""Pictures of a relation and of templates: read beside their records, placed by sections, told where they fail."""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pytest

from briefgen.load import load
from briefgen.model.formats import FORMATS
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.placed_picture import PlacedPicture
from briefgen.model.traversal import in_rows, plain_text
from briefgen.pipeline import Order, check, make
from briefgen.reading.html import parts_of
from briefgen.render import render
from briefgen.render.picture_size import picture_size
from briefgen.trace import sidecar
from briefgen.view import Request, view
from briefgen.world import Disk, Memory
from readers.eml import eml_part
from readers.pdf import pdf_faults, structure
from samples.composing import FOLDER
from samples.picture_workspace import FILES, HIDDEN, RECORD, composed, exhibits, told, world
from samples.pictures import ALT, drawn, jpeg, picture_exhibit, png, saved
from samples.rendering import rendered
from samples.sample_document import document

if TYPE_CHECKING:
    from pathlib import Path


# ---------------------------------------------------------------- reading


@pytest.mark.parametrize(
    ("files", "record", "said"),
    [
        ({}, RECORD, "there is no visit.png in data/x-y/pictures/"),
        ({"VISIT.png": png()}, RECORD, "there is no visit.png in data/x-y/pictures/"),
        ({"visit.png": b"hello"}, RECORD, "data/x-y/pictures/visit.png is no PNG or JPEG that can be read"),
        ({"visit.png": png()[:50]}, RECORD, "data/x-y/pictures/visit.png is a PNG or JPEG that is broken or cut off"),
        ({"visit.png": saved(drawn(), "GIF")}, RECORD, "data/x-y/pictures/visit.png is GIF, neither PNG nor JPEG"),
        ({"visit.png": saved(drawn(), save_all=True, append_images=[drawn(shade=2)])}, RECORD,
         "data/x-y/pictures/visit.png is an animation"),
        ({"visit.png": bytes((20 << 20) + 1)}, RECORD, "data/x-y/pictures/visit.png is larger than 20 MB"),
        ({"visit.png": png()}, RECORD.replace("visit.png", "visit.jpg"),
         "there is no visit.jpg in data/x-y/pictures/"),
    ],
    ids=["gone", "capitals", "text", "cut", "gif", "animated", "large", "ending"],
)  # fmt: skip
def test_a_picture_that_cannot_be_shown_is_told_at_its_field(files: dict[str, bytes], record: str, said: str) -> None:
    made = world(records=record, files={f"{FOLDER}/pictures/{name}": data for name, data in files.items()})

    errors = [line for line in told(made) if "error" in line]

    assert errors == [f"pictures.yaml:2:9: error[BG139] {said}"]
    assert load(made).value.relations[0].facts == ()
    assert all(d.hint for d in load(made).diagnostics)


@pytest.mark.parametrize("name", ["../visit.png", "pictures/visit.png", "/etc/visit.png", "a\\b.png", "~/x.png", "con",
                                  ". ", "nul.png/x"])  # fmt: skip
def test_only_a_name_is_a_file(name: str) -> None:
    errors = [d for d in load(world(records=RECORD.replace("visit.png", json.dumps(name)))).diagnostics
              if d.severity == "error"]  # fmt: skip

    assert [(d.code, d.place.line, d.place.column) for d in errors] == [("BG108", 2, 9)]
    assert all(d.hint for d in errors)


def test_what_a_file_holds_decides_and_not_its_name() -> None:
    made = world(records=RECORD.replace("visit.png", "visit.png"), files={f"{FOLDER}/pictures/visit.png": jpeg()})
    ((exhibit,), _) = exhibits(composed(made)[0]), told(made)

    assert isinstance(exhibit.graphic, PlacedPicture)
    assert exhibit.graphic.pixels.format == "image/jpeg"


def test_a_broken_file_is_told_once_and_a_missing_one_wherever_it_is_named() -> None:
    two = RECORD + RECORD.replace("id: visit", "id: other")

    assert len(told(world(records=two, files={f"{FOLDER}/pictures/visit.png": b"x"}))) == 1
    assert len(told(world(records=two, files={}))) == 2


def test_a_file_that_no_record_names_is_told() -> None:
    made = world(files={**FILES, f"{FOLDER}/pictures/.DS_Store": b"x", f"{FOLDER}/pictures/notes.txt": b"x"})

    assert told(made) == [
        "pictures/notes.txt: warning[BG140] no record names this file",
        "pictures/quiet.png: warning[BG140] no record names this file",
    ]


def test_a_link_out_of_the_relation_is_not_followed(tmp_path: Path) -> None:
    for name, data in world(files={}).files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (tmp_path / "elsewhere.png").write_bytes(png())
    (tmp_path / FOLDER / "pictures").mkdir()
    (tmp_path / FOLDER / "pictures/visit.png").symlink_to(tmp_path / "elsewhere.png")

    (said,) = load(Disk(tmp_path)).diagnostics

    assert (said.code, said.place.line) == ("BG139", 2)
    assert "a link leads out of data/x-y" in said.message


# ---------------------------------------------------------------- placing


def test_a_picture_stands_with_its_caption_source_credit_and_note() -> None:
    found, said = composed(world())
    (exhibit,) = exhibits(found)

    assert said == []
    assert (exhibit.caption.label, plain_text(exhibit.caption.title)) == ("Figure 1", "The two at a table")
    assert exhibit.alt == "Two people sign a paper."
    assert plain_text(exhibit.caption.source).endswith("Picture: BelTA, CC BY 4.0, 29\u00a0May 2015.")
    assert plain_text(exhibit.caption.note) == "Cut at the right."


@pytest.mark.parametrize(
    ("without", "source"),
    [
        ("  sources: [{ref: ref}]\n", "BelTA, CC BY 4.0, 29\u00a0May 2015."),
        ("  date: 2015-05-29\n", " Picture: BelTA, CC BY 4.0."),
        ("  credit: BelTA, CC BY 4.0\n", " Picture: 29\u00a0May 2015."),
    ],
)
def test_the_source_line_says_what_there_is(without: str, source: str) -> None:
    (exhibit,) = exhibits(composed(world(records=RECORD.replace(without, "")))[0])
    words = plain_text(exhibit.caption.source)

    assert words.strip() == source.strip().removeprefix(". ") or words.endswith(source)


def test_a_call_may_say_more() -> None:
    call = '{{ picture("visit", width=50, caption="Our *own* words", note="And a note", name="it") }}'
    template = f'{call}\n\nSee {{{{ ref("it") }}}}.'
    found, said = composed(world(template))
    (exhibit,) = exhibits(found)

    assert said == []
    assert plain_text(exhibit.caption.title) == "Our own words"
    assert plain_text(exhibit.caption.note) == "And a note"
    assert isinstance(exhibit.graphic, PlacedPicture)
    assert exhibit.graphic.share == 50


@pytest.mark.parametrize(
    "template",
    [
        "{% for shown in pictures %}{{ picture(shown) }}{% endfor %}\n",
        "{{ picture(pictures[0]) }}\n",
        '{{ picture(find("visit")) }}\n',
        '{% call side_notes(picture("visit")) %}Beside it.{% endcall %}\n',
        '{{ picture(picture="visit") }}\n',
    ],
)
def test_every_way_to_name_one(template: str) -> None:
    found, said = composed(world(template))

    assert said == []
    assert len(exhibits(found)) == 1


def test_pictures_are_counted_with_charts() -> None:
    template = '{{ timeline("Steps", events()) }}\n{{ picture("visit") }}\n{{ picture("visit") }}\n'
    made = world(template, more={f"{FOLDER}/milestones.yaml": "- {id: m, kind: other, title: T, date: 2015}\n"})

    labels = [exhibit.caption.label for exhibit in exhibits(composed(made)[0])]

    assert labels == ["Figure 1", "Figure 2", "Figure 3"]


@pytest.mark.parametrize(
    ("template", "code", "said"),
    [
        ('{{ picture("vist") }}\n', "BG418", "this brief has no picture 'vist' to place"),
        ('{{ picture("flag.png", caption="A", alt="B") }}\n', "BG430", "there is no picture templates/pictures/flag"),
        ('{{ picture("visit", width=9) }}\n', "BG404",
         "'width' of 'picture' takes a whole number from 10 to 100, and 9 is given"),
        ('{{ picture("visit", width=101) }}\n', "BG404",
         "'width' of 'picture' takes a whole number from 10 to 100, and 101 is given"),
        ('{{ picture("visit", width="half") }}\n', "BG404",
         "'width' of 'picture' takes a whole number from 10 to 100, and a text is given"),
        ('{{ picture("visit", alt="Other words") }}\n', "BG404", "a picture of the data has its own alternative text"),
        ("{{ picture(milestones[0]) }}\n", "BG404", "'m' is no picture"),
        ("{{ picture(milestones) }}\n", "BG404",
         "the name of a file in templates/pictures/, and a list is given"),
        ("{{ picture() }}\n", "BG404", "'picture' is called without 'picture'"),
        ('{{ picture("visit", size=3) }}\n', "BG404", "'picture' has no argument 'size'"),
        ('Words {{ picture("visit") }} around it.\n', None, ""),
        ("{{ pictures[0].file }}\n", "BG404", "a picture cannot be printed"),
    ],
)  # fmt: skip
def test_a_call_that_is_wrong_is_told_with_the_next_step(template: str, code: str | None, said: str) -> None:
    made = world(template, more={f"{FOLDER}/milestones.yaml": "- {id: m, kind: other, title: T, date: 2015}\n"})

    found = composed(made)[1]

    assert [d.code for d in found] == ([code] if code else [])
    assert all(said in d.message and d.hint and d.place.line == 1 for d in found)


# ---------------------------------------------------------------- templates


def shared(template: str, name: str = "flag.png", data: bytes | None = None) -> Memory:
    return world(template, files={**FILES, f"templates/pictures/{name}": data or png()}, records=RECORD + HIDDEN)


def test_a_picture_of_the_templates_has_its_words_in_the_call() -> None:
    template = '{{ picture("flag.png", caption="The flag", alt="A flag of " ~ parties[0].name, width=20) }}\n'
    found, said = composed(shared(template))
    (exhibit,) = exhibits(found)

    assert said == []
    assert exhibit.alt == "A flag of Pakistan"
    assert plain_text(exhibit.caption.title) == "The flag"
    assert exhibit.caption.source == ()


@pytest.mark.parametrize("call", ['"flag.png"', '"flag.png", alt="A"', '"flag.png", caption="A"'])
def test_a_picture_without_words_is_not_placed(call: str) -> None:
    found, said = composed(shared(f"{{{{ picture({call}) }}}}\n"))

    assert exhibits(found) == []
    assert [(d.code, d.place.line) for d in said] == [("BG404", 1)]


def test_a_figure_typed_into_an_alternative_text_is_told() -> None:
    said = composed(shared('{{ picture("flag.png", caption="A", alt="Signed in 2015") }}\n'))[1]

    assert [d.code for d in said] == ["BG440"]


def test_a_broken_picture_of_the_templates_is_told_at_the_file() -> None:
    named = '{{ picture("flag.png", caption="The flag", alt="A flag") }}\n'

    assert told(shared(named, data=b"x")) == [
        "templates/pictures/flag.png: error[BG139] templates/pictures/flag.png is no PNG or JPEG that can be read"
    ]


# ---------------------------------------------------------------- who sees what


def test_a_view_holds_neither_record_nor_pixels_of_what_is_hidden() -> None:
    workspace = load(world(records=RECORD + HIDDEN, files=FILES)).value
    seen = view(workspace.relations[0], workspace.audiences[0], Request()).value

    assert [item.id for item in seen.items["pictures"]] == ["visit"]
    assert "quiet" not in repr(seen)
    assert str(png(shade=1))[40:200] not in repr(seen)


@pytest.mark.parametrize("words", ["A very quiet room in the cellar.", "What nobody knows of them"])
@pytest.mark.parametrize("form", FORMATS)
def test_the_gate_looks_for_the_words_of_hidden_pictures(form: str, words: str) -> None:
    made = world(f"{words}\n", records=RECORD + HIDDEN, files=FILES)

    result = make(made, Order(formats=(form,)))

    assert "BG604" in {d.code for d in result.report.diagnostics}
    assert not any(path.startswith("output/x-y") for path in made.files)


@pytest.mark.parametrize("label", ["sensitivity: restricted", "recorded: 2022", "embargo_until: 2022", "date: 2021-05"])
def test_what_is_not_known_or_not_for_this_reader_is_not_placed(label: str) -> None:
    name = label.partition(":")[0]
    lines = [line for line in RECORD.splitlines() if not line.strip().startswith(name)]
    found, said = composed(world(records="\n".join([*lines, f"  {label}"]) + "\n"))

    assert exhibits(found) == []
    assert [d.code for d in said] == ["BG418"]


def test_a_picture_that_no_brief_shows_is_told_and_its_fields_are_not_when_it_is_shown() -> None:
    steps = {f"{FOLDER}/milestones.yaml": "- {id: m, kind: other, title: T, date: 2015, sources: [{ref: ref}]}\n"}
    left = check(world("{{ milestones[0].title }} {{ milestones[0].date|date }}.\n", more=steps), Order())
    shown = check(world(), Order())

    assert [d.message for d in left.report.diagnostics if d.code == "BG413" and "visit" in d.message] == [
        "no audience's brief shows 'visit'"
    ]
    assert [d.message for d in shown.report.diagnostics if d.code == "BG413"] == []


def test_the_words_of_a_picture_lead_back_to_its_record() -> None:
    trace = sidecar(composed(world())[0]).decode()

    assert "Two people sign a paper." in trace
    assert f"{FOLDER}/pictures.yaml" in trace


# ---------------------------------------------------------------- formats

SHAPES = {"png": png(), "jpeg": jpeg(), "wide": png(1900, 30), "tall": jpeg(30, 1900), "dot": png(1, 1),
          "large": jpeg(3000, 2000)}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_every_format_shows_the_pixels_as_they_were_written(shape: str) -> None:
    exhibit = picture_exhibit(SHAPES[shape])
    assert isinstance(exhibit.graphic, PlacedPicture)
    pixels = exhibit.graphic.pixels
    made = {name: rendered(document(exhibit), name, load(world()).value.style) for name in FORMATS}

    assert base64.b64encode(pixels.data) in made["html"]
    assert pixels.data == eml_part(made["eml"], pixels.format)
    with zipfile.ZipFile(io.BytesIO(made["docx"])) as package:
        assert pixels.data in [package.read(name) for name in package.namelist() if "/media/" in name]
    with pikepdf.open(io.BytesIO(made["pdf"])) as pdf:
        images = [image for page in pdf.pages for image in page.get_images().values()]
        assert [(int(image.Width), int(image.Height)) for image in images] == [(pixels.width, pixels.height)]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_picture_fits_its_page_and_is_tagged(shape: str) -> None:
    data = render(document(picture_exhibit(SHAPES[shape])), "pdf", load(world()).value.style).value.data
    (figure,) = [element for element in structure(data).walk() if element.kind == "Figure"]
    (box,) = [attributes["/BBox"] for attributes in figure.attributes if "/BBox" in attributes]
    left, bottom, right, top = map(float, re.findall(r"[\d.]+(?=')", box))

    assert figure.alt == ALT
    assert left >= 0
    assert bottom >= 0
    assert right <= 595.3
    assert 0 < top - bottom <= 842 * 0.6
    assert [fault for profile in ("ua1", "2a") for fault in pdf_faults(data, profile)] == []


@pytest.mark.parametrize(
    ("pixels", "share", "size"),
    [
        ((1000, 500), 100, (480, 240)), ((1000, 500), 50, (240, 120)), ((1000, 500), 10, (48, 24)),
        ((200, 100), 100, (200, 100)), ((200, 100), 50, (200, 100)), ((200, 100), 30, (144, 72)), ((1, 1), 100, (1, 1)),
        ((1000, 4000), 100, (60, 240)), ((4000, 50), 100, (480, 6)), ((1000, 2000), 20, (96, 192)),
        ((1000, 2000), 100, (120, 240)),
    ],
)  # fmt: skip
def test_a_picture_takes_its_share_as_far_as_its_pixels_and_the_page_bear_it(
    pixels: tuple[int, int], share: int, size: tuple[float, float]
) -> None:
    page = replace(DEFAULT_STYLE.page, height_mm=200, top_mm=29.444, bottom_mm=29.444)
    style = replace(DEFAULT_STYLE, page=page)
    most = (page.height_mm - page.top_mm - page.bottom_mm) * 72 / 25.4 * 0.6
    exhibit = picture_exhibit(png(*pixels), share=share)
    assert isinstance(exhibit.graphic, PlacedPicture)

    assert most == pytest.approx(240, abs=0.1)
    assert picture_size(exhibit.graphic, 480, style) == pytest.approx(size, abs=0.2)


@pytest.mark.parametrize("data", [png(), jpeg()], ids=["png", "jpeg"])
def test_pixels_are_no_words_to_the_gate(data: bytes) -> None:
    exhibit = picture_exhibit(data)
    assert isinstance(exhibit.graphic, PlacedPicture)
    letters = base64.b64encode(exhibit.graphic.pixels.data).decode()
    page = render(document(exhibit), "html", DEFAULT_STYLE).value.data

    assert letters in page.decode()
    assert not any(letters[40:80] in text for _, text in parts_of(page))


def test_one_picture_that_stands_twice_is_once_in_the_pdf() -> None:
    twice = document(picture_exhibit(jpeg(2000, 2000)), picture_exhibit(jpeg(2000, 2000), number=2))
    once = document(picture_exhibit(jpeg(2000, 2000)))
    style = load(world()).value.style
    sizes = [len(render(made, "pdf", style).value.data) for made in (once, twice)]

    assert sizes[1] - sizes[0] < 3000


# ---------------------------------------------------------------- in prose


def prose(text: str, label: str = "public") -> Memory:
    files = {f"{FOLDER}/prose/story.md": f"---\nsensitivity: {label}\nsources: [{{ref: ref}}]\n---\n{text}"}
    return world('## Story\n\n{{ prose("story") }}\n', records=RECORD + HIDDEN, files=FILES, more=files)


def test_prose_places_a_picture_in_a_paragraph_of_its_own() -> None:
    found, said = composed(prose('They met.\n\n{{ picture("visit") }}\n\nThey parted.\n'))
    (exhibit,) = exhibits(found)

    assert said == []
    assert exhibit.alt == "Two people sign a paper."
    assert (exhibit.caption.label, plain_text(exhibit.caption.title)) == ("Figure 1", "The two at a table")
    assert [type(block).__name__ for block in in_rows(found.blocks)] == ["Heading", "Paragraph", "Exhibit", "Paragraph"]


def test_prose_with_a_hidden_picture_is_left_out_whole() -> None:
    found, _ = composed(prose('They met.\n\n{{ picture("quiet") }}\n'))

    assert exhibits(found) == []
    assert "They met." not in str(found)


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ('They {{ picture("visit") }} met.\n', "BG406", "must stand in a paragraph of its own"),
        ('{{ picture("vist") }}\n', "BG292", "there is no fact 'vist'"),
        ('{{ picture("m") }}\n', "BG292", "'m' is no picture"),
        ('{{ picture("visit").alt }}\n', "BG", "a picture has no field or filter behind it"),
        ('{{ picture("visit")|capital }}\n', "BG", "a picture has no field or filter behind it"),
        ('{{ picture("visit", 50) }}\n', "BG", "cannot stand"),
        ("{{ picture(visit) }}\n", "BG", "cannot stand"),
        ('{ picture("visit") }\n', "BG", "begins no value"),
    ],
)  # fmt: skip
def test_a_picture_in_prose_that_is_wrong_is_told_at_its_place(text: str, code: str, said: str) -> None:
    made = prose(text)
    made.files[f"{FOLDER}/milestones.yaml"] = b"- {id: m, kind: other, title: T, date: 2015, sources: [{ref: ref}]}\n"

    found = [d for d in check(made, Order()).report.diagnostics if d.severity == "error"]

    assert len(found) == 1
    assert found[0].code.startswith(code)
    assert said in found[0].message
    assert (found[0].place.path, found[0].place.line) == (f"{FOLDER}/prose/story.md", 5)
    assert found[0].hint
