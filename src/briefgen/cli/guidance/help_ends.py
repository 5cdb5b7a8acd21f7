"""What stands behind the help of each command: examples, and the exit codes that it ends with."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

import click

from briefgen.pipeline.exit_codes import ExitCode
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Guide:
    """Of one command."""

    examples: tuple[str, ...]
    """As one types them, without `briefgen`."""
    codes: tuple[ExitCode, ...] = ()
    """Beside those that any command may end with."""


_OF_ALL = (ExitCode.WELL, ExitCode.USAGE, ExitCode.FAULT, ExitCode.SURROUNDINGS)
_READS, _WRITES = (ExitCode.INPUTS,), (ExitCode.INPUTS, ExitCode.OUTPUT)
_MAKES = (
    ExitCode.INPUTS, ExitCode.PARTLY, ExitCode.CONTRACT, ExitCode.OUTPUT, ExitCode.LOCKED, ExitCode.LIMIT,
)  # fmt: skip
GUIDES: Mapping[str, Guide] = {
    "audiences": Guide(("audiences", "audiences --matrix --format html > matrix.html"), _READS),
    "changes": Guide(("changes --audience public --from 3 --to 5 --format markdown",), _READS),
    "check": Guide(
        ("check", "check --as-of today --format github", "check pakistan-belarus -a public"),
        (ExitCode.INPUTS, ExitCode.CONTRACT, ExitCode.LIMIT, ExitCode.STALE),
    ),
    "completion": Guide(("completion bash", "completion zsh", "completion fish")),
    "data": Guide(("data export desk.xlsx", "data import desk.xlsx --dry-run")),
    "data export": Guide(("data export desk.xlsx pakistan-belarus",), _WRITES),
    "data import": Guide(("data import desk.xlsx --dry-run", "data import desk.xlsx"), _WRITES),
    "explain": Guide(("explain BG204", "explain --section trade -a public"), _READS),
    "fields": Guide(("fields", "fields visits.date", "fields trade --format json"), _READS),
    "init": Guide(("init desk", "init --empty desk"), _WRITES),
    "make": Guide(
        ("make", "make -a public -f all", "make pakistan-belarus --as-of 2021-04-23", "make -a minister --watch"),
        _MAKES,
    ),
    "migrate": Guide(("migrate --dry-run", "migrate"), _WRITES),
    "new": Guide(("new relation IND-BRA", "new section trade --from shipped")),
    "new audience": Guide(("new audience press", "new audience minister --from shipped"), _WRITES),
    "new citation-style": Guide(("new citation-style gost --from shipped",), _WRITES),
    "new facts": Guide(("new facts investments pakistan-belarus",), _WRITES),
    "new kind": Guide(("new kind scholarships",), _WRITES),
    "new partial": Guide(("new partial macros",), _WRITES),
    "new prose": Guide(("new prose background --relation pakistan-belarus",), _WRITES),
    "new relation": Guide(("new relation IND-BRA",), _WRITES),
    "new section": Guide(("new section meetings", "new section trade --from shipped"), _WRITES),
    "new style": Guide(("new style desk", "new style house --from shipped"), _WRITES),
    "new wording": Guide(("new wording en", "new wording minister.en"), _WRITES),
    "preview": Guide(("preview", "preview pakistan-belarus --audience public --owner"), _READS),
    "schema": Guide(("schema",), _WRITES),
    "style": Guide(("style new house.docx", "style show house.docx")),
    "style new": Guide(("style new house.docx",), _WRITES),
    "style show": Guide(("style show house.docx",), _READS),
    "trace": Guide(
        ("trace output/pakistan-belarus/public.pdf '50.2'", "trace --summary"), _READS
    ),
    "verify": Guide(("verify",), (ExitCode.INPUTS, ExitCode.LOCKED)),
}  # fmt: skip
"""Command, with the group before it → what stands behind its help."""


def guided(command: click.Command, path: str) -> click.Command:
    """The command with its examples and exit codes behind its help, and so those of a group."""
    if guide := GUIDES.get(path):
        command.epilog = _text(guide)
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            guided(inner, f"{path} {name}")
    return command


def _text(guide: Guide) -> str:
    r"""Two lists; `\b` keeps click from joining their lines."""
    examples = [f"  briefgen {example}" for example in guide.examples]
    codes = [f"  {code.value:<3} {said(code)}" for code in sorted({*_OF_ALL, *guide.codes})]
    return "\n\n".join(_block(head, lines) for head, lines in (("Examples:", examples), ("Exit codes:", codes)))


def _block(head: str, lines: Iterable[str]) -> str:
    return "\n".join(["\b", head, *lines])


def said(code: ExitCode) -> str:
    """What an exit code means, in a few words."""
    match code:
        case ExitCode.WELL:
            return "all is well"
        case ExitCode.INPUTS:
            return "errors in what was read"
        case ExitCode.USAGE:
            return "the command was used wrongly"
        case ExitCode.PARTLY:
            return "some briefs were made, others not"
        case ExitCode.CONTRACT:
            return "an audience would have been told what it may not know"
        case ExitCode.OUTPUT:
            return "something cannot be written"
        case ExitCode.LOCKED:
            return "another run holds the output"
        case ExitCode.LIMIT:
            return "a limit was hit"
        case ExitCode.STALE:
            return "something has grown old, and the workspace wants that to fail"
        case ExitCode.FAULT:
            return "a fault of briefgen's own"
        case ExitCode.SURROUNDINGS:
            return "the system refused briefgen something"
        case _:
            assert_never(code)
