"""What a plugin is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path

from declutter.judge.case import Rule
from declutter.site_rules.rule import SiteRule

Phrases = Mapping[str, Mapping[str, Mapping[str, Sequence[str]]]]
"""Language -> family -> key -> phrases, as in declutter's own phrase files."""


@dataclass(slots=True, frozen=True, repr=False)
class Plugin:
    """Rules, phrases and site rules that come together.

    `rules` speak before declutter's own, in their order. `phrases` is a folder of files such as
    `en.toml`, or their content. `site_rules` are put before those that a Cleaner is given, which
    win where both know a host. `name` is what errors call the plugin; one that is installed has the
    name of its entry point.
    """

    name: str
    rules: Sequence[Rule] = ()
    phrases: Phrases | Traversable | Path | str = field(default_factory=dict, hash=False)
    site_rules: Sequence[SiteRule] = ()

    def __repr__(self) -> str:
        # The same for the same plugin in every process: a run that is resumed compares it.
        rules = [rule.name for rule in self.rules]
        hosts = [host for rule in self.site_rules for host in rule.hosts]
        return f"Plugin({self.name!r}, rules={rules!r}, phrases={self.phrases!r}, hosts={hosts!r})"
