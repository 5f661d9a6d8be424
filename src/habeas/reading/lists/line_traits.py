"""What a few words of a line say somebody is: a trade, an office, kin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from habeas.model.attribute import Attribute
from habeas.reading.lists.penal import knowledge
from habeas.reference.languages import declining, language_of
from habeas.reference.lexicon import lexicon
from habeas.reference.list_leads import plain

_ENGLISH = "en"
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ.-][^\W\d_]+)*")
_LONGEST = 5  # words of a title
_MOST_BEFORE = 3  # words before it that are its own: "former", "військовий"
# Words a title may have before it: adjectives, "former", "ex-".
_ADJECTIVE = r"(?:[a-z'-]+|[а-яіїєґў'-]+(?:ий|ій|ый|ой|а|я|ае|ы|і|екс))"
_OWN = re.compile(rf"{_ADJECTIVE}(?:[ -]+{_ADJECTIVE})*[ -]*")
_ARTICLE = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)
_ANOTHER = re.compile(r"\s+(?:[^\W\d_a-zа-яёіїєґў][\w'’-]+\s+){1,2}[^\W\d_a-zа-яёіїєґў]")
_SORTS = (("occupations", Attribute.OCCUPATION), ("offices", Attribute.ROLE))
_TITLES = ("occupations", "offices", "honorifics", "titles")


@dataclass(frozen=True, slots=True)
class Title:
    """A trade or office and the words that say it."""

    attribute: Attribute
    start: int
    end: int


def trait_at(text: str, at: int) -> bool:
    """Whether a title begins with the word at a place."""
    words = [
        found.group() for _, found in zip(range(_LONGEST), _WORD.finditer(text, at), strict=False)
    ]
    return _is_title(plain(" ".join(words)), _script(text[at : at + 1])) if words else False


def title_in(text: str, start: int, end: int) -> Title | None:
    """The trade or office that a stretch opens with, words of its own before it included."""
    places = [found.start() for found in _WORD.finditer(text, start, end)][: _MOST_BEFORE + 1]
    for name, attribute in _SORTS:
        for at in places:
            if at > start and not _OWN.fullmatch(plain(text[start:at]).strip()):
                break
            size = _size(name, plain(text[at:end]), _script(text[at : at + 1]))
            if size:
                if _ANOTHER.match(text, at + size, end):
                    return None  # "lawyer Ivo Stern is with him"
                article = _ARTICLE.match(text, start, at)
                return Title(attribute, article.end() if article else start, at + size)
    return None


def _script(text: str) -> str:
    return "cyrillic" if _CYRILLIC.match(text) else "latin"


@lru_cache(maxsize=20_000)
def _is_title(lower: str, script: str) -> bool:
    if script == "latin":
        people = lexicon(_ENGLISH).people
        starts = list(_prefixes(lower))
        return any(words in people.get(name, ()) for name in _TITLES for words in starts)
    return any(_size(name, lower, script) for name in _TITLES)


@lru_cache(maxsize=20_000)
def _size(name: str, lower: str, script: str) -> int:
    """How many characters a title of a sort takes at the beginning; 0 where there is none."""
    if script == "latin":
        people = lexicon(_ENGLISH).people.get(name, frozenset())
        return max((len(words) for words in _prefixes(lower) if words in people), default=0)
    found = [_stem_size(language, name, lower) for language in _languages(lower)]
    return max(found, default=0)


def _stem_size(language: str, name: str, lower: str) -> int:
    index = knowledge(language).people.get(name)
    hit = index.at(lower, 0) if index is not None else None
    return hit.end if hit is not None else 0


def _languages(lower: str) -> tuple[str, ...]:
    told = language_of(lower)
    return (told,) if told in declining() else ("uk", "ru")


def _prefixes(lower: str) -> Iterator[str]:
    ends = [found.end() for found in islice(_WORD.finditer(lower), _LONGEST)]
    yield from (lower[:end] for end in ends)
