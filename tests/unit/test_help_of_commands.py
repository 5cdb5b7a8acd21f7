"""Every command says how it is called and what it ends with, and a shell completes the names of a workspace."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from briefgen.cli import main
from briefgen.cli.guidance.help_ends import GUIDES, said
from briefgen.pipeline.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


def commands(group: click.Group = main, path: str = "") -> Iterator[str]:
    """Every command, behind its group."""
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found
        yield f"{path} {name}".strip()
        if isinstance(found, click.Group):
            yield from commands(found, f"{path} {name}".strip())


ALL = list(commands())


def test_there_is_a_guide_for_each_command_and_no_other() -> None:
    assert sorted(ALL) == sorted(GUIDES)


@pytest.mark.parametrize("path", ALL)
def test_help_ends_with_examples_and_exit_codes(path: str) -> None:
    text = CliRunner().invoke(main, [*path.split(), "--help"]).stdout
    _, _, end = text.partition("\n  Examples:\n")
    examples, _, codes = end.partition("\n\n  Exit codes:\n")

    assert all(line.startswith(f"    briefgen {path}") for line in examples.split("\n"))
    assert [int(code) for code in re.findall(r"^    (\d+) ", codes, re.MULTILINE)][:1] == [0]
    assert {2, 70, 71} <= {int(code) for code in re.findall(r"^    (\d+) ", codes, re.MULTILINE)}


@pytest.mark.parametrize("path", ALL)
def test_the_options_of_examples_are_those_of_the_command(path: str) -> None:
    for example in GUIDES[path].examples:
        words = re.sub(r" > .*", "", example).replace("'", "").split()
        command: click.Command = main
        while isinstance(command, click.Group):
            found = command.get_command(click.Context(command), words.pop(0))
            assert found, example
            command = found
        command.make_parser(click.Context(command)).parse_args(words)


@pytest.mark.parametrize("code", ExitCode)
def test_an_exit_code_of_help_stands_in_the_documentation(code: ExitCode) -> None:
    page = (ROOT / "docs/commands.md").read_text(encoding="utf-8")

    assert f"\n| {code.value} | " in page
    assert said(code)


def completed(*words: str) -> list[str]:
    """What a shell offers for the last of some words."""
    *before, last = words
    own = 2 if before[0] == "new" else 1
    asked = [*before[:own], "--workspace", str(ROOT), *before[own:]]
    offered = ShellComplete(main, {}, "briefgen", "_X").get_completions(asked, last)
    return [item.value for item in offered]


def test_a_shell_completes_commands() -> None:
    assert [item.value for item in ShellComplete(main, {}, "briefgen", "_X").get_completions([], "ma")] == ["make"]


def test_a_shell_completes_relations_audiences_and_sections() -> None:
    assert completed("make", "p") == ["pakistan-belarus"]
    assert completed("check", "-a", "p") == ["parliament", "public"]
    assert completed("explain", "--section", "tra") == ["trade"]


def test_a_shell_completes_kinds_and_whatever_can_be_copied_or_listed() -> None:
    assert completed("new", "facts", "vis") == ["visits"]
    assert completed("fields", "trade") == ["trade"]
    assert completed("new", "audience", "pub") == ["public"]
    assert completed("new", "section", "--from", "sh") == ["shipped"]


@pytest.mark.parametrize(("words", "meant"), [(("make", "--output"), "dir"), (("check", "--due"), "file")])
def test_a_shell_looks_for_files_and_folders_itself(words: tuple[str, str], meant: str) -> None:
    offered = ShellComplete(main, {}, "briefgen", "_X").get_completions(list(words), "let")

    assert [(item.value, item.type) for item in offered] == [("let", meant)]


def test_a_shell_completes_codes_by_number_and_by_name() -> None:
    assert completed("explain", "BG20")[:3] == ["BG200", "BG201", "BG202"]
    assert "TRD-SUM" in completed("explain", "trd-s")


def test_where_there_is_no_workspace_nothing_is_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert ShellComplete(main, {}, "briefgen", "_X").get_completions(["make"], "") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script_that_asks_for_completions(shell: str) -> None:
    script = CliRunner().invoke(main, ["completion", shell])

    assert script.exit_code == 0
    assert f"_BRIEFGEN_COMPLETE={shell}_complete" in script.stdout


@pytest.mark.parametrize("path", ["", *sorted({path.split()[0] for path in ALL if " " in path})])
def test_a_list_of_commands_has_the_whole_sentence_of_each(path: str) -> None:
    text = CliRunner().invoke(main, [*path.split(), "--help"]).stdout
    _, _, listed = text.partition("\nCommands:\n")
    rows = re.split(r"\n  (?=\S)", listed.partition("\n\n")[0])

    assert len(rows) == sum(one.count(" ") == len(path.split()) and one.startswith(path) for one in ALL)
    assert [row for row in rows if not row.strip().endswith((".", "?"))] == []
    assert "..." not in listed.partition("\n\n")[0]
