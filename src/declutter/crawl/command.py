"""`declutter batch` and `declutter site`."""

from __future__ import annotations

import signal
import sys
from itertools import islice
from pathlib import Path
from typing import Any, get_args

import click

from declutter.cleaner import Cleaner, Favor
from declutter.crawl.learn import learn
from declutter.crawl.progress import Silent, for_terminal
from declutter.crawl.rows import Shape
from declutter.crawl.run import (
    CompleteError,
    Summary,
    cores,
    failures_file,
    make_way,
    parts_folder,
    run_batch,
)
from declutter.crawl.sinks import FORMATS
from declutter.crawl.site_memory import MIN_COUNT, SiteMemory
from declutter.crawl.sources import Reading, find_sources
from declutter.crawl.worker import Limits
from declutter.page import PAGE_TYPES

SOME_FAILED = 3
INTERRUPTED = 130
GRACE = 2.0
"""Seconds that the cleaner has after its own time limit before its worker is ended."""


@click.command(short_help="Clean a crawl: files, folders, WARC, JSONL, Parquet.")
@click.argument("sources", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    "out",
    required=True,
    type=click.Path(path_type=Path),
    help="A .jsonl (.gz, .zst) or .parquet file, or a folder with --format.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), help="What to write into a folder.")
@click.option("-j", "--workers", type=click.IntRange(1), help="Processes; as many as cores.")
@click.option("--unordered", is_flag=True, help="Write rows as they are done.")
@click.option("--resume", is_flag=True, help="Go on where a run to this output was stopped.")
@click.option("--overwrite", is_flag=True, help="Replace the output that is there.")
@click.option("--field", "--column", "field", help="The field or column that holds the page.")
@click.option("--id-field", default="id", show_default=True, help="The column of the id.")
@click.option("--url-field", default="url", show_default=True, help="The column of the address.")
@click.option(
    "--keep",
    multiple=True,
    metavar="COLUMN",
    help="Carry a column along; html is the page itself. Repeat, or part by commas.",
)
@click.option("--markdown", is_flag=True, help="Add a column with the body as Markdown.")
@click.option("--comments", is_flag=True, help="Add a column with the readers' comments.")
@click.option("--base-url", help="The address that files are found under, for their urls.")
@click.option("--charset", help="The encoding of all pages, where it is known.")
@click.option(
    "--input-format",
    type=click.Choice(("html", "markdown", "text")),
    help="What all pages are; else each is looked at.",
)
@click.option("--page-type", type=click.Choice(PAGE_TYPES), help="What all pages are.")
@click.option("--favor", type=click.Choice(get_args(Favor)), default="balanced", show_default=True)
@click.option("--site-rules", type=click.Path(file_okay=False), help="Rules by host decide first.")
@click.option("--plugins", is_flag=True, help="Use the rules and phrases of all installed plugins.")
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    default=60.0,
    show_default=True,
    help="Seconds a page may take.",
)
@click.option(
    "--memory",
    type=click.IntRange(64),
    default=2048,
    show_default=True,
    help="Megabytes a worker may use.",
)
@click.option(
    "--max-bytes",
    type=click.IntRange(1),
    default=20_000_000,
    show_default=True,
    help="Bytes a page may have.",
)
@click.option(
    "--site-memory",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Learn what comes back on the pages of each site, and take it away.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def batch(sources: tuple[str, ...], out: Path, quiet: bool, **options: Any) -> int:
    """Clean every page of SOURCES: files, folders, globs, WARC, WET, JSONL, JSON, Parquet, Arrow,
    or - for standard input.

    A page that cannot be cleaned is a line of OUT.failures.jsonl. A run that was stopped, however
    it was, goes on with --resume. Exit code 0, or 3 where some pages failed.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        summary = _run(sources, out, quiet, options)
    except KeyboardInterrupt:
        where = options["site_memory"] if not parts_folder(out).exists() else parts_folder(out)
        known = f"; what is done is in {where}" if where else ""
        click.echo(f"stopped{known}: go on with --resume", err=True)
        return INTERRUPTED
    except CompleteError as error:
        click.echo(str(error), err=True)
        return SOME_FAILED if failures_file(out).exists() else 0
    click.echo(_told(summary), err=True)
    return SOME_FAILED if summary.failures else 0


def _run(sources: tuple[str, ...], out: Path, quiet: bool, options: dict[str, Any]) -> Summary:
    keep = tuple(name.strip() for names in options["keep"] for name in names.split(","))
    reading = Reading(
        field=options["field"],
        id_field=options["id_field"],
        url_field=options["url_field"],
        keep=keep,
        charset=options["charset"],
        input_format=options["input_format"],
        base_url=options["base_url"],
        max_bytes=options["max_bytes"],
    )
    rendered = [name for name in ("markdown", "comments") if options[name]]
    limits = Limits(options["timeout"] + GRACE, options["memory"] << 20)
    found = find_sources(sources, reading)
    workers = options["workers"] or cores()
    memory = None
    if options["site_memory"] is not None:
        resume, overwrite = options["resume"], options["overwrite"]
        make_way(out, parts_folder(out), resume=resume, overwrite=overwrite)
        memory = SiteMemory(options["site_memory"])
        if not quiet:
            click.echo("learning what comes back on the pages of each site", err=True)
        progress = Silent() if quiet else for_terminal(sys.stderr)
        learn(found, memory, workers=workers, limits=limits, progress=progress)
    cleaner = Cleaner(
        site_rules=options["site_rules"],
        site_memory=memory,
        plugins=options["plugins"],
        favor=options["favor"],
        page_type=options["page_type"],
        timeout=options["timeout"],
        max_bytes=options["max_bytes"],
    )
    return run_batch(
        found,
        out,
        cleaner=cleaner,
        workers=workers,
        ordered=not options["unordered"],
        resume=options["resume"],
        overwrite=options["overwrite"],
        form=options["form"],
        shape=Shape(tuple(rendered), keep),
        limits=limits,
        progress=Silent() if quiet else for_terminal(sys.stderr),
    )


def _told(summary: Summary) -> str:
    pages = summary.rows + summary.failures
    rate = (pages - summary.resumed) / max(summary.seconds, 1e-6)
    lines = [
        f"{pages:,} pages in {summary.seconds:,.1f} s ({rate:,.0f} a second): "
        f"{summary.rows:,} rows in {summary.out}, {summary.failures:,} failed"
    ]
    if summary.resumed:
        lines[0] += f"; {summary.resumed:,} of them were done before"
    if summary.failures_file:
        lines.append(f"what failed, and why: {summary.failures_file}")
    return "\n".join(lines)


@click.command(short_help="Show what a site memory has learned.")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("host", required=False)
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="Lines.")
def site(file: Path, host: str | None, limit: int) -> int:
    """Show what the site memory FILE has learned: the sites, or the blocks that come back on the
    pages of HOST, with the number of pages each stands on.
    """
    memory = SiteMemory(file)
    if host is not None:
        blocks = memory.repeated(host.removeprefix("www."), limit)
        if not blocks:
            click.echo(f"{host}: no block is known to stand on {MIN_COUNT} pages", err=True)
            return 1
        for pages, sample in blocks:
            click.echo(f"{pages:>8,}  {' '.join(sample.split())}")
        return 0
    for known in islice(memory.sites(), limit):
        click.echo(f"{known.pages:>8,} pages  {known.repeated:>6,} blocks come back  {known.host}")
    return 0
