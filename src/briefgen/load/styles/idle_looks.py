"""House styles and pictures of a workspace's own that no brief is made with.

Citation styles are not told: a team lays several ready to choose from.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place
from briefgen.late_patterns import late_pattern
from briefgen.load.nodes.decoding import MAX_BYTES
from briefgen.load.nodes.file_names import folded
from briefgen.load.pictures.picture_files import ENDINGS, SHARED_FOLDER
from briefgen.load.styles.style_lookup import paths_of
from briefgen.model.template_files import TemplateKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from briefgen.diagnostics import Report
    from briefgen.model.audience import Audience
    from briefgen.world import World

_COMMENT = late_pattern(r"\{#.*?#\}", re.DOTALL)
_REMARK = late_pattern(r"^\s*#.*", re.MULTILINE)
_PICTURE = late_pattern(r"[^\s\"'/:,\[\]{}()]*\.(?:png|jpe?g)", re.IGNORECASE)
"""A name, or the end of one: `"flag-" ~ code ~ ".png"` may mean any picture that ends so."""
_IN_WORDS = tuple(ending for kind in TemplateKind for ending in kind.endings if ending not in {".docx", ".dotx"})


def tell_idle_looks(world: World, audiences: Collection[Audience], style: str, report: Report) -> None:
    """BG163 for each house style of the workspace's own that nobody names, BG164 for each picture that nothing names.

    `audiences` are all that there are, whether their briefs are made or not; `style` is what the workspace names.
    """
    named = {style, *(one.style for one in audiences if one.style)}
    shown = {path for name in named for path in paths_of(world, name)}
    kind = TemplateKind.STYLE
    for path in (f"{kind.folder}/{name}" for name in _listed(world, kind.folder)):
        if kind.name_in(path) and path not in shown and not world.is_shipped(path):
            hint = "name it under 'style' in an audience or in briefgen.toml, or take it away"
            report.info("BG163", Place(path), "no brief is made in this house style", hint)
    _tell_pictures(world, report)


def _tell_pictures(world: World, report: Report) -> None:
    own = [name for name in _listed(world, SHARED_FOLDER) if folded(name).endswith(ENDINGS)]
    own = [name for name in own if not name.startswith(".") and not world.is_shipped(f"{SHARED_FOLDER}/{name}")]
    named = tuple({end for text in _texts(world) for end in _PICTURE.findall(text)}) if own else ()
    for name in own:
        if not name.endswith(named):
            hint = f'place it by picture("{name}", ...), name it as a logo of a house style, or take it away'
            report.info("BG164", Place(f"{SHARED_FOLDER}/{name}"), "no template and no house style names it", hint)


def _texts(world: World) -> Iterator[str]:
    """What people wrote under templates/, without remarks; what cannot be read is told by whoever reads it for good."""
    for kind in TemplateKind:
        for name in _listed(world, kind.folder):
            if name.endswith(_IN_WORDS):
                try:
                    text = world.read(f"{kind.folder}/{name}", MAX_BYTES).decode("utf-8", "replace")
                except OSError:
                    continue
                yield _REMARK.sub("", text) if name.endswith(".yaml") else _COMMENT.sub("", text)


def _listed(world: World, folder: str) -> Collection[str]:
    """Names in a folder; one that cannot be listed is told by whoever reads it for good."""
    try:
        return world.list(folder)
    except OSError:
        return []
