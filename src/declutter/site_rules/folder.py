"""Rules by host: a folder of text files, or one's own objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from declutter.errors import BrokenSiteRule, InvalidOption
from declutter.site_rules.pattern import PatternRule, parse_pattern
from declutter.site_rules.rule import SiteRule

_LARGEST_FILE: Final = 1_000_000


class SiteRules:
    """Rules, found by the host of a page: its own before its domain's; the last one given wins."""

    __slots__ = ("_by_host",)

    def __init__(self, rules: Iterable[SiteRule]) -> None:
        self._by_host: dict[str, SiteRule] = {}
        for rule in rules:
            if not hasattr(rule, "hosts") or not hasattr(rule, "find"):
                raise InvalidOption(f"site_rules: {rule!r} is no rule: it needs hosts and find")
            for host in rule.hosts:
                self._by_host[_normal(host)] = rule

    def __iter__(self) -> Iterator[SiteRule]:
        return iter({id(rule): rule for rule in self._by_host.values()}.values())

    def __repr__(self) -> str:
        # The same for the same rules in every process: a run that is resumed compares it.
        rules = [
            rule if isinstance(rule, PatternRule) else (type(rule).__qualname__, *rule.hosts)
            for rule in self
        ]
        return f"SiteRules({rules!r})"

    def rule_for(self, url: str | None) -> SiteRule | None:
        """The rule for a page of this address, None where there is none or no address."""
        host = _host_of(url)
        if not host:
            return None
        for name in (host, host.removeprefix("www.")):
            rule = self._by_host.get(name)
            if rule is not None:
                return rule
        labels = host.split(".")
        for first in range(len(labels)):
            rule = self._by_host.get("." + ".".join(labels[first:]))
            if rule is not None:
                return rule
        return None


def as_site_rules(given: str | Path | SiteRules | Iterable[SiteRule]) -> SiteRules:
    """What `Cleaner(site_rules=)` was given, as SiteRules; see `read_folder` for what is raised."""
    if isinstance(given, SiteRules):
        return given
    if isinstance(given, (str, Path)):
        return SiteRules(read_folder(given))
    return SiteRules(given)


def read_folder(folder: str | Path) -> list[PatternRule]:
    """The rules of a folder: its files are named as their host, `example.com.txt`, or, for all
    hosts under one, `.example.com.txt`.

    Raises InvalidOption where there is no such folder or no rule in it, BrokenSiteRule, naming file
    and line, for a broken rule.
    """
    return [read_rule(path) for path in rule_files(folder)]


def rule_files(folder: str | Path) -> list[Path]:
    """The files of a folder that are rules, by name. Raises InvalidOption where there are none."""
    path = Path(folder)
    if not path.is_dir():
        raise InvalidOption(f"site_rules={str(folder)!r}: there is no such folder")
    files = sorted(file for file in path.iterdir() if file.suffix == ".txt" and file.is_file())
    if not files:
        raise InvalidOption(f"site_rules={str(folder)!r}: no rule in it is named as HOST.txt")
    return files


def read_rule(path: Path) -> PatternRule:
    """The rule of one file. Raises BrokenSiteRule, naming the file and where it can the line."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BrokenSiteRule(f"{path.name}: cannot be read: {error.strerror}") from error
    if len(data) > _LARGEST_FILE:
        raise BrokenSiteRule(f"{path.name}: is larger than {_LARGEST_FILE} bytes: cut it")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BrokenSiteRule(f"{path.name}:{line}: is not UTF-8: save it as UTF-8") from error
    return parse_pattern(text, path.name, (path.stem,))


def _host_of(url: str | None) -> str:
    try:
        return _normal(urlsplit(url or "").hostname or "")
    except ValueError:
        return ""


def _normal(host: str) -> str:
    """A host's name as it stands in addresses: lower case, letters beyond ASCII in punycode."""
    name = host.strip().lower().removesuffix(".")
    if name.isascii():
        return name
    try:
        dot = "." if name.startswith(".") else ""
        return dot + name.lstrip(".").encode("idna").decode("ascii")
    except UnicodeError:
        return name
