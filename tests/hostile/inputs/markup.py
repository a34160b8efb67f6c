"""HTML that is broken, or made to be misread."""

from __future__ import annotations

from tests.hostile.inputs.kinds import LAST, Hostile, article, page

BOMB = "<!DOCTYPE lolz [<!ENTITY a 'boat'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{('&' + chr(97 + n) + ';') * 10}'>" for n in range(9)
)
XXE = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'

MARKUP = (
    Hostile("a comment that never ends", lambda: article("<!--" + " word" * 600_000)),
    Hostile("a script that never ends", lambda: article("<script>" + "a = '<p>';" * 300_000)),
    Hostile("a style that never ends", lambda: article("<style>" + "p{}" * 600_000)),
    Hostile("a title that never ends", lambda: b"<title>" + b"word " * 600_000),
    Hostile("a text area that never ends", lambda: article("<textarea>" + "word " * 600_000)),
    Hostile("plaintext", lambda: article("<plaintext>" + "<b>word " * 100_000)),
    Hostile("an attribute that never ends", lambda: article('<p class="' + "word " * 600_000)),
    Hostile("a tag that never ends", lambda: article("<p " + "word " * 200_000)),
    Hostile("a million opening brackets", lambda: article("<p>" + "<" * 1_000_000)),
    Hostile("a million closing brackets", lambda: article("<p>" + ">" * 1_000_000)),
    Hostile("500,000 end tags", lambda: article("</p></x></div>" * 150_000)),
    Hostile("300,000 broken declarations", lambda: article("<!x>" * 300_000), keeps=LAST),
    Hostile("300,000 beginnings of comments", lambda: article("<!-" * 300_000)),
    Hostile("300,000 processing instructions", lambda: article("<?php x ?>" * 300_000), keeps=LAST),
    Hostile(
        "300,000 character data sections", lambda: article("<![CDATA[x]]>" * 300_000), keeps=LAST
    ),
    Hostile(
        "100,000 body tags", lambda: article("<body class=x><html lang=en>" * 100_000), keeps=LAST
    ),
    Hostile("100,000 heads", lambda: b"<head><meta name=author content=Jane></head>" * 100_000),
    Hostile("100,000 unclosed cells in no table", lambda: article("<td>" * 100_000 + "word")),
    Hostile("text thrown out of 5,000 tables", lambda: page("<table>word <tr>" * 5_000)),
    Hostile("5,000 misnested anchors", lambda: page("<a href=/><p>word</a>" * 5_000)),
    Hostile(
        "formatting carried into 5,000 paragraphs", lambda: page("<p><b><i><u>word</p>" * 5_000)
    ),
    Hostile(
        "40 open formats in 2,000 paragraphs", lambda: page("<b class=a>" * 40 + "<p>word" * 2_000)
    ),
    Hostile("a billion laughs", lambda: (BOMB + "]><p>&j;</p>").encode()),
    Hostile(
        "a billion laughs in XML",
        lambda: ("<?xml version='1.0'?>" + BOMB + "]><r>&j;</r>").encode(),
    ),
    Hostile(
        "an entity that is a file",
        lambda: (XXE + "<p>The word is &secret; and no more.</p>").encode(),
    ),
    Hostile(
        "an inclusion of a file",
        lambda: article("<xi:include href='file:///etc/passwd' parse='text'/>"),
        keeps=LAST,
    ),
    Hostile(
        "an XHTML page with self-closed tags", lambda: article("<div/><script/>" + "<p/>" * 1_000)
    ),
    Hostile(
        "50,000 scripts in templates",
        lambda: article("<script type=text/template><p>word</p></script>" * 50_000),
        keeps=LAST,
    ),
    Hostile(
        "templates with markup where nothing else is",
        lambda: page("<script type=text/html>" + "<div>" * 50_000 + "word</script>"),
    ),
    Hostile(
        "a base that is no address",
        lambda: page("<a href=x>y</a><p>Text.", "<base href='http://[::'>"),
    ),
    Hostile(
        "10,000 addresses that are none",
        lambda: page("<p>" + "<a href='http://[x'>y</a> <a href='//:99999999'>z</a> " * 10_000),
    ),
    Hostile(
        "a refresh to a script",
        lambda: page("Text.", "<meta http-equiv=refresh content='0;url=javascript:x()'>"),
    ),
    Hostile("100,000 ruby marks", lambda: article("<ruby>字<rt>ji</ruby>" * 50_000)),
    Hostile("50,000 formulas", lambda: article("<p>" + "<math><mi>x</math>" * 50_000)),
    Hostile(
        "20,000 formulas with their source",
        lambda: article("<p>" + "<math><annotation encoding=tex>x</annotation></math> " * 20_000),
    ),
)
