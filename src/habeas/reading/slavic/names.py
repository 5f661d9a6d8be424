"""Names of persons in a sentence, in whatever case: by given names, initials and their looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from habeas.reading.slavic.name import Name, name_of
from habeas.reading.slavic.name_rows import FEWEST, unknown_in_rows
from habeas.reference import person_names
from habeas.reference.declension import Declension
from habeas.reference.paradigms import Case
from habeas.text.tokens import Token

_BIG, _SMALL = r"\u0400-\u042f\u0490", r"\u0430-\u045f\u0491"  # Cyrillic letters of any language
_INITIAL = re.compile(rf"[{_BIG}]\.")
_INITIALS = re.compile(rf"(?:[{_BIG}]\.){{1,3}}[{_BIG}]?")
_CAPITAL = re.compile(rf"[{_BIG}][{_SMALL}ʼ’']+(?:-[{_BIG}]?[{_SMALL}ʼ’']+)*")
_NEVER_SURNAME = re.compile(r"(?:ія|ия|ство|ння|ние|ість|ость|ація|ация)\Z")
# Adjectives with a capital name courts, streets and papers as often as people.
_ADJECTIVE = re.compile(r"(?:[сцз]ьк|[сц]к|[^аеєиіїоуюяыэ]н)(?:ий|ого|ому|им|а|ої|ій|у|ою|е|"
                        r"ый|ая|ой|ую|ое|ом|ым)\Z")  # fmt: skip
_OBLIQUE = re.compile(r"(?:ого|ої|ому|ій|ой|ом)\Z")
_PAIRED = re.compile(r"\w{2}(?:[яюуи]к|ич|[^аеиіоу]ко|ець|[іїи]н|[оеєї]в|чай|ий|ань|ян|дзе|лі)\Z")
_VERB = re.compile(r"(?:ла|ли|ло|л|є|ють|ть|ться|но|то|ет|ют|ся)\Z")
_EVENT = re.compile(r"(?:[аеі]ни[ея]|[ау]нн[яі]|[ае]ре[шс]т|об[шы]у?[кс]к?|вирок|приговор)\Z")
_ORDER = ("initial", "given", "patronymic", "surname")


class NameFinder:
    """Finds names by given names, initials, patronymics and the look of surnames."""

    def __init__(
        self,
        declension: Declension,
        common: frozenset[str],
        is_title: Callable[[str], bool],
        is_bearer: Callable[[str], bool],
        behind_adjective: re.Pattern[str],
    ) -> None:
        self.declension = declension
        self.function_words = common
        self._common = common
        self._is_title = is_title
        self._is_bearer = is_bearer
        self._behind_adjective = behind_adjective
        self._looked: dict[str, bool] = {}

    def find(self, tokens: Sequence[Token], taken: frozenset[int]) -> list[Name]:
        """Full names in order; tokens in `taken` belong to something else."""
        found: list[Name] = []
        at = 0
        while at < len(tokens):
            text = tokens[at].text
            name = None if at in taken or not text[0].isupper() else self._at(tokens, at, taken)
            if name is None:
                at += 1
                continue
            found.append(name)
            at = name.last + 1
        return found if len(found) < FEWEST else self._with_company(tokens, taken, found)

    def _with_company(
        self, tokens: Sequence[Token], taken: frozenset[int], found: Sequence[Name]
    ) -> list[Name]:
        """The names of rows in which some are known, with those that only the row shows."""
        names = {name.first: name for name in found}
        used = taken | {at for name in found for at in range(name.first, name.last + 1)}
        for first in unknown_in_rows(tokens, names, lambda at: self._is_capital(tokens, at, used)):
            one, other = tokens[first].text, tokens[first + 1].text
            is_turned = self.declension.given(other) and not self.declension.given(one)
            sorts = ("surname", "given") if is_turned else ("given", "surname")
            parts = list(zip((one, other), sorts, strict=True))
            surname = one if is_turned else other
            if made := self._made(tokens, first, first + 1, parts, surname):
                names[first] = made
        return [names[at] for at in sorted(names)]

    def is_common(self, word: str) -> bool:
        """Whether the word, in small letters, is no part of a name: "вчора", "журналістка"."""
        return word in self._common or self._is_title(word)

    def looks(self, word: str) -> bool:
        """Whether a word ends as surnames do."""
        found = self._looked.get(word)
        if found is None:
            found = self._looked[word] = self._is_surname(word)
        return found

    def stands_alone(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word that looks like a surname is one, with no other sign of it."""
        text = tokens[at].text
        before = tokens[at - 1].text if at else "."
        after = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if self.is_common(text.lower()) or not _CAPITAL.fullmatch(text):
            return False
        if _CAPITAL.fullmatch(after) or before in _QUOTING:
            return False
        if self._is_titled(tokens, at):
            return True
        is_opened = at == 1 and _EVENT.search(before) is not None  # "Задержание Семченко"
        if (
            (_CAPITAL.fullmatch(before) and not is_opened)
            or before in ".!?:—–-"
            or after in '»”"'
            or _ADJECTIVE.search(text)
        ):
            return False
        return before.lower() not in _PLACING and self.looks(text)

    def may_be_given(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word stands by itself, so that it can be a given name no list has."""
        text = tokens[at].text
        before = tokens[at - 1].text if at else ""
        after = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if self.is_common(text.lower()) or before in _QUOTING or after in _QUOTED:
            return False
        return not (_CAPITAL.fullmatch(before) or _CAPITAL.fullmatch(after))

    def given_alone(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is a given name that stands for a person by itself."""
        text = tokens[at].text
        before = tokens[at - 1].text if at else ""
        after = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if not self.declension.given(text) or person_names.other_meaning(text):
            return False
        if before in _QUOTING or after in _QUOTED:
            return False
        return not (_CAPITAL.fullmatch(before) or _CAPITAL.fullmatch(after))

    def _is_titled(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a title stands right before: "слідчий Новіков", "пан Гальм"."""
        return at > 0 and self._is_bearer(tokens[at - 1].text.lower())

    def _is_surname(self, word: str) -> bool:
        if word.lower() in self._common or _NEVER_SURNAME.search(word):
            return False
        forms = self.declension.surname(word)
        looks = [form for form in forms if form.sex and form.rank > 1]
        return any(person_names.looks_like_surname(form.nominative) for form in looks)

    def _at(self, tokens: Sequence[Token], at: int, taken: frozenset[int]) -> Name | None:
        text = tokens[at].text
        if _INITIALS.fullmatch(text):
            return self._initials(tokens, at, taken)
        if not _CAPITAL.fullmatch(text):
            return None
        lower = text.lower()
        if lower in self._common:
            return None
        if behind := self._with_initials_behind(tokens, at):
            return behind
        is_given = bool(self.declension.given(text))
        if not is_given and self._is_title(lower):
            return None
        return (self._given(tokens, at, taken) if is_given else None) or self._surname_first(
            tokens, at, taken
        )

    def _initials(self, tokens: Sequence[Token], at: int, taken: frozenset[int]) -> Name | None:
        last = at
        while last + 1 < len(tokens) and _INITIAL.fullmatch(tokens[last + 1].text):
            last += 1
        if not self._is_capital(tokens, last + 1, taken):
            return None
        surname = tokens[last + 1].text
        parts = [(tokens[i].text, "initial") for i in range(at, last + 1)]
        return self._made(tokens, at, last + 1, [*parts, (surname, "surname")], surname)

    def _with_initials_behind(self, tokens: Sequence[Token], at: int) -> Name | None:
        """A surname before initials: "Чопик Н. А."."""
        last = at
        while last + 1 < len(tokens) and _INITIALS.fullmatch(tokens[last + 1].text):
            last += 1
        text = tokens[at].text
        if last == at or self._is_title(text.lower()) or self._opens_name(tokens, last + 1):
            return None
        sort = "given" if self.declension.given(text) and not self.looks(text) else "surname"
        parts = [(text, sort)]
        parts += [(tokens[i].text, "initial") for i in range(at + 1, last + 1)]
        if sort == "given":
            parts = [(text, "given"), (tokens[at + 1].text, "closing")]
        return self._made(tokens, at, last, parts, text)

    def _opens_name(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether initials belong to the surname behind them: "суддя Р. Бойко"."""
        return at < len(tokens) and _CAPITAL.fullmatch(tokens[at].text) is not None

    def _given(self, tokens: Sequence[Token], at: int, taken: frozenset[int]) -> Name | None:
        parts, last = [(tokens[at].text, "given")], self._behind_alias(tokens, at + 1)
        if not self._is_capital(tokens, last, taken):
            return None
        is_longer = self._is_capital(tokens, last + 1, taken)
        if is_longer and self.declension.patronymic(tokens[last].text):
            parts.append((tokens[last].text, "patronymic"))
            last += 1
        elif is_longer and not at and self.declension.given(tokens[last].text):
            return None  # "Умер Захар Минчук": a verb that is a name too
        surname = tokens[last].text
        return self._made(tokens, at, last, [*parts, (surname, "surname")], surname)

    def _behind_alias(self, tokens: Sequence[Token], at: int) -> int:
        """The token behind another name in brackets: "Марлен (Сулейман) Асанов"."""
        inside = [token.text for token in tokens[at : at + 3]]
        is_alias = len(inside) == 3 and inside[0] == "(" and inside[2] == ")"  # noqa: PLR2004
        return at + 3 if is_alias and _CAPITAL.fullmatch(inside[1]) else at

    def _surname_first(
        self, tokens: Sequence[Token], at: int, taken: frozenset[int]
    ) -> Name | None:
        """A surname before a given name, or an unlisted given name before a surname."""
        text = tokens[at].text
        if not self._is_capital(tokens, at + 1, taken):
            return None
        following = tokens[at + 1].text
        behind = self._is_capital(tokens, at + 2, taken)
        if (
            behind
            and self.declension.patronymic(following)
            and not self.declension.given(following)
        ):
            return self._given(tokens, at, taken)
        is_three = behind and not self._is_capital(tokens, at + 3, taken)
        is_three = is_three and (self._looks_paired(text) or self._may_open(text, following))
        if is_three and self.declension.patronymic(tokens[at + 2].text):
            parts = [(text, "surname"), (following, "given"), (tokens[at + 2].text, "patronymic")]
            return self._made(tokens, at, at + 2, parts, text)
        if self.declension.given(following):
            if behind or not (self._looks_paired(text) or self._opens_list(tokens, at)):
                return None
            parts = [(text, "surname"), (following, "given")]
            return self._made(tokens, at, at + 1, parts, text)
        return self._unlisted(tokens, at, is_longer=behind)

    def _may_open(self, text: str, given: str) -> bool:
        """Whether a word of no surname's look may be one: no verb, and a nominative behind it."""
        forms = self.declension.given(given)
        is_first = any(Case.NOMINATIVE in form.cases for form in forms) or not forms
        return is_first and _VERB.search(text) is None

    def _opens_list(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether surname and given name, both as a list has them, end at a comma or bracket."""
        after = tokens[at + 2].text if at + 2 < len(tokens) else ""
        forms = self.declension.given(tokens[at + 1].text)
        before = tokens[at - 1].text if at else ""
        return (
            any(Case.NOMINATIVE in form.cases for form in forms)
            and after in ",(—–-"
            and not before.isalpha()
        )

    def _unlisted(self, tokens: Sequence[Token], at: int, *, is_longer: bool) -> Name | None:
        """A given name no list has, known by the surname behind it or the title before."""
        text, surname = tokens[at].text, tokens[at + 1].text
        is_verb = is_longer and bool(self.declension.given(surname))  # "Умер Захар Минчук"
        if not is_verb and self._are_borne(text, surname):
            return self._made(tokens, at, at + 1, [(text, "given"), (surname, "surname")], surname)
        if not at or not (tokens[at - 1].text[0].isalnum() or tokens[at - 1].text in _OPENER):
            return None  # any word has a capital there: "Справа Меметова"
        if tokens[at - 1].text.lower() in _PLACING and _OBLIQUE.search(text):
            return None  # "із Кривого Рогу"
        is_sure = (
            self._looks_paired(surname) and not self.looks(text) and not _ADJECTIVE.search(text)
        )
        if not is_sure and (
            is_longer or _ADJECTIVE.search(text) or not self._has_title(tokens, at)
        ):
            return None
        return self._made(tokens, at, at + 1, [(text, "given"), (surname, "surname")], surname)

    def _are_borne(self, given: str, surname: str) -> bool:
        """Whether a given name that is not in our lists stands before a surname."""
        if _ADJECTIVE.search(given) or not self.declension.is_borne(given, "first"):
            return False
        return self._looks_paired(surname) and not self._is_title(surname.lower())

    def _looks_paired(self, word: str) -> bool:
        """Whether a word behind another capital is a surname or ends as they do."""
        return (
            self.looks(word)
            or self.declension.is_borne(word, "last")
            or any(
                _PAIRED.search(form.nominative)
                for form in self.declension.surname(word)
                if not _NEVER_SURNAME.search(word)
            )
        )

    def _has_title(self, tokens: Sequence[Token], at: int) -> bool:
        return at > 0 and self._is_title(tokens[at - 1].text.lower())

    def _is_adjective(self, tokens: Sequence[Token], last: int) -> bool:
        """Whether the last word says of what a region, court or town is: "Тверської області"."""
        after = tokens[last + 1].text if last + 1 < len(tokens) else ""
        return (
            self._behind_adjective.match(after) is not None
            and _ADJECTIVE.search(tokens[last].text) is not None
        )

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
        ordered = sorted(parts, key=lambda part: _ORDER.index(part[1]) if part[1] in _ORDER else 4)
        forms = self.declension.person(ordered)
        if not forms or self._is_adjective(tokens, last):
            return None
        return name_of(tokens, first, last, forms, surname=surname, is_full=True)


_OPENER = frozenset(',»”"')  # what may stand before a name inside a sentence
_QUOTING, _QUOTED = frozenset("«“\"„'"), frozenset('»”"')
_OPENING = frozenset(".!?:—–-")
# Prepositions of place: an unknown capital behind one is likelier a town than a person.
_PLACING = frozenset(
    ["у", "в", "із", "з", "зі", "до", "на", "біля", "під", "по", "через", "во", "со", "из", "ко"]
)


def is_adjective(word: str) -> bool:
    """Whether a word ends as the adjectives do that name courts, regions and papers."""
    return _ADJECTIVE.search(word) is not None
