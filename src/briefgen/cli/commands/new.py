"""`briefgen new`: a relation's files, and templates: copied from shipped ones, or begun from a few lines."""

from __future__ import annotations

import difflib
from functools import partial
from typing import TYPE_CHECKING

import click

from briefgen.cli.commands.beginnings.new_facts import facts
from briefgen.cli.commands.beginnings.new_kind import kind as own_kind
from briefgen.cli.commands.beginnings.new_prose import prose
from briefgen.cli.commands.beginnings.new_relation import relation
from briefgen.cli.guidance.command_lists import ListedWhole
from briefgen.cli.guidance.completed_names import template_name
from briefgen.cli.next_steps import next_steps
from briefgen.cli.output import print_report
from briefgen.cli.template_skeletons import skeleton
from briefgen.cli.workspace_option import fail, fail_to_write, open_workspace, workspace_option
from briefgen.diagnostics import SHIPPED, Report, did_you_mean, visible
from briefgen.load import load
from briefgen.load.nodes.decoding import MAX_BYTES
from briefgen.load.nodes.file_names import folded, name_fault
from briefgen.load.settings.copy_record import PATH, digest, read_record, record_text
from briefgen.model.template_files import TemplateKind, new_command
from briefgen.model.worded_languages import WordedLanguage
from briefgen.records import dataclass
from briefgen.world import is_source

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.model.workspace import Workspace
    from briefgen.world import Disk, Overlay

_LOOK = "look at what stands there, and at the folder's rights"
SHIPPED_ONE = "shipped"
"""What `--from` takes for the shipped file of the name itself."""
_MARKS = frozenset("-_")
"""What a name may hold beside letters and digits, so that it can stand in a heading, a setting and a command."""


@click.group(cls=ListedWhole)
def new() -> None:
    """Begin a relation, facts or prose of it, or a kind of facts; write a template of your own, or copy a shipped one.

    A file of your own takes the place of the shipped one of its name; nothing is overwritten.
    """


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What was asked for."""

    kind: TemplateKind
    name: str
    world: Overlay[Disk]

    @property
    def path(self) -> str:
        return self.kind.path(self.name)

    def shipped(self) -> bytes:
        """The shipped file of that name."""
        shipped = self.world.shipped
        if is_source(self.world.own.root):
            fail("this is a checkout of briefgen: its templates are what is shipped", f"change {self.path} itself")
        if not shipped.is_there(self.path):
            found = (self.kind.name_in(f"{self.kind.folder}/{file}") for file in shipped.list(self.kind.folder))
            known = [name for name in found if name]
            hint = did_you_mean(self.name, known) or f"write one: briefgen new {self.kind.word} {self.name}"
            fail(f"briefgen ships no {self.kind.word} '{self.name}'", hint)
        return shipped.read(self.path, MAX_BYTES)

    def other(self, name: str) -> bytes:
        """The file of another name that is used here: the workspace's own, or else the shipped one."""
        path = self.kind.path(name)
        if not self.world.is_there(path):
            found = (self.kind.name_in(f"{self.kind.folder}/{file}") for file in self.world.list(self.kind.folder))
            known = [SHIPPED_ONE, *sorted(name for name in found if name)]
            fail(f"there is no {self.kind.word} '{name}' to copy", did_you_mean(name, known) or "")
        return self.world.read(path, MAX_BYTES)

    def own(self) -> bytes:
        """The workspace's file of that name."""
        if not self.world.own.is_there(self.path):
            fail(f"there is no {self.path} of your own", f"copy the shipped one: {new_command(self.path)}")
        try:
            return self.world.own.read(self.path, MAX_BYTES)
        except OSError as error:
            fail(f"{self.path} cannot be read: {error.strerror}", "look at its permissions")


def _new(
    kind: TemplateKind,
    name: str,
    source: str | None,
    workspace: Path | None,
    *,
    diff: bool,
    reviewed: bool,
) -> None:
    world = open_workspace(workspace)
    wanted = _Wanted(kind, _checked(kind, name), world)
    if (diff or reviewed) and source != SHIPPED_ONE:
        fail("--diff and --reviewed are about a shipped file", f"write: {new_command(wanted.path)} --diff")
    if diff and reviewed:
        fail("--diff only shows, --reviewed is for when you have looked", "choose one of the two")
    if diff:
        _print_diff(wanted)
    elif reviewed:
        wanted.own()
        _record(wanted, digest(wanted.shipped()))
        click.echo(f"{wanted.path} counts as compared with what briefgen ships now")
    else:
        _write(wanted, source)


def _checked(kind: TemplateKind, name: str) -> str:
    name = name.removesuffix(kind.endings[0])
    if name.endswith(kind.endings):
        fail(f"'{name}' is a Word file", f"write one to start from: briefgen style new {name}")
    fault = name_fault(name)
    if fault or not all(character.isalnum() or character in _MARKS for character in _read_as_name(kind, name)):
        fail(f"'{name}' is no name for a file: {fault or 'it holds a sign'}", "take letters, digits, hyphens and _")
    return name


def _read_as_name(kind: TemplateKind, name: str) -> str:
    """A name without the point that tells the audience of words from their language."""
    return name.replace(".", "") if kind is TemplateKind.WORDING else name


# ---------------------------------------------------------------- writing


def _write(wanted: _Wanted, source: str | None) -> None:
    copied = source == SHIPPED_ONE
    shipped = wanted.shipped() if copied else None
    other = wanted.other(source) if source and not copied else None
    _refuse_what_is_there(wanted, copied=copied)
    before = load(wanted.world).value
    if wanted.kind is TemplateKind.WORDING:
        _check_readers(wanted.name, before)
    if shipped is not None:
        _record(wanted, digest(shipped))
    begun = shipped or other
    _replace(wanted.world, wanted.path, skeleton(wanted.kind, wanted.name).encode() if begun is None else begun)
    of_which = "the shipped one" if copied else f"'{source}'"
    click.echo(f"wrote {wanted.path}{'' if begun is None else f', a copy of {of_which}'}")
    for line in next_steps(wanted.kind, wanted.name, before, load(wanted.world).value, copied=copied):
        click.echo(line)


def _check_readers(name: str, workspace: Workspace) -> None:
    """The name of words says their language, and before it an audience that is there."""
    audience, _, tag = name.rpartition(".")
    languages = [language.value for language in WordedLanguage]
    if tag not in languages:
        fail(f"briefs have no words in '{tag}'", did_you_mean(tag, languages) or "")
    audiences = [one.id for one in workspace.audiences]
    if audience and audience not in audiences:
        fail(f"there is no audience '{audience}'", did_you_mean(audience, audiences) or "")


def _refuse_what_is_there(wanted: _Wanted, *, copied: bool) -> None:
    """Nothing is overwritten, and no new file takes the place of a shipped one unawares."""
    kind, world = wanted.kind, wanted.world
    try:
        files = world.list(kind.folder)
    except OSError as error:
        fail_to_write(kind.folder, error, _LOOK)
    for path in (f"{kind.folder}/{file}" for file in files):
        name = kind.name_in(path)
        if name is None or folded(name) != folded(wanted.name):
            continue
        if not world.is_shipped(path):
            hint = f"compare: {new_command(path)} --diff" if world.shipped.is_there(path) else "choose another name"
            fail(f"{path} is there already", hint)
        if not copied and kind.takes_the_place:
            fail(f"briefgen ships {path}", f"copy it: {new_command(path)}; or choose another name")


def _record(wanted: _Wanted, shipped: str) -> None:
    """Keep what the shipped file is now."""
    report = Report()
    record = read_record(wanted.world, report)
    if report.diagnostics:
        print_report(report, wanted.world)
        raise SystemExit(1)
    _replace(wanted.world, PATH, record_text({**record, wanted.path: shipped}).encode())


def _replace(world: Overlay[Disk], path: str, data: bytes) -> None:
    try:
        world.replace(path, data)
    except OSError as error:
        fail_to_write(path, error, _LOOK)


# ---------------------------------------------------------------- comparing


def _print_diff(wanted: _Wanted) -> None:
    """The shipped file against the workspace's own, as a unified diff."""
    shipped, own = (data.decode("utf-8", "replace").splitlines() for data in (wanted.shipped(), wanted.own()))
    names = f"{SHIPPED}{wanted.path}", wanted.path
    lines = list(difflib.unified_diff(shipped, own, *names, lineterm=""))
    for line in lines or [f"{wanted.path} says the same as the shipped one"]:
        click.echo(visible(line.replace("\t", "    ")))


def _command(kind: TemplateKind) -> click.Command:
    words = kind.word.replace("-", " ")
    command = click.Command(
        kind.word,
        callback=partial(_new, kind),
        params=[
            click.Argument(["name"], type=template_name(kind), metavar="NAME"),
            click.Option(
                ["--from", "source"],
                type=template_name(kind, SHIPPED_ONE),
                metavar="shipped|OTHER",
                help="Copy the shipped one of that name, or another one that is used here.",
            ),
            click.Option(["--diff"], is_flag=True, help="Only show how your own differs from the shipped one."),
            click.Option(["--reviewed"], is_flag=True, help="Keep yours; it was compared with what is shipped now."),
        ],
        help=f"Write {'an' if words[0] in 'aeiou' else 'a'} {words} of your own to {kind.path('NAME')}.",
    )
    made: click.Command = workspace_option(command)
    return made


new.add_command(relation)
new.add_command(facts)
new.add_command(own_kind)
new.add_command(prose)
for _kind in TemplateKind:
    new.add_command(_command(_kind))
