"""Rules, phrases and site rules of one's own, given to a Cleaner or brought by a package.

A package brings them by the entry point group `declutter.plugins`, whose entries are a `Plugin` or
a callable that gives one. Nothing is looked up or loaded before a Cleaner is made with `plugins=`.
"""

from declutter.errors import BrokenPlugin
from declutter.judge.case import Case, Rule
from declutter.plugins.installed import installed_plugins
from declutter.plugins.plugin import Phrases, Plugin
from declutter.site_rules.rule import Found, SiteRule

__all__ = [
    "BrokenPlugin",
    "Case",
    "Found",
    "Phrases",
    "Plugin",
    "Rule",
    "SiteRule",
    "installed_plugins",
]
