"""Pictures from outside, decoded within bounds: upright, in sRGB, and without anything but their pixels."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from briefgen.model.values.picture_file import PictureFormat, Pixels
from briefgen.records import dataclass

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SIDE = 2000
"""Pixels: a column is 17 cm wide, and paper shows 300 to the inch."""
_QUALITY = 88
"""Of a JPEG: what is lost below can be seen on paper."""
_OTHERS = (
    (b"\xd7\xcd\xc6\x9a", "WMF"), (b"\x01\x00\x09\x00", "WMF"), (b"\x01\x00\x00\x00", "EMF"), (b"GIF8", "GIF"),
    (b"BM", "BMP"), (b"II*\x00", "TIFF"), (b"MM\x00*", "TIFF"), (b"%PDF", "PDF"), (b"8BPS", "Photoshop"),
    (b"\x00\x00\x01\x00", "ICO"), (b"PK\x03\x04", "a ZIP file"), (b"\xff\x0a", "JPEG XL"),
)  # fmt: skip
"""How a file begins → what it is; WMF and EMF as MS-WMF 2.3.2 and MS-EMF 2.3.4.2 have it."""
_BRANDS = {b"heic": "HEIC", b"heix": "HEIC", b"mif1": "HEIC", b"avif": "AVIF", b"avis": "AVIF"}
"""Brands of files of boxes (ISO 14496-12), which begin with their size and `ftyp`."""
_SHADES = 256


class PictureError(ValueError):
    """The picture cannot be shown; the message says what it is."""


@dataclass(frozen=True, slots=True)
class PictureBounds:
    """How large a picture may be before it is opened."""

    bytes: int
    pixels: int


PICTURES = PictureBounds(20 << 20, 64_000_000)
"""Of pictures of a relation: what cameras and scanners write."""


def decoded(data: bytes, bounds: PictureBounds = PICTURES) -> Pixels:
    """The picture of a PNG or JPEG as a page can show it; the same bytes for the same file.

    Raises:
        PictureError: for any other kind, and for one that is broken, animated or too large to open safely.
    """
    opened, kind = upright(data, bounds, LONGEST_SIDE)
    paper = on_white(opened)
    paper.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    out = io.BytesIO()
    if kind is PictureFormat.JPEG:
        paper.save(out, "JPEG", quality=_QUALITY, optimize=True)
    else:
        paper.save(out, "PNG", optimize=True)
    return Pixels(out.getvalue(), kind, paper.width, paper.height)


def declared_pixels(data: bytes, bounds: PictureBounds = PICTURES) -> int:
    """How many pixels a file says that it has, without opening it; none of one that will not be opened."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
                found = int(picture.width * picture.height)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - told when it is opened
            return 0
    return found if found <= bounds.pixels else 0


def upright(data: bytes, bounds: PictureBounds, side: int) -> tuple[Image, PictureFormat]:
    """The picture upright, in sRGB, with its transparency, and what it was; `side` is the longest that is wanted.

    Raises:
        PictureError: for any other kind, and for one that is broken, animated or too large to open safely.
    """
    if len(data) > bounds.bytes:
        raise PictureError(f"is larger than {bounds.bytes >> 20} MB")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of large ones: their size is looked at here
        try:
            return _opened(data, bounds, side)
        except PictureError:
            raise
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - a decoder fails on a broken file in whatever way it likes
            raise PictureError(f"is {_kind(data)}") from None


def on_white(picture: Image) -> Image:
    """The picture on white paper, and nothing else of it."""
    from PIL import Image

    paper = Image.new("RGB", picture.size, "#ffffff")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper


def _opened(data: bytes, bounds: PictureBounds, side: int) -> tuple[Image, PictureFormat]:
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
        if picture.width * picture.height > bounds.pixels:
            raise PictureError(f"has more than {bounds.pixels // 1_000_000} million pixels")
        kind = PictureFormat.PNG if picture.format == "PNG" else PictureFormat.JPEG
        if kind is PictureFormat.PNG and getattr(picture, "n_frames", 1) > 1:
            raise PictureError("is an animation")
        picture.draft("RGB", (side, side))  # a JPEG that is far too large is read at a half or less
        picture.load()
        return _in_srgb(ImageOps.exif_transpose(picture), picture.info.get("icc_profile")), kind


def _in_srgb(picture: Image, profile: bytes | None) -> Image:
    """The picture as RGBA, its colours as its profile means them."""
    if picture.mode.startswith("I"):  # 16 bits of grey, which a plain conversion would cut off
        picture = picture.point(lambda shade: shade / _SHADES).convert("L")
    if picture.mode == "P" or "transparency" in picture.info:
        picture = picture.convert("RGBA")
    alpha = picture.getchannel("A") if picture.mode in {"RGBA", "LA", "PA"} else None
    bare = picture.convert({"RGBA": "RGB", "LA": "L", "PA": "RGB"}.get(picture.mode, picture.mode))
    seen = _profiled(bare, profile).convert("RGBA")
    if alpha:
        seen.putalpha(alpha)
    return seen


def _profiled(picture: Image, profile: bytes | None) -> Image:
    """The picture in sRGB; as it stands where it has no profile, or one that nobody can read."""
    if not profile:
        return picture
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return made or picture


def _kind(data: bytes) -> str:
    """What a file is that cannot be shown."""
    for begin, name in _OTHERS:
        if data.startswith(begin):
            return f"{name}, neither PNG nor JPEG"
    if data[4:8] == b"ftyp" and data[8:12] in _BRANDS:
        return f"{_BRANDS[data[8:12]]}, neither PNG nor JPEG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP, neither PNG nor JPEG"
    if b"<svg" in data[:2048]:
        return "SVG, neither PNG nor JPEG"
    if data.startswith((b"\x89PNG", b"\xff\xd8")):
        return "a PNG or JPEG that is broken or cut off"
    return "no PNG or JPEG that can be read"
