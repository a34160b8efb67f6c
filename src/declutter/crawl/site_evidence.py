"""What a site's memory says about one page: what stands on many pages is not this page's own."""

from __future__ import annotations

from typing import Final

from declutter.crawl.site_memory import MIN_COUNT, Evidence, SiteMemory, host_of
from declutter.judge.phrases.folding import is_unspaced
from declutter.page import Block, Page, Verdict

RULE: Final = "site memory"
MIN_PAGES: Final = 5
"""Below as many pages of a site, nothing is known about it."""

SHARE: Final = 0.1
SENTENCE_WORDS: Final = 8
SENTENCE_CHARACTERS: Final = 20
"""As many, in a script without spaces."""

PHRASE_SHARE: Final = 0.4
PHRASES_TOGETHER: Final = 5
"""A sentence seldom comes back by itself. A few words do: a label such as "Weight" before a value
of the page's own. They are frame only where many of them stand together, as in a menu."""

MIN_OWN: Final = 0.2
"""The share of a page's kept text that must be its own; else all of the page is such as it is."""

CONTENT_KINDS: Final = frozenset({"code", "table_row"})
"""Kinds whose blocks come back from page to page although each page means them."""


def apply_site_memory(page: Page, memory: SiteMemory, host: str | None = None) -> None:
    """Take away the kept blocks of a judged page that stand on many pages of its site.

    `host` is that of the page's address unless given. A heading stays where something under it
    does. A page that has little else, such as the same text at another address, stays as it is.
    """
    host = host or host_of(page.url)
    if host is None:
        return
    evidence = memory.evidence(host, [block.text for block in page.blocks])
    if not evidence or evidence[0].of < MIN_PAGES:
        return
    common = [_is_common(block, seen) for block, seen in zip(page.blocks, evidence, strict=True)]
    _spare_phrases(page.blocks, common)
    _spare_headings(page.blocks, common)
    if not _has_enough_of_its_own(page.blocks, common):
        return
    for block, seen, shared in zip(page.blocks, evidence, common, strict=True):
        if shared and block.verdict.keep:
            score = block.verdict.score * (1 - seen.pages / seen.of)
            reason = f"stands on {seen.pages} of {seen.of} pages of this site"
            block.verdict = Verdict(False, score, RULE, reason, RULE)


def _has_enough_of_its_own(blocks: list[Block], common: list[bool]) -> bool:
    own = total = 0
    for block, shared in zip(blocks, common, strict=True):
        if block.verdict.keep and block.kind != "heading":
            total += len(block.text)
            own += 0 if shared else len(block.text)
    return own > total * MIN_OWN


def _is_common(block: Block, seen: Evidence) -> bool:
    if seen.pages < MIN_COUNT or block.kind in CONTENT_KINDS:
        return False
    return seen.pages >= seen.of * (SHARE if _is_sentence(block) else PHRASE_SHARE)


def _is_sentence(block: Block) -> bool:
    unspaced = sum(map(is_unspaced, block.text[:SENTENCE_CHARACTERS]))
    return len(block.text.split()) >= SENTENCE_WORDS or unspaced >= SENTENCE_CHARACTERS * 0.8


def _spare_phrases(blocks: list[Block], common: list[bool]) -> None:
    """A few words that many pages have stay, unless enough common blocks stand together there;
    headings are for `_spare_headings`."""
    run: list[int] = []
    for index in [i for i, block in enumerate(blocks) if block.verdict.keep] + [-1]:
        if index >= 0 and common[index]:
            run.append(index)
            continue
        if len(run) < PHRASES_TOGETHER:
            for at in run:
                common[at] = blocks[at].kind == "heading" or _is_sentence(blocks[at])
        run = []


def _spare_headings(blocks: list[Block], common: list[bool]) -> None:
    """A heading that many pages have ("Method") stays where the page has something of its own
    under it, up to the next heading of its level or above."""
    own_under: list[bool] = [False] * 7  # by level: is there own text after this point
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if block.kind != "heading":
            if block.verdict.keep and not common[index]:
                own_under = [True] * 7
            continue
        level = min(max(block.level, 1), 6)
        if own_under[level]:
            common[index] = False
        own_under[level:] = [False] * (7 - level)
