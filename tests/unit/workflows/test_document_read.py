"""A document is shown whole, and every quote is marked where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas import wiring
from habeas.ledger.register import Register
from habeas.model.actor import Actor
from habeas.model.quote import Span
from habeas.stores.memory import MemoryStore
from habeas.text.offsets import CleanedText
from habeas.workflows.document_read import BlockKind, DocumentRead, document_read
from habeas.workflows.read import read
from habeas.workflows.show import look
from tests.tiny_reader import TinyReader

PAGE = """<html><body><nav><a href="/">Home</a></nav><article><h1>News</h1>
<p>On Monday <b>Olha</b> B. was arrested. Others &amp; friends waited for her at the gate.</p>
<p>Taras C. was arrested too, and nobody was told where he was taken that night.</p>
</article></body></html>"""


def shown(tmp_path: Path, name: str, content: str) -> tuple[Register, DocumentRead]:
    register = Register(MemoryStore())
    (tmp_path / name).write_text(content, encoding="utf-8")
    read(
        [tmp_path / name],
        readers=[TinyReader()],
        renderers=wiring.all_renderers(),
        register=register,
        actor=Actor("Vera"),
    )
    view = look(register)
    sha256 = view.documents()[0].sha256
    return register, document_read(view, sha256, view.claims(), wiring.all_renderers())


def marked(found: DocumentRead) -> dict[str, str]:
    """The marked words by claim."""
    words: dict[str, str] = {}
    for block in found.blocks:
        for piece in block.pieces:
            for claim in piece.claims:
                words[claim] = words.get(claim, "") + piece.text
    return words


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "Olha B. was arrested.\n\nTaras C. was arrested.\n"),
        ("a.html", PAGE),
    ],
)
def test_every_quote_is_marked_where_it_stands(tmp_path: Path, name: str, content: str) -> None:
    register, found = shown(tmp_path, name, content)
    quotes = {one.id: one.claim.quote.text for one in look(register).claims()}
    assert len(quotes) == 2
    assert {one: " ".join(words.split()) for one, words in marked(found).items()} == quotes


def test_a_page_is_shown_without_its_menu(tmp_path: Path) -> None:
    _, found = shown(tmp_path, "a.html", PAGE)
    whole = " ".join(block.text for block in found.blocks)
    assert "Others & friends" in whole
    assert "Home" not in whole


def test_what_no_paragraph_holds_is_shown_as_it_was_captured(tmp_path: Path) -> None:
    register, _ = shown(tmp_path, "a.txt", "Olha B. was arrested.\n")
    view = look(register)
    (claim,) = view.claims()

    found = document_read(view, claim.claim.quote.document, [claim], [])
    assert [block.kind for block in found.blocks] == [BlockKind.PARAGRAPH]
    assert marked(found) == {claim.id: claim.claim.quote.text}


@given(
    st.lists(
        st.tuples(st.sampled_from(["copy", "replace", "skip", "insert"]), st.integers(1, 4)),
        max_size=8,
    ),
    st.integers(0, 30),
    st.integers(0, 30),
)
def test_the_way_to_cleaned_text_and_back_covers_what_was_captured_of_it(
    steps: list[tuple[str, int]], one: int, other: int
) -> None:
    cleaned, at, kept = CleanedText(), 0, set()
    for what, length in steps:
        if what == "insert":
            cleaned.insert("+" * length)
            continue
        if what == "copy":
            cleaned.copy(at, "c" * length)
        elif what == "replace":
            cleaned.replace(at, length, "r")
        if what != "skip":
            kept |= set(range(at, at + length))
        at += length
    _, offsets = cleaned.build()
    span = Span(min(one, other), max(one, other))
    found = offsets.to_cleaned(span)
    held = kept & set(range(span.start, span.end))
    assert (found is None) is (not held)
    if found is not None:
        back = offsets.to_captured(found)
        assert held <= set(range(back.start, back.end))
