"""From a form back to its nominative: of words alone, and of names whose words must agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from habeas.reference.borne_names import Sort, is_borne
from habeas.reference.languages import language as language_with
from habeas.reference.paradigms import Case, Paradigm, paradigms
from habeas.reference.person_names import given_names

_OWN_LANGUAGE = 2  # a name listed for the language is likelier than a neighbour's
_VOWELS = "аеєиіїоуюяыэё"
_ENDS_OF_CASES = "еєуюыэ"  # as it stands such a name is likelier another case: "Сейтяге" is Сейтяга
_VOWEL = 1  # the length of an ending that says no more than the vowel
_NEVER_SOFT = "бвгґджкмпфхшчщ"
_LISTED = 4  # a nominative that people bear is likelier than any that endings alone allow
_FALLBACK = -1  # a word in -а or -я is seldom a surname in its nominative
_LEAST = -2  # and hardly ever one in another vowel that stands still
# Endings of adjectives and of surnames in -ov, -in in other cases than the first.
_OBLIQUE = re.compile(
    "(?:[оеєіїи][вн]ої|[сцз]ької|[оеєіїи][вн]ій|[сцз]ькій|[оеєіїи][вн](?:ою|у|і|им|их)|[сцз]ьк(?:ою|у|им|их|ого|ому)"
    "|ого|ому|[ое]й|[оеи][вн](?:ой|у|е|ым|ых)|[сц]к(?:ой|ую|им|их|ом))\\Z"
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff'ʼ’-]+")
_MARKS = frozenset("'ʼ’-")


class Form(NamedTuple):
    """What a word can be: its nominative, the cases it then stands in, the sex it then has."""

    nominative: str
    cases: frozenset[Case]
    sex: str
    rank: int = 0


_remembered = lru_cache(100_000)  # words; an archive has more than memory would hold


class Declension:
    """Nominatives in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._given = _given_forms(language)
        self.surname = _remembered(self._surname)
        self.patronymic = _remembered(self._patronymic)
        self.unlisted = _remembered(self._unlisted)
        self._likeliest = _remembered(self._listed_first)

    def given(self, word: str) -> tuple[Form, ...]:
        """The given names a word is a form of; a double name by its parts."""
        mark = next((one for one in "’ʼ" if one in word), "")
        if found := self._given.get(word.replace(mark, "'") if mark else word):
            return (
                tuple(f._replace(nominative=f.nominative.replace("'", mark)) for f in found)
                if (mark)
                else found
            )
        first, hyphen, second = word.partition("-")
        if not hyphen:
            return ()
        return tuple(_joined(self.given(first), self.given(second), "-"))

    def _surname(self, word: str) -> tuple[Form, ...]:
        """Every surname the word may be a form of, the likeliest first."""
        first, hyphen, second = word.rpartition("-")
        if hyphen:
            # Bekir-oglu: the first part stands still before one that does.
            still = _inverse(word, _named(paradigms(self.language, "surname")))
            return still or tuple(self._double(first, second))
        return _inverse(word, paradigms(self.language, "surname"))

    def _double(self, first: str, second: str) -> list[Form]:
        """Both parts of a double surname in one case, or the first as it stands: Kara-Murza."""
        joined = _joined(self.surname(first), self.surname(second), "-")
        known = {form.nominative for form in joined}
        alone = (
            form._replace(nominative=f"{first}-{form.nominative}") for form in self.surname(second)
        )
        found = [*joined, *(form for form in alone if form.nominative not in known)]
        return sorted(found, key=lambda form: -form.rank)

    def _patronymic(self, word: str) -> tuple[Form, ...]:
        return _inverse(word, paradigms(self.language, "patronymic"))

    def _unlisted(self, word: str) -> tuple[Form, ...]:
        """A given name that no list has: the likeliest ends in a consonant, or stands as it is."""
        found = _inverse(word, paradigms(self.language, "given"))
        return self._ranked(
            (form._replace(rank=_rank_unlisted(form, word)) for form in found),
            "first",
        )

    def _listed_first(self, word: str) -> tuple[Form, ...]:
        return self._ranked(self.surname(word), "last")

    def _ranked(self, forms: Iterable[Form], sort: Sort) -> tuple[Form, ...]:
        return tuple(
            form._replace(rank=form.rank + _LISTED)
            if is_borne(self.language, form.nominative, sort)
            else form
            for form in forms
        )

    def is_borne(self, word: str, sort: Sort) -> bool:
        """Whether the word is a form of a name that people are listed to bear."""
        forms = self.surname(word) if sort == "last" else self.unlisted(word)
        return any(is_borne(self.language, form.nominative, sort) for form in forms)

    def person(self, parts: Sequence[tuple[str, str]]) -> tuple[Form, ...]:
        """The nominatives of a whole name; `parts` are words with their sort, in order.

        Sorts: given, surname, patronymic, initial; closing is an initial at the end. All words
        agree in case and sex. Of several nominatives for one case and sex the likeliest stays.
        """
        found: list[Form] = []
        for word, sort in parts:
            forms = self._forms(word, sort)
            found = _joined(found, forms, " ") if found else list(forms)
        found.sort(key=lambda form: -form.rank)
        kept: list[Form] = []
        for form in found:
            taken = {case for one in kept if one.sex == form.sex for case in one.cases}
            if left := form.cases - taken:
                kept.append(form._replace(cases=left))
        return tuple(kept)

    def _forms(self, word: str, sort: str) -> tuple[Form, ...]:
        if sort in ("initial", "closing"):
            return (Form(word, frozenset(Case), ""),)
        if sort == "given":
            return self.given(word) or self.unlisted(word)
        return self.patronymic(word) if sort == "patronymic" else self._likeliest(word)


def _rank_unlisted(form: Form, word: str) -> int:
    is_hers = form.sex == "female" and word[-1] in "иі"  # "Хаджи" is seldom a woman's as it stands
    if form.nominative == word and (is_hers or word[-1] in _ENDS_OF_CASES):
        return _FALLBACK
    return int(form.nominative == word or form.nominative[-1] not in _VOWELS + "ь")


def _joined(ones: Sequence[Form], others: Sequence[Form], mark: str) -> list[Form]:
    return [
        Form(
            f"{one.nominative}{mark}{other.nominative}",
            one.cases & other.cases,
            one.sex or other.sex,
            one.rank + other.rank,
        )
        for one in ones
        for other in others
        if one.cases & other.cases and (one.sex == other.sex or not one.sex or not other.sex)
    ]


def _named(rows: Sequence[Paradigm]) -> tuple[Paradigm, ...]:
    """The rows of surnames known by a whole ending (-oglu, -zade) that have one form."""
    return tuple(row for row in rows if len(row.nominative) > _VOWEL and len(row.endings) == 1)


def _inverse(word: str, rows: Sequence[Paradigm]) -> tuple[Form, ...]:
    found: dict[tuple[str, str], Form] = {}
    for row in rows:
        for ending, cases in row.endings.items():
            stem = word[: len(word) - len(ending)]
            if not word.endswith(ending) or len(stem) < row.stem:
                continue
            nominative = stem + row.nominative
            if not _is_well_formed(nominative, row):
                continue
            rank = _rank(nominative, row)
            key = (nominative, row.sex)
            before = found.get(key)
            if before is None:
                found[key] = Form(nominative, cases, row.sex, rank)
            elif before.rank <= rank:
                found[key] = Form(nominative, before.cases | cases, row.sex, rank)
    return tuple(sorted(found.values(), key=lambda form: -form.rank))


def _rank(nominative: str, row: Paradigm) -> int:
    """How likely a nominative of a row is: long endings are sure ones."""
    is_still = len(row.endings) == 1 and len(row.nominative) <= _VOWEL
    if is_still and nominative[-1] in "уюіїеєиыэ":
        return _LEAST
    if row.nominative in ("а", "я"):
        return _FALLBACK
    return len(row.nominative)


def _is_well_formed(nominative: str, row: Paradigm) -> bool:
    """Whether words end so: no vowel before -ь and -ко, none but a vowel before -й, -н."""
    last, before = nominative[-1:], nominative[-2:-1]
    if last == "ь":
        return before not in _VOWELS + _NEVER_SOFT
    if last == "й":
        return before in _VOWELS
    if nominative.endswith("ко"):
        return nominative[-3:-2] not in _VOWELS
    if len(row.endings) == 1 and not row.nominative:
        return _may_stand_still(nominative, row.sex)
    if not row.nominative and row.sex != "female":
        return last not in _VOWELS and (last != "н" or before in _VOWELS + "р")
    return True


def _may_stand_still(nominative: str, sex: str) -> bool:
    """Whether a name can have one form for all cases; forms of adjectives are none."""
    if _OBLIQUE.search(nominative):
        return False
    return nominative[-1] in "оуюіїеєиыэ" or (sex == "female" and nominative[-1] not in _VOWELS)


@cache
def _given_forms(language: str) -> dict[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = {}
    for name, sex, rank in _given_names(language):
        rows = [row for row in paradigms(language, "given") if row.sex == sex]
        rows = [row for row in rows if row.declines(name) and _is_well_formed(name, row)]
        for row in rows:
            if len(row.nominative) < len(rows[0].nominative):
                break
            for form, cases in row.forms(name).items():
                found.setdefault(form, []).append(Form(name, cases, sex, rank))
    return {form: tuple(dict.fromkeys(forms)) for form, forms in found.items()}


def _given_names(language: str) -> Iterator[tuple[str, str, int]]:
    letters = language_with(language).written.alphabet | _MARKS
    for entry in given_names():
        for sex in ("female", "male"):
            for name in entry[sex].replace("’", "'").split():
                if _CYRILLIC.fullmatch(name) and letters.issuperset(name.lower()):
                    yield name, sex, _OWN_LANGUAGE if entry["language"] == language else 0
