"""How much pictures may be together: of a relation, of the templates, and in a brief; told before the work is done."""

from __future__ import annotations

import hashlib
import struct
import time
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from briefgen.compose.template import picture_function
from briefgen.load import load
from briefgen.load.pictures import picture_files
from briefgen.load.pictures.picture_decoding import PICTURES, declared_pixels, decoded
from briefgen.model.limits import PICTURES_TOGETHER
from briefgen.pipeline import Order, check, make
from samples.composing import FOLDER
from samples.picture_workspace import PLACED, composed, exhibits, told, world
from samples.pictures import jpeg, png, saved

if TYPE_CHECKING:
    from briefgen.model.values.picture_file import Pixels
    from briefgen.world import Memory

MANY = "{% for shown in pictures %}{{ picture(shown) }}\n\n{% endfor %}\n"


def bomb(width: int, height: int) -> bytes:
    """A small PNG of as many pixels as it says, all of one colour."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = (bytes(1 + (width + 7) // 8)) * height
    begun = b"\x89PNG\r\n\x1a\n"
    for kind, content in ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")):
        begun += struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    return begun


def records(count: int, name: str = "p{}.png") -> str:
    rows = (f"- {{id: p{n}, file: {name.format(n)}, caption: C, alt: A, credit: D, sources: [{{ref: ref}}]}}"
            for n in range(count))  # fmt: skip
    return "\n".join(rows) + "\n"


def of_files(files: dict[str, bytes], listed: str, template: str = MANY) -> Memory:
    return world(template, listed, {f"{FOLDER}/pictures/{name}": data for name, data in files.items()})


BOMB = bomb(8000, 8000)
"""Within the bounds of one picture: 64 million pixels in a few kilobytes."""


@pytest.mark.parametrize("count", [10, 12, 40, 400])
def test_many_pictures_that_are_large_when_opened_are_told_once_and_none_is_opened(count: int) -> None:
    begun = time.process_time()
    found = told(of_files({f"p{n}.png": BOMB for n in range(count)}, records(count)))

    assert time.process_time() - begun < 6
    much = "have more than 600 million pixels, counted up to this one"
    assert found == [f"pictures.yaml:10:18: error[BG155] the pictures of data/x-y/pictures/ {much}"]


def test_the_next_step_is_named_and_nothing_is_made() -> None:
    made = of_files({f"p{n}.png": BOMB for n in range(10)}, records(10))
    (said,) = load(made).diagnostics

    assert "smaller" in (said.hint or "")
    make(made, Order(formats=("md",)))
    assert not any(path.startswith("output/") for path in made.files)


def test_one_file_that_many_records_name_counts_once() -> None:
    assert told(of_files({"p.png": bomb(800, 800)}, records(300, "p.png"))) == []


def small(monkeypatch: pytest.MonkeyPatch, **bounds: int) -> None:
    """Bounds that small files go beyond."""
    for module in (picture_files, picture_function):
        monkeypatch.setattr(module, "PICTURES_TOGETHER", replace(PICTURES_TOGETHER, **bounds))


def noise(shade: int, side: int = 700) -> bytes:
    """A PNG that cannot be made smaller: some 1.4 MB."""
    return saved(Image.frombytes("RGB", (side, side), hashlib.shake_256(bytes([shade])).digest(side * side * 3)))


@pytest.mark.parametrize(
    ("bounds", "sizes", "line", "said"),
    [
        ({"read_pixels": 4800}, [1, 1], None, ""),
        ({"read_pixels": 4799}, [1, 1], 2, "more than 0 million pixels"),
        ({"read_pixels": 2399}, [1, 1], 1, "more than 0 million pixels"),
        ({"read_mb": 0}, [1], 1, "more than 0 MB"),
        ({"placed_mb": 0}, [1], 1, "more than 0 MB as they are written anew"),
    ],
)
def test_each_bound_is_told_at_the_record_that_goes_beyond_it(
    bounds: dict[str, int], sizes: list[int], line: int | None, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    small(monkeypatch, **bounds)
    files = {f"p{n}.png": png(shade=n) for n in range(len(sizes))}
    found = told(of_files(files, records(len(sizes))))

    assert (found == []) is (line is None)
    if line:
        assert len(found) == 1
        assert found[0].startswith(f"pictures.yaml:{line}:")
        assert said in found[0]


@pytest.mark.parametrize("count", [2, 3])
def test_what_is_large_as_it_is_written_anew_is_told_and_the_rest_is_not_opened(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    small(monkeypatch, placed_mb=2)
    opened: list[bytes] = []

    def counting(data: bytes) -> Pixels:
        opened.append(data)
        return decoded(data)

    monkeypatch.setattr(picture_files, "decoded", counting)
    (found,) = told(of_files({f"p{n}.png": noise(n) for n in range(count)}, records(count)))

    assert "BG155" in found
    assert "2 MB as they are written anew" in found
    assert found.startswith("pictures.yaml:2:")
    assert len(opened) == 2


def test_pictures_of_templates_have_the_same_bound() -> None:
    files = {f"templates/pictures/p{n:02}.png": BOMB for n in range(12)}
    (found,) = [line for line in told(world("Words.\n", "[]\n", files)) if "BG155" in line]

    assert found.startswith(
        "templates/pictures/p09.png: error[BG155] the pictures of templates/pictures/ have more than"
    )


# ---------------------------------------------------------------- in a brief


@pytest.mark.parametrize(
    ("template", "line", "shown"),
    [
        ('{{ picture("p0") }}\n\n{{ picture("p1") }}\n\n{{ picture("p0") }}\n', 3, 1),
        ('{% for n in range(50) %}{{ picture("p0") }}\n\n{% endfor %}\n', 1, 1),
        (MANY, 1, 1),
        ("Words.\n\n{% for n in range(4) %}{% for p in pictures %}\n\n{{ picture(p) }}\n\n{% endfor %}{% endfor %}\n",
         5, 1),
    ],
)  # fmt: skip
def test_a_brief_that_places_too_many_is_told_once_at_the_line(
    template: str, line: int, shown: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {f"p{n}.png": noise(n) for n in range(2)}
    made = of_files(files, records(2), template)
    workspace = load(made).value
    monkeypatch.setattr(picture_function, "PICTURES_TOGETHER", replace(PICTURES_TOGETHER, placed_mb=2))
    found, said = composed(made)

    assert workspace.relations
    assert [(d.code, d.severity, d.place.line) for d in said] == [("BG155", "error", line)]
    assert "2 MB" in said[0].message
    assert said[0].hint
    assert len(exhibits(found)) == shown


def test_prose_counts_too(monkeypatch: pytest.MonkeyPatch) -> None:
    body = 'One.\n\n{{ picture("p0") }}\n\nTwo.\n\n{{ picture("p1") }}\n'
    prose = f"---\nsensitivity: public\nsources: [{{ref: ref}}]\n---\n{body}"
    made = world('{{ prose("text") }}\n', records(2), {f"{FOLDER}/pictures/p{n}.png": noise(n) for n in range(2)},
                 {f"{FOLDER}/prose/text.md": prose})  # fmt: skip
    monkeypatch.setattr(picture_function, "PICTURES_TOGETHER", replace(PICTURES_TOGETHER, placed_mb=2))
    found, said = composed(made)

    assert [d.code for d in said] == ["BG155"]
    assert len(exhibits(found)) == 1
    assert [str(d.place) for d in check(made, Order()).report.diagnostics if d.code == "BG155"] == [
        f"{FOLDER}/prose/text.md:11:13"
    ]


def test_what_fits_is_placed_as_often_as_it_is_asked_for() -> None:
    found, said = composed(world(PLACED * 30))

    assert said == []
    assert len(exhibits(found)) == 30


@pytest.mark.parametrize(
    ("data", "pixels"),
    [
        (png(), 2400), (jpeg(), 2400), (BOMB, 64_000_000), (bomb(8001, 8000), 0), (b"", 0), (b"hello", 0),
        (png()[:20], 0), (saved(Image.new("RGB", (9, 9)), "GIF"), 0), (jpeg()[:200], 2400),
    ],
    ids=range(9),
)  # fmt: skip
def test_a_file_says_its_pixels_before_it_is_opened(data: bytes, pixels: int) -> None:
    assert declared_pixels(data) in {pixels, 0 if len(data) == 200 else pixels}
    assert PICTURES.pixels == 64_000_000
