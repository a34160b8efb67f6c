"""What the table for text is fitted on."""

from __future__ import annotations

import pytest

from benchmarks.corpora import CorpusPage

pytest.importorskip("numpy")
pytest.importorskip("trafilatura")
for flattener in ("html2text", "inscriptis", "markdownify", "resiliparse"):
    pytest.importorskip(flattener)

from benchmarks.fit.dataset import GOLD_WEIGHT, text_sources  # noqa: E402

PAGES = [CorpusPage(f"page {n}", b"<p>The mill.</p>", text="The mill.") for n in range(9)]


def test_every_page_is_fitted_on_in_every_form_and_counted_in_one_of_each_format() -> None:
    sources = text_sources([*PAGES, CorpusPage("shell", b"<p>The mill.</p>")])
    assert len(sources) == 7 * len(PAGES)
    for group in range(len(PAGES)):
        counted = [source for source in sources if source.group == group and source.counted]
        assert [source.input_format for source in counted] == ["text", "markdown", "text"]
        assert [source.weight for source in counted] == [1.0, 1.0, GOLD_WEIGHT]
    assert len({source.flattener for source in sources if source.counted}) == 7
