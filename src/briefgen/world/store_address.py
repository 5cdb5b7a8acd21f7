"""Addresses of stores on other machines, such as s3://bucket/briefs, beside paths of files."""

from __future__ import annotations

from importlib.util import find_spec

from briefgen.diagnostics import Extra
from briefgen.late_patterns import late_pattern

_ADDRESS = late_pattern(r"[a-z][a-z0-9+.-]+://[^/].*")
"""Two letters at least before the colon: one is a drive of Windows."""
_HERE = frozenset({"file", "local", "memory"})
"""What no other machine, or no other process, ever sees."""


def is_address(path: str) -> bool:
    """Whether a store is meant and no folder."""
    return "://" in path and _ADDRESS.fullmatch(path) is not None


def refusal_of_address(address: str) -> tuple[str, str] | None:
    """Why nothing can be brought there, and what to do; None where nothing is known against it.

    Nobody is called: whether the store answers, and lets this user in, is found out with the first file.
    """
    scheme, _, rest = address.partition("://")
    if scheme in _HERE:
        return f"{address} names no other machine", f"name the folder by its path: {rest or '/'}"
    if not is_address(address) or "::" in address:
        return f"{address} is no address of a store", "write it as s3://BUCKET/FOLDER"
    if not find_spec("fsspec"):
        return "stores are reached by a library that is not installed", Extra.STORE.installed_by
    from fsspec import get_filesystem_class  # it takes a twentieth of a second to load

    try:
        get_filesystem_class(scheme)
    except ImportError as error:
        return f"{address}: {error}", "install it in the environment of briefgen"
    except ValueError:
        return f"there is no store '{scheme}://'", "s3://, gs://, abfs://, sftp:// and others are known"
    return None
