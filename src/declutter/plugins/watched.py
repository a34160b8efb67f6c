"""A plugin's rules, with whatever goes wrong in them told as a BrokenPlugin that names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from declutter.errors import BrokenPlugin, DeclutterError
from declutter.judge.case import Case, Rule
from declutter.site_rules.rule import Found, SiteRule


@dataclass(slots=True, frozen=True)
class WatchedFind:
    """The `find` of a rule."""

    plugin: str
    rule: Rule

    def __call__(self, case: Case) -> list[int]:
        try:
            found = list(self.rule.find(case))
        except DeclutterError:
            raise
        except Exception as error:
            raise self._broken(f"fails ({type(error).__name__}: {error})") from error
        for at in found:
            if type(at) is not int or not 0 <= at < len(case.blocks):
                raise self._broken(f"finds {at!r}, which is no index of the page's blocks")
        return found

    def _broken(self, problem: str) -> BrokenPlugin:
        return BrokenPlugin(f"plugin {self.plugin!r}: rule {self.rule.name!r} {problem}")


@dataclass(slots=True, frozen=True)
class WatchedSiteRule:
    """A site rule."""

    plugin: str
    rule: SiteRule

    @property
    def hosts(self) -> Sequence[str]:
        return self.rule.hosts

    def find(self, tree: Any, url: str) -> Found:
        """What the rule finds on a page."""
        try:
            found = self.rule.find(tree, url)
        except DeclutterError:
            raise
        except Exception as error:
            raise self._broken(f"fails ({type(error).__name__}: {error})") from error
        if not isinstance(found, Found):
            raise self._broken(f"gives {type(found).__name__} and not declutter.plugins.Found")
        return found

    def _broken(self, problem: str) -> BrokenPlugin:
        hosts = ", ".join(self.hosts)
        return BrokenPlugin(f"plugin {self.plugin!r}: the site rule of {hosts} {problem}")
