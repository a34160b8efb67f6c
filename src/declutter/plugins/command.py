"""`declutter plugins`."""

from __future__ import annotations

import click

from declutter.errors import BrokenPlugin
from declutter.plugins.installed import entry_points_by_name
from declutter.plugins.phrases import count_phrases
from declutter.plugins.plugin import Plugin
from declutter.plugins.resolve import as_plugins, extend


@click.command()
def plugins() -> int:
    """List the installed plugins and what each brings; exit 1 where one is broken.

    `declutter --plugins` uses them all.
    """
    points = entry_points_by_name()
    broken = 0
    for name, point in points.items():
        try:
            (plugin,) = as_plugins([name])
            extend([plugin])
        except BrokenPlugin as error:
            broken += 1
            click.echo(f"error: {error}")
        else:
            package = f" ({point.dist.name} {point.dist.version})" if point.dist else ""
            click.echo(f"{name}{package}: {_brings(plugin)}")
    click.echo(f"{len(points)} plugins, {broken} broken")
    return 1 if broken else 0


def _brings(plugin: Plugin) -> str:
    counts = (
        ("rule", len(plugin.rules)),
        ("site rule", len(plugin.site_rules)),
        ("phrase", count_phrases(plugin)),
    )
    said = [f"{count} {noun}{'' if count == 1 else 's'}" for noun, count in counts if count]
    return ", ".join(said) or "nothing"
