"""What comes back from page to page of a site: fingerprints of blocks, counted by host."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from declutter.crawl.records import START, Position

MIN_COUNT: Final = 4
"""On how many pages a block must stand to be remembered at all by those who ask."""

HOSTS_HELD: Final = 256
SAMPLE_LENGTH: Final = 120
BUSY_SECONDS: Final = 60.0

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS sites (
    id INTEGER PRIMARY KEY, host TEXT NOT NULL UNIQUE, pages INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS pages (
    site INTEGER, fingerprint INTEGER, PRIMARY KEY (site, fingerprint)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS blocks (
    site INTEGER, fingerprint INTEGER, pages INTEGER NOT NULL, sample TEXT,
    PRIMARY KEY (site, fingerprint)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS inputs (
    fingerprint TEXT PRIMARY KEY, file INTEGER, number INTEGER, finished INTEGER
) WITHOUT ROWID;
"""


@dataclass(slots=True, frozen=True)
class Evidence:
    """On how many of a site's pages a block stands; `pages` is 0 where too few have it to count."""

    pages: int
    of: int


@dataclass(slots=True, frozen=True)
class Site:
    """A site that is remembered: its pages, and how many blocks came back on them."""

    host: str
    pages: int
    repeated: int


@dataclass(slots=True, frozen=True)
class PagePrint:
    """A page as the memory sees it: its host, and the fingerprints of its blocks with samples."""

    host: str
    blocks: dict[int, str]

    @property
    def fingerprint(self) -> int:
        """The same for pages with the same blocks, which are one page at two addresses."""
        known = b"".join(value.to_bytes(8, "big", signed=True) for value in sorted(self.blocks))
        return _hash(known)


def host_of(url: str | None) -> str | None:
    """The host of an address without its www, None where there is none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def fingerprint(text: str) -> int:
    """A block's text as a number; letter case does not change it.

    Figures do: prices, sizes and dates are what the pages of a site differ in.
    """
    return _hash(text.lower().encode("utf-8", "replace"))


def print_page(host: str, texts: Iterable[str]) -> PagePrint:
    """The fingerprints of a page's blocks, each once."""
    return PagePrint(host, {fingerprint(text): text[:SAMPLE_LENGTH] for text in texts if text})


def _hash(data: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big", signed=True)


class SiteMemory:
    """Remembers by host which blocks come back, in a file or, with no path, in memory.

    Safe to share among threads, and a file among processes: each has its own connection, what is
    observed is one transaction, and a kill loses none that was finished. It can be pickled.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        self.path = None if path is None else Path(path)
        self._lock = threading.RLock()
        self._sites: OrderedDict[str, tuple[int, dict[int, int]]] = OrderedDict()
        self._seen_version = -1
        self._process = os.getpid()
        self._connection = self._connect()

    def __repr__(self) -> str:
        return f"SiteMemory({str(self.path)!r})" if self.path else "SiteMemory()"

    def __getstate__(self) -> dict[str, Any]:
        content = self._connection.serialize() if self.path is None else None
        return {"path": self.path, "content": content}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(state["path"])  # type: ignore[misc]
        if state["content"] is not None:
            self._connection.deserialize(state["content"])

    def observe(self, host: str, texts: Iterable[str]) -> bool:
        """Count the blocks of one page; False where a page with the same blocks was counted."""
        with self.transaction():
            return self._count(print_page(host, texts))

    def observe_pages(
        self, pages: Iterable[PagePrint], *, source: str = "", mark: Position = START
    ) -> None:
        """Count many pages in one transaction, together with how far `source` was read."""
        with self.transaction() as connection:
            for page in pages:
                self._count(page)
            if source:
                connection.execute(
                    "INSERT INTO inputs VALUES (?, ?, ?, 0) ON CONFLICT DO UPDATE SET "
                    "file = excluded.file, number = excluded.number",
                    (source, *mark),
                )

    def _count(self, page: PagePrint) -> bool:
        execute = self._connection.execute
        execute("INSERT OR IGNORE INTO sites (host, pages) VALUES (?, 0)", (page.host,))
        (site,) = execute("SELECT id FROM sites WHERE host = ?", (page.host,)).fetchone()
        known = execute("INSERT OR IGNORE INTO pages VALUES (?, ?)", (site, page.fingerprint))
        if not known.rowcount:
            return False
        execute("UPDATE sites SET pages = pages + 1 WHERE id = ?", (site,))
        self._connection.executemany(
            "INSERT INTO blocks VALUES (?, ?, 1, NULL) ON CONFLICT DO UPDATE SET "
            "pages = pages + 1, sample = coalesce(sample, ?)",
            [(site, value, sample) for value, sample in page.blocks.items()],
        )
        self._sites.pop(page.host, None)
        return True

    def add_counts(
        self, sites: Iterable[tuple[str, int]], blocks: Iterable[tuple[str, int, int, str | None]]
    ) -> None:
        """Add counts from elsewhere: (host, pages), then (host, fingerprint, pages, sample)."""
        with self.transaction() as connection:
            connection.executemany(
                "INSERT INTO sites (host, pages) VALUES (?, ?) ON CONFLICT DO UPDATE SET "
                "pages = pages + excluded.pages",
                sites,
            )
            connection.executemany(
                "INSERT INTO blocks SELECT id, ?2, ?3, ?4 FROM sites WHERE host = ?1 "
                "ON CONFLICT DO UPDATE SET pages = pages + excluded.pages",
                blocks,
            )
            self._sites.clear()

    def evidence(self, host: str, texts: Sequence[str]) -> list[Evidence]:
        """On how many pages of the site each block stands, those that were observed."""
        pages, counts = self._site(host)
        if not counts:
            return [Evidence(0, pages)] * len(texts)
        return [Evidence(counts.get(fingerprint(text), 0), pages) for text in texts]

    def _site(self, host: str) -> tuple[int, dict[int, int]]:
        with self._lock:
            self._own_connection()
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
            if version != self._seen_version:  # another process has written
                self._seen_version = version
                self._sites.clear()
            if host not in self._sites:
                row = self._connection.execute(
                    "SELECT id, pages FROM sites WHERE host = ?", (host,)
                ).fetchone()
                blocks = self._connection.execute(
                    "SELECT fingerprint, pages FROM blocks WHERE site = ? AND pages >= ?",
                    (row[0] if row else None, MIN_COUNT),
                )
                self._sites[host] = (row[1] if row else 0, dict(blocks.fetchall()))
                if len(self._sites) > HOSTS_HELD:
                    self._sites.popitem(last=False)
            self._sites.move_to_end(host)
            return self._sites[host]

    def sites(self) -> Iterator[Site]:
        """Every site, those with the most pages first."""
        rows = self._connection.execute(
            "SELECT host, sites.pages, count(fingerprint) FROM sites LEFT JOIN blocks "
            "ON blocks.site = sites.id AND blocks.pages >= ? "
            "GROUP BY sites.id ORDER BY sites.pages DESC, host",
            (MIN_COUNT,),
        )
        return (Site(*row) for row in rows)

    def repeated(self, host: str, limit: int = 100) -> list[tuple[int, str]]:
        """The blocks of a site that stand on the most pages: the number of pages, and how the
        block begins."""
        rows = self._connection.execute(
            "SELECT blocks.pages, coalesce(sample, '') FROM blocks JOIN sites ON sites.id = site "
            "WHERE host = ? AND blocks.pages >= ? ORDER BY blocks.pages DESC, sample LIMIT ?",
            (host, MIN_COUNT, limit),
        )
        return rows.fetchall()

    def learned(self, source: str) -> Position | None:
        """How far an input was read for this memory; None where it was to its end."""
        row = self._connection.execute(
            "SELECT file, number, finished FROM inputs WHERE fingerprint = ?", (source,)
        ).fetchone()
        if row is None:
            return START
        return None if row[2] else (row[0], row[1])

    def finish_input(self, source: str) -> None:
        """Note that an input was read to its end, so that it is not counted twice."""
        with self.transaction() as connection:
            connection.execute(
                "INSERT INTO inputs VALUES (?, 0, 0, 1) ON CONFLICT DO UPDATE SET finished = 1",
                (source,),
            )

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is written inside, or nothing."""
        with self._lock:
            self._own_connection()
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                self._sites.clear()
                raise
            self._connection.execute("COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path or ":memory:",
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        if self.path is not None:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(_TABLES)
        return connection

    def _own_connection(self) -> None:
        """A connection must not be used across a fork: the child opens the file anew."""
        if self.path is not None and self._process != os.getpid():
            self._process = os.getpid()
            self._connection = self._connect()
