"""Finds the names of one sentence, and collects what a document says of its names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from habeas.model.mention import MentionKind
from habeas.reading.frames.knowledge import Knowledge
from habeas.reading.frames.name_context import explained, is_told_of_person
from habeas.reading.frames.name_lists import (
    capital_follows,
    grows_on,
    is_calendar,
    is_compound_adjective,
    is_plain_start,
    listed_name,
    run_end,
    with_state,
)
from habeas.reading.frames.name_shapes import lands_in, shaped, titled
from habeas.reading.frames.names import Name, People, text_of
from habeas.text.tokens import Token

LATIN_END = "\u0250"  # the first letter behind Latin Extended-B
_LONGEST_TITLE = 4  # words
_OFTEN = 2  # sentences begin with the same capitals: "Open Door says"
_LANDS = (MentionKind.STATE, MentionKind.PLACE, MentionKind.UNSPECIFIED)


def names_in(
    tokens: Sequence[Token], knowledge: Knowledge, people: People, *, is_heading: bool = False
) -> list[Name]:
    """Names of one sentence in order; they do not overlap."""
    found: list[Name] = []
    at = 0
    while at < len(tokens):
        if not tokens[at].text[0].isupper():
            if (known := _with_article(tokens, at, people)) is not None:
                found.append(known)
            at += 1
            continue
        if title := _long_title(tokens, at, knowledge):
            at += title
            continue
        name = _name_at(tokens, at, knowledge, people, is_heading=is_heading)
        if name is None:
            at += 1
            continue
        name = _with_place(tokens, name, knowledge)
        found.append(name)
        at = name.last
    _share_surnames(tokens, found, knowledge, people)
    return found


def _with_article(tokens: Sequence[Token], at: int, people: People) -> Name | None:
    """A known surname that begins with a small article: "al-Tarani was freed"."""
    text = tokens[at].text
    if not text.startswith(people.articles) or not people.articles:
        return None
    is_known = text.rpartition("-")[2][:1].isupper() and people.is_surname(text)
    full = people.resolve(text) or text
    return Name(at, at + 1, MentionKind.PERSON, text, full) if is_known else None


def _with_place(tokens: Sequence[Token], name: Name, knowledge: Knowledge) -> Name:
    """A hospital or prison that bears somebody's name: "Imam Tarani hospital"."""
    after = tokens[name.last].text if name.last < len(tokens) else ""
    is_place = after in knowledge.lexicon.people["places"]
    if not is_place or not _is_person(name):
        return name
    text = text_of(tokens, name.first, name.last + 1)
    return Name(name.first, name.last + 1, MentionKind.PLACE, text, text)


def _long_title(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> int:
    """How many words an office has that stands before a name: "Chief Financial Officer X"."""
    if tokens[at].text.lower() not in knowledge.long_titles:
        return 0
    for length in range(_LONGEST_TITLE, 1, -1):
        behind = tokens[at + length : at + length + 1]
        if not behind or not behind[0].text[0].isupper():
            continue
        words = [token.text.lower() for token in tokens[at : at + length]]
        if " ".join(words) in knowledge.lexicon.people["offices"]:
            return length
    return 0


def _share_surnames(
    tokens: Sequence[Token], names: list[Name], knowledge: Knowledge, people: People
) -> None:
    """Gives the surname of the second of two to the first: "Olha and Ivan Petrenko"."""
    for name, behind in pairwise(names):
        between = [token.text.lower() for token in tokens[name.last : behind.first]]
        if len(between) != 1 or between[0] not in knowledge.lexicon.function_words["conjunction"]:
            continue
        if name.last - name.first > 1 or not _is_person(behind) or " " not in behind.text:
            continue
        before = tokens[name.first - 1].text.lower() if name.first else ""
        is_given = knowledge.is_given(name.text) or knowledge.serves(before, "plural_kin")
        known = people.resolve(name.text) or people.resolve_given(name.text)
        if is_given and not known and not people.is_surname(name.text):
            name.kind = MentionKind.PERSON
            name.full = f"{name.text} {behind.text.partition(' ')[2]}"


def _is_person(name: Name) -> bool:
    return name.kind is MentionKind.PERSON and not name.is_role


def collect(tokens: Sequence[Token], knowledge: Knowledge, people: People) -> None:
    """Notes the full names of one sentence, and the names its words explain."""
    if tokens and tokens[0].text[0].isupper() and not knowledge.is_closed(tokens[0].text):
        people.openings[text_of(tokens, 0, run_end(tokens, 0, knowledge))] += 1
    for name in names_in(tokens, knowledge, people):
        if name.first and name.last - name.first > 1:
            people.seen.add(name.text)
        kind = explained(tokens, name, knowledge)
        if _is_person(name) and " " in (full := name.full or name.text):
            if kind is not MentionKind.PLACE:
                people.add(full, knowledge.spellings(full.split()[0]))
                continue
        elif kind is None and _is_unknown(name) and is_told_of_person(tokens, name, knowledge):
            people.add(name.text)
            continue
        is_word = name.last - name.first == 1 and not knowledge.is_given(name.text)
        if name.kind in _LANDS and is_word:
            people.lands.add(name.text)
        for land in lands_in(name, knowledge):
            people.lands.add(land)
            people.kinds[land] = MentionKind.STATE
        if kind is not None and people.kinds.get(name.text) is not MentionKind.STATE:
            people.kinds[name.text] = kind


def _is_unknown(name: Name) -> bool:
    return name.kind in (MentionKind.UNSPECIFIED, MentionKind.PERSON) and not name.is_role


def _name_at(
    tokens: Sequence[Token], at: int, knowledge: Knowledge, people: People, *, is_heading: bool
) -> Name | None:
    text = tokens[at].text
    can_begin = _can_begin(tokens, at, knowledge)
    listed = listed_name(tokens, at, knowledge) if can_begin else None
    if not can_begin or _is_adjective(tokens, listed, knowledge):
        return None
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


def _is_adjective(tokens: Sequence[Token], listed: Name | None, knowledge: Knowledge) -> bool:
    """Whether a word for a people only says whose something is: "Velmoran State Security"."""
    if listed is None or listed.kind is not MentionKind.GROUP or listed.last - listed.first > 1:
        return False
    after = tokens[listed.last].text if listed.last < len(tokens) else ""
    return after[:1].isupper() and bool(knowledge.adjective(listed.text))


def _can_begin(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> bool:
    """Whether a capital can begin a name: no month, no adjective, no word for a people."""
    text = tokens[at].text
    if not text[0].isupper() or text[0] >= LATIN_END or is_calendar(tokens, at, knowledge):
        return False
    if knowledge.serves(text.lower(), "plural_kin") and capital_follows(tokens, at, knowledge):
        return False
    parts = text.split("-")
    is_number = parts[0].lower() in knowledge.lexicon.function_words["number"]
    is_pair = len(parts) > 1 and all(knowledge.adjective(part) for part in parts)
    if is_number or is_pair:  # "Thirty-one", "Chinese-Australian"
        return False
    return not (is_compound_adjective(text, knowledge) or _is_ethnicity(tokens, at, knowledge))


def _is_ethnicity(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> bool:
    """Whether it says whose people somebody is: "the Crimean Tatar Olha Petrenko"."""
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if not after[:1].isupper() or knowledge.head_kind(after) is not None:
        return False
    return tokens[at].text.lower() in knowledge.lexicon.people["ethnicities"]


def _only_opens(tokens: Sequence[Token], at: int, knowledge: Knowledge, people: People) -> bool:
    """Whether a capital is only that of the first word, and no name known from elsewhere."""
    if not is_plain_start(tokens, at, knowledge):
        return False
    run = text_of(tokens, at, run_end(tokens, at, knowledge))
    return run not in people.seen and people.openings[run] < _OFTEN
