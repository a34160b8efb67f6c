"""The road: data in, a page of blocks, a verdict on each, a document out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from declutter.deadline import Deadline
from declutter.document import Document, Metadata
from declutter.errors import DeclutterError, InvalidOption
from declutter.page import PAGE_TYPES, InputFormat, Page, PageType

if TYPE_CHECKING:
    from pathlib import Path

    from declutter.crawl.site_memory import SiteMemory
    from declutter.judge.extension import Extension
    from declutter.judge.scorer import Scorer
    from declutter.plugins import Plugin
    from declutter.site_rules import SiteRule, SiteRules

Favor = Literal["balanced", "precision", "recall"]


@dataclass(slots=True, frozen=True)
class Input:
    """One page for `Cleaner.clean_many`: its data, and what is known about it from elsewhere."""

    data: Any
    url: str | None = None
    charset: str | None = None
    id: str | None = None
    input_format: InputFormat | None = None


@dataclass(slots=True, frozen=True)
class Result:
    """What became of one page of many: a document, or the error that kept it from being one."""

    id: str | None
    document: Document | None
    error: DeclutterError | None


@dataclass(slots=True, frozen=True)
class Cleaner:
    """Cleans pages with one set of options; safe to share among threads.

    `comments` puts readers' comments after the body; `tables`, `links` and `images` say what is
    rendered; `favor` moves the balance between losing content and keeping clutter; `page_type`
    forces the type instead of finding it; `metadata=False` skips the metadata; `second_opinion`
    lets trafilatura speak where the judge kept no more than a sliver of a page and is unsure of it;
    `site_rules` is a folder of rules by host, or the rules; `site_memory` takes away what stands on
    many pages of the page's site; `plugins` are rules and phrases beyond declutter's own, with True
    those of all installed packages; `timeout` is in seconds; `fitted=False` judges by rules and
    weights set by hand alone, without the fitted tables: every weight can be read.
    Raises InvalidOption for a value that is not known, BrokenSiteRule for a broken rule,
    BrokenPlugin for a plugin that cannot be used.
    """

    comments: bool = False
    tables: bool = True
    links: bool = False
    images: bool = False
    favor: Favor = "balanced"
    page_type: PageType | None = None
    metadata: bool = True
    second_opinion: bool = True
    site_rules: SiteRules | Iterable[SiteRule] | str | Path | None = None
    site_memory: SiteMemory | None = None
    plugins: Iterable[Plugin | str] | bool = False
    timeout: float | None = None
    max_bytes: int = 20_000_000
    max_blocks: int = 100_000
    fitted: bool = True
    _extension: Extension | None = field(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        if self.favor not in get_args(Favor):
            raise InvalidOption(f"favor={self.favor!r}: use one of {', '.join(get_args(Favor))}")
        if self.page_type is not None and self.page_type not in PAGE_TYPES:
            raise InvalidOption(f"page_type={self.page_type!r}: use one of {', '.join(PAGE_TYPES)}")
        if self.site_rules is not None:
            from declutter.site_rules.folder import as_site_rules

            object.__setattr__(self, "site_rules", as_site_rules(self.site_rules))
        if self.plugins:
            self._take_plugins()

    def _take_plugins(self) -> None:
        """Load the plugins; their site rules go before those given, of which the last wins."""
        from declutter.plugins.resolve import as_plugins, extend
        from declutter.site_rules.folder import SiteRules

        plugins = as_plugins(self.plugins)
        object.__setattr__(self, "plugins", plugins)
        object.__setattr__(self, "_extension", extend(plugins))
        brought = [rule for plugin in plugins for rule in plugin.site_rules]
        if brought:
            given = cast("SiteRules | None", self.site_rules) or ()
            object.__setattr__(self, "site_rules", SiteRules([*brought, *given]))

    def clean(
        self,
        data: Any,
        url: str | None = None,
        input_format: InputFormat | None = None,
        charset: str | None = None,
    ) -> Document:
        """Clean one page: bytes, str or an lxml tree; HTML, Markdown or plain text.

        `input_format` overrides what the data looks like, `charset` is what the HTTP header said,
        `url` makes addresses absolute. Raises a DeclutterError that says what to do where the data
        is no page or past a limit, TypeError for data of another type.
        """
        from declutter.judge import judge
        from declutter.readers import read
        from declutter.second_opinion import SECOND_OPINION, ask_second_opinion

        deadline = Deadline(self.timeout, self.max_blocks)
        rules = cast("SiteRules | None", self.site_rules)
        page = read(
            data,
            url=url,
            input_format=input_format,
            charset=charset,
            max_bytes=self.max_bytes,
            deadline=deadline,
            rule=None if rules is None else rules.rule_for(url),
        )
        deadline.check_size(len(page.blocks))
        judgement = judge(
            page,
            favor=self.favor,
            page_type=self.page_type,
            deadline=deadline,
            scorer=None if self.fitted else _judge_by_hand(),
            extension=self._extension,
        )
        decided_by, confidence = "judge", judgement.confidence
        if self.second_opinion and ask_second_opinion(page, data, confidence, deadline):
            decided_by = SECOND_OPINION
        if self.site_memory is not None:
            from declutter.crawl.site_evidence import apply_site_memory

            apply_site_memory(page, self.site_memory)
        if page.ruled is not None:
            from declutter.site_rules.verdicts import SITE_RULE, apply_site_rule, apply_to_metadata

            if apply_site_rule(page):
                decided_by, confidence = SITE_RULE, 1.0
        metadata = Metadata()
        if self.metadata:
            from declutter.metadata import collect_metadata

            metadata = collect_metadata(page, judgement.page_type, deadline)
            if page.ruled is not None:
                apply_to_metadata(page.ruled.found, metadata)
        return Document(
            blocks=page.blocks,
            metadata=metadata,
            page_type=judgement.page_type,
            confidence=confidence,
            decided_by=decided_by,
            format=page.format,
            base=_base_address(page),
            show_links=self.links,
            show_images=self.images,
            show_tables=self.tables,
            with_comments=self.comments,
            notes=[] if page.ruled is None else page.ruled.found.notes,
        )

    def clean_many(self, pages: Iterable[Any], workers: int = 1) -> Iterator[Result]:
        """Clean many pages, in input order; one that cannot be cleaned is a Result with its error.

        `pages` holds data as `clean` takes it, or `Input`s. `workers` above 1 are processes.
        """
        from declutter.many import clean_many

        return clean_many(self, pages, workers)


def _judge_by_hand() -> Scorer:
    from declutter.judge.heuristic import judge_by_hand

    return judge_by_hand()


def _base_address(page: Page) -> str | None:
    """What addresses on the page are relative to: its `<base>`, itself relative to its url."""
    if page.declared.base is None or page.url is None:
        return page.declared.base or page.url
    from urllib.parse import urljoin

    try:
        return urljoin(page.url, page.declared.base)
    except ValueError:
        return page.url


def clean(
    data: Any,
    url: str | None = None,
    input_format: InputFormat | None = None,
    charset: str | None = None,
    **options: Any,
) -> Document:
    """Clean one page; `options` are those of `Cleaner`, the rest is as in `Cleaner.clean`."""
    return Cleaner(**options).clean(data, url=url, input_format=input_format, charset=charset)
