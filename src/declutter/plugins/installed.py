"""The plugins of installed packages."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Final

from declutter.errors import BrokenPlugin, InvalidOption
from declutter.plugins.plugin import Plugin

ENTRY_POINTS: Final = "declutter.plugins"
"""The entry point group of packages that bring a plugin: a Plugin, or a callable that gives one."""


def installed_plugins(names: Collection[str] | None = None) -> list[Plugin]:
    """The plugins that installed packages bring, in the order of their names.

    `names` are those wanted, all where it is None. Each is loaded once a process. Raises
    InvalidOption for a name that no package has, BrokenPlugin for one that cannot be loaded.
    """
    points = entry_points_by_name()
    for name in names or ():
        if name not in points:
            known = ", ".join(points) or "there is none"
            raise InvalidOption(f"plugins: no installed package has {name!r} (installed: {known})")
    return [load(point) for name, point in points.items() if names is None or name in names]


def entry_points_by_name() -> dict[str, EntryPoint]:
    """The entry points of the group, in the order of their names; nothing is loaded."""
    points = {point.name: point for point in entry_points(group=ENTRY_POINTS)}
    return {name: points[name] for name in sorted(points)}


@cache
def load(point: EntryPoint) -> Plugin:
    """The plugin of an entry point. Raises BrokenPlugin, with what went wrong."""
    try:
        given = point.load()
        plugin = given() if callable(given) else given
    except Exception as error:
        raise BrokenPlugin(
            f"{_label(point)} cannot be loaded ({type(error).__name__}: {error}): "
            "update or uninstall its package"
        ) from error
    if not isinstance(plugin, Plugin):
        raise BrokenPlugin(
            f"{_label(point)} gives {type(plugin).__name__} and not declutter.plugins.Plugin: "
            "update or uninstall its package"
        )
    return replace(plugin, name=point.name)


def _label(point: EntryPoint) -> str:
    package = f" of {point.dist.name} {point.dist.version}" if point.dist is not None else ""
    return f"plugin {point.name!r} ({point.value}{package})"
