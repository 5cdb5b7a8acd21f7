"""Code of the shipped templates, made when the package was built: a part of it, trusted like the rest.

It is found by the template's name and text and by the Jinja2 that made it. A template that an editor changed, another
Jinja2 and a checkout find none, and code is made as the brief is.
"""

from __future__ import annotations

import hashlib
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.world.installed_packages import installed_version

if TYPE_CHECKING:
    from types import CodeType

MADE_TEMPLATES = "made_templates"
"""The folder of the package that holds it, each template's in a file of its own."""
_FOLDER = Path(__file__).parents[2] / MADE_TEMPLATES


def name_of_code(name: str, source: str) -> str:
    """What the code of a template is called: another for each name, text and Jinja2."""
    said = f"{installed_version('jinja2')}\0{name}\0{source}"
    return f"t_{hashlib.sha256(said.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def made_code(name: str, source: str) -> CodeType | None:
    """The code of a shipped template; None where none was made of these words."""
    called = name_of_code(name, source)
    try:
        code = SourceFileLoader(called, str(_FOLDER / f"{called}.py")).get_code(called)
    except OSError:
        return None
    # Errors are told of the template.
    return code.replace(co_filename=name) if code else None
