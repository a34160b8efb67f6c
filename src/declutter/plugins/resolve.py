"""What a Cleaner is given as its plugins becomes what the judge takes, with every fault named."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from declutter.errors import BrokenPlugin, InvalidOption
from declutter.judge.case import Rule
from declutter.judge.extension import Extension
from declutter.judge.rules import RULES
from declutter.plugins.installed import installed_plugins
from declutter.plugins.phrases import read_phrases
from declutter.plugins.plugin import Plugin
from declutter.plugins.watched import WatchedFind, WatchedSiteRule
from declutter.site_rules.pattern import PatternRule
from declutter.site_rules.rule import SiteRule

_TAKEN: Final = frozenset(
    ("score", "all", "site rule", "site memory", "repeated line", *(rule.name for rule in RULES))
)
"""Names that a verdict's `rule` has already."""


def as_plugins(given: bool | Iterable[Plugin | str]) -> tuple[Plugin, ...]:
    """The plugins that `Cleaner(plugins=)` means: all that are installed for True, or those given,
    of which a str is the name of an installed one. Their phrases are read.

    Raises InvalidOption for what is neither, BrokenPlugin for one that cannot be loaded or read.
    """
    if isinstance(given, bool):
        found = installed_plugins() if given else []
    else:
        found = [plugin for item in _listed(given) for plugin in _meant(item)]
    return tuple(
        replace(
            plugin,
            rules=tuple(plugin.rules),
            phrases=read_phrases(plugin),
            site_rules=tuple(_checked_site_rule(plugin, rule) for rule in plugin.site_rules),
        )
        for plugin in found
    )


def _listed(given: Any) -> Iterable[Any]:
    if isinstance(given, (str, Plugin)):
        return (given,)
    if isinstance(given, Iterable):
        return given
    raise InvalidOption(f"plugins={given!r}: give True, or a list of plugins and of names")


def _meant(item: Any) -> list[Plugin]:
    if isinstance(item, Plugin):
        return [item]
    if isinstance(item, str):
        return installed_plugins((item,))
    raise InvalidOption(f"plugins: {item!r} is neither a Plugin nor the name of one")


def extend(plugins: Iterable[Plugin]) -> Extension:
    """The rules and phrases of the plugins, as `as_plugins` gives them, before the package's.

    Raises BrokenPlugin, naming the plugin, for a rule or a phrase that cannot be used.
    """
    rules: list[Rule] = []
    taken = set(_TAKEN)
    for plugin in plugins:
        for rule in plugin.rules:
            rules.append(_checked(plugin, rule, taken))
            taken.add(rule.name)
    phrases = [plugin.phrases for plugin in plugins]
    return Extension((*rules, *RULES), json.dumps(phrases, ensure_ascii=False))


def _checked_site_rule(plugin: Plugin, rule: Any) -> SiteRule:
    """The site rule, watched. Raises BrokenPlugin for one that is none."""
    if isinstance(rule, (PatternRule, WatchedSiteRule)):
        return rule
    if not hasattr(rule, "hosts") or not callable(getattr(rule, "find", None)):
        raise BrokenPlugin(
            f"plugin {plugin.name!r}: {rule!r} is no site rule: it needs hosts and find"
        )
    return WatchedSiteRule(plugin.name, rule)


def _checked(plugin: Plugin, rule: Any, taken: set[str]) -> Rule:
    """The rule, its `find` watched. Raises BrokenPlugin for one that is none."""
    if not isinstance(rule, Rule):
        raise BrokenPlugin(f"plugin {plugin.name!r}: {rule!r} is no declutter.plugins.Rule")
    for value in (rule.name, rule.family, rule.reason):
        if not isinstance(value, str) or not value:
            raise BrokenPlugin(
                f"plugin {plugin.name!r}: rule {rule.name!r} needs a name, a family and a reason"
            )
    if not callable(rule.find):
        raise BrokenPlugin(f"plugin {plugin.name!r}: rule {rule.name!r} has a find that is none")
    if rule.name in taken:
        raise BrokenPlugin(
            f"plugin {plugin.name!r}: the name {rule.name!r} of its rule is taken: choose another"
        )
    return replace(rule, find=WatchedFind(plugin.name, rule))
