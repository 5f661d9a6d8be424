"""Names of persons in a sentence, in whatever case, and whom a surname alone stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from habeas.reading.slavic.declension import Declension, Form
from habeas.reference import person_names
from habeas.reference.paradigms import Case
from habeas.text.tokens import Token

_INITIAL = re.compile(r"[А-ЯІЇЄҐЁЭ]\.")
_INITIALS = re.compile(r"(?:[А-ЯІЇЄҐЁЭ]\.){1,3}[А-ЯІЇЄҐЁЭ]?")
_CAPITAL = re.compile(r"[А-ЯІЇЄҐЁЭ][а-яіїєґёыэъьʼ’']+(?:-[А-ЯІЇЄҐЁЭ]?[а-яіїєґёыэъь’']+)*")
_STEM = 3  # letters that a surname and its nominative share
_NEVER_SURNAME = re.compile(r"(?:ія|ия|ство|ння|ние|ість|ость|ація|ация)\Z")


@dataclass(frozen=True, slots=True)
class Name:
    """A name between tokens `first` and `last` (included); `forms` are its nominatives."""

    first: int
    last: int
    start: int
    end: int
    forms: tuple[Form, ...]
    surname: str
    is_full: bool

    def cases(self) -> frozenset[Case]:
        """Every case it can stand in."""
        return frozenset(case for form in self.forms for case in form.cases)

    def sexes(self) -> set[str]:
        """The sexes it can have."""
        return {form.sex for form in self.forms}


@dataclass(slots=True)
class People:
    """Who is named in a document: full nominatives by surname, and how often."""

    by_surname: dict[str, dict[str, str]] = field(default_factory=dict)

    def note(self, name: Name) -> None:
        """Keeps a full name, in its likeliest nominative."""
        form = name.forms[0]
        stem = name.surname[:_STEM]
        words = [word for word in form.nominative.split() if word.startswith(stem)]
        if words:
            self.by_surname.setdefault(words[-1], {})[form.nominative] = form.sex

    def full(self, forms: Sequence[Form]) -> tuple[Form, ...]:
        """The full names that a surname alone can stand for; empty unless one person has it."""
        found: list[Form] = []
        for form in forms:
            for name, sex in self.by_surname.get(form.nominative, {}).items():
                if not sex or not form.sex or sex == form.sex:
                    found.append(Form(name, form.cases, sex or form.sex, form.rank))
        return tuple(found) if len({form.nominative for form in found}) == 1 else ()


class NameFinder:
    """Finds names by given names, initials and the look of surnames."""

    def __init__(self, declension: Declension, common: frozenset[str]) -> None:
        self._declension = declension
        self._common = common

    def find(self, tokens: Sequence[Token], taken: frozenset[int]) -> list[Name]:
        """Full names in order; tokens in `taken` belong to something else."""
        found: list[Name] = []
        at = 0
        while at < len(tokens):
            name = self._at(tokens, at, taken)
            if name is None:
                at += 1
                continue
            found.append(name)
            at = name.last + 1
        return found

    def surnames(
        self, tokens: Sequence[Token], taken: frozenset[int], people: People
    ) -> list[Name]:
        """Surnames alone: of somebody named in full in the document, or unmistakable."""
        found = []
        for at, token in enumerate(tokens):
            if at in taken or not _CAPITAL.fullmatch(token.text):
                continue
            forms = self._declension.surname(token.text)
            known = people.full(forms)
            if known:
                found.append(_name(tokens, at, at, known, surname=token.text, is_full=False))
            elif at and self._is_surname(token.text, forms) and self._stands_alone(tokens, at):
                best = self._declension.person([(token.text, "surname")])
                found.append(_name(tokens, at, at, best, surname=token.text, is_full=False))
        return found

    def _stands_alone(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether no other capital stands beside it, no quotation mark, no sentence opens."""
        before = tokens[at - 1].text
        after = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if before in '«“"„.!?:—–-' or after in '»”"':
            return False
        return not (_CAPITAL.fullmatch(before) or _CAPITAL.fullmatch(after))

    def _is_surname(self, word: str, forms: Sequence[Form]) -> bool:
        if word.lower() in self._common or _NEVER_SURNAME.search(word):
            return False
        looks = [form for form in forms if form.sex and form.rank > 1]
        return any(person_names.looks_like_surname(form.nominative) for form in looks)

    def _at(self, tokens: Sequence[Token], at: int, taken: frozenset[int]) -> Name | None:
        if at in taken:
            return None
        text = tokens[at].text
        if _INITIALS.fullmatch(text):
            return self._initials(tokens, at, taken)
        if not _CAPITAL.fullmatch(text):
            return None
        if self._declension.given(text):
            return self._given(tokens, at, taken)
        return self._surname_first(tokens, at, taken)

    def _initials(self, tokens: Sequence[Token], at: int, taken: frozenset[int]) -> Name | None:
        last = at
        while last + 1 < len(tokens) and _INITIAL.fullmatch(tokens[last + 1].text):
            last += 1
        if not self._is_capital(tokens, last + 1, taken):
            return None
        surname = tokens[last + 1].text
        parts = [(tokens[i].text, "initial") for i in range(at, last + 1)]
        return self._made(tokens, at, last + 1, [*parts, (surname, "surname")], surname)

    def _given(self, tokens: Sequence[Token], at: int, taken: frozenset[int]) -> Name | None:
        parts = [(tokens[at].text, "given")]
        last = at
        if self._is_capital(tokens, last + 1, taken) and self._declension.patronymic(
            tokens[last + 1].text
        ):
            last += 1
            parts.append((tokens[last].text, "patronymic"))
        if self._is_capital(tokens, last + 1, taken):
            surname = tokens[last + 1].text
            made = self._made(tokens, at, last + 1, [*parts, (surname, "surname")], surname)
            if made is not None:
                return made
        return None

    def _surname_first(
        self, tokens: Sequence[Token], at: int, taken: frozenset[int]
    ) -> Name | None:
        """A surname before a given name or initials, or an unlisted given name before one."""
        text = tokens[at].text
        if text.lower() in self._common or not self._is_capital(tokens, at + 1, taken):
            return self._with_initials_behind(tokens, at)
        following = tokens[at + 1].text
        if self._declension.given(following) and self._looks(text):
            behind = self._is_capital(tokens, at + 2, taken)
            parts, last = [(text, "surname"), (following, "given")], at + 1
            if behind and self._declension.patronymic(tokens[at + 2].text):
                parts, last = [*parts, (tokens[at + 2].text, "patronymic")], at + 2
            elif behind:
                return None
            return self._made(tokens, at, last, parts, text)
        if self._looks(following) and not self._looks(text):
            parts = [(text, "given"), (following, "surname")]
            return self._made(tokens, at, at + 1, parts, following)
        return None

    def _with_initials_behind(self, tokens: Sequence[Token], at: int) -> Name | None:
        last = at
        while last + 1 < len(tokens) and _INITIALS.fullmatch(tokens[last + 1].text):
            last += 1
        text = tokens[at].text
        if last == at or text.lower() in self._common:
            return None
        parts = [(text, "surname")]
        parts += [(tokens[i].text, "initial") for i in range(at + 1, last + 1)]
        return self._made(tokens, at, last, parts, text)

    def _looks(self, word: str) -> bool:
        return self._is_surname(word, self._declension.surname(word))

    def _is_capital(self, tokens: Sequence[Token], at: int, taken: frozenset[int]) -> bool:
        if at >= len(tokens) or at in taken or not _CAPITAL.fullmatch(tokens[at].text):
            return False
        return tokens[at].text.lower() not in self._common

    def _made(
        self,
        tokens: Sequence[Token],
        first: int,
        last: int,
        parts: Sequence[tuple[str, str]],
        surname: str,
    ) -> Name | None:
        forms = self._declension.person(parts)
        if not forms:
            return None
        return _name(tokens, first, last, forms, surname=surname, is_full=True)


def _name(
    tokens: Sequence[Token],
    first: int,
    last: int,
    forms: tuple[Form, ...],
    *,
    surname: str,
    is_full: bool,
) -> Name:
    start, end = tokens[first].start, tokens[last].end
    return Name(first, last, start, end, forms, surname, is_full)
