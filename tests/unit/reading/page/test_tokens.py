"""Tags and texts are found at their exact places, whatever the source."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.reading.page.tokens import Kind, Token, attributes_of, reference_at, tokens

PIECES = st.lists(
    st.sampled_from(
        ["<", ">", "</", "<a", "<p>", "</p>", "<!--", "-->", '"', "'", "=", " ", "&", "amp;", "x",
         "<script>", "</script>", "<!", "<?", "]]>", "<title>", "/", "\n", "<br/>", "<A B=c>"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


def texts(source: str) -> list[str]:
    return [source[one.start : one.end] for one in tokens(source) if one.kind is Kind.TEXT]


def names(source: str) -> list[str]:
    marks = {Kind.START: "", Kind.END: "/"}
    return [marks[one.kind] + one.name for one in tokens(source) if one.kind is not Kind.TEXT]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a<b>c</b>d", ["a", "c", "d"]),
        ("1 < 2 > 0", ["1 ", "<", " 2 > 0"]),
        ("a<!-- <p>b</p> -->c", ["a", "c"]),
        ("a<!-->b<!--->c", ["a", "b", "c"]),
        ("a<!-- b --!>c", ["a", "c"]),
        ("a<!-- never closed", ["a"]),
        ("a<!DOCTYPE html>b<?xml x?>c<![CDATA[d]]>e", ["a", "b", "c", "e"]),
        ("a</>b</ >c", ["a", "b", "c"]),
        ("<a title='x > y'>b", ["b"]),
        ('<a title="x > y" b=c>d', ["d"]),
        ("<p don't>b's", ["b's"]),
        ('<a href="never closed>b', ["b"]),
        ("<script>if (a < b) '</p>'</script>c", ["c"]),
        ("<SCRIPT>x</Script >c", ["c"]),
        ("<script>x</scripts>y", []),
        ("<title>a & b</title>c", ["c"]),
        ("<style>never closed", []),
        ("a<b", ["a"]),
        ("a<", ["a", "<"]),
        ("", []),
    ],
)  # fmt: skip
def test_text_is_what_stands_between_tags(source: str, shown: list[str]) -> None:
    assert texts(source) == shown


def test_names_are_in_small_letters() -> None:
    assert names("<P><Br/></P></x:Y z>") == ["p", "br", "/p", "/x:y"]


def test_a_script_of_xhtml_may_close_itself_and_one_of_html_may_not() -> None:
    assert texts('<?xml version="1.0"?><script src="a"/>b') == ["b"]
    assert texts('<script src="a"/>b') == []


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ('<a href="x" CLASS=\'y z\'>', {"href": "x", "class": "y z"}),
        ("<a data-q=1 hidden>", {"data-q": "1", "hidden": ""}),
        ('<a x="1" x="2">', {"x": "1"}),
        ('<a x = "1"y=2>', {"x": "1", "y": "2"}),
        ('<a x="a &amp; b">', {"x": "a & b"}),
        ("<a/x=1/>", {"x": "1/"}),
        ("<a ==x>", {"=": "x"}),
    ],
)  # fmt: skip
def test_attributes_are_read_as_a_browser_reads_them(tag: str, attributes: dict[str, str]) -> None:
    (token,) = tokens(tag)
    assert attributes_of(token) == attributes


@pytest.mark.parametrize(
    ("written", "shown", "width"),
    [
        ("&amp;", "&", 5), ("&amp", "&", 4), ("&ampx", "&", 4), ("&notit;", "¬", 4),
        ("&notin;", "∉", 7), ("&#34;", '"', 5), ("&#x22;", '"', 6), ("&#8212", "—", 6),
        ("&#150;", "–", 6), ("&#0;", "\ufffd", 4), ("&#xD800;", "\ufffd", 8),
        ("&#99999999999;", "\ufffd", 14), ("&nbsp;", "\u00a0", 6), ("&T", "", 0), ("&", "", 0),
        ("& ", "", 0), ("&;", "", 0), ("&copy2031", "©", 5),
    ],
)  # fmt: skip
def test_references_show_characters_and_take_their_width(
    written: str, shown: str, width: int
) -> None:
    assert reference_at(written, 0, len(written)) == (shown, width)


@given(st.one_of(PIECES, st.text(max_size=60)))
def test_tokens_stand_in_order_and_do_not_overlap(source: str) -> None:
    at = 0
    for token in tokens(source):
        assert at <= token.start < token.end <= len(source)
        at = max(token.end, token.raw_end)
        attributes_of(token)


@given(st.text(alphabet="&#xamp;lt1230; notgtqu", max_size=30))
def test_references_show_what_the_standard_library_shows(written: str) -> None:
    parts, at = [], 0
    while at < len(written):
        shown, width = reference_at(written, at, len(written))
        parts.append(shown if width else written[at])
        at += width or 1
    assert "".join(parts) == html.unescape(written)


def test_a_token_of_raw_text_carries_its_content() -> None:
    source = "<script type=x>a</script>"
    first = next(iter(tokens(source)))
    assert isinstance(first, Token)
    assert source[first.raw_start : first.raw_end] == "a"
