"""Names of a workspace as values of the command line, so that a shell completes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli.workspace_option import nearest_workspace
from briefgen.diagnostics import CODES
from briefgen.model.template_files import TemplateKind
from briefgen.world import laid_over_shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from click.shell_completion import CompletionItem

    from briefgen.world import Disk, Overlay

    _Name = click.ParamType[str]
else:
    _Name = click.ParamType  # which takes no parameter in older versions of click


class WorkspaceName(_Name):
    """A name out of a workspace. Which there are is asked for completion alone: the command itself says what is not."""

    def __init__(self, name: str, known: Callable[[Overlay[Disk]], Iterable[str]]) -> None:
        self.name = name
        self._known = known

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 - click asks so
        """The names that begin so; none where no workspace is to be found, or it cannot be read."""
        try:
            folder = ctx.params.get("workspace")
            world = laid_over_shipped(folder) if folder else nearest_workspace()
            names = sorted(set(self._known(world))) if world else []
        except (OSError, SystemExit):
            return []
        return [_item(name) for name in names if name.startswith(incomplete)]


def _item(name: str, **said: str) -> CompletionItem:
    from click.shell_completion import CompletionItem  # for a shell alone

    return CompletionItem(name, **said)


def _relations(world: Overlay[Disk]) -> Iterable[str]:
    return (name for name in world.list("data") if "." not in name and world.is_there(f"data/{name}/relation.yaml"))


def _files_of(kind: TemplateKind) -> Callable[[Overlay[Disk]], Iterable[str]]:
    def names(world: Overlay[Disk]) -> Iterable[str]:
        found = (kind.name_in(f"{kind.folder}/{file}") for file in world.list(kind.folder))
        return (name for name in found if name)

    return names


def _kinds(world: Overlay[Disk]) -> Iterable[str]:
    from briefgen.load.kinds.kind_files import ENDING, FOLDER  # what only a shell asks for
    from briefgen.model.kinds import SHIPPED_KINDS

    return (*SHIPPED_KINDS, *(name.removesuffix(ENDING) for name in world.list(FOLDER) if name.endswith(ENDING)))


def _what_fields_tell_of(world: Overlay[Disk]) -> Iterable[str]:
    return (*_files_of(TemplateKind.SECTION)(world), *_kinds(world))


class PathName(_Name):
    """A file or folder that a shell completes itself; what is typed may be something else, such as an address."""

    def __init__(self, name: str, *, is_folder: bool) -> None:
        self.name = name
        self._type = "dir" if is_folder else "file"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 - click asks so
        """What tells the shell to look among its files."""
        return [_item(incomplete, type=self._type)]


class CodeName(_Name):
    """A code of a diagnostic, or its short name."""

    name = "code"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 - click asks so
        """Those that begin so, with what each is about."""
        named = [(name, about) for code, (short, about) in CODES.items() for name in (code, short)]
        return [_item(name, help=about) for name, about in named if name.startswith(incomplete.upper())]


RELATION = WorkspaceName("relation", _relations)
AUDIENCE = WorkspaceName("audience", _files_of(TemplateKind.AUDIENCE))
SECTION = WorkspaceName("section", _files_of(TemplateKind.SECTION))
KIND = WorkspaceName("kind", _kinds)
FIELDS_NAME = WorkspaceName("name", _what_fields_tell_of)
CODE = CodeName()
FOLDER_NAME = PathName("folder", is_folder=True)
FILE_NAME = PathName("file", is_folder=False)


def template_name(kind: TemplateKind, *others: str) -> WorkspaceName:
    """The name of a file of templates, or one of some other words."""
    return WorkspaceName("name", lambda world: (*others, *_files_of(kind)(world)))
