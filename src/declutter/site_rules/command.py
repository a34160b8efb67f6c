"""`declutter site-rules check`."""

from __future__ import annotations

from pathlib import Path

import click

from declutter.errors import BrokenSiteRule
from declutter.site_rules.folder import read_rule, rule_files
from declutter.site_rules.pattern import PatternRule


@click.group("site-rules")
def site_rules() -> None:
    """Look after a folder of site rules, files HOST.txt of lines such as "body: //article"."""


@site_rules.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def check(folder: Path) -> int:
    """Check every rule in DIR; exit 1 where one is broken.

    Broken lines are errors. Lines that are passed over, and rules that can find nothing, are
    warnings.

    \b
    Example:
      declutter site-rules check rules/ && declutter --site-rules rules/ --url URL < page.html
    """
    broken = 0
    files = rule_files(folder)
    for file in files:
        try:
            rule = read_rule(file)
        except BrokenSiteRule as error:
            broken += 1
            click.echo(f"error: {error}")
            continue
        for warning in _warnings(rule):
            click.echo(f"warning: {warning}")
    click.echo(f"{len(files)} rules, {broken} broken")
    return 1 if broken else 0


def _warnings(rule: PatternRule) -> list[str]:
    warnings = list(rule.notes)
    if not rule.statements:
        warnings.append(f"{rule.name}: has no line that finds or strips anything")
    if "." not in rule.hosts[0].strip("."):
        warnings.append(f"{rule.name}: is not named as a host; no page will ever meet it")
    return warnings
