"""`briefgen completion`: what a shell reads to complete commands, options, relations, audiences and codes."""

from __future__ import annotations

import click
from click.shell_completion import ShellComplete, get_completion_class

_SHELLS = ("bash", "zsh", "fish")
_BEGIN = "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }"


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print what SHELL reads to complete commands, options, relations, audiences, sections, kinds and codes.

    bash: eval "$(briefgen completion bash)" in ~/.bashrc; zsh: the same with zsh in ~/.zshrc; fish: briefgen completion
    fish > ~/.config/fish/completions/briefgen.fish.
    """
    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"click completes nothing for {shell}")
    script = made(ctx.find_root().command, {}, "briefgen", "_BRIEFGEN_COMPLETE")
    text = ShellComplete.source(script)  # that of bash asks bash for its version first, and need not
    click.echo(_begun(text) if shell == "zsh" else text)


def _begun(text: str) -> str:
    """With what begins completion in a zsh whose owner has not: the first line is for a file of its own."""
    first, _, rest = text.lstrip("\n").partition("\n")
    return f"{first}\n{_BEGIN}\n{rest}"
