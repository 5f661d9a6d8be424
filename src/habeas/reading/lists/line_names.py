"""The names a line of a list begins with: "A. B.", "B. Anna Ivanivna", "Marek and Jana Sobol"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reading.lists.line_traits import trait_at
from habeas.reading.lists.names import Order, is_name, order_in, parts_of
from habeas.reading.lists.penal import knowledge
from habeas.reference.languages import declining, language_of
from habeas.reference.list_leads import plain, source, words
from habeas.reference.paradigms import Case
from habeas.reference.person_names import is_given_name, looks_like_surname
from habeas.text.tokens import tokenise

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`-][^\W\d_]+)*\.?")
_INITIAL = 2  # letters of the longest, as in "Ю." and "Dж."
_MOST_WORDS = 5
_MOST_BEFORE = 4  # words before a name: "former union leader X"
_GAP = re.compile(r"[ \u00a0\u202f]{0,2}")
_NICKNAME = re.compile(r"[\"“„«][^\"“”„«»\n]{1,20}[\"”“»]\s*")
_ADJECTIVE = re.compile(r"[а-яіїєґўё'’-]{3,}(?:ий|ій|ый|ая|на|ний)|civilian|fellow|former")
_PARTICLES = frozenset(
    {"de", "da", "van", "von", "al", "el", "ul", "bin", "ibn", "ben", "oglu", "ogly", "qizi",
     "kyzy", "оглу", "огли", "оглы", "кизи", "кызы", "фон", "де", "ван"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """One person a line names."""

    mention: Mention
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Begun:
    """The people a line begins with; `lead` is what stands before the first, to `start`."""

    people: tuple[Named, ...]
    start: int
    end: int


def names_at(text: str, start: int, end: int, *, is_row: bool = False) -> Begun | None:
    """The people named at the beginning of a stretch, titles aside; None where it names nobody.

    `is_row`: names follow each other with nothing but commas between.
    """
    first = _first(text, start, end)
    if first is None:
        return None
    runs = [first]
    while (more := _another(text, runs[-1], end, is_row=is_row)) is not None:
        runs.append(more)
    if not _is_full(text, runs[-1]) and len(runs) == 1:
        return None
    people = tuple(_people(text, runs))
    return Begun(people, runs[0][0].start(), people[-1].end) if people else None


def unnamed_at(text: str, start: int, end: int) -> Begun | None:
    """Somebody who is only described: "an unknown man", "неизвестный мужчина"."""
    found = _unnamed().match(plain(text[start:end]))
    if found is None:
        return None
    at, stop = start + found.start("who"), start + found.end("who")
    mention = Mention(text[at:stop], MentionKind.GROUP, Span(at, stop))
    return Begun((Named(mention, at, stop),), at, stop)


def in_nominative(text: str, language: str, case: Case) -> str:
    """A name that stands in another case, as it is written down; empty where that is not known."""
    if language not in declining():
        return ""
    for name in knowledge(language).names.find(tokenise(text), frozenset()):
        forms = [form for form in name.forms if case in form.cases]
        if name.start == 0 and name.end == len(text) and forms:
            return max(forms, key=lambda form: form.rank).nominative
    return ""


_Run = Sequence[re.Match[str]]


def _first(text: str, start: int, end: int) -> _Run | None:
    """The first run of words with capitals, behind no more than a title or a nickname."""
    at = start
    for _ in range(_MOST_BEFORE + 1):
        if nickname := _NICKNAME.match(text, at, end):
            at = nickname.end()
        run = _without_title(text, _run(text, at, end))
        if run:
            return run if not _is_no_name(text, run) else None
        word = _WORD.match(text, at, end)
        if word is None or not _may_stand_before(text, word, end):
            return None
        at = _GAP.match(text, word.end()).end()  # type: ignore[union-attr]  # matches nothing too
    return None


def is_oblique(named: Named) -> bool:
    """Whether a name surely stands in another case than lists are written in."""
    text = named.mention.text
    language = language_of(text)
    if text.isascii() or language not in declining():
        return False
    found = knowledge(language).names.find(tokenise(text), frozenset())
    whole = [one for one in found if one.start == 0 and one.end == len(text)]
    return any(Case.NOMINATIVE not in one.cases() for one in whole)


def _run(text: str, at: int, end: int) -> _Run:
    found: list[re.Match[str]] = []
    while len(found) < _MOST_WORDS + 1 and (word := _WORD.match(text, at, end)):
        letters = word[0].rstrip(".")
        if not found and _is_small_word(letters):
            break
        is_small = bool(found) and letters.lower() in _PARTICLES
        if not (letters[0].isupper() or is_small):
            break
        found.append(word)
        if word[0].endswith(".") and len(letters) > _INITIAL:
            break
        at = _GAP.match(text, word.end()).end()  # type: ignore[union-attr]
    while found and found[-1][0].rstrip(".").lower() in _PARTICLES and not _is_son(found[-1]):
        found.pop()
    return found if len(found) <= _MOST_WORDS else []


@lru_cache(maxsize=10_000)
def _is_small_word(word: str) -> bool:
    """Whether a word with a capital only opens what is said: "From", "Також"."""
    return not is_given_name(word) and words("opens").fullmatch(plain(word)) is not None


def _is_son(word: re.Match[str]) -> bool:
    return word[0][0].islower() and len(word[0]) > 3  # noqa: PLR2004  # "oglu", "кизи"


def _without_title(text: str, run: _Run) -> _Run:
    """The run without the titles it opens with: "Journalist Anna Holk", "Братья ..."."""
    while len(run) > 1 and (_is_kin_title(run[0][0]) or trait_at(text, run[0].start())):
        is_first = is_given_name(run[0][0]) or looks_like_surname(run[0][0])
        if is_first:
            break
        run = run[1:]
    return run


def _may_stand_before(text: str, word: re.Match[str], end: int) -> bool:
    """Whether a small word is a title before a name, or one of its words."""
    if not word[0][0].islower() and not _is_kin_title(word[0]):
        return False
    is_titled = trait_at(text, word.start()) or _names_soon(text, word, end)
    return is_titled or _is_adjective_of(text, word, end)


def _is_adjective_of(text: str, word: re.Match[str], end: int) -> bool:
    """Whether a word says of what sort the person named right behind it is: "цивільний X"."""
    following = _WORD.match(text, word.end() + 1, end)
    return (
        following is not None
        and following[0][0].isupper()
        and _ADJECTIVE.fullmatch(word[0]) is not None
    )


def _names_soon(text: str, word: re.Match[str], end: int) -> bool:
    """Whether a title begins within the next words: "former trade unionist X"."""
    at = word.end()
    for _ in range(_MOST_BEFORE - 1):
        at = _GAP.match(text, at).end()  # type: ignore[union-attr]
        following = _WORD.match(text, at, end)
        if following is None or following[0][0].isupper():
            return False
        if trait_at(text, at):
            return True
        at = following.end()
    return False


def _another(text: str, run: _Run, end: int, *, is_row: bool) -> _Run | None:
    """Another person behind a joint; behind a comma only one who surely is one."""
    at = run[-1].end()
    joint = _joint().match(text, at, end)
    if joint is None:
        return None
    more = _run(text, joint.end(), end)
    if not more or _is_no_name(text, more):
        return None
    if joint["comma"]:
        return more if _is_full(text, more) and (is_row or _is_sure(more)) else None
    return more if _is_full(text, more) else None


def _is_full(text: str, run: _Run) -> bool:
    name = text[run[0].start() : run[-1].end()]
    return len(run) > 1 and is_name(name.rstrip("."))


def _is_sure(run: _Run) -> bool:
    """Whether a run is a name by a given name, an initial or a father's name in it."""
    parts = [word[0] for word in run]
    is_known = any(is_given_name(word) or len(word.rstrip(".")) == 1 for word in parts)
    return is_known or order_in(" ".join(parts)) is not Order.UNKNOWN


def _is_no_name(text: str, run: _Run) -> bool:
    said = plain(text[run[0].start() : run[-1].end()])
    return _no_name().search(said) is not None


def _people(text: str, runs: Sequence[_Run]) -> Iterator[Named]:
    """Each person; a given name alone takes the surname behind the joint."""
    last = runs[-1]
    for run in runs:
        start, end = run[0].start(), run[-1].end()
        said = text[start:end]
        if said.endswith(".") and len(run[-1][0].rstrip(".")) > _INITIAL:
            end -= 1
            said = said[:-1]
        name = _usual(said)
        if len(run) == 1:
            name = f"{said} {_in_small(last[-1][0].rstrip('.'))}"
        yield Named(Mention(said, MentionKind.PERSON, Span(start, end), name), start, end)


def _usual(said: str) -> str:
    """The name with its family name last and no word all in capitals; empty where it stands so."""
    tokens = said.split()
    is_latin = said[:1].isascii()
    is_cut = len(tokens[-1].rstrip(".")) == 1 and (is_latin or is_given_name(tokens[0]))
    usual = "" if is_cut else parts_of(said, order_in(said)).usual
    usual = usual if usual and usual.replace(" ", "") != said.replace(" ", "") else said
    shown = " ".join(map(_in_small, usual.split()))
    return "" if shown == said else shown


def _in_small(word: str) -> str:
    return word.capitalize() if len(word.rstrip(".")) > _INITIAL and word.isupper() else word


def _is_kin_title(word: str) -> bool:
    return _kin_title().fullmatch(plain(word)) is not None


@cache
def _unnamed() -> re.Pattern[str]:
    return re.compile(
        rf"(?:an?\s)?(?P<who>(?:{source('unnamed')})(?:\s[^\W\d_]{{3,}}){{1,2}})\s*(?:[,;(–—-]|\Z)"
    )


@cache
def _kin_title() -> re.Pattern[str]:
    return re.compile(source("kin_title"))


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:(?P<comma>,)|&|\+|(?<=\s)(?:{source('joint')}))\s*")


@cache
def _no_name() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{source('no_name')}|{source('custody')})")
