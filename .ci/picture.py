"""The README's picture: the first page of the minister's brief as it is made now.

.venv/bin/briefgen make -a minister && .venv/bin/python .ci/picture.py
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

ROOT = Path(__file__).parents[1]
_SCALE, _COLOURS = 1.4, 96


def main() -> None:
    """Write docs/img/minister.png."""
    document = pypdfium2.PdfDocument(ROOT / "output/pakistan-belarus/minister.pdf")
    page = ImageOps.expand(document[0].render(scale=_SCALE * 2).to_pil().convert("RGB"), border=3, fill="#c9d0d6")
    small = page.resize((page.width // 2, page.height // 2), Image.Resampling.LANCZOS)
    small.quantize(_COLOURS, dither=Image.Dither.NONE).save(ROOT / "docs/img/minister.png", optimize=True)


if __name__ == "__main__":
    main()
