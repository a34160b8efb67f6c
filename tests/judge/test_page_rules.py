"""Rules that need the elements of an HTML page."""

from __future__ import annotations

import declutter
from declutter.document import Verdict

PROSE = (
    "<p>The ferry at Tollen Point has carried sheep, brides and one grand piano, and until this "
    "spring it had never carried a bus, because no bus had ever come so far down the lane.</p>"
)
PAGE = (
    "<html><head><title>The bus on the ferry</title></head><body><article>"
    "<h1>The bus on the ferry</h1>{lead}" + PROSE * 1 + "{middle}"
    "<p>The driver had followed a sign that somebody had turned, as somebody always does in May. "
    "He looked at the water for some time, and the water, he says, looked back at him.</p>"
    "<p>By evening the bus stood on the far side, and forty schoolchildren had seen the sea. "
    "Nobody has turned the sign back, and on Sunday there were three more buses in the lane.</p>"
    "{end}</article></body></html>"
)


def verdict_on(line: str, *, lead: str = "", middle: str = "", end: str = "") -> Verdict:
    page = PAGE.format(lead=lead, middle=middle, end=end)
    document = declutter.clean(page, page_type="article", second_opinion=False)
    found = [block.verdict for block in document.blocks if block.text == line]
    assert found, [block.text for block in document.blocks]
    return found[0]


def test_a_lead_stays() -> None:
    lead = "A turned sign, a patient ferryman and forty children who had never seen the sea."
    verdict = verdict_on(lead, lead=f"<p class='teaser'>{lead}</p>")
    assert verdict.keep
    assert verdict.rule == "lead"


def test_a_date_under_the_title_is_no_lead() -> None:
    line = "Published 18 May 2024, 17:02. Last updated 19 May 2024, 06:45 in the morning."
    assert verdict_on(line, lead=f"<p>{line}</p>").rule != "lead"


def test_a_caption_goes_with_its_picture() -> None:
    figure = "<figure><img src='/bus.jpg' alt=''><figcaption>The bus, afloat.</figcaption></figure>"
    verdict = verdict_on("The bus, afloat.", middle=figure)
    assert not verdict.keep


def test_the_word_for_advertising_goes_where_it_stands_alone() -> None:
    verdict = verdict_on("Advertising", middle="<div><p>Advertising</p></div>")
    assert verdict.rule == "advertising word"


def test_a_heading_about_advertising_is_left_to_the_score() -> None:
    verdict = verdict_on("Advertising", middle="<h2>Advertising</h2>")
    assert verdict.rule != "advertising word"


def test_references_stay() -> None:
    entries = "".join(
        f"<li>Marl, O. ({1950 + n}). On ferries. <a href='https://example.org/{n}'>example.org</a>"
        "</li>"
        for n in range(4)
    )
    line = "Marl, O. (1952). On ferries. example.org"
    verdict = verdict_on(line, end=f"<h2>References</h2><ol>{entries}</ol>")
    assert verdict.keep
    assert verdict.rule == "references"


def test_a_list_of_links_without_the_label_is_no_list_of_references() -> None:
    entries = "".join(
        f"<li><a href='/s/{n}'>Story number {n} of the week</a></li>" for n in range(4)
    )
    line = "Story number 2 of the week"
    verdict = verdict_on(line, end=f"<h2>Elsewhere</h2><ul>{entries}</ul>")
    assert verdict.rule != "references"
