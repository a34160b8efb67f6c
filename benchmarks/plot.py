"""Quality against speed, one dot an extractor."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

INK = "#1c2733"
QUIET = "#7b8794"
GRID = "#e4e8ec"
OWN = "#c2410c"
PEER = "#3b6ea5"

_Box = tuple[float, float, float, float]
_PLACES = (
    (9, 0, 1),
    (-9, 0, -1),
    (0, 12, 0),
    (0, -12, 0),
    (8, 9, 1),
    (-8, 9, -1),
    (8, -9, 1),
    (-8, -9, -1),
)


def plot_quality(results: Mapping[str, Any], path: Path) -> None:
    """Plot word F1 (or segment F1) against CPU milliseconds a page, a panel a corpus."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    corpora = [c for c in results["corpora"] if not c["name"].startswith("fixtures")]
    corpora = corpora or list(results["corpora"])
    if not corpora:
        return
    with plt.rc_context(style()):
        figure, axes = plt.subplots(
            1, len(corpora), figsize=(4.6 * len(corpora) + 0.6, 4.6), squeeze=False
        )
        for axis, corpus in zip(axes[0], corpora, strict=True):
            _panel(axis, corpus)
        figure.tight_layout(w_pad=2.5)
        for axis, corpus in zip(axes[0], corpora, strict=True):
            _label(axis, _points(corpus))
        figure.savefig(path, dpi=160, metadata={"Software": None})
        plt.close(figure)


def plot_favor(results: Mapping[str, Any], path: Path) -> None:
    """Plot precision against recall by what is favoured, a line a corpus."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    with plt.rc_context(style()):
        figure, axis = plt.subplots(figsize=(6.4, 4.8))
        for (corpus, points), mark in zip(results.items(), "os^Dv", strict=False):
            recalls = [point["recall"] for point in points.values()]
            precisions = [point["precision"] for point in points.values()]
            axis.plot(recalls, precisions, mark + "-", label=corpus, markersize=7)
            for favor, recall, precision in zip(points, recalls, precisions, strict=True):
                spot = (recall, precision)
                axis.annotate(favor, spot, (6, 6), textcoords="offset points", fontsize=8)
        axis.set_title("What favor does")
        axis.set_xlabel("recall")
        axis.set_ylabel("precision")
        axis.margins(0.12)
        axis.legend(frameon=False)
        figure.tight_layout()
        figure.savefig(path, dpi=160, metadata={"Software": None})
        plt.close(figure)


def style() -> Any:
    """The look that all plots share."""
    return {
        "font.family": "DejaVu Sans",
        "font.size": 10,
        "axes.edgecolor": QUIET,
        "axes.labelcolor": INK,
        "axes.titlecolor": INK,
        "axes.titlesize": 11,
        "axes.titleweight": "bold",
        "axes.titlelocation": "left",
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.grid": True,
        "axes.axisbelow": True,
        "grid.color": GRID,
        "text.color": INK,
        "xtick.color": QUIET,
        "ytick.color": QUIET,
        "xtick.labelcolor": INK,
        "ytick.labelcolor": INK,
    }


def _panel(axis: Any, corpus: Mapping[str, Any]) -> None:
    points = _points(corpus)
    segments = any(score["all"]["f1"] is None for score in corpus["text"].values())
    measure = "segment F1" if segments else "word F1"
    axis.set_title(f"{corpus['name']} ({corpus['pages']:,} pages)")
    axis.set_xlabel("CPU ms a page (log scale; left is faster)")
    axis.set_ylabel(f"{measure} (up is better)")
    if not points:
        return
    axis.set_xscale("log")
    for name, ms, quality in points:
        own = name == "declutter"
        axis.plot(ms, quality, "o", color=OWN if own else PEER, markersize=9 if own else 7)
    slow, fast = max(ms for _, ms, _ in points), min(ms for _, ms, _ in points)
    axis.set_xlim(fast / 1.8, slow * 2)
    values = [quality for *_, quality in points]
    margin = 0.12 * (max(values) - min(values)) or 0.01
    axis.set_ylim(min(values) - margin, min(1.0, max(values) + margin) + margin / 4)
    axis.xaxis.set_major_formatter("{x:g}")
    axis.minorticks_off()
    axis.set_xticks([t for t in (1, 2, 5, 10, 20, 50, 100, 200) if fast / 1.8 <= t <= slow * 2])


def _points(corpus: Mapping[str, Any]) -> list[tuple[str, float, float]]:
    """Name, CPU milliseconds and quality of each extractor."""
    points = []
    for name, score in corpus["text"].items():
        quality = score["all"]["f1"]
        if quality is None:
            quality = score["all"]["segment_f1"]
        if quality is not None and score["all"]["ms"]:
            points.append((name, score["all"]["ms"], quality))
    return points


def _label(axis: Any, points: list[tuple[str, float, float]]) -> None:
    """Names beside the dots, each where it covers the fewest dots and names, declutter's first."""
    spots = {name: axis.transData.transform((ms, quality)) for name, ms, quality in points}
    scale = 72 / axis.figure.dpi
    taken = [_box(x * scale, y * scale, 12, 12, 0) for x, y in spots.values()]
    frame = axis.get_window_extent()
    for name, ms, quality in sorted(points, key=lambda point: point[0] != "declutter"):
        x, y = (value * scale for value in spots[name])
        width = 6.2 * len(name)
        best: tuple[float, tuple[int, int], int, _Box] | None = None
        for rank, (dx, dy, side) in enumerate(_PLACES):
            box = _box(x + dx, y + dy, width, 11, side)
            cost = rank + 100.0 * sum(_overlap(box, other) for other in taken)
            if box[0] < frame.x0 * scale or box[2] > frame.x1 * scale + 20:
                cost += 10_000
            if best is None or cost < best[0]:
                best = (cost, (dx, dy), side, box)
        assert best is not None
        taken.append(best[3])
        axis.annotate(
            name,
            (ms, quality),
            xytext=best[1],
            textcoords="offset points",
            ha={1: "left", -1: "right", 0: "center"}[best[2]],
            va="center",
            color=OWN if name == "declutter" else INK,
            fontweight="bold" if name == "declutter" else "normal",
            fontsize=9.5,
        )


def _box(x: float, y: float, width: float, height: float, side: int) -> _Box:
    """The box of a text at a point: to the right (1), to the left (-1) or centred (0)."""
    left = x + (side - 1) * width / 2
    return (left, y - height / 2, left + width, y + height / 2)


def _overlap(one: _Box, other: _Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return max(wide, 0.0) * max(high, 0.0)
