"""Rules that need the elements of an HTML page."""

from __future__ import annotations

import declutter
from declutter.page import Verdict

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


def test_a_lead_may_begin_as_date_lines_do() -> None:
    lead = "El transbordador llevó por primera vez un autobús, porque alguien giró una señal."
    assert verdict_on(lead, lead=f"<p>{lead}</p>").rule == "lead"


def test_a_row_of_facts_goes() -> None:
    for line in (
        "18 May 2024 | Reading time: 3 minutes",
        "Imogen Farrow, 18 May 2024. Reading time: 6 minutes. Filed under: buses, sheep",
        "Ada Lind · 18/05/2024 · 2 comments",
    ):
        assert verdict_on(line, lead=f"<p>{line}</p>").rule == "row of facts"


def test_what_only_looks_like_a_row_of_facts_stays_open() -> None:
    for line in (
        "18 May 2024. The ferry sailed with nobody on it. Nobody minded.",
        "Tollen Point – the lane – the sea",
        "Reading time: 3 minutes. It felt like a whole wet Sunday to us.",
    ):
        assert verdict_on(line, lead=f"<p>{line}</p>").rule != "row of facts"


def test_links_that_the_page_calls_tags_go() -> None:
    tags = "<a rel=tag href=/t/buses>buses</a> <a rel=tag href=/t/sheep>sheep</a>"
    assert verdict_on("buses sheep", middle=f"<div>{tags}</div>").rule == "tag links"
    line = "See buses and all that we ever wrote about sheep"
    assert (
        verdict_on(
            line,
            middle=f"<p>See {tags.replace('</a> ', '</a> and all that we ever wrote about ')}</p>",
        ).rule
        != "tag links"
    )


def test_prompts_that_touch_are_known_apart() -> None:
    assert verdict_on(
        "AdvertisementContinue reading", middle="<div>AdvertisementContinue reading</div>"
    ).rule == ("advertising label")
    assert verdict_on("McAdam", middle="<p>McAdam</p>").rule == "score"


def test_the_price_of_a_product_stays() -> None:
    page = PAGE.format(lead="<p>€ 1.250</p><p>2 kg</p>", middle="<p>$3.00</p>", end="")
    blocks = declutter.clean(page, page_type="product", second_opinion=False).blocks
    assert [block.text for block in blocks if block.verdict.rule == "price"] == ["€ 1.250"]
    blocks = declutter.clean(page, page_type="article", second_opinion=False).blocks
    assert all(block.verdict.rule != "price" for block in blocks)
    text = f"Home | Stools | Sale\n\nThe stool\n\n€ 1.250\n\n{'It folds up, and it hangs. ' * 4}"
    blocks = declutter.clean(text, page_type="product", input_format="text").blocks
    assert [block.text for block in blocks if block.verdict.rule == "price"] == ["€ 1.250"]


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


def test_links_under_a_label_of_advertising_go_with_it() -> None:
    link = (
        "<p><a href='https://oars.example/'>Oars by Tilde and Sons, a third off until May</a></p>"
    )
    label = "<p>Sponsored</p>"
    line = "Oars by Tilde and Sons, a third off until May"
    assert verdict_on(line, middle=f"<div>{label}{link}</div>").rule == "advertisement"
    assert verdict_on(line, middle=f"<div>{label}</div>{link}").rule != "advertisement"
    story = f"<div>{label}{link}<p>The oars are of ash, and no one has ever broken one.</p></div>"
    assert verdict_on(line, middle=story).rule != "advertisement"
