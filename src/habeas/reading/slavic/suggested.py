"""Names that somebody else points out, taken over where our own reading names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.model.mention import MentionKind
from habeas.reading.slavic.name import Name, name_of
from habeas.reading.slavic.names import NameFinder
from habeas.reading.slavic.pointed import Suggested
from habeas.reading.slavic.sentence import Piece
from habeas.reference.declension import Declension
from habeas.reference.paradigms import ALL_CASES
from habeas.text.tokens import Token

_INITIAL = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")
_TWO, _THREE = 2, 3  # words of a name
_PLURAL = ("их", "ых")  # a family, nobody in particular


def full_names(
    finder: NameFinder,
    tokens: Sequence[Token],
    suggested: Suggested,
    *,
    names: Sequence[Name],
    taken: frozenset[int],
) -> list[Name]:
    """Our own full names and, where we have nothing or less, those of several words pointed out."""
    found = list(names)
    for first, last in suggested.persons_in(tokens):
        own = [name for name in found if name.first <= last and first <= name.last]
        is_less = all(name.first == first and name.last < last for name in own)
        if first == last or not is_less or taken.intersection(range(first, last + 1)):
            continue
        words = [token.text for token in tokens[first : last + 1]]
        if not all(_is_part(word, finder) for word in words):
            continue
        parts = _parts(words, finder.declension)
        if forms := finder.declension.person(parts):
            surname = next((word for word, sort in parts if sort == "surname"), words[-1])
            found = [name for name in found if name not in own]
            found.append(name_of(tokens, first, last, forms, surname=surname, is_full=True))
    return sorted(found, key=lambda name: name.first)


def lone_words(
    finder: NameFinder, tokens: Sequence[Token], suggested: Suggested, *, taken: frozenset[int]
) -> frozenset[int]:
    """The tokens that are each a person by surname or given name alone.

    At the beginning of a sentence, where any word has a capital, only what looks like a name is.
    Right behind what is `taken` a word says whose that is: "the district court of X".
    """
    return frozenset(
        first
        for first, last in suggested.persons_in(tokens)
        if first == last
        and not taken.intersection((first - 1, first))
        and not finder.is_common(tokens[first].text.lower())
        and not tokens[first].text.endswith(_PLURAL)
        and (_stands_inside(tokens, first) or finder.looks(tokens[first].text))
    )


def suggested_places(
    finder: NameFinder,
    text: str,
    tokens: Sequence[Token],
    suggested: Suggested,
    *,
    used: frozenset[int],
) -> Iterator[Piece]:
    """Places pointed out where nothing else is named."""
    for first, last in suggested.places_in(tokens):
        if used.intersection(range(first, last + 1)) or not _stands_inside(tokens, first):
            continue
        if finder.is_common(tokens[first].text.lower()):
            continue
        start, end = tokens[first].start, tokens[last].end
        yield Piece(MentionKind.PLACE, start, end, ALL_CASES, text[start:end])


def _is_part(word: str, finder: NameFinder) -> bool:
    is_word = len(word) > 1 and word[0].isupper() and word[1:].replace("-", "").isalpha()
    return _INITIAL.fullmatch(word) is not None or (
        is_word and word.lower() not in finder.function_words
    )


def _parts(words: Sequence[str], declension: Declension) -> list[tuple[str, str]]:
    """The words with their sorts, the surname last."""
    is_given_first = bool(declension.given(words[0]))
    is_given_next = bool(declension.given(words[1]))
    if len(words) == _THREE and declension.patronymic(words[2]) and is_given_next >= is_given_first:
        return [(words[1], "given"), (words[2], "patronymic"), (words[0], "surname")]
    if _INITIAL.fullmatch(words[-1]):
        initials = [(word, "initial") for word in words[1:]]
        return [*initials, (words[0], "surname")]
    if len(words) == _TWO and is_given_next > is_given_first:
        return [(words[1], "given"), (words[0], "surname")]
    middle = [
        (word, "patronymic" if declension.patronymic(word) else "surname") for word in words[1:-1]
    ]
    first = (words[0], "initial" if _INITIAL.fullmatch(words[0]) else "given")
    return [first, *middle, (words[-1], "surname")]


def _stands_inside(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word of the same sentence stands before it, so that its capital tells."""
    return at > 0 and (tokens[at - 1].text[0].isalnum() or tokens[at - 1].text in ',(«"„“[')
