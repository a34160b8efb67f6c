"""Shell completion: the script that a shell loads."""

from __future__ import annotations

import click


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> int:
    """Write the completion script of SHELL.

    \b
    Examples:
      eval "$(declutter completion bash)"      in ~/.bashrc
      eval "$(declutter completion zsh)"       in ~/.zshrc
      declutter completion fish | source       in ~/.config/fish/config.fish
    """
    from click.shell_completion import get_completion_class

    from declutter.cli.group import root

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(root, {}, "declutter", "_DECLUTTER_COMPLETE").source())
    return 0
