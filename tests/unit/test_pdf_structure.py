from __future__ import annotations

import io
import itertools
import re
from typing import TYPE_CHECKING

import pikepdf
import pytest

from briefgen.model.document import Align, Cite, Heading, Paragraph, Table, TextRun
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.pipeline import Order, exit_code, make
from briefgen.render.pdf import write_pdf
from briefgen.render.pdf.objects.book import Book
from briefgen.render.pdf.paint.content_streams import PAGINATION, PagePainter
from briefgen.render.pdf.paint.font_embedding import Fonts
from briefgen.render.pdf.paint.picture_objects import Pictures
from briefgen.render.pdf.text.inline_layout import Setting
from briefgen.render.pdf.text.line_breaking import Line
from briefgen.render.pdf.text.manners import Manner, Run, manner
from briefgen.world import Memory
from samples.composing import BASE, FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable
from readers.document_words import document_words
from readers.pdf import Element, shown, structure, structure_words
from samples.made_pdf import sample_pdf, torture_pdf
from samples.sample_document import cell, document, sample_document, text, torture_document


def _kinds(root: Element) -> list[str]:
    return [element.kind for element in root.walk()]


def test_the_structure_says_the_words_of_the_document_in_their_order() -> None:
    assert structure_words(sample_pdf()) == document_words(sample_document())
    assert structure_words(torture_pdf()) == document_words(torture_document())


@pytest.mark.parametrize("made", [sample_pdf, torture_pdf])
def test_headings_begin_at_one_and_skip_no_level(made: Callable[[], bytes]) -> None:
    levels = [int(kind[1]) for kind in _kinds(structure(made())) if re.fullmatch("H[1-6]", kind)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("made", [sample_pdf, torture_pdf])
def test_the_parent_tree_leads_each_mark_to_the_element_that_holds_it(made: Callable[[], bytes]) -> None:
    with pikepdf.open(io.BytesIO(made())) as pdf:
        tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        checked = 0
        for page in pdf.pages:
            for number, parent in enumerate(tree[int(page.obj.StructParents)]):
                assert _holds(parent, page, number)
                checked += 1
        for page in pdf.pages:
            for annotation in page.obj.get("/Annots", []):
                link = tree[int(annotation.StructParent)]
                assert link.S == "/Link"
                assert any(_is_object(kid, annotation) for kid in link.K)
                checked += 1
        assert checked > 100
        assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) == len(list(tree.keys()))


def _holds(element: pikepdf.Object, page: pikepdf.Page, number: int) -> bool:
    kids: list[object] = list(element.K)
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary):
            if kid.get("/Type") == "/MCR" and int(kid.MCID) == number and kid.Pg.objgen == page.obj.objgen:
                return True
        elif kid == number and element.Pg.objgen == page.obj.objgen:
            return True
    return False


def _is_object(kid: pikepdf.Object, annotation: pikepdf.Object) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR" and kid.Obj.objgen == annotation.objgen


@pytest.mark.parametrize("made", [sample_pdf, torture_pdf])
def test_every_link_element_has_an_annotation_and_every_annotation_says_what_it_is(made: Callable[[], bytes]) -> None:
    links = [element for element in structure(made()).walk() if element.kind == "Link"]
    assert links
    assert all(link.annotations for link in links)
    with pikepdf.open(io.BytesIO(made())) as pdf:
        annotations = [a for page in pdf.pages for a in page.obj.get("/Annots", [])]
        assert all(str(a.Contents) and int(a.F) == 4 for a in annotations)


def test_text_outside_the_structure_is_an_artifact() -> None:
    with pikepdf.open(io.BytesIO(torture_pdf())) as pdf:
        assert all(piece.artifact or piece.mark is not None for page in pdf.pages for piece in shown(page))


def test_a_head_is_repeated_overleaf_as_decoration_alone() -> None:
    table = Table("t", (Align.START,), (cell("Head word"),), tuple((cell(f"row {n}"),) for n in range(100)))
    data = write_pdf(document(table), DEFAULT_STYLE).value.data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        heads = [[p.artifact for p in shown(page) if p.text == "Head word"] for page in pdf.pages]
    assert heads == [[False]] + [[True]] * (len(heads) - 1)
    assert len(heads) > 1
    assert structure_words(data).count("Head") == 1


def test_tables_name_the_scope_of_their_headings() -> None:
    tables = [element for element in structure(sample_pdf()).walk() if element.kind == "Table"]
    cells = [cell for cell in tables[0].walk() if cell.kind in {"TH", "TD"}]
    assert [c.kind for c in cells] == ["TH"] * 4 + ["TH", "TD", "TD", "TD"] * 3
    scopes = [row["/Scope"] for c in cells for row in c.attributes]
    assert scopes == ["/Column"] * 4 + ["/Row"] * 3


def test_figures_say_what_they_show_and_where() -> None:
    elements = list(structure(sample_pdf()).walk())
    figures = [element for element in elements if element.kind == "Figure"]
    assert [figure.alt[:12] for figure in figures] == ["In 2019 Bela"]
    assert [element.title[:12] for element in elements if element.title] == ["Six dated st"]
    assert all("/BBox" in row for figure in figures for row in figure.attributes)


def test_notes_have_identifiers_and_stand_behind_their_block() -> None:
    kinds = [child.kind for child in structure(sample_pdf()).children if isinstance(child, Element)]
    assert kinds[:6] == ["H1", "P", "Div", "Note", "L", "Note"]
    notes = [element.id for element in structure(torture_pdf()).walk() if element.kind == "Note"]
    assert notes == [f"note-{number}" for number in range(1, 25)]


def test_a_citation_leads_to_each_reference_it_names() -> None:
    markers = [element for element in structure(sample_pdf()).walk() if element.kind == "Reference"]
    both = next(marker for marker in markers if "".join(marker.text().split()) == "[1,3]")
    assert [child.kind for child in both.children if isinstance(child, Element)] == ["Link", "Link"]


def test_a_citation_without_a_list_of_references_is_plain() -> None:
    data = write_pdf(document(Paragraph((TextRun("so "), Cite((1,), "[1]")))), DEFAULT_STYLE).value.data
    assert "Link" not in _kinds(structure(data))
    assert structure_words(data)[-2:] == ["so", "[1]"]


def test_the_outline_follows_the_headings() -> None:
    blocks = [Heading(1, text("One"), "one"), Heading(3, text("Deep"), "deep"), Heading(1, text("Two Ў"), "two")]
    data = write_pdf(document(*blocks), DEFAULT_STYLE).value.data
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        (title,) = outline.root
        assert [child.title for child in title.children] == ["One", "Two Ў"]
        assert [child.title for child in title.children[0].children] == ["Deep"]


def test_text_that_has_no_place_in_the_structure_is_refused() -> None:
    setting = Setting()
    setting.add("stray words", manner(DEFAULT_STYLE, DEFAULT_STYLE.text["body"]).run(None))
    line = Line(setting, 0, len(setting.words), setting.full_width)
    painter = PagePainter(0, 842.0, Fonts(), Pictures(Book((595.0, 842.0), "en-GB", "1.7")), lambda _: 1)
    painter.line(line, 57.0, 100.0, PAGINATION)
    with pytest.raises(AssertionError, match="no place in the structure"):
        painter.line(line, 57.0, 120.0)


def test_a_hole_in_the_structure_ends_with_our_own_fault_and_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {**BASE, f"{FOLDER}/trade.csv": f"{_HEAD}\nt,2019,PAK,BLR,X,1,1,USD,ref\n"}
    files["templates/sections/one.md.j2"] = "## Trade\n\n{{ trade[0].period }}\n"
    world = Memory({name: words.encode() for name, words in files.items()})
    monkeypatch.setattr("briefgen.render.pdf.text.manners.Manner.run", _without_a_slot)
    result = make(world, Order())
    assert exit_code(result, making=True) == 70
    assert [path for path in world.files if path.endswith(".pdf")] == []
    assert "no place in the structure" in (result.traceback or "")


_HEAD = "id,period,exporter,importer,flow,value,scale,currency,sources"


def _without_a_slot(look: Manner, _slot: object) -> Run:
    return Run(look.face, look.size, look.colour, None)
