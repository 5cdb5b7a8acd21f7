"""Code of shipped templates that was made with the package: used for these very words, and for no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.compose.code_of_templates import code_of_templates
from briefgen.compose.source import made_code as module
from briefgen.compose.source.made_code import made_code
from briefgen.compose.source.template_problems import Problems
from briefgen.compose.template import sandbox
from briefgen.compose.template.sandbox import SectionEnvironment
from briefgen.compose.values.field_use import FieldUse
from briefgen.compose.values.placeholders import Slots
from briefgen.diagnostics import Report

if TYPE_CHECKING:
    from pathlib import Path

NAME, SOURCE = "sections/a.md.j2", "# Title\n\n{% for n in range(2) %}\nline\n{% endfor %}\n{{ titel }}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The package's folder of made code, with that of one template."""
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    monkeypatch.setattr(sandbox, "_CODE", {})
    for name, code in code_of_templates({NAME: SOURCE}).items():
        (tmp_path / name).write_text(code, encoding="utf-8")
    return tmp_path


def environment(source: str, report: Report) -> SectionEnvironment:
    sources = {NAME: source}
    return SectionEnvironment(sources, Slots(), Problems(report, sources), FieldUse(), 1)


def refuse(*_: object, **__: object) -> None:
    raise AssertionError("made anew")


def test_the_code_of_the_same_words_is_taken_as_it_was_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SectionEnvironment, "_parse", refuse)

    assert environment(SOURCE, Report()).get_template(NAME).render().count("line") == 2


def test_it_writes_the_same_and_tells_the_same_at_the_same_place_as_code_that_is_made_anew(folder: Path) -> None:
    said: list[tuple[str, object]] = []
    for _ in range(2):
        report = Report()
        rendered = environment(SOURCE, report).get_template(NAME).render()
        said.append((rendered, [(told.code, told.message, told.place) for told in report.diagnostics]))
        sandbox._CODE.clear()
        for path in folder.glob("*.py"):
            path.unlink()

    assert said[0] == said[1]
    assert "titel" in str(said[0][1])


@pytest.mark.parametrize(("name", "source"), [(NAME, SOURCE + " "), ("sections/b.md.j2", SOURCE)])
def test_there_is_none_for_another_text_or_name(name: str, source: str) -> None:
    assert made_code(NAME, SOURCE)
    assert made_code(name, source) is None


def test_there_is_none_for_another_jinja(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "installed_version", lambda _: "3.9")

    assert made_code(NAME, SOURCE) is None


def test_a_checkout_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_FOLDER", tmp_path / "not_there")

    assert made_code(NAME, SOURCE) is None
    assert "line" in environment(SOURCE, Report()).get_template(NAME).render()
