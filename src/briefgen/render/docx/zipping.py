"""ZIP files that depend on nothing but their members."""

from __future__ import annotations

import io
import zipfile

_DAY_ZERO = (1980, 1, 1, 0, 0, 0)


def zipped(members: dict[str, bytes]) -> bytes:
    """A ZIP file that depends on nothing but its members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _DAY_ZERO)
            info.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, data, compresslevel=6)
    return out.getvalue()
