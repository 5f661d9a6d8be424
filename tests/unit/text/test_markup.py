"""What a stretch of HTML shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.text.markup import folded, shown_text


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("", ""),
        ("plain words", "plain words"),
        ("Mel<b>it</b>opol", "Melitopol"),
        ("one</p>\n<p>two", "one two"),
        ("one<br>two<BR/>three", "one two three"),
        ("<td>a</td><td>b</td>", "a b"),
        ("AT&amp;T &laquo;X&raquo; &#1031; &nbsp;y", "AT&T «X» Ї y"),
        ("5 < 6 and 7 > 2", "5 < 6 and 7 > 2"),
        ("a <!-- hidden > still --> b", "a b"),
        ("a <!-- never closed", "a"),
        ("a<script>var x = '</p>';</script>b", "ab"),
        ("a<style type=x>p { }</style > b", "a b"),
        ("a<script src='x", "a"),
        ("a <script>x < y", "a"),
        ("x = 1; </script>shown", "shown"),
        ('<a title="1 > 0" href=x>link</a>', "link"),
        ("ends inside <a href='x", "ends inside"),
        ("ends inside <a", "ends inside"),
        ('class="x">is not known to be a tag', 'class="x">is not known to be a tag'),
        ("<!DOCTYPE html><?xml x?>a</ >b", "ab"),
        ("<scripture>shown</scripture>", "shown"),
        ("&lt;b&gt; is written", "<b> is written"),
        ("&am", "&am"),
    ],
)
def test_the_stretch_shows_what_a_browser_would(html: str, shown: str) -> None:
    assert shown_text(html) == shown


@given(st.text(alphabet="<>/!-\"'ab &;=script"))
def test_no_stretch_is_too_broken_to_be_read(html: str) -> None:
    assert shown_text(html) == folded(shown_text(html))


@pytest.mark.parametrize("hostile", ["<a ", "<!--", "<script", "</", "<a '", '<a "', "&#", "<a>"])
def test_a_hostile_page_is_read_once_through(hostile: str) -> None:
    """What a careless pattern would try again from every place in it."""
    assert len(shown_text(hostile * 20_000)) <= len(hostile) * 20_000
