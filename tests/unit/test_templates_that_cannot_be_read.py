"""One file or folder of templates that cannot be read is one error, and hides no fault of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.pipeline import Order, check
from briefgen.world import Disk, Memory
from samples.composing import BASE, FOLDER

if TYPE_CHECKING:
    from pathlib import Path

AUDIENCE, SECTION = "templates/audiences/reader.yaml", "templates/sections/one.md.j2"
OTHER, PARTIAL = "templates/sections/two.md.j2", "templates/partials/p.md.j2"
FILES = {
    **BASE,
    f"{FOLDER}/milestones.yaml": "- {id: m, kind: other, title: T, date: 2015, sources: [{ref: ref}]}\n",
    AUDIENCE: BASE[AUDIENCE].replace("[one]", "[one, {two: {limit: 3}}]"),
    SECTION: '{% include "partials/p.md.j2" %}\n\n{{ title }}\n',
    OTHER: "---\noptions:\n  limit: 5\n---\n{{ options.limit }} {{ milestones[0].title }}\n",
    PARTIAL: "Words.\n",
}


def told(changed: dict[str, bytes]) -> list[tuple[str, str, str | None]]:
    """Code, place and hint of each error."""
    files = {path: text.encode() for path, text in FILES.items()} | changed
    report = check(Memory(files), Order()).report
    return [(d.code, str(d.place), d.hint) for d in report.diagnostics if d.severity == "error"]


def test_the_workspace_is_sound() -> None:
    assert told({}) == []


ONE: dict[str, tuple[dict[str, bytes], str, str]] = {
    "a section that is no text": ({OTHER: b"\xff"}, "BG102", f"{OTHER}:1:1"),
    "a section with a control character": ({OTHER: b"x\x00"}, "BG102", f"{OTHER}:1:2"),
    "a section that is too large": ({OTHER: b"x" * 9_000_000}, "BG103", OTHER),
    "a partial that is no text": ({PARTIAL: b"\xff"}, "BG102", f"{PARTIAL}:1:1"),
    "a partial that is too large": ({PARTIAL: b"x" * 9_000_000}, "BG103", PARTIAL),
    "a partial whose macro is asked for": (
        {PARTIAL: b"\xff", SECTION: b"{% from 'partials/p.md.j2' import m %}{{ m() }}"}, "BG102", f"{PARTIAL}:1:1",
    ),
    "a partial that is placed twice": (
        {PARTIAL: b"\xff", OTHER: b"---\noptions: {limit: 5}\n---\n{% include 'partials/p.md.j2' %}x"},
        "BG102", f"{PARTIAL}:1:1",
    ),
    "a head that is not closed": ({OTHER: b"---\noptions:\n    limit: 5\n{{ x }}"}, "BG116", f"{OTHER}:1:1"),
    "a head with a list": ({OTHER: b"---\n- limit\n---\n{{ options.limit }}"}, "BG116", f"{OTHER}:2:1"),
    "options that are a list": ({OTHER: b"---\noptions: [limit]\n---\n{{ options.limit }}"}, "BG116", f"{OTHER}:2:10"),
    "a policy in a head": ({OTHER: b"---\nif_empty: drop\n---\n{{ options.limit }}"}, "BG116", f"{OTHER}:2:1"),
}  # fmt: skip


@pytest.mark.parametrize("name", ONE)
def test_what_cannot_be_read_is_told_once(name: str) -> None:
    changed, code, place = ONE[name]
    ((told_code, told_place, hint),) = told(changed)

    assert (told_code, told_place) == (code, place)
    assert hint


@pytest.mark.parametrize("folder", ["sections", "partials"])
def test_a_folder_that_leads_out_is_told_once(folder: str, tmp_path: Path) -> None:
    for path, text in FILES.items():
        (tmp_path / "w" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "w" / path).write_text(text, encoding="utf-8")
    (tmp_path / "w/templates" / folder).rename(tmp_path / "out")
    (tmp_path / "w/templates" / folder).symlink_to(tmp_path / "out")
    (one,) = [d for d in check(Disk(tmp_path / "w"), Order()).report.diagnostics if d.severity == "error"]

    assert (one.code, str(one.place)) == ("BG101", f"templates/{folder}")
    assert one.hint == "put the folder itself there in place of the link; until then nothing in it is used"


def test_a_fault_of_an_audience_hides_none_of_its_templates() -> None:
    said = told(
        {
            AUDIENCE: FILES[AUDIENCE].replace("subtitle: What is known\n", "").encode(),
            SECTION: b"{{ titel }}\n\n{% if title %}",
            PARTIAL: b"x\n{{ as_of }",
            OTHER: b"---\noptions: {limit: 5}\n---\n{{ as_of|dat }} {% include 'partials/p.md.j2' %}",
        }
    )

    assert [(code, place) for code, place, _ in said] == [
        ("BG107", f"{AUDIENCE}:1:1"),
        ("BG401", f"{PARTIAL}:2:10"),
        ("BG402", f"{SECTION}:1:4"),
        ("BG401", f"{SECTION}:3:1"),
        ("BG402", f"{OTHER}:4:10"),
    ]


def test_a_fault_of_a_section_that_no_audience_lists_is_told() -> None:
    said = told({"templates/sections/third.md.j2": b"{% for x in visits %}"})

    assert ("BG401", "templates/sections/third.md.j2:1:1") in [(code, place) for code, place, _ in said]
