from typing import Any

import pytest

from benchmarks.corpora import CorpusPage
from benchmarks.flatten import c4_lines
from benchmarks.grown import grow_page
from benchmarks.peers import Found
from benchmarks.readme import END, START, fill, render_section
from benchmarks.score import metadata_report, own_report, text_report
from benchmarks.tables import render_overview, render_results


def results() -> dict[str, Any]:
    pages = [
        CorpusPage("a", b"", kind="article", text="one", title="T"),
        CorpusPage("b", b"", kind="forum", text="two"),
    ]
    good, bad = [Found("one", cpu=0.002), Found("two", cpu=0.004)], [Found("one", cpu=0.001)] * 2
    return {
        "machine": {"python": "3.11", "system": "Linux", "architecture": "x86_64", "cores": 2},
        "sample": None,
        "versions": {"declutter": "1", "other": None},
        "missing": ["other"],
        "corpora": [
            {
                "name": name,
                "pages": 2,
                "kinds": {"article": 1, "forum": 1},
                "text": {"declutter": text_report(pages, good), "peer": text_report(pages, bad)},
                "metadata": {"declutter": metadata_report(pages, good)},
                "declutter": own_report(pages, good),
            }
            for name in ("corpus", "fixtures (HTML)")
        ],
    }


def test_the_best_figure_is_bold_and_own_pages_are_named() -> None:
    overview = render_overview(results())
    assert "| corpus, 2 pages | word F1 | **1.000** | 0.500 |" in overview
    assert "CPU ms a page | 3.0 | **1.0** |" in overview
    assert "fixtures (HTML), our own test pages, 2 pages" in overview


def test_the_page_of_results_names_what_is_missing() -> None:
    page = render_results(results())
    assert "Missing: other." in page
    assert "### word F1 by kind of page" in page


def test_the_readme_is_filled_between_its_marks() -> None:
    readme = f"before\n{START}\nlast run\n{END}\nafter\n"
    filled = fill(readme, render_section(results(), "benchmarks/results"))
    assert filled.startswith(f"before\n{START}\n| pages | measure |")
    assert filled.endswith(f"\n{END}\nafter\n")
    assert "last run" not in filled
    assert fill(filled, render_section(results(), "benchmarks/results")) == filled


def test_a_readme_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="benchmark:start"):
        fill("nothing here", "section")


def test_the_c4_filter_keeps_lines_with_an_end_mark_and_three_words() -> None:
    text = "Home\nThe harbour opened today.\nToo short.\nNo end mark on this line\n"
    assert c4_lines(text) == "The harbour opened today."


@pytest.mark.parametrize("size", [1_000, 10_000, 300_000])
def test_a_grown_page_has_the_size_asked_for(size: int) -> None:
    page = grow_page(size)
    assert 0.6 * size < len(page) <= size
    assert page == grow_page(size)
