"""The run: every extractor on every corpus, scored by the same definitions, written once."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.child import trafipy_peer
from benchmarks.corpora import CorpusPage, folds, load_corpus, load_fixtures
from benchmarks.measure import measure
from benchmarks.peers import FITTED_CORPUS, METADATA_PEERS, TEXT_PEERS, Peer, quiet
from benchmarks.plot import plot_quality
from benchmarks.score import metadata_report, own_report, text_report
from benchmarks.tables import render_results

FIXTURES_NAME = "fixtures"


def run(
    corpora: Sequence[Path],
    peers: Sequence[str] | None,
    sample: int | None,
    peer_python: str | None,
    out: Path,
) -> dict[str, Any]:
    """Score the peers (all of them for None) on the fixtures and the corpora; write to `out`.

    Writes results.json, results.md and quality.png, and returns what results.json holds.
    """
    quiet()
    text_peers = _chosen((TEXT_PEERS[0], trafipy_peer(peer_python), *TEXT_PEERS[1:]), peers)
    metadata_peers = _chosen(METADATA_PEERS, peers)
    versions = {peer.name: peer.version() for peer in (*text_peers, *metadata_peers)}
    results: dict[str, Any] = {
        "machine": machine(),
        "sample": sample,
        "versions": versions,
        "missing": sorted(name for name, version in versions.items() if version is None),
        "corpora": [],
    }
    for name, pages in _corpora(corpora, sample):
        results["corpora"].append(_score_corpus(name, pages, text_peers, metadata_peers))
    write(results, out)
    return results


def write(results: dict[str, Any], out: Path) -> None:
    """Write the results as JSON, Markdown and a plot."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "results.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    (out / "results.md").write_text(render_results(results), encoding="utf-8")
    plot_quality(results, out / "quality.png")


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "architecture": platform.machine(),
        "cores": os.cpu_count(),
    }


def _corpora(paths: Sequence[Path], sample: int | None) -> list[tuple[str, list[CorpusPage]]]:
    """The corpora by name; fixtures that are HTML, and fixtures that are text, are one each."""
    fixtures = load_fixtures()
    html = [page for page in fixtures if page.raw.lstrip()[:1] == b"<"]
    flat = [page for page in fixtures if page.raw.lstrip()[:1] != b"<"]
    listed = [(path.resolve().name, load_corpus(path, sample)) for path in paths]
    listed += [(f"{FIXTURES_NAME} (HTML)", html), (f"{FIXTURES_NAME} (text, Markdown)", flat)]
    return [(name, pages) for name, pages in listed if pages]


def _score_corpus(
    name: str, pages: list[CorpusPage], text_peers: Sequence[Peer], metadata_peers: Sequence[Peer]
) -> dict[str, Any]:
    fold_of: list[int | None] = [None] * len(pages)
    if name == FITTED_CORPUS:
        fold_of = list(folds(pages))
    kinds = sorted({page.kind for page in pages})
    report: dict[str, Any] = {
        "name": name,
        "pages": len(pages),
        "kinds": {kind: sum(page.kind == kind for page in pages) for kind in kinds},
        "text": {},
        "metadata": {},
        "declutter": {},
    }
    for peer in text_peers:
        outputs = _outputs(peer, pages, fold_of, f"{name}: text by {peer.name}")
        if outputs is None:
            continue
        report["text"][peer.name] = text_report(pages, outputs)
        if peer.name == "declutter":
            report["declutter"] = own_report(pages, outputs)
    if any(page.title or page.author or page.date for page in pages):
        for peer in metadata_peers:
            outputs = _outputs(peer, pages, fold_of, f"{name}: metadata by {peer.name}")
            if outputs is not None:
                report["metadata"][peer.name] = metadata_report(pages, outputs)
    return report


def _outputs(
    peer: Peer, pages: list[CorpusPage], fold_of: list[int | None], what: str
) -> list[Any] | None:
    try:
        extractor = peer.load()
    except ImportError as problem:
        print(f"{what}: missing ({problem})", file=sys.stderr)
        return None
    print(what, file=sys.stderr, flush=True)
    outputs = measure(extractor, pages, fold_of)
    close = getattr(extractor, "close", None)
    if close is not None:
        close()
    return outputs


def _chosen(peers: Sequence[Peer], names: Sequence[str] | None) -> list[Peer]:
    return [peer for peer in peers if names is None or peer.name in names]
