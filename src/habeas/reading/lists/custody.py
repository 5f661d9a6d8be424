"""Places of custody and towns as the lines of lists name them: "Colony No. 4", "СІЗО-3"."""

from __future__ import annotations

import re
from functools import cache

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reference.list_leads import plain, source

# Words with a capital before "prison", and the sorts of colony in small letters.
_BEFORE = re.compile(
    r"(?:[^\W\d_][\w'’ʼ.-]*[ ]){1,4}\Z",
)
_BEHIND = re.compile(
    r"(?:[ -]?(?:№|No\.?|Nr\.?|#)?[ ]?\d[\w-]*)?(?:[ ]«[^»\n]{1,40}»|[ ]\"[^\"\n]{1,40}\")?"
    r"(?:(?:[ ]of|[ ]in|[ ]у|[ ]в|[ ]м\.|[ ]г\.)?[ ](?-i:[^\W\d_a-zа-яёіїєґў])[\w'’ʼ-]+){0,2}"
    r"(?:[ ]\((?-i:[^\W\d_a-zа-яёіїєґў])[^()\n]{1,30}\))?",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"the", "a", "an"})  # "AT THE RALLY" names no town
_TOWN = (
    r"[ ](?P<town>(?-i:[^\W\d_a-zа-яёіїєґў])[\w'’ʼ-]+(?:[ ](?-i:[^\W\d_a-zа-яёіїєґў])[\w'’ʼ-]+)?)"
)


def custody_in(text: str, start: int, end: int) -> Mention | None:
    """The first place of custody between two characters, by its word and what belongs to it."""
    found = _custody().search(plain(text[start:end]))
    if found is None:
        return None
    at, stop = start + found.start(), start + found.end()
    before = _BEFORE.search(text, start, at)
    low = at - len(_own(before[0])) if before else at
    behind = _BEHIND.match(text, stop, end)
    high = behind.end() if behind else stop
    named = text[low:high]
    if named == named.lower() and not any(map(str.isdigit, named)):
        return None  # "in prison" is no prison that has a name
    return Mention(named, MentionKind.PLACE, Span(low, high))


def town_in(text: str, start: int, end: int) -> Mention | None:
    """The place behind a preposition: "in Kestrel", "у Бучачі"."""
    for found in _town().finditer(text, start, end):
        if found["town"].split()[0].lower() in _ARTICLES:
            continue
        name = Span(found.start("town"), found.end("town"))
        return Mention(found["town"], MentionKind.PLACE, name)
    return None


def is_custody(text: str) -> bool:
    """Whether words speak of a place of custody."""
    return _custody().search(plain(text)) is not None


def _own(before: str) -> str:
    """Of the words before a place those that belong to its name: the last ones with a capital."""
    kept: list[str] = []
    for word in reversed(before.split()):
        if not word[0].isupper():
            break
        kept.insert(0, word)
    return f"{' '.join(kept)} " if kept else ""


@cache
def _custody() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{source('custody')})")


@cache
def _town() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{source('in_place')}){_TOWN}")
