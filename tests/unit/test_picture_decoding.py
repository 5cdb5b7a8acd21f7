"""Pictures from outside: what is shown of them, and what of them is refused."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms

from briefgen.load.pictures.picture_decoding import LONGEST_SIDE, PICTURES, PictureBounds, PictureError, decoded
from briefgen.model.values.picture_file import PictureFormat
from samples.pictures import drawn, jpeg, opened, png, saved

RED, BLUE, GREEN, WHITE = (200, 30, 30), (80, 120, 200), (30, 200, 30), (255, 255, 255)
NEAR = 12
"""How far a JPEG, or a profile, may move a colour."""


def corners(data: bytes) -> list[tuple[int, int, int]]:
    """The colours of the four quarters: top left, top right, bottom left, bottom right."""
    seen = opened(decoded(data).data).convert("RGB")
    across, down = seen.width, seen.height
    at = [(across // 4, down // 4), (3 * across // 4, down // 4), (across // 4, 3 * down // 4)]
    return [seen.getpixel(place) for place in (*at, (3 * across // 4, 3 * down // 4))]  # type: ignore[misc]  # of RGB


def near(found: list[tuple[int, int, int]], wanted: list[tuple[int, int, int]]) -> bool:
    return all(
        abs(one - other) <= NEAR
        for pair in zip(found, wanted, strict=True)
        for one, other in zip(*pair, strict=True)
    )  # fmt: skip


UPRIGHT = [RED, BLUE, BLUE, GREEN]


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (png(), PictureFormat.PNG),
        (jpeg(), PictureFormat.JPEG),
        (saved(drawn().convert("RGBA")), PictureFormat.PNG),
        (saved(drawn().quantize(8)), PictureFormat.PNG),
        (saved(drawn(), "JPEG", quality=95, progressive=True), PictureFormat.JPEG),
        (saved(drawn(), "JPEG", quality=95, optimize=True), PictureFormat.JPEG),
        (saved(drawn(), "PNG", dpi=(600, 600)), PictureFormat.PNG),
        (png() + b"<?php what hangs on behind", PictureFormat.PNG),
        (jpeg() + b"PK\x03\x04 what hangs on behind", PictureFormat.JPEG),
        (saved(drawn(), "PNG", icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()),
         PictureFormat.PNG),
        (saved(drawn(), "PNG", icc_profile=b"no profile at all"), PictureFormat.PNG),
    ],
    ids=range(11),
)  # fmt: skip
def test_a_picture_is_shown_as_it_is(data: bytes, form: PictureFormat) -> None:
    pixels = decoded(data)

    assert (pixels.width, pixels.height, pixels.format) == (60, 40, form)
    assert opened(pixels.data).size == (60, 40)
    assert near(corners(data), UPRIGHT)


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_turned_picture_stands_upright(turn: int, form: str) -> None:
    """What a camera notes of how it was held (Exif 4.6.5, orientation) is undone in the pixels."""
    undo = {2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
            5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
            8: Image.Transpose.ROTATE_270}  # fmt: skip
    held = drawn().transpose(undo[turn]) if turn in undo else drawn()
    exif = Image.Exif()
    exif[0x0112] = turn

    data = saved(held, form, exif=exif, **({"quality": 95} if form == "JPEG" else {}))

    assert decoded(data).width == 60
    assert near(corners(data), UPRIGHT)


def test_nothing_but_pixels_goes_on() -> None:
    exif = Image.Exif()
    exif[0x010E], exif[0x0132] = "SECRET", "2015:05:29 10:00:00"
    told = saved(drawn(), "JPEG", exif=exif, comment=b"SECRET", xmp=b"<x:SECRET/>", quality=95)
    text = saved(drawn(), "PNG", exif=exif, dpi=(300, 300))

    for data in (told, text, _with_chunk(png(), b"tEXt", b"Author\0SECRET"), png() + b"SECRET"):
        written = decoded(data).data
        assert b"SECRET" not in written
        assert b"Exif" not in written
        assert set(opened(written).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def _with_chunk(data: bytes, kind: bytes, content: bytes) -> bytes:
    """A PNG with one more chunk before its end."""
    chunk = struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    return data[:33] + chunk + data[33:]


def test_what_is_transparent_is_white() -> None:
    half = drawn().convert("RGBA")
    half.putalpha(Image.new("L", half.size, 0))
    grey = Image.new("LA", (60, 40), (0, 0))
    palette = Image.new("P", (60, 40), 0)
    palette.putpalette([200, 30, 30] * 256)

    for data in (saved(half), saved(grey), saved(palette, transparency=0)):
        assert corners(data) == [WHITE] * 4


@pytest.mark.parametrize("deep", [0, 1000, 32_768, 65_535])
def test_sixteen_bits_of_grey_keep_their_shade(deep: int) -> None:
    data = saved(Image.new("I;16", (60, 40), deep))

    assert near(corners(data), [(deep // 256,) * 3] * 4)


def test_other_colour_spaces_become_rgb() -> None:
    cmyk, grey, lines = drawn().convert("CMYK"), drawn().convert("L"), drawn().convert("1", dither=Image.Dither.NONE)

    for data in (saved(cmyk, "JPEG"), saved(grey, "JPEG"), saved(grey), saved(lines)):
        assert opened(decoded(data).data).mode == "RGB"
    assert near(corners(saved(cmyk, "JPEG", quality=98)), UPRIGHT)


def test_a_profile_is_applied() -> None:
    """Its red is what sRGB calls blue: so the colours change, and the profile that says so is gone."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    blue_first = [(blue, green, red) for red, green, blue in UPRIGHT]

    for form, more in (("PNG", {}), ("JPEG", {"quality": 98})):
        data = saved(drawn(), form, icc_profile=swapped, **more)
        assert near(corners(data), blue_first)
        assert "icc_profile" not in opened(decoded(data).data).info


@pytest.mark.parametrize(
    ("size", "shown"),
    [((4000, 2000), (2000, 1000)), ((1000, 4000), (500, 2000)), ((2001, 10), (2000, 10)), ((2000, 2000), (2000, 2000)),
     ((5, 9000), (1, 2000))],
)  # fmt: skip
@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_no_side_is_longer_than_a_page_shows(size: tuple[int, int], shown: tuple[int, int], form: str) -> None:
    pixels = decoded(saved(drawn(*size), form))

    assert max(pixels.width, pixels.height) <= LONGEST_SIDE
    assert (pixels.width, pixels.height) == pytest.approx(shown, abs=1)


def test_the_same_file_gives_the_same_bytes() -> None:
    assert [decoded(data).data for data in (png(), jpeg())] == [decoded(data).data for data in (png(), jpeg())]


def _animated() -> bytes:
    return saved(drawn(), save_all=True, append_images=[drawn(shade=1)])


def _bomb(width: int, height: int) -> bytes:
    """A small PNG that says it is huge."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    begun = b"\x89PNG\r\n\x1a\n"
    for kind, content in ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(99))), (b"IEND", b"")):
        begun += struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    return begun


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no PNG or JPEG that can be read"),
        (b"hello", "no PNG or JPEG that can be read"),
        (bytes(100), "no PNG or JPEG that can be read"),
        (png()[:60], "broken or cut off"),
        (jpeg()[:200], "broken or cut off"),
        (jpeg()[:-200], "broken or cut off"),
        (b"\x89PNG\r\n\x1a\n", "broken or cut off"),
        (b"\xff\xd8\xff\xe0", "broken or cut off"),
        (png().replace(b"IDAT", b"IDAX"), "broken or cut off"),
        (saved(drawn(), "GIF"), "is GIF, neither"),
        (saved(drawn(), "BMP"), "is BMP, neither"),
        (saved(drawn(), "TIFF"), "is TIFF, neither"),
        (saved(drawn(), "WEBP"), "is WebP, neither"),
        (saved(drawn(), "ICO"), "is ICO, neither"),
        (saved(drawn(), "PDF"), "is PDF, neither"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(40), "is HEIC, neither"),
        (b"\x00\x00\x00\x18ftypavif" + bytes(40), "is AVIF, neither"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "is SVG, neither"),
        (b"PK\x03\x04" + bytes(40), "a ZIP file"),
        (_animated(), "is an animation"),
        (_bomb(9000, 9000), "more than 64 million pixels"),
        (_bomb(60_000, 60_000), "broken or cut off|more than 64 million pixels"),
        (bytes((20 << 20) + 1), "larger than 20 MB"),
    ],
    ids=range(23),
)
def test_what_is_no_picture_is_refused_in_words(data: bytes, said: str) -> None:
    with pytest.raises(PictureError, match=said):
        decoded(data)


def test_a_picture_at_the_bound_is_opened() -> None:
    exact = PictureBounds(len(png()), 60 * 40)

    assert decoded(png(), exact).width == 60
    for less in (PictureBounds(exact.bytes - 1, exact.pixels), PictureBounds(exact.bytes, exact.pixels - 1)):
        with pytest.raises(PictureError):
            decoded(png(), less)
    assert PICTURES.bytes == 20 << 20


def test_a_picture_of_several_that_a_telephone_writes_shows_the_first() -> None:
    out = io.BytesIO()
    drawn().save(out, "MPO", save_all=True, append_images=[drawn(shade=1)], quality=95)

    assert decoded(out.getvalue()).format is PictureFormat.JPEG
    assert near(corners(out.getvalue()), UPRIGHT)
