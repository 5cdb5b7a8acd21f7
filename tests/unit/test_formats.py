"""The registry of formats: what is asked for, what is made first, and what a name that no format has comes to."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from briefgen.batch.messages import Done, read_product
from briefgen.diagnostics import Outcome
from briefgen.model import formats
from briefgen.model.formats import ALL, FORMATS, Extent, Format, asked_for, format_of, in_making_order
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.rendering import Rendering
from briefgen.pipeline import Order, exit_code, make
from briefgen.pipeline.compose_and_render import produce
from briefgen.reading import read_trace
from briefgen.render import prepare, render
from briefgen.world import Memory
from samples.composing import job
from samples.sample_document import sample_document
from samples.small_workspace import FILES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefgen.model.document import Document
    from briefgen.model.looks.style import Style


def small() -> Memory:
    """The small workspace."""
    return Memory({path: text.encode() for path, text in FILES.items()})


def test_these_are_the_formats() -> None:
    assert [(form.name, form.title, form.endings, form.holds_trace) for form in FORMATS.values()] == [
        ("pdf", "PDF", (".pdf",), True),
        ("docx", "DOCX", (".docx", ".dotx"), True),
        ("html", "HTML", (".html",), True),
        ("md", "Markdown", (".md",), False),
        ("eml", "mail", (".eml",), True),
    ]


def test_all_is_what_a_desk_hands_on() -> None:
    assert asked_for([ALL]) == ("pdf", "docx", "html")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ([], ("pdf",)),
        (["html"], ("html",)),
        (["html", "pdf", "html"], ("html", "pdf")),
        (["html", ALL], ("html", "pdf", "docx")),
        ([ALL, "md"], ("pdf", "docx", "html", "md")),
        ([ALL, ALL], ("pdf", "docx", "html")),
    ],
)
def test_each_format_is_asked_for_once_in_the_order_of_the_words(words: list[str], names: tuple[str, ...]) -> None:
    assert asked_for(words) == names


@pytest.mark.parametrize(
    ("path", "name"),
    [("a.pdf", "pdf"), ("out/A.B.DOCX", "docx"), ("letter.dotx", "docx"), ("page.html", "html"), ("BRIEF.Md", "md")],
)
def test_a_file_is_known_by_its_ending(path: str, name: str) -> None:
    assert format_of(path) is FORMATS[name]


@pytest.mark.parametrize("path", ["", "pdf", "a.xhtml", "a.json", "a.trace.json", "a.pdf.zip", "a.odt", "html"])
def test_what_no_format_has_for_an_ending_is_no_brief(path: str) -> None:
    assert format_of(path) is None
    assert read_trace(path, b"<html></html>") is None


# ---------------------------------------------------------------- made of others

BOUND = Format(
    name="bound", title="Bound", endings=(".bound",), holds_trace=False, in_all=False, media_type="x/x",
    extent=Extent.EXTRACT, needs=("html",),
)  # fmt: skip
BOXED = Format(
    name="boxed", title="Boxed", endings=(".boxed",), holds_trace=False, in_all=False, media_type="x/x",
    needs=("bound", "pdf"),
)  # fmt: skip


@pytest.fixture
def declared(monkeypatch: pytest.MonkeyPatch) -> Mapping[str, Format]:
    """The formats with two that are made of others."""
    every = {**FORMATS, "bound": BOUND, "boxed": BOXED}
    half = ModuleType("briefgen.render.bound")

    def write(_document: Document, _style: Style, needed: Mapping[str, bytes]) -> Outcome[Rendering]:
        return Outcome(Rendering(b"bound: " + needed["html"]))

    half.write = write  # type: ignore[attr-defined]  # a module made by hand
    monkeypatch.setitem(sys.modules, half.__name__, half)
    for module in (formats, sys.modules["briefgen.render"]):
        monkeypatch.setattr(module, "FORMATS", every)
    monkeypatch.setattr(in_making_order, "__defaults__", (every,))
    return every


@pytest.mark.parametrize(
    ("names", "made"),
    [
        (["pdf"], ["pdf"]),
        (["html", "pdf"], ["pdf", "html"]),
        (["bound"], ["html", "bound"]),
        (["boxed", "html"], ["pdf", "html", "bound", "boxed"]),
    ],
)
def test_what_a_format_needs_is_made_before_it(
    names: list[str], made: list[str], declared: Mapping[str, Format]
) -> None:
    assert [form.name for form in in_making_order(names, declared)] == made


@pytest.mark.usefixtures("declared")
def test_what_is_made_for_another_format_alone_goes_no_further() -> None:
    steps: list[str] = []
    alone = produce(job(formats=("bound",)), lambda step: steps.append(step.name))
    beside = produce(job(formats=("bound", "html")))

    assert steps[-2:] == ["html", "bound"]
    assert list(alone.files) == ["bound"]
    assert list(beside.files) == ["bound", "html"]
    assert alone.files["bound"].data == b"bound: " + beside.files["html"].data


@pytest.mark.usefixtures("declared")
def test_a_format_is_not_made_without_what_it_needs() -> None:
    with pytest.raises(KeyError):
        render(sample_document(), "bound", DEFAULT_STYLE)


# ---------------------------------------------------------------- names that no format has


@pytest.mark.parametrize(
    ("name", "hint"), [("htm", "did you mean 'html'?"), ("../pdf", "did you mean 'pdf'?"), ("q", "choose")]
)
def test_a_format_that_there_is_none_of_makes_nothing_and_is_told(name: str, hint: str) -> None:
    world = small()
    result = make(world, Order(formats=("html", name)))
    (said,) = (d for d in result.report.diagnostics if d.severity == "error")

    assert (said.code, said.message) == ("BG503", f"there is no format '{name}'")
    assert str(said.hint).startswith(hint)
    assert exit_code(result, making=True) == 1
    assert not any(path.startswith("output/") for path in world.files)


@pytest.mark.parametrize("act", [lambda: render(sample_document(), "odt", DEFAULT_STYLE), lambda: prepare(["odt"])])
def test_no_writer_stands_in_for_one_that_is_not_there(act: Callable[[], object]) -> None:
    with pytest.raises((KeyError, ValueError)):
        act()


def test_a_process_that_names_a_file_of_no_format_is_not_believed() -> None:
    said = {"diagnostics": [], "facts": [], "files": [["/../../public.pdf", None]], "fault": None}

    with pytest.raises(KeyError):
        read_product(Done(said, 2), (b"", b"data"))
