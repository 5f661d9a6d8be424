"""Which languages there are: every folder in `lexicons/` with a `language.yml` is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from habeas.model.errors import ReferenceBroken
from habeas.model.quote import Span
from habeas.reference.files import names, read
from habeas.text.language import Languages, Tongue

_FOLDER = "lexicons"
_ABOUT = "language.yml"
_DECLENSION = "declension.yml"
_NAMES = "names.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language by its code (ISO 639-1); `ocr` is the code by which Tesseract knows it.

    `participle` are the endings of a passive participle, for `#` in patterns of stems.
    `unread` are other scripts it is written in, which are told apart and not read.
    """

    code: str
    name: str
    ocr: str
    participle: str
    written: Tongue
    unread: tuple[Tongue, ...] = ()


@cache
def languages() -> tuple[Language, ...]:
    """All languages, by rank: of two that a text can be in, the one with the lower is likelier."""
    files = [name for name in names(_FOLDER) if name.endswith(f"/{_ABOUT}")]
    ranked = sorted((read(file)["rank"], file) for file in files)
    return tuple(_language(file) for _, file in ranked)


@cache
def codes() -> tuple[str, ...]:
    """The codes of all languages, by rank."""
    return tuple(one.code for one in languages())


@cache
def declining() -> tuple[str, ...]:
    """The codes of those whose names and nouns decline, by rank: one engine reads them all."""
    files = frozenset(names(_FOLDER))
    return tuple(code for code in codes() if f"{_FOLDER}/{code}/{_DECLENSION}" in files)


def language(code: str) -> Language:
    """The language with this code. Raises: ReferenceBroken, where there is no folder for it."""
    for one in languages():
        if one.code == code:
            return one
    raise ReferenceBroken(
        file=f"{_FOLDER}/{code}/{_ABOUT}", entry="-", what="there is no such file"
    )


def language_of(text: str) -> str:
    """The language of a paragraph: its code, "be-Latn" where the script is not read, or empty.

    >>> language_of("Її затримали вдома."), language_of("Его задержали."), language_of("Is held.")
    ('uk', 'ru', 'en')
    """
    return _told_apart().of(text)


def languages_of(text: str, spans: Sequence[Span]) -> list[str]:
    """The language of each stretch; what its letters leave open is that of most others."""
    return _told_apart().each(text, spans)


def own_names(section: str) -> Iterator[tuple[str, Any]]:
    """What each folder adds to the names that all share, with its code: `names.yml`, one section.

    Sections: states, bodies, offices, words, places, given, surname_endings.
    """
    files = frozenset(names(_FOLDER))
    for code in codes():
        name = f"{_FOLDER}/{code}/{_NAMES}"
        if name in files and section in read(name):
            yield code, read(name)[section]


@cache
def own_names_by_id(section: str) -> Mapping[str, Mapping[str, Any]]:
    """The same for sections by id: what each language adds to an entry, by the entry's id."""
    found: dict[str, dict[str, Any]] = {}
    for code, added in own_names(section):
        for identity, value in added.items():
            found.setdefault(identity, {})[code] = value
    return found


@cache
def _told_apart() -> Languages:
    return Languages(tongue for one in languages() for tongue in (one.written, *one.unread))


def _language(file: str) -> Language:
    about = read(file)
    code = file.split("/")[-2]
    try:
        return Language(
            code=code,
            name=about["name"],
            ocr=about.get("ocr", ""),
            participle=about.get("participle", ""),
            written=_tongue(code, about),
            unread=tuple(_tongue(one["code"], one) for one in about.get("unread", ())),
        )
    except KeyError as error:
        raise ReferenceBroken(file=file, entry="-", what=f"{error} is missing") from error
    except re.error as error:
        raise ReferenceBroken(file=file, entry="words", what=str(error)) from error


def _tongue(code: str, about: Mapping[str, Any]) -> Tongue:
    words = re.compile(rf"\b(?:{'|'.join(about['words'])})\b", re.IGNORECASE)
    return Tongue(code, frozenset(about["alphabet"].replace(" ", "")), words)
