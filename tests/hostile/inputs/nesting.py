"""Pages that nest deeper than any program expects."""

from __future__ import annotations

from tests.hostile.inputs.kinds import LAST, Hostile, page


def nested(opening: str, count: int, closing: str = "", inside: str = LAST) -> bytes:
    return page(opening * count + inside + closing * count)


def text_at_each(opening: str, closing: str, count: int) -> bytes:
    return page(
        "".join(f"{opening}Level {n} says little. " for n in range(count)) + closing * count
    )


def crossed(count: int) -> bytes:
    return page("".join(f"<b><i><a href='/{n}'><p>Part {n}</b></i></a>" for n in range(count)))


NESTING = (
    Hostile("200,000 nested divs", lambda: nested("<div>", 200_000, "</div>"), keeps=LAST),
    Hostile("200,000 divs never closed", lambda: nested("<div>", 200_000), keeps=LAST),
    Hostile(
        "200,000 nested spans", lambda: nested("<span class=x>", 200_000, "</span>"), keeps=LAST
    ),
    Hostile("100,000 nested bold", lambda: nested("<b>", 100_000, "</b>"), keeps=LAST),
    Hostile(
        "100,000 nested custom elements", lambda: nested("<x-y>", 100_000, "</x-y>"), keeps=LAST
    ),
    Hostile("5,000 nested lists", lambda: text_at_each("<ul><li>", "</ul>", 5_000)),
    Hostile("5,000 nested quotes", lambda: text_at_each("<blockquote>", "</blockquote>", 5_000)),
    Hostile(
        "5,000 nested navigations with text at each level",
        lambda: text_at_each("<div class='nav menu sidebar'>", "</div>", 5_000),
    ),
    Hostile("20,000 nested tables", lambda: nested("<table><tr><td>", 20_000), keeps=LAST),
    Hostile("5,000 tables with text at each level", lambda: text_at_each("<table><td>", "", 5_000)),
    Hostile("100,000 nested anchors", lambda: nested("<a href=/x>go ", 100_000)),
    Hostile("50,000 nested buttons", lambda: nested("<button>", 50_000), keeps=LAST),
    Hostile(
        "50,000 nested forms and fields", lambda: nested("<form><fieldset>", 50_000), keeps=LAST
    ),
    Hostile("50,000 nested templates", lambda: nested("<template>", 50_000)),
    Hostile("50,000 nested noscripts", lambda: nested("<noscript><div>", 50_000)),
    Hostile("50,000 nested drawings", lambda: nested("<svg><g>", 50_000)),
    Hostile("50,000 nested formulas", lambda: nested("<math><mrow>", 50_000)),
    Hostile("50,000 nested hidden spans", lambda: nested("<span hidden>a ", 50_000)),
    Hostile("30,000 nested hidden divs", lambda: nested("<div style='display: none'>", 30_000)),
    Hostile("50,000 nested pre", lambda: nested("<pre>", 50_000, "</pre>"), keeps=LAST),
    Hostile("50,000 nested headings", lambda: nested("<h2><div>", 50_000)),
    Hostile("5,000 crossed formattings", lambda: crossed(5_000)),
    Hostile("50,000 nested framesets", lambda: nested("<frameset>", 50_000)),
    Hostile("50,000 nested selects", lambda: nested("<select><option>", 50_000)),
    Hostile("100,000 nested fonts in cells", lambda: nested("<td><font size=2>", 100_000)),
    Hostile(
        "50,000 nested microdata items",
        lambda: nested("<div itemscope itemprop=author>", 50_000),
        keeps=LAST,
    ),
    Hostile("50,000 nested bylines", lambda: nested("<span class=author>By ", 50_000, "</span>")),
    Hostile(
        "50,000 nested shadow roots", lambda: nested("<div><template shadowrootmode=open>", 50_000)
    ),
)
