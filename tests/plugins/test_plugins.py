"""Rules and phrases of one's own, and those that installed packages bring."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import declutter
from declutter import BrokenPlugin
from declutter.cli.group import root
from declutter.judge.phrases import phrasebook
from declutter.plugins import Case, Found, Plugin, Rule, installed_plugins
from declutter.plugins.installed import load

HOST = "weir.example.com"
URL = f"https://{HOST}/geese"
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Nine geese | The Weir</title></head><body>
<article><h1>Nine geese</h1>
<p>The first goose came over the weir at noon and nobody in the boathouse looked up from soup.</p>
<p>The second one brought the others, and at two there were nine of them on the lower lawn.</p>
<p>Ring the brass bell</p>
<p>Geese are for hire on Sundays, ask for our keeper at the gate before the clock has struck.</p>
<p>They stayed until the rain had stopped, and then they went back the way that they had come.</p>
</article></body></html>"""
PHRASES = {"en": {"sharing": {"whole": ["ring the brass bell"]}}}


def geese_for_hire(case: Case) -> list[int]:
    """Blocks that offer geese for hire."""
    return [at for at, block in enumerate(case.blocks) if "for hire" in block.text]


def soup(case: Case) -> list[int]:
    """Blocks about soup."""
    return [at for at, block in enumerate(case.blocks) if "soup" in block.text]


def everything(case: Case) -> list[int]:
    """Every block."""
    return list(range(len(case.blocks)))


HIRE = Rule("geese for hire", "advertising", "offers geese for hire", geese_for_hire)
GEESE = Plugin("geese", rules=[HIRE], phrases=PHRASES)


def verdict_of(document: declutter.Document, part: str) -> declutter.Verdict:
    (found,) = [block.verdict for block in document.blocks if part in block.text]
    return found


def test_a_rule_of_ones_own_decides_with_its_reason() -> None:
    assert "for hire" in declutter.clean(PAGE).text
    document = declutter.clean(PAGE, plugins=[GEESE])
    verdict = verdict_of(document, "for hire")
    assert (verdict.keep, verdict.rule, verdict.family) == (False, HIRE.name, "advertising")
    assert verdict.reason == "offers geese for hire"
    assert "They stayed" in document.text


def test_phrases_of_ones_own_are_found_and_the_packages_stay_as_they_are() -> None:
    assert verdict_of(declutter.clean(PAGE), "brass bell").rule != "share prompt"
    document = declutter.clean(PAGE, plugins=[GEESE])
    assert verdict_of(document, "brass bell").rule == "share prompt"
    shared = PAGE.replace("Ring the brass bell", "Share this story")
    assert verdict_of(declutter.clean(shared, plugins=[GEESE]), "Share").rule == "share prompt"
    assert "ring the brass bell" not in phrasebook().whole


def test_a_prompt_glued_to_a_sentence_is_cut_off() -> None:
    text = "Ring the brass bellThe first goose came over the weir at noon, and nobody looked up."
    glued = Plugin("bell", phrases={"en": {"sharing": {"glued": ["ring the brass bell"]}}})
    document = declutter.clean(text, input_format="text", plugins=[glued])
    assert document.text.startswith("The first goose")


def test_ones_own_rules_speak_first_and_may_keep() -> None:
    lead = Rule("soup", "kitchen", "is about soup", soup)
    keep = replace(HIRE, name="keeper", keep=True)
    document = declutter.clean(PAGE, plugins=[Plugin("kitchen", rules=[lead, keep, HIRE])])
    assert verdict_of(document, "soup").rule == "soup"
    assert verdict_of(document, "for hire").keep


def test_a_family_of_ones_own_reaches_the_rules() -> None:
    def bells(case: Case) -> list[int]:
        return case.said("bells", ("whole",))

    plugin = Plugin(
        "bells",
        rules=[Rule("bell", "bells", "asks to ring", bells)],
        phrases={"xx": {"bells": {"whole": ["Ring the brass bell!"]}}},
    )
    document = declutter.clean(PAGE, plugins=[plugin])
    assert verdict_of(document, "brass bell").rule == "bell"
    assert "bells" in document.xray().html


def test_phrases_may_be_a_folder(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text(
        'language = "en"\n[sharing]\nwhole = ["ring the brass bell"]\n'
    )
    (tmp_path / "notes.txt").write_text("no phrases")
    for folder in (tmp_path, str(tmp_path)):
        document = declutter.clean(PAGE, plugins=[Plugin("bell", phrases=folder)])
        assert verdict_of(document, "brass bell").rule == "share prompt"


class WeirRule:
    """A site rule of one's own."""

    hosts = (HOST,)

    def find(self, tree: Any, url: str) -> Found:
        return Found(body=[(element, "the story") for element in tree.xpath("//p[1]")])


def test_site_rules_of_a_plugin_stand_behind_those_given() -> None:
    plugin = Plugin("weir", site_rules=[WeirRule()])
    document = declutter.clean(PAGE, url=URL, plugins=[plugin])
    assert document.decided_by == "site rule"
    assert document.text.startswith("The first goose")
    assert "They stayed" not in document.text

    class Given(WeirRule):
        def find(self, tree: Any, url: str) -> Found:
            return Found(body=[(element, "all") for element in tree.xpath("//article")])

    document = declutter.clean(PAGE, url=URL, plugins=[plugin], site_rules=[Given()])
    assert "They stayed" in document.text


def test_a_cleaner_with_plugins_travels_to_worker_processes() -> None:
    cleaner = declutter.Cleaner(plugins=[Plugin("geese", [HIRE], PHRASES, [WeirRule()])])
    again = pickle.loads(pickle.dumps(cleaner))
    assert again.clean(PAGE).text == cleaner.clean(PAGE).text
    assert repr(again) == repr(cleaner)
    assert " at 0x" not in repr(cleaner)
    assert replace(cleaner, links=True).clean(PAGE).text == cleaner.clean(PAGE).text
    for result in cleaner.clean_many([PAGE, PAGE], workers=2):
        assert result.document is not None
        assert "for hire" not in result.document.text


def broken_find(case: Case) -> list[int]:
    raise ZeroDivisionError("no geese")


def outside(case: Case) -> list[int]:
    return [10_000]


def words(case: Case) -> list[int]:
    return ["one"]  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("find", "said"),
    [
        (broken_find, r"fails \(ZeroDivisionError: no geese\)"),
        (outside, "finds 10000, which is no index"),
        (words, "finds 'one', which is no index"),
        (len, r"fails \(TypeError"),
    ],
)
def test_a_rule_that_fails_on_a_page_is_named(find: Callable[[Case], list[int]], said: str) -> None:
    cleaner = declutter.Cleaner(plugins=[Plugin("geese", rules=[replace(HIRE, find=find)])])
    with pytest.raises(BrokenPlugin, match=rf"^plugin 'geese': rule 'geese for hire' {said}"):
        cleaner.clean(PAGE)
    (result,) = cleaner.clean_many([PAGE])
    assert isinstance(result.error, BrokenPlugin)


class BrokenRule(WeirRule):
    def find(self, tree: Any, url: str) -> Found:
        raise KeyError("story")


class WrongRule(WeirRule):
    def find(self, tree: Any, url: str) -> Found:
        return ["p"]  # type: ignore[return-value]


@pytest.mark.parametrize("rule", [BrokenRule(), WrongRule()])
def test_a_site_rule_that_fails_on_a_page_is_named(rule: WeirRule) -> None:
    cleaner = declutter.Cleaner(plugins=[Plugin("weir", site_rules=[rule])])
    with pytest.raises(BrokenPlugin, match=rf"^plugin 'weir': the site rule of {HOST} "):
        cleaner.clean(PAGE, url=URL)


@pytest.mark.parametrize(
    ("plugin", "said"),
    [
        (Plugin("x", rules=[geese_for_hire]), "no declutter.plugins.Rule"),  # type: ignore[list-item]
        (Plugin("x", rules=[replace(HIRE, reason="")]), "a name, a family and a reason"),
        (Plugin("x", rules=[replace(HIRE, find=None)]), "find"),  # type: ignore[arg-type]
        (Plugin("x", rules=[replace(HIRE, name="title")]), "'title' of its rule is taken"),
        (Plugin("x", rules=[HIRE, HIRE]), "is taken"),
        (Plugin("x", site_rules=["rules/"]), "needs hosts and find"),  # type: ignore[list-item]
        (Plugin("x", phrases={"en": ["share"]}), "tables by family"),  # type: ignore[dict-item]
        (Plugin("x", phrases={"en": {"sharing": {}}}), "must have keys"),
        (Plugin("x", phrases={"en": {"sharing": {"hole": ["a"]}}}), "'hole': use one of whole"),
        (Plugin("x", phrases={"en": {"sharing": {"whole": "a"}}}), "must be a list"),
        (Plugin("x", phrases={"en": {"sharing": {"whole": ["!?"]}}}), "no letter"),
        (Plugin("x", phrases={"en": {"sharing": {"glued": ["a" * 81]}}}), "longer than 80"),
        (Plugin("x", phrases="/nowhere/at/all"), "cannot be read"),
    ],
)
def test_a_plugin_that_cannot_be_used_is_named(plugin: Plugin, said: str) -> None:
    with pytest.raises(BrokenPlugin, match=rf"^plugin 'x': .*{said}"):
        declutter.Cleaner(plugins=[plugin])


def test_a_folder_of_phrases_that_is_broken_names_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(BrokenPlugin, match=r"no file such as en\.toml"):
        declutter.Cleaner(plugins=[Plugin("x", phrases=tmp_path)])
    (tmp_path / "en.toml").write_text("[sharing]\nwhole = [\n\n=")
    with pytest.raises(BrokenPlugin, match=r"en\.toml: is no TOML: .*line 4"):
        declutter.Cleaner(plugins=[Plugin("x", phrases=tmp_path)])


@pytest.mark.parametrize("given", [7, [7], ["goose-egg"]])
def test_what_is_no_plugin_is_refused(given: Any) -> None:
    with pytest.raises(declutter.InvalidOption, match="plugins"):
        declutter.Cleaner(plugins=given)


MODULE = f'''
from importlib.resources import files
from declutter.plugins import Plugin, Rule
from declutter.site_rules.pattern import parse_pattern

print("goose_plugin is loaded")

def for_hire(case):
    """Blocks that offer geese for hire."""
    return [at for at, block in enumerate(case.blocks) if "for hire" in block.text]

def plugin():
    return Plugin(
        "whatever",
        rules=[Rule("geese for hire", "advertising", "offers geese for hire", for_hire)],
        phrases=files("goose_plugin") / "phrases",
        site_rules=[parse_pattern("body: //p[1]", "goose", ("{HOST}",))],
    )

not_one = 7

def broken():
    raise RuntimeError("out of geese")
'''


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder with an installed package that brings the plugin `geese`."""
    package = tmp_path / "goose_plugin"
    (package / "phrases").mkdir(parents=True)
    (package / "__init__.py").write_text(MODULE)
    (package / "phrases" / "en.toml").write_text(
        '[sharing]\nwhole = ["ring the brass bell", "sound the horn"]\n'
    )
    info = tmp_path / "goose_plugin-2.5.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: goose-plugin\nVersion: 2.5\n")
    points(tmp_path, "geese = goose_plugin:plugin")
    return tmp_path


def points(folder: Path, *lines: str) -> None:
    text = "\n".join(["[declutter.plugins]", *lines, ""])
    (folder / "goose_plugin-2.5.dist-info" / "entry_points.txt").write_text(text)


@pytest.fixture
def imported(installed: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.syspath_prepend(str(installed))
    yield installed
    load.cache_clear()
    sys.modules.pop("goose_plugin", None)


@pytest.mark.parametrize("given", [True, ["geese"], "geese"])
def test_a_package_brings_rules_phrases_and_site_rules(imported: Path, given: Any) -> None:
    cleaner = declutter.Cleaner(plugins=given)
    document = cleaner.clean(PAGE)
    assert verdict_of(document, "for hire").rule == "geese for hire"
    assert verdict_of(document, "brass bell").rule == "share prompt"
    ruled = cleaner.clean(PAGE, url=URL)
    assert ruled.decided_by == "site rule"
    assert "They stayed" not in ruled.text
    pickle.loads(pickle.dumps(cleaner))


def test_a_plugin_is_loaded_once_a_process(imported: Path, capsys: Any) -> None:
    declutter.Cleaner(plugins=True)
    (plugin,) = installed_plugins()
    assert plugin.name == "geese"
    assert installed_plugins(["geese"])[0] is plugin
    assert capsys.readouterr().out.count("is loaded") == 1


@pytest.mark.parametrize(
    ("point", "said"),
    [
        ("geese = goose_plugin:broken", r"\(RuntimeError: out of geese\)"),
        ("geese = goose_plugin:missing", r"AttributeError"),
        ("geese = no_such_goose:plugin", r"ModuleNotFoundError"),
        ("geese = goose_plugin:not_one", r"gives int and not"),
    ],
)
def test_a_package_that_is_broken_is_named(imported: Path, point: str, said: str) -> None:
    points(imported, point)
    with pytest.raises(BrokenPlugin, match=rf"^plugin 'geese' .*of goose-plugin 2\.5\).*{said}"):
        declutter.Cleaner(plugins=True)


def test_an_unknown_name_says_what_is_installed(imported: Path) -> None:
    with pytest.raises(declutter.InvalidOption, match=r"'ducks' \(installed: geese\)"):
        declutter.Cleaner(plugins=["ducks"])


def run(installed: Path, *code: str) -> str:
    """What a process prints that finds the package."""
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(code)],
        env={"PYTHONPATH": f"{installed}:{':'.join(sys.path)}"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_nothing_is_looked_up_or_loaded_unless_asked_for(installed: Path) -> None:
    asked = (
        "import sys, declutter",
        f"declutter.clean({PAGE!r})",
        "print(sorted({'importlib.metadata', 'declutter.plugins'} & set(sys.modules)))",
    )
    assert run(installed, *asked) == "[]\n"
    assert "goose_plugin is loaded" in run(
        installed, "import declutter", "declutter.Cleaner(plugins=True)"
    )


def test_the_command_uses_and_lists_plugins(imported: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE)
    assert "for hire" not in CliRunner().invoke(root, [str(page), "--plugins"]).output
    assert "for hire" in CliRunner().invoke(root, [str(page)]).output
    listed = CliRunner().invoke(root, ["plugins"], standalone_mode=False)
    assert listed.output.splitlines()[-2:] == [
        "geese (goose-plugin 2.5): 1 rule, 1 site rule, 2 phrases",
        "1 plugins, 0 broken",
    ]
    assert listed.return_value == 0
    points(imported, "geese = goose_plugin:plugin", "gulls = goose_plugin:broken")
    listed = CliRunner().invoke(root, ["plugins"], standalone_mode=False)
    assert listed.return_value == 1
    assert "error: plugin 'gulls'" in listed.output
