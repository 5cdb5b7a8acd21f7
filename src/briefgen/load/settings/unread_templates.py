"""Files under templates/ that nobody reads: a slip in an ending or a folder's name loses them whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, close_to, visible
from briefgen.late_patterns import late_pattern
from briefgen.load.settings.copy_record import PATH as COPY_RECORD
from briefgen.model.template_files import TEMPLATES, TemplateKind

if TYPE_CHECKING:
    from collections.abc import Collection

    from briefgen.diagnostics import Report
    from briefgen.world import World

_ENDINGS = late_pattern(r"(?:\.(?:ya?ml|md|j2|jinja2?|csl|xml|docx?|dotx?|json|toml|txt|html?))+$", re.IGNORECASE)
"""Of what may be meant as a template; notes of people and what programs leave behind have others."""
_OLD_WORD = frozenset({".doc", ".dot"})
_KINDS = {kind.below: kind for kind in TemplateKind}
_BESIDE = frozenset({"pictures", "schemas"})
"""Folders of files that are no templates."""


def tell_unread_templates(world: World, report: Report) -> None:
    """BG124 for each file and folder under templates/ that looks like a template and is none of those that are read."""
    for name in _own(world, TEMPLATES):
        path = f"{TEMPLATES}/{name}"
        if name in _KINDS:
            _tell_files(world, _KINDS[name], report)
        elif _ENDINGS.search(name) and path != COPY_RECORD:
            report.warning("BG124", Place(path), "no file is read here", _hint(path))
        elif name not in _BESIDE and "." not in name and _own(world, path):
            near = close_to(name.casefold(), _KINDS)
            hint = f"did you mean {TEMPLATES}/{near}?" if near else f"folders are: {', '.join(sorted(_KINDS))}"
            report.warning("BG124", Place(path), "no folder of this name is read", hint)


def _tell_files(world: World, kind: TemplateKind, report: Report) -> None:
    names = _own(world, kind.folder)
    for name in names:
        path = f"{kind.folder}/{name}"
        if kind.name_in(path):
            continue
        if _ENDINGS.search(name):
            report.warning("BG124", Place(path), "no file of this name is read", _hint(path, kind, names))
        elif "." not in name and _own(world, path):
            hint = f"put what is in it into {kind.folder}/ itself"
            report.warning("BG124", Place(path), "no folder is read here", hint)


def _hint(path: str, kind: TemplateKind | None = None, beside: Collection[str] = ()) -> str:
    """The right name, or the right folder for a file of another kind."""
    name = path.rpartition("/")[2]
    stem, ending = _ENDINGS.sub("", name), name[len(_ENDINGS.sub("", name)) :].casefold()
    of_ending = [one for one in TemplateKind if ending in one.endings]
    if kind is TemplateKind.STYLE and ending in _OLD_WORD:
        return f"save it in Word as {visible(stem)}.docx"
    if kind and not of_ending:
        meant = visible(f"{stem}{ending if ending in kind.endings else kind.endings[0]}")
        return f"{meant} is there too: take one of the two away" if meant in beside else f"rename it to {meant}"
    if kind and ending in kind.endings:  # in other capitals
        return f"rename it to {visible(f'{stem}{ending}')}"
    folders = " or ".join(f"{one.folder}/" for one in of_ending)
    return (
        f"put it into {folders}"
        if folders
        else f"templates lie in {', '.join(f'{TEMPLATES}/{one}/' for one in _KINDS)}"
    )


def _own(world: World, folder: str) -> list[str]:
    """What the workspace itself has in a folder; one that cannot be read is told by whoever reads a file of it."""
    try:
        names = world.list(folder)
    except OSError:
        return []
    kept = (name for name in names if not name.startswith((".", "~")) and not name.casefold().startswith("readme"))
    return [name for name in kept if not world.is_shipped(f"{folder}/{name}")]
