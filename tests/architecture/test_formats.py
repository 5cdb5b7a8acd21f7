"""A format is one declaration and two halves; nobody else knows formats by name."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import briefgen.reading.docx
import briefgen.reading.eml
import briefgen.reading.html
import briefgen.reading.md
import briefgen.reading.pdf
import briefgen.render.docx
import briefgen.render.eml
import briefgen.render.html
import briefgen.render.md
import briefgen.render.pdf
from briefgen.model.formats import ALL, FORMATS, PAGED, TRACKED
from briefgen.reading.reading_half import ReadingHalf, TraceReadingHalf, reading_half, trace_reading_half
from briefgen.render.writing_half import PagedHalf, TrackingHalf, WritingHalf, paged_half, tracking_half, writing_half

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).parents[2] / "src/briefgen"
WRITERS: dict[str, WritingHalf] = {
    "pdf": briefgen.render.pdf,
    "docx": briefgen.render.docx,
    "html": briefgen.render.html,
    "md": briefgen.render.md,
    "eml": briefgen.render.eml,
}
READERS: dict[str, ReadingHalf] = {"md": briefgen.reading.md}
TRACE_READERS: dict[str, TraceReadingHalf] = {
    "pdf": briefgen.reading.pdf,
    "docx": briefgen.reading.docx,
    "html": briefgen.reading.html,
    "eml": briefgen.reading.eml,
}
PAGED_WRITER: PagedHalf = briefgen.render.pdf
TRACKING_WRITER: TrackingHalf = briefgen.render.docx
"""The packages under the protocols that they must keep to: mypy compares them."""
SHARED = {"render": {"charts"}, "reading": set[str]()}
"""Packages beside the halves, for all of them."""
NAMED_ELSEWHERE = {
    "cli/commands/audiences.py": {"html"},  # what the matrix is printed as
    "cli/commands/style.py": {".docx"},  # the Word file that a house style is read from
    "pipeline/house_trial.py": {"docx"},  # what a Word file is made into
}
"""Words that are no formats of briefs there."""


def halves(floor: str) -> set[str]:
    """The packages of a floor that are halves of formats."""
    return {path.parent.name for path in (SOURCE / floor).glob("*/__init__.py")} - SHARED[floor]


def test_every_declared_format_has_both_halves_and_every_half_is_declared() -> None:
    assert halves("render") == halves("reading") == set(FORMATS)
    assert set(WRITERS) == {*READERS, *TRACE_READERS} == set(FORMATS)
    assert set(TRACE_READERS) == {name for name, form in FORMATS.items() if form.holds_trace}


@pytest.mark.parametrize("name", FORMATS)
def test_a_half_is_found_by_the_name_of_its_format_and_has_all_its_parts(name: str) -> None:
    form = FORMATS[name]
    protocol = TraceReadingHalf if form.holds_trace else ReadingHalf
    reader = trace_reading_half(form) if form.holds_trace else reading_half(form)

    assert (writing_half(form), reader) == (WRITERS[name], (READERS | TRACE_READERS)[name])
    for half, parts in ((WRITERS[name], WritingHalf), (reader, protocol)):
        assert all(inspect.isfunction(getattr(half, part)) for part in dir(parts) if not part.startswith("_"))


def test_pages_are_counted_by_one_format() -> None:
    assert [form for form in FORMATS.values() if form.has_pages] == [PAGED]
    assert paged_half() == PAGED_WRITER == WRITERS[PAGED.name]
    assert all(inspect.isfunction(getattr(PAGED_WRITER, part)) for part in dir(PagedHalf) if not part.startswith("_"))


def test_changes_are_tracked_by_one_format() -> None:
    assert [form for form in FORMATS.values() if form.tracks_changes] == [TRACKED]
    assert tracking_half() == TRACKING_WRITER == WRITERS[TRACKED.name]
    assert inspect.isfunction(TRACKING_WRITER.redlined)


def test_declarations_do_not_meet() -> None:
    forms = list(FORMATS.values())
    endings = [ending for form in forms for ending in form.endings]

    assert ALL not in FORMATS
    assert len(endings) == len(set(endings))
    assert len({form.title for form in forms}) == len(forms)
    assert all(ending == ending.lower() and ending.startswith(".") for ending in endings)
    assert all(form.name.isidentifier() and form.endings for form in forms)


def test_a_format_needs_only_formats_that_are_declared_above_it() -> None:
    names = list(FORMATS)

    for place, form in enumerate(FORMATS.values()):
        assert set(form.needs) <= set(names[:place])


# ---------------------------------------------------------------- nobody else


def outside_of_halves() -> list[Path]:
    """Modules that deal with formats and are none."""
    floors = ("batch", "cli", "pipeline", "publish", "reading", "render", "trace")
    own = [SOURCE / floor / name for floor in ("render", "reading") for name in FORMATS]
    found = (path for floor in floors for path in (SOURCE / floor).rglob("*.py"))
    return sorted(path for path in found if not any(path.is_relative_to(folder) for folder in own))


def strings(tree: ast.AST) -> Iterator[str]:
    """Every string of a module that is no documentation."""
    told = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


@pytest.mark.parametrize("path", outside_of_halves(), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_nobody_else_names_a_format_or_an_ending(path: Path) -> None:
    names = {word for form in FORMATS.values() for word in (form.name, form.title, *form.endings)}
    found = {text for text in strings(ast.parse(path.read_text(encoding="utf-8"))) if text in names}

    assert found == NAMED_ELSEWHERE.get(path.relative_to(SOURCE).as_posix(), set())


def imported(tree: ast.AST) -> Iterator[str]:
    """The modules that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_nobody_imports_a_half_by_name() -> None:
    elsewhere = (path for path in SOURCE.rglob("*.py") if path.relative_to(SOURCE).parts[0] not in SHARED)
    packages = tuple(f"briefgen.{floor}.{name}" for floor in SHARED for name in FORMATS)
    found = {
        (path.relative_to(SOURCE).as_posix(), module)
        for path in (*elsewhere, *outside_of_halves())
        for module in imported(ast.parse(path.read_text(encoding="utf-8")))
        if module.startswith(packages)
    }

    assert found == {("render/__init__.py", "briefgen.render.docx.package.starter_file")}  # a house file is no brief
