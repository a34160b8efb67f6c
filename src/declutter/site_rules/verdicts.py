"""What a site rule found, as verdicts on the page's blocks and as metadata."""

from __future__ import annotations

from typing import Final

from declutter.document import Metadata
from declutter.page import Block, Element, Page, Verdict
from declutter.site_rules.rule import Found

SITE_RULE: Final = "site rule"


def apply_site_rule(page: Page) -> bool:
    """Set the verdicts of a judged page's blocks by what its host's rule found there.

    Blocks inside the body stay, but for the title; blocks elsewhere go, readers' comments as such;
    what the rule strips goes. On hidden text inside the body the judge's word stands. Gives whether
    the rule found the body; where it did not, or the body has no text, the other verdicts are left
    as they are.
    """
    ruled = page.ruled
    assert ruled is not None
    body = _inherited(page.elements, ruled.body)
    strip = _inherited(page.elements, ruled.strip)
    has_body = False
    for block in page.blocks:
        why = _of(strip, block)
        if not why and _of(body, block) and not block.hidden:
            has_body = True
    if ruled.found.body and not has_body:
        ruled.found.notes.append("the body that the site rule found has no text; the judge decided")
    named = ruled.found.body[0][1] if has_body else ""
    for block in page.blocks:
        why = _of(strip, block)
        if why:
            block.verdict = _gone(why)
        elif has_body:
            block.verdict = _verdict_by_body(block, _of(body, block), named)
    return has_body


def _verdict_by_body(block: Block, why: str, body: str) -> Verdict:
    if not why:
        comment = block.verdict.family == "comments" and not block.verdict.keep
        return block.verdict if comment else _gone(f"outside {body}")
    if block.hidden or block.verdict.rule == "title":
        return block.verdict
    return Verdict(True, 1.0, SITE_RULE, f"inside {why}", SITE_RULE)


def _gone(why: str) -> Verdict:
    return Verdict(False, 0.0, SITE_RULE, why, SITE_RULE)


def _inherited(elements: list[Element], marked: dict[int, str]) -> list[str]:
    """For each element why it or the nearest element around it is marked, empty where none is."""
    reasons = [""] * len(elements)
    for at, element in enumerate(elements):
        own = marked.get(at, "")
        reasons[at] = own or (reasons[element.parent] if element.parent >= 0 else "")
    return reasons


def _of(reasons: list[str], block: Block) -> str:
    return reasons[block.element] if block.element >= 0 else ""


def apply_to_metadata(found: Found, metadata: Metadata) -> None:
    """Put the fields that a rule found before those that the page gave; a time for a date stays."""
    if found.title:
        metadata.title = found.title
        metadata.sources["title"] = SITE_RULE
    if found.authors:
        metadata.authors = list(found.authors)
        metadata.sources["authors"] = SITE_RULE
    if found.published and not _has_its_time(metadata.published or "", found.published):
        metadata.published = found.published
        metadata.sources["published"] = SITE_RULE


def _has_its_time(declared: str, day: str) -> bool:
    return len(declared) > len(day) and declared.startswith(day)
