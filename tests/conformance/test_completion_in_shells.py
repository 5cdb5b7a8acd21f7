"""What shells offer while somebody types a command: asked of bash, zsh and fish themselves."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from conformance.judges import command
from samples.composing import BASE, FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable

FILES = {
    **BASE, "templates/sections/one.md.j2": "Words.\n", "kinds/deals.yaml": "what: a deal\nfields: {}\n",
    "letters/note.txt": "Words.\n", f"{FOLDER}/visits.yaml": "[]\n",
}  # fmt: skip
"""A workspace: the relation `x-y`, the audience `reader`, a section, a kind of its own, and a folder."""
ASKED = [
    ("briefgen aud", "audiences"),
    ("briefgen make --discr", "--discreet"),
    ("briefgen make x", "x-y"),
    ("briefgen check -a rea", "reader"),
    ("briefgen make -f doc", "docx"),
    ("briefgen explain TRD-SU", "TRD-SUM"),
    ("briefgen explain --section on", "one"),
    ("briefgen fields one", "one"),
    ("briefgen new facts dea", "deals"),
    ("briefgen new section connec", "connectivity"),
    ("briefgen data imp", "import"),
]
_FOLDERS = [("briefgen make --output let", "letters/")]

BASH = """\
eval "$(briefgen completion bash)"
COMP_WORDS=($1)
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_briefgen_completion briefgen
printf '%s\\n' "${COMPREPLY[@]}"
"""
FISH = """\
briefgen completion fish | source
complete -C $argv[1]
"""
ZSH = """\
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PS1=; eval "$(briefgen completion zsh)"; print READY''!'
zpty -r shell said '*READY!*'
zpty -w -n shell "$1"$'\\t'
zpty -r shell said "*$2*"
print -r -- $2
"""
"""A shell on a terminal of its own, in which somebody types words and then the key that completes: it is read until
what is meant stands there, and else stopped by the clock."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def ask(desk: Path) -> Callable[..., list[str]]:
    """Asks a shell, which finds the command where this Python is; gives the first word of each line."""

    def asked(shell: str, *arguments: str) -> list[str]:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        environment = {**os.environ, "PATH": path, "HOME": str(desk), "TERM": "dumb", "LC_ALL": "C.UTF-8"}
        run = subprocess.run(
            [command(shell, shell), *arguments], cwd=desk, env=environment, capture_output=True, text=True,
            timeout=40, check=True,
        )  # fmt: skip
        return [line.split()[0] for line in run.stdout.splitlines() if line.split()]

    return asked


@pytest.mark.parametrize(("typed", "meant"), ASKED)
def test_bash_completes(typed: str, meant: str, ask: Callable[..., list[str]]) -> None:
    assert ask("bash", "--norc", "-c", BASH, "bash", typed) == [meant]


@pytest.mark.parametrize(("typed", "meant"), [*ASKED, *_FOLDERS])
def test_fish_completes(typed: str, meant: str, ask: Callable[..., list[str]]) -> None:
    assert ask("fish", "--no-config", "-c", FISH, typed) == [meant]


@pytest.mark.parametrize(("typed", "meant"), [*ASKED, *_FOLDERS])
def test_zsh_completes(typed: str, meant: str, ask: Callable[..., list[str]]) -> None:
    assert ask("zsh", "-f", "-c", ZSH, "zsh", typed, meant) == [meant]
