"""Pages for property tests: valid ones, mutated ones and ones made to be misread."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.hostile.fuzz import mutated

WORDS = st.sampled_from(
    [
        "harbour",
        "boats",
        "council",
        "votes",
        "the",
        "a",
        "and",
        "of",
        "Ébb",
        "Ł字",
        "港の船",
        "light;",
        "(morning)",
        "“river”",
        "1,000",
        "v2",
        "—",
        "It's",
        "Share",
        "Comments",
        "Home",
        "Related",
        "11",
        "May",
        "2025",
        "By",
        "Jane",
    ]
)
SENTENCES = st.builds(
    lambda words, end: " ".join(words) + end,
    st.lists(WORDS, min_size=1, max_size=14),
    st.sampled_from(["", ".", "?", "…", ":", "。"]),
)
CLUTTER = st.sampled_from(
    [
        "Share this story",
        "More news",
        "By Jane Doe",
        "11 May 2025",
        "Advertisement",
        "Home",
        "Comments",
        "We use cookies.",
        "3 MIN READ",
        "Read more",
        "© 2025 Harbour Notes",
        "Skip to content",
    ]
)
LINES = SENTENCES | CLUTTER | st.text(max_size=30)
CONTROLS = st.sampled_from(["\x00", "\x0b", "\x1f", "\x85", "\u2028", "\ufeff", "\ud800", "\u00ad"])
PLAIN_TEXTS = st.lists(
    LINES
    | st.sampled_from(["", "", "", "- item", "* item", "1. first", "a | b", "a\tb", "    x = 1"])
    | CONTROLS,
    max_size=40,
).map("\n".join)

_TAGS = st.sampled_from(
    [
        "p",
        "div",
        "span",
        "b",
        "i",
        "a",
        "h1",
        "h2",
        "ul",
        "li",
        "ol",
        "table",
        "tr",
        "td",
        "th",
        "blockquote",
        "pre",
        "code",
        "article",
        "nav",
        "section",
        "main",
        "header",
        "footer",
        "aside",
        "figure",
        "figcaption",
        "time",
        "x-card",
        "template",
        "noscript",
        "math",
        "svg",
        "button",
        "form",
        "select",
        "option",
        "ruby",
        "rt",
        "summary",
        "details",
        "label",
    ]
)
_ATTRIBUTES = st.sampled_from(
    [
        "",
        "",
        "",
        ' class="share related"',
        ' id="content"',
        " hidden",
        ' style="display:none"',
        ' href="/a"',
        ' href="javascript:x()"',
        ' itemprop="author"',
        ' role="navigation"',
        ' lang="de"',
    ]
)
_LEAVES = LINES | st.sampled_from(
    ["<br>", "<hr>", "<img src=a.png alt=boat>", "<!-- x -->", "&amp;", "\n"]
)
_ELEMENTS = st.recursive(
    _LEAVES,
    lambda inner: st.builds(
        lambda tag, attributes, children, closed: (
            f"<{tag}{attributes}>{''.join(children)}{f'</{tag}>' if closed else ''}"
        ),
        _TAGS,
        _ATTRIBUTES,
        st.lists(inner, max_size=5),
        st.sampled_from([True, True, True, False]),
    ),
    max_leaves=40,
)
HTML_PAGES = st.builds(
    lambda title, body: f"<html><head><title>{title}</title></head><body>{''.join(body)}",
    LINES,
    st.lists(_ELEMENTS, max_size=12),
)

_MARKDOWN_LINES = st.builds(
    lambda mark, line: mark + line,
    st.sampled_from(
        ["", "", "# ", "## ", "- ", "1. ", "> ", "    ", "```\n", "|", "![a](b)", "**"]
    ),
    LINES | st.sampled_from(["[a](b)", "`x`", "*a* **b**", "<b>c</b>", "|-|-|", "[^1]", "&lt;"]),
)
MARKDOWN_PAGES = st.lists(_MARKDOWN_LINES | st.just(""), max_size=30).map("\n".join)

MUTATED_PAGES = st.integers(0, 2**32).map(mutated)
"""Pages of fixtures after a few random edits, as bytes."""
ANY_BYTES = (
    st.binary(max_size=400)
    | MUTATED_PAGES
    | HTML_PAGES.map(lambda page: page.encode("utf-8", "surrogatepass"))
)
ANY_TEXT = st.text(max_size=400) | HTML_PAGES | MARKDOWN_PAGES | PLAIN_TEXTS
