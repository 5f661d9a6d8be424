"""A page's text comes out as a browser shows it, and every character knows its place."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.quote import Span
from habeas.reading.page.blocks import Page, read_page
from tests.unit.reading.page.test_tokens import PIECES


def shown(source: str) -> list[str]:
    page = read_page(source)
    return [page.text_of(block) for block in page.blocks]


def assert_every_character_is_where_the_map_says(page: Page, source: str) -> None:
    for at, letter in enumerate(page.text):
        if not letter.isspace():
            place = page.offsets.to_captured(Span(at, at + 1))
            assert letter in html.unescape(source[place.start : place.end])


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("<p>One<p>Two", ["One", "Two"]),
        ("One<div>Two</div>Three", ["One", "Two", "Three"]),
        ("<p>One <b>and</b>\n  <i>two</i></p>", ["One and two"]),
        ("<p>O<b>n</b>e</p>", ["One"]),
        ("<p> One </p>", ["One"]),
        ("<p>One<br>Two<br/>Three</p>", ["One", "Two", "Three"]),
        ("<p>One</br>Two", ["OneTwo"]),
        ("<ul><li>One<li>Two<ul><li>Three</ul></ul>", ["One", "Two", "Three"]),
        ("<table><tr><td>One<td>Two<tr><th>Three</table>", ["One", "Two", "Three"]),
        ("<dl><dt>One<dd>Two<dt>Three</dl>", ["One", "Two", "Three"]),
        ("<p>A &amp; B &lt;c&gt; &#8212; d</p>", ["A & B <c> — d"]),
        ("<p>AT&T and R&D</p>", ["AT&T and R&D"]),
        ("<p>16&nbsp;000</p><p>&nbsp;</p>", ["16\u00a0000"]),
        ("<p>One&#32;&#10; two</p>", ["One two"]),
        ("<p>a<script>x</script>b<style>y</style>c<!-- d -->e</p>", ["abce"]),
        ("<p>a<noscript>x</noscript><template><p>y</p></template>b</p>", ["a", "b"]),
        ("<svg><title>x</title><text>y</text></svg>One", ["One"]),
        ("<title>Title</title><textarea>x</textarea><iframe>y</iframe>One", ["One"]),
        ("<p>100<sup>1</sup> persons<sup><a href=#n>[2]</a></sup></p>", ["100 persons"]),
        ("<p>the 2<sup>nd</sup> of May</p>", ["the 2nd of May"]),
        ("<p>One</div></span></p>Two", ["One", "Two"]),
        ("<p>N\x00UL</p>", ["N UL"]),
        ("<p>שלום <b>עולם</b></p>", ["שלום עולם"]),
        ("", []),
        ("<html><body></body></html>", []),
    ],
)  # fmt: skip
def test_blocks_are_parted_as_a_browser_parts_them(source: str, blocks: list[str]) -> None:
    assert shown(source) == blocks
    assert_every_character_is_where_the_map_says(read_page(source), source)


def test_preformatted_lines_stay_lines() -> None:
    page = read_page("<pre>One\n  two</pre>")
    assert page.text == "One\n  two"


def test_links_are_counted_by_what_they_show() -> None:
    (block,) = read_page('<p>The <a href="x">court</a> <b><a>sat</a></b>.</p>').blocks
    assert block.linked == len("courtsat")


def test_links_are_counted_for_each_line_apart() -> None:
    first, second = read_page("<p>The court sat.<br><a>Read also</a></p>").blocks
    assert (first.linked, second.linked) == (0, len("Read also"))


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<nav><ul><li>x</ul></nav>", "menu"),
        ("<footer><p>x</footer>", "footer"),
        ("<header><p>x</header>", "header"),
        ("<article><header><p>x</header></article>", ""),
        ("<div class=cookie-banner><p>x</div>", "cookie"),
        ("<div class='b-share b'><p>x</div>", "share"),
        ("<div id=relatedNews><p>x</div>", "related"),
        ("<div class=read-also>x</div>", "related"),
        ("<div class=with-sidebar><p>x</div>", ""),
        ("<div class='col has-comments'><p>x</div>", ""),
        ("<div class=navy>x</div>", ""),
        ("<body class=nav-open><p>x", ""),
        ("<article class=related-post><p>x</article>", ""),
        ("<p>y <a class=related>x</a></p>", ""),
        ("<div role=navigation>x</div>", "menu"),
        ("<div hidden><p>x</div>", "hidden"),
        ("<span style='display: none'>x</span>", "hidden"),
        ("<div class=comments><div class=x><p>x", "comments"),
        ("<div class=ad>a</div><p>x", ""),
    ],
)
def test_furniture_is_known_by_what_it_calls_itself(source: str, reason: str) -> None:
    assert read_page(source).blocks[-1].reason == reason


def test_what_is_furniture_inside_a_line_stands_by_itself() -> None:
    page = read_page("<p>One <span hidden>two</span> three</p>")
    assert [(page.text_of(b), b.reason) for b in page.blocks] == [
        ("One", ""), ("two", "hidden"), ("three", ""),
    ]  # fmt: skip


@given(st.one_of(PIECES, st.text(max_size=60)))
def test_any_source_gives_characters_that_know_their_place(source: str) -> None:
    page = read_page(source)
    assert_every_character_is_where_the_map_says(page, source)
    at = 0
    for block in page.blocks:
        assert at <= block.start < block.end <= len(page.text)
        assert page.text_of(block).strip()
        at = block.end


def test_deep_nesting_is_no_difference() -> None:
    page = read_page("<div>" * 50_000 + "Hanna Verba was held." + "</div>" * 50_000)
    assert [page.text_of(block) for block in page.blocks] == ["Hanna Verba was held."]
    assert page.depth == 50_000
