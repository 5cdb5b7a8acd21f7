"""`briefgen completion`: what a shell reads to complete commands, options, relations, audiences and codes."""

from __future__ import annotations

import click
from click.shell_completion import ShellComplete, get_completion_class

_SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print what SHELL reads to complete commands, options, relations, audiences, sections and codes.

    bash: eval "$(briefgen completion bash)" in ~/.bashrc; zsh: the same with zsh in ~/.zshrc; fish: briefgen completion
    fish > ~/.config/fish/completions/briefgen.fish.
    """
    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"click completes nothing for {shell}")
    script = made(ctx.find_root().command, {}, "briefgen", "_BRIEFGEN_COMPLETE")
    click.echo(ShellComplete.source(script))  # that of bash asks bash for its version first, and need not
