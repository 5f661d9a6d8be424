"""Finds the names of one sentence, and collects what a document says of its names."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.mention import MentionKind
from habeas.reading.frames.knowledge import Knowledge
from habeas.reading.frames.name_lists import (
    grows_on,
    is_calendar,
    is_plain_start,
    listed_name,
    run_end,
    with_state,
)
from habeas.reading.frames.name_shapes import explained, lands_in, shaped, titled
from habeas.reading.frames.names import Name, People, text_of
from habeas.text.tokens import Token

LATIN_END = "\u0250"  # the first letter behind Latin Extended-B
_OFTEN = 2  # sentences begin with the same capitals: "Open Door says"
_LANDS = (MentionKind.STATE, MentionKind.PLACE, MentionKind.UNSPECIFIED)


def names_in(
    tokens: Sequence[Token], knowledge: Knowledge, people: People, *, is_heading: bool = False
) -> list[Name]:
    """Names of one sentence in order; they do not overlap."""
    found: list[Name] = []
    at = 0
    while at < len(tokens):
        name = _name_at(tokens, at, knowledge, people, is_heading=is_heading)
        if name is None:
            at += 1
            continue
        found.append(name)
        at = name.last
    return found


def collect(tokens: Sequence[Token], knowledge: Knowledge, people: People) -> None:
    """Notes the full names of one sentence, and the names its words explain."""
    if tokens and tokens[0].text[0].isupper() and not knowledge.is_closed(tokens[0].text):
        people.openings[text_of(tokens, 0, run_end(tokens, 0, knowledge))] += 1
    for name in names_in(tokens, knowledge, people):
        if name.first and name.last - name.first > 1:
            people.seen.add(name.text)
        is_person = name.kind is MentionKind.PERSON and not name.is_role
        if is_person and len(name.text.split()) > 1:
            people.add(name.text)
            continue
        is_word = name.last - name.first == 1 and not knowledge.is_given(name.text)
        if name.kind in _LANDS and is_word:
            people.lands.add(name.text)
        for land in lands_in(name, knowledge):
            people.lands.add(land)
            people.kinds[land] = MentionKind.STATE
        kind = explained(tokens, name, knowledge)
        if kind is not None and people.kinds.get(name.text) is not MentionKind.STATE:
            people.kinds[name.text] = kind


def _name_at(
    tokens: Sequence[Token], at: int, knowledge: Knowledge, people: People, *, is_heading: bool
) -> Name | None:
    text = tokens[at].text
    is_latin = text[0] < LATIN_END
    if not text[0].isupper() or not is_latin or is_calendar(tokens, at, knowledge):
        return None
    listed = listed_name(tokens, at, knowledge)
    if listed is not None and not grows_on(tokens, listed, knowledge):
        return with_state(tokens, listed, knowledge)
    is_title = knowledge.is_title(text)
    if is_title or text.lower() in knowledge.lexicon.people["office_modifiers"]:
        role = titled(tokens, at, knowledge)
        if role is not None or is_title:
            return role
    if listed is None and _only_opens(tokens, at, knowledge, people):
        return None
    if knowledge.adjective(text) or people.adjective(text):
        return titled(tokens, at, knowledge)
    return shaped(tokens, at, knowledge, people, is_heading=is_heading)


def _only_opens(tokens: Sequence[Token], at: int, knowledge: Knowledge, people: People) -> bool:
    """Whether a capital is only that of the first word, and no name known from elsewhere."""
    if not is_plain_start(tokens, at, knowledge):
        return False
    run = text_of(tokens, at, run_end(tokens, at, knowledge))
    return run not in people.seen and people.openings[run] < _OFTEN
