"""A plugin's phrases, read and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final

from declutter.errors import BrokenPlugin
from declutter.judge.phrases import LONGEST_PHRASE, TEXT_KEYS
from declutter.judge.phrases.folding import fold
from declutter.plugins.plugin import Plugin

LONGEST_START: Final = 80
"""Characters of a text in which a phrase that it begins with is looked for."""

_WHOLE_KEYS: Final = ("whole", "weak", "heading")
_SAID_OF_FILES: Final = ("language", "spaced")

PlainPhrases = dict[str, dict[str, dict[str, list[str]]]]


def read_phrases(plugin: Plugin) -> PlainPhrases:
    """The phrases of a plugin: language -> family -> key -> phrases.

    Raises BrokenPlugin, naming the plugin, the file or language and the table, for what is none.
    """
    given = plugin.phrases
    if isinstance(given, Mapping):
        return {language: _families(plugin, language, given[language]) for language in given}
    folder = Path(given) if isinstance(given, str) else given
    try:
        files = sorted(folder.iterdir(), key=lambda file: file.name)
        sources = {file.name: file.read_text("utf-8") for file in files if _is_phrases(file)}
    except (OSError, UnicodeDecodeError) as error:
        raise _broken(plugin, f"the folder {folder}", f"cannot be read: {error}") from error
    if not sources:
        raise _broken(plugin, f"the folder {folder}", "has no file such as en.toml")
    phrases: PlainPhrases = {}
    for name, source in sources.items():
        try:
            content = tomllib.loads(source)
        except tomllib.TOMLDecodeError as error:
            raise _broken(plugin, name, f"is no TOML: {error}") from error
        phrases[name.removesuffix(".toml")] = _families(plugin, name, content)
    return phrases


def count_phrases(plugin: Plugin) -> int:
    """How many phrases a plugin brings. Raises what `read_phrases` raises."""
    return sum(
        len(phrases)
        for families in read_phrases(plugin).values()
        for table in families.values()
        for phrases in table.values()
    )


def _is_phrases(file: Traversable) -> bool:
    return file.name.endswith(".toml") and file.is_file()


def _families(plugin: Plugin, place: str, given: Any) -> dict[str, dict[str, list[str]]]:
    if not isinstance(given, Mapping):
        raise _broken(plugin, place, "must be tables by family, such as [sharing]")
    families: dict[str, dict[str, list[str]]] = {}
    for family, table in given.items():
        if family in _SAID_OF_FILES:
            continue
        where = f"{place}, [{family}]"
        if not isinstance(table, Mapping) or not table:
            raise _broken(plugin, where, f"must have keys of {', '.join(TEXT_KEYS)}")
        families[family] = {}
        for key, phrases in table.items():
            if key not in TEXT_KEYS:
                raise _broken(plugin, where, f"{key!r}: use one of {', '.join(TEXT_KEYS)}")
            families[family][key] = _listed(plugin, f"{where} {key}", key, phrases)
    return families


def _listed(plugin: Plugin, where: str, key: str, phrases: Any) -> list[str]:
    if isinstance(phrases, str) or not isinstance(phrases, (list, tuple)):
        raise _broken(plugin, where, "must be a list of phrases")
    longest = LONGEST_PHRASE if key in _WHOLE_KEYS else LONGEST_START
    for phrase in phrases:
        if not isinstance(phrase, str) or not fold(phrase):
            raise _broken(plugin, where, f"{phrase!r} is no phrase: it has no letter")
        if len(phrase) > longest:
            raise _broken(plugin, where, f"{phrase!r} is longer than {longest} characters: cut it")
    return list(phrases)


def _broken(plugin: Plugin, where: str, problem: str) -> BrokenPlugin:
    return BrokenPlugin(f"plugin {plugin.name!r}: phrases: {where}: {problem}")
