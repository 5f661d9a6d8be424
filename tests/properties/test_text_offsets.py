"""Folding never moves a character, and every cleaned character finds its way back."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from habeas.model.quote import Span
from habeas.text.normalise import fold, key
from habeas.text.offsets import CleanedText


@dataclass(frozen=True)
class Step:
    """One thing done to a captured text: characters dropped, then copied, replaced or inserted."""

    dropped: int
    how: str
    text: str


STEPS = st.lists(
    st.builds(
        Step,
        dropped=st.integers(0, 3),
        how=st.sampled_from(["copy", "replace", "insert"]),
        text=st.text("abc", min_size=1, max_size=4),
    ),
    max_size=12,
)


@given(st.text())
def test_folding_keeps_the_length_and_is_done_in_one_go(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
    assert all(fold(sign) == plain for sign, plain in zip(text, fold(text), strict=True))


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert key(key(text)) == key(text)


@given(STEPS)
def test_every_copied_character_maps_back_to_itself(steps: list[Step]) -> None:
    cleaned, captured, copied = build(steps)
    text, offsets = cleaned.build()
    for at in copied:
        back = offsets.to_captured(Span(at, at + 1))
        assert captured[back.start : back.end] == text[at]


@given(STEPS, st.data())
def test_the_way_back_keeps_the_order(steps: list[Step], data: st.DataObject) -> None:
    cleaned, captured, _ = build(steps)
    text, offsets = cleaned.build()
    places = [offsets.to_captured(Span(at, at + 1)) for at in range(len(text))]
    assert all(place.end <= len(captured) for place in places)
    assert places == sorted(places)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    whole = offsets.to_captured(Span(start, end))
    parts = [place for place in places[start:end] if len(place)]
    assert not parts or whole == Span(parts[0].start, parts[-1].end)
    assert parts or not len(whole)


def build(steps: list[Step]) -> tuple[CleanedText, str, list[int]]:
    """The cleaned text, a captured text it may come from, and where characters were copied."""
    cleaned, captured = CleanedText(), ""
    copied: list[int] = []
    for step in steps:
        captured += "<" * step.dropped
        if step.how == "copy":
            copied += range(len(cleaned), len(cleaned) + len(step.text))
            cleaned.copy(len(captured), step.text)
            captured += step.text
        elif step.how == "replace":
            cleaned.replace(len(captured), 5, step.text)
            captured += "&amp;"
        else:
            cleaned.insert(step.text)
    return cleaned, captured, copied
