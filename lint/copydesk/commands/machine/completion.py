"""`copydesk completion`: what a shell must know to complete our command lines."""

from __future__ import annotations

import click

from copydesk.commands.shared.output import write_out


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the completion script of a shell.

    Load it where the shell starts:

    \b
    bash  eval "$(copydesk completion bash)"          in ~/.bashrc (bash 4.4 or later)
    zsh   eval "$(copydesk completion zsh)"           in ~/.zshrc, after compinit
    fish  copydesk completion fish | source           in ~/.config/fish/config.fish
    """
    from click.shell_completion import ShellComplete, get_completion_class

    from copydesk.commands.cli import COMPLETE, cli

    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101  the choices are click's own
    # Bash's own method would run bash first, to look at its version.
    write_out(f"{ShellComplete.source(kind(cli, {}, 'copydesk', COMPLETE))}\n")
