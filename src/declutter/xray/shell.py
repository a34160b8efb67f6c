"""One file that needs nothing else: template, style and script put together under a policy that
lets nothing else run, load or be sent."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from typing import Final

from declutter.xray.against import Mistakes
from declutter.xray.families import KEPT
from declutter.xray.summary import Tally

_NOT_IN_A_LABEL: Final = re.compile(r"[^\w .,-]")


def fill(
    template: str,
    style: str,
    scripts: tuple[str, ...],
    parts: dict[str, str],
    frame_style: str | None = None,
) -> str:
    """The template with its parts, which are HTML already, and the style and the scripts in it.

    `frame_style` is the style of a frame inside, which the policy must know too.
    """
    code = "".join(asset(script) for script in scripts)
    policy = _policy([style] if frame_style is None else [style, frame_style], [code])
    return Template(asset(template)).substitute(parts, policy=policy, style=style, script=code)


def fill_frame(layout: str, style: str, language: str | None) -> str:
    """The document of the frame that shows the page itself, as the value of a srcdoc attribute."""
    parts = {
        "policy": _policy([style], []),
        "style": style,
        "language": escape(language or ""),
        "layout": layout,
    }
    return escape(Template(asset("frame.html")).substitute(parts))


def picture_style(tallies: list[Tally], mistakes: Mistakes | None) -> str:
    """The style sheet of the picture, with the families of this page."""
    rules = [asset("style.css")]
    for counted in tallies:
        slug, hue = counted.family.slug, counted.family.hue
        if counted.family is not KEPT:
            rules.append(f".f-{slug}{{--hue:{hue or 0};--chroma:{0 if hue is None else 1}}}")
        rules.append(f".w-{slug}{{flex-grow:{counted.words}}}")
        rules.append(f".only.on-{slug} .b.f-{slug}{{display:block}}")
    if mistakes is not None:
        for slug in ("wrongly-kept", "wrongly-removed"):
            rules.append(f".only.on-{slug} .b.{slug}{{display:block}}")
    return "\n".join(rules)


def frame_style(tallies: list[Tally], mistakes: Mistakes | None) -> str:
    """The style sheet of the frame, with the families of this page."""
    rules = [asset("frame.css")]
    for counted in tallies:
        slug, hue = counted.family.slug, counted.family.hue
        mark = f"mark[data-family={slug}]"
        if counted.family is not KEPT:
            rules.append(f"{mark}{{--hue:{hue or 0};--chroma:{0 if hue is None else 1}}}")
            label = _NOT_IN_A_LABEL.sub(" ", counted.family.label)
            rules.append(f'{mark}[data-first]::before{{content:"{label}"}}')
        rules.append(f".only.on-{slug} {mark}{{opacity:1}}")
    if mistakes is not None:
        for slug, wrong in (("wrongly-kept", mistakes.kept), ("wrongly-removed", mistakes.removed)):
            if wrong:
                marks = ",".join(f'mark[data-block="{at}"]' for at in wrong)
                rules.append(f":is({marks}){{outline:2px dashed var(--wrong)}}")
                rules.append(f".only.on-{slug} :is({marks}){{opacity:1}}")
                first = f":is({marks})[data-first]::after"
                rules.append(f'{first}{{content:"{slug.replace("-", " ")}";display:inline-block}}')
    return "\n".join(rules)


@cache
def asset(name: str) -> str:
    """A template, style or script of this package."""
    return files("declutter.xray").joinpath("assets", name).read_text("utf-8")


def _policy(styles: list[str], scripts: list[str]) -> str:
    parts = [
        "default-src 'none'",
        f"script-src {_hashes(scripts)}",
        f"style-src {_hashes(styles)}",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return "; ".join(parts)


def _hashes(sources: list[str]) -> str:
    digests = [b64encode(sha256(source.encode()).digest()).decode() for source in sources]
    return " ".join(f"'sha256-{digest}'" for digest in digests) or "'none'"
