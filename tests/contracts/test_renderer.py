"""What every renderer must do, whatever it is given."""

import html
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.problem import Problem, Severity
from habeas.model.quote import Span
from habeas.model.rendition import Rendition
from habeas.protocols import Renderer
from habeas.reading.renderers.html import HtmlRenderer
from habeas.reading.renderers.isolated import IsolatedRenderer, Isolation
from habeas.reading.renderers.plain_text import PlainTextRenderer
from habeas.reading.renderers.table import TableRenderer
from tests.unit.reading.renderers.test_plain_text import document_of

ISOLATION = Isolation()
RENDERERS: list[Renderer] = [
    PlainTextRenderer(),
    HtmlRenderer(),
    TableRenderer(),
    IsolatedRenderer(PlainTextRenderer(), ISOLATION),
    IsolatedRenderer(HtmlRenderer(), ISOLATION, in_process_below=50),
]
every_renderer = pytest.mark.parametrize("renderer", RENDERERS, ids=lambda one: type(one).__name__)


@pytest.fixture(scope="module", autouse=True)
def _close() -> Iterator[None]:
    yield
    ISOLATION.close()


WORDS = st.sampled_from(
    ["Hanna Verba", " was ", "held", ".\n", "Ганну забрали", " date 2021-02-15 ", "\r\n\r\n",
     "&amp;", "<p>", "</p>", "<br>", "<nav>", "</nav>", "<a href=x>", "</a>", "<!--", "-->",
     "<script>", "\x00", "<li>", "\u202e", "עולם", "😀", "&#8212;", "Title: x\n", "<td>", "\u00a0",
     "<b>", "</div>", "\ufeff"]
)  # fmt: skip
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1251"]
SOURCES = st.builds(
    lambda words, encoding: "".join(words).encode(encoding, "replace"),
    st.lists(WORDS, max_size=40),
    st.sampled_from(ENCODINGS),
)
CONTENTS = st.one_of(SOURCES, st.binary(max_size=300))


def render(renderer: Renderer, content: bytes) -> tuple[Rendition | None, Sequence[Problem]]:
    document = replace(document_of(content), media_type=min(renderer.media_types))
    return renderer.render(document, content)


@every_renderer
def test_a_renderer_says_who_it_is_and_what_it_takes(renderer: Renderer) -> None:
    assert renderer.name
    assert renderer.version
    assert renderer.media_types


@every_renderer
@given(content=CONTENTS)
def test_any_bytes_give_a_rendition_or_say_why_not(renderer: Renderer, content: bytes) -> None:
    rendition, problems = render(renderer, content)
    assert rendition is not None or any(one.severity is Severity.ERROR for one in problems)
    for problem in problems:
        assert problem.where == "report.txt"
        assert problem.document == document_of(content).sha256


@every_renderer
@given(content=CONTENTS)
def test_rendering_twice_gives_the_same(renderer: Renderer, content: bytes) -> None:
    assert render(renderer, content) == render(renderer, content)


@every_renderer
@given(content=CONTENTS)
def test_every_character_stands_where_the_map_says(renderer: Renderer, content: bytes) -> None:
    rendition, _ = render(renderer, content)
    if rendition is None:
        return
    for at, letter in enumerate(rendition.text):
        if not letter.isspace():
            place = rendition.offsets.to_captured(Span(at, at + 1))
            slice_ = rendition.captured[place.start : place.end]
            assert letter in (slice_, *html.unescape(slice_))


@every_renderer
@given(content=CONTENTS)
def test_paragraphs_and_furniture_stand_in_the_text(renderer: Renderer, content: bytes) -> None:
    rendition, _ = render(renderer, content)
    if rendition is None:
        return
    at = 0
    for span in rendition.paragraphs:
        assert at <= span.start < span.end <= len(rendition.text)
        assert rendition.text[span.start : span.end].strip()
        at = span.end
    for span, reason in rendition.furniture:
        assert reason
        assert not rendition.text[span.start : span.end].strip()


@every_renderer
@given(content=CONTENTS)
def test_all_words_that_are_shown_stand_in_paragraphs(renderer: Renderer, content: bytes) -> None:
    rendition, _ = render(renderer, content)
    if rendition is None:
        return
    inside = "".join(rendition.text[span.start : span.end] for span in rendition.paragraphs)
    assert "".join(inside.split()) == "".join(rendition.text.split())


@every_renderer
@given(content=SOURCES)
def test_a_rendition_says_what_it_was_made_from_and_can_be_written(
    renderer: Renderer, content: bytes
) -> None:
    rendition, _ = render(renderer, content)
    if rendition is None:
        return
    assert rendition.document == document_of(content).sha256
    assert rendition.renderer == f"{renderer.name}/{renderer.version}"
    rendition.captured.encode()
    rendition.text.encode()
    assert pickle.loads(pickle.dumps(rendition)) == rendition  # noqa: S301  # our own bytes
