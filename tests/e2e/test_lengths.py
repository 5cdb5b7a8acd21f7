"""Lengths at which a layout that looks at everything for everything would hang: a whole file, or a diagnostic."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from briefgen.diagnostics import Severity
from briefgen.model.formats import FORMATS
from briefgen.pipeline import Order, make
from briefgen.reading import faults_of
from briefgen.world import Memory
from samples.small_workspace import FILES, FOLDER, SECTION

if TYPE_CHECKING:
    from briefgen.pipeline import Result

WORD, PARAGRAPH = "a" * 200_000, "some words of a brief " * 18_200
HEAD = "---\nabout: The story.\noptions:\n  limit: 0\n---\n## Story\n\n"
SPOTS = {
    "a paragraph": "{{ milestones[0].text }}",
    "strong words": "**{{ milestones[0].text }}**",
    "a heading": "### {{ milestones[0].text }}\n\nx",
    "a list": "- {{ milestones[0].text }}",
    "a cell": '{% call table("T") %}\n| a | b |\n| - | - |\n| {{ milestones[0].text }} | x |\n{% endcall %}',
    "a caption": "{% call table(milestones[0].text) %}\n| a | b |\n| - | - |\n| c | x |\n{% endcall %}",
    "a callout": '{% call callout("B") %}\n{{ milestones[0].text }}\n{% endcall %}',
    "a card": "{% call key_figures() %}\n- **{{ milestones[0].text }}**\\\n  label\n{% endcall %}",
    "a footnote": "x{{ note(milestones[0].text) }}",
}
LONG = {
    "4,000 line ends": "a\\\n" * 4_000 + "b",
    "20,000 emphases": "*a* " * 20_000,
    "10,000 paragraphs": "x\n\n" * 10_000,
    "10,000 items": "- x\n" * 10_000,
    "5,000 headings": "### x\n\ny\n\n" * 5_000,
    "5,000 footnotes": "\n\n".join(f"x[^{n}]\n\n[^{n}]: note" for n in range(5_000)),
    "90,000 brackets": "[ " * 90_000,
    "5,000 joined rows": '{% call table("T") %}\n|a|b|\n|-|-|\n|x|y|\n' + "|^|y|\n" * 5_000 + "{% endcall %}",
}


def table(columns: int, rows: int) -> str:
    """A pipe table."""
    lines = ["|" + "a|" * columns, "|" + "-|" * columns, *["|" + "b|" * columns] * rows]
    return '{% call table("T") %}\n' + "\n".join(lines) + "\n{% endcall %}"


def made(formats: tuple[str, ...], files: dict[str, str]) -> tuple[Result, Memory]:
    """The briefs of the small workspace with some files in place of its own."""
    world = Memory({path: text.encode() for path, text in {**FILES, **files}.items()})
    return make(world, Order(formats=formats)), world


@lru_cache(maxsize=1)
def made_in_every_format(*files: tuple[str, str]) -> tuple[Result, Memory]:
    """The same, for the tests that follow each other: most of the time goes into what comes before the formats."""
    return made(tuple(FORMATS), dict(files))


def is_whole(format_name: str, files: dict[str, str]) -> bool:
    """Whether a brief comes of it that an independent look finds no fault with."""
    result, world = made_in_every_format(*files.items())
    assert [d for d in result.report.diagnostics if d.severity is Severity.ERROR] == []
    (path,) = (path for path in result.briefs[0].files if path.endswith(f".{format_name}"))
    return faults_of(FORMATS[format_name], world.files[path]) == []


def told(section: str, **fields: str) -> dict[str, str]:
    """A section that prints a long text of the data."""
    record = {"id": "m", "kind": "other", "title": "T", "date": "2015", "sources": [{"ref": "book"}], **fields}
    return {f"{FOLDER}/milestones.yaml": f"- {json.dumps(record)}\n", SECTION: f"{HEAD}{section}\n"}


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("spot", SPOTS)
def test_a_word_of_200_000_characters_comes_out_whole(spot: str, format_name: str) -> None:
    assert is_whole(format_name, told(SPOTS[spot], text=WORD))


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("spot", SPOTS)
def test_a_text_of_400_000_characters_comes_out_whole(spot: str, format_name: str) -> None:
    assert is_whole(format_name, told(SPOTS[spot], text=PARAGRAPH))


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("name", LONG)
def test_a_long_section_comes_out_whole(name: str, format_name: str) -> None:
    assert is_whole(format_name, {SECTION: f"{HEAD}{LONG[name]}\n"})


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_table_of_20_000_rows_comes_out_whole(format_name: str) -> None:
    assert is_whole(format_name, {SECTION: f"{HEAD}{table(2, 20_000)}\n"})


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_reference_with_a_long_title_comes_out_whole(format_name: str) -> None:
    record = json.loads(FILES[f"{FOLDER}/references.json"])[0] | {"title": WORD}

    assert is_whole(format_name, {f"{FOLDER}/references.json": json.dumps([record])})


@pytest.mark.parametrize("format_name", FORMATS)
def test_the_longest_titles_stand_in_a_timeline(format_name: str) -> None:
    assert is_whole(format_name, told('{{ timeline("T", milestones) }}', title="a" * 500))


@pytest.mark.parametrize("columns", [501, 4_000])
def test_a_table_wider_than_any_page_is_told_at_its_line(columns: int) -> None:
    result, world = made(("pdf",), {SECTION: f"{HEAD}{table(columns, 3)}\n"})

    assert [(str(d.place), d.code) for d in result.report.diagnostics if d.severity is Severity.ERROR] == [
        (f"{SECTION}:9:1", "BG403")
    ]
    assert not any(path.startswith("output/") for path in world.files)


@pytest.mark.parametrize("format_name", FORMATS)
def test_the_widest_table_comes_out_whole(format_name: str) -> None:
    assert is_whole(format_name, {SECTION: f"{HEAD}{table(120, 3)}\n"})
