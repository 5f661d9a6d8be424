"""Who is named in a document: whose surname or given name alone stands for whom."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from habeas.reading.slavic.name import Name, name_of
from habeas.reading.slavic.names import NameFinder
from habeas.reference.declension import Declension, Form
from habeas.reference.paradigms import Case
from habeas.text.tokens import Token

_HIS = re.compile("(?:[оеєїіиы][вн]|[аоеё]ў)\\Z")
_PLURAL = ("их", "іх", "ых", "ів", "ам", "им")
_LIKELIER = 2
_PLAIN = str.maketrans("’ʼ", "''")


@dataclass(frozen=True, slots=True)
class Known:
    """A person named in full at a place: the nominative and the sex it shows."""

    start: int
    nominative: str
    sex: str


@dataclass(slots=True)
class People:
    """Everybody named in full, by surname and by given name."""

    by_surname: dict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))
    by_given: dict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))
    chosen: dict[int, Name] = field(default_factory=dict)

    def settle(
        self,
        names: Sequence[Name],
        hints: Mapping[int, str],
        lone: Iterable[Form],
        *,
        governed: Mapping[int, frozenset[Case]],
    ) -> None:
        """Chooses a nominative for every full name by what the whole document writes.

        `hints` are sexes told by the words around a name, by its place; `lone` are the surnames
        that stand alone, in every form they can be; `governed` are the cases a name can stand in.
        """
        surnames = {(form.nominative, form.sex) for form in lone}
        support: dict[str, set[str]] = defaultdict(set)
        for name in names:
            for form in name.forms:
                support[form.nominative].add(f"{name.surname}{name.end - name.start}")
        for name in names:
            best = max(
                name.forms,
                key=lambda form, name=name: (  # type: ignore[misc]
                    not form.sex or form.sex == hints.get(name.start, form.sex),
                    bool(form.cases & governed.get(name.start, form.cases)),
                    len(support[form.nominative]),
                    (form.nominative.split()[-1], form.sex) in surnames,
                    form.rank + (_LIKELIER if _is_his(form) else 0),
                ),
            )
            forms = tuple(form for form in name.forms if form.nominative == best.nominative)
            self.chosen[name.start] = replace(name, forms=forms)
        fullest = self._fullest()
        for start, name in self.chosen.items():
            written = name.forms[0].nominative
            full = _unabbreviated(written, fullest) or fullest[_ends(written)]
            forms = tuple(form._replace(nominative=full) for form in name.forms)
            self.chosen[start] = replace(name, forms=forms)
            self._note(Known(start, full, forms[0].sex))

    def _fullest(self) -> dict[tuple[str, str], str]:
        """By given name and surname the longest writing: with the patronymic where one stands."""
        found: dict[tuple[str, str], str] = {}
        for name in self.chosen.values():
            written = name.forms[0].nominative
            found[_ends(written)] = max(found.get(_ends(written), ""), written, key=len)
        return found

    def _note(self, known: Known) -> None:
        words = known.nominative.split()
        if len(words) > 1:
            self.by_surname[words[-1]].append(known)
            self.by_given[words[0]].append(known)

    def full(self, forms: Sequence[Form], at: int) -> tuple[Form, ...]:
        """The full names that a surname alone can stand for at a place; empty where none is."""
        return self._of(forms, self.by_surname, at)

    def given(self, forms: Sequence[Form], at: int) -> tuple[Form, ...]:
        """The full names that a given name alone can stand for; empty unless one person has it."""
        found = self._of(forms, self.by_given, at)
        bearers = {
            known.nominative for form in forms for known in self.by_given.get(form.nominative, ())
        }
        return found if len(bearers) == 1 else ()

    def _of(
        self, forms: Sequence[Form], table: Mapping[str, list[Known]], at: int
    ) -> tuple[Form, ...]:
        fitting = [
            (known, form)
            for form in forms
            for known in table.get(form.nominative, ())
            if not known.sex or not form.sex or known.sex == form.sex
        ]
        if not fitting:
            return ()
        before = [known for known, _ in fitting if known.start < at]
        names = {known.nominative for known, _ in fitting}
        if not before and len(names) > 1:
            return ()
        chosen = max(before, key=lambda known: known.start).nominative if before else names.pop()
        found = sorted(
            {
                Form(known.nominative, form.cases, known.sex or form.sex, form.rank)
                for known, form in fitting
            },
            key=lambda form: (form.nominative != chosen, -form.rank),
        )
        taken = {case for form in found if form.nominative == chosen for case in form.cases}
        # "Гнатищева" is Olha in the nominative and Fedir in the accusative: the verb tells.
        return tuple(
            form if form.nominative == chosen else form._replace(cases=form.cases - taken)
            for form in found
            if form.nominative == chosen or form.cases - taken
        )


def _unabbreviated(written: str, fullest: Mapping[tuple[str, str], str]) -> str:
    """The one name in full that initials stand for: "М. С. Сова" is Михаил Сова; else empty."""
    first, last = _ends(written)
    if not first.endswith("."):
        return ""
    found = {
        full
        for (given, surname), full in fullest.items()
        if surname == last and not given.endswith(".") and given[0] == first[0]
    }
    return found.pop() if len(found) == 1 else ""


def _ends(name: str) -> tuple[str, str]:
    words = name.split()
    return words[0], words[-1]


def _is_his(form: Form) -> bool:
    """Whether a surname in -ov or -in is a man's; in reports such a genitive is the likelier."""
    return form.sex == "male" and _HIS.search(form.nominative) is not None


def alone_in(
    finder: NameFinder,
    tokens: Sequence[Token],
    taken: frozenset[int],
    people: People,
    *,
    told: frozenset[int] = frozenset(),
) -> Iterator[Name]:
    """Surnames and given names alone: of somebody named in full, unmistakable, or `told`."""
    for at, token in enumerate(tokens):
        if at in taken or not token.text[0].isupper() or len(token.text) < 3:  # noqa: PLR2004
            continue
        if token.text.lower() in finder.function_words or not token.text[1].islower():
            continue
        forms = _lone_forms(finder, tokens, at, people)
        if not forms and at in told:
            forms = finder.declension.person([(token.text, "surname")])
        if forms:
            yield name_of(tokens, at, at, forms, surname=token.text, is_full=False)


def sharing(
    name: Name,
    full: Sequence[Name],
    text: str,
    pattern: re.Pattern[str],
    declension: Declension,
) -> Name:
    """A given name with the surname it shares with the next: "Івана та Петра Бондарів"."""
    for other in full:
        gap = text[name.end : other.start] if name.end <= other.start else ""
        if not gap or not pattern.fullmatch(gap) or " " in name.forms[0].nominative:
            continue
        words = text[other.start : other.end].split()
        surname = other.forms[0].nominative.split()[-1]
        if words[-1] == surname or other.forms[0].sex != "male":
            continue
        given = [one for one in declension.given(text[name.start : name.end]) if one.sex == "male"]
        forms = tuple(one._replace(nominative=f"{one.nominative} {surname}") for one in given)
        if forms and words[-1].endswith(_PLURAL):
            return replace(name, forms=forms)
    return name


def _lone_forms(
    finder: NameFinder, tokens: Sequence[Token], at: int, people: People
) -> tuple[Form, ...]:
    token = tokens[at]
    word = token.text.translate(_PLAIN) if "’" in token.text or "ʼ" in token.text else token.text
    surnames = finder.declension.surname(token.text)
    if people.by_surname and (known := people.full(surnames, token.start)):
        return known
    givens = finder.declension.given(word) or finder.declension.given(token.text)
    is_known = not givens and people.by_given and finder.may_be_given(tokens, at)
    if is_known and (told := people.given(finder.declension.unlisted(word), token.start)):
        return told
    if givens and finder.given_alone(tokens, at):
        return people.given(givens, token.start) or finder.declension.person([(word, "given")])
    if finder.stands_alone(tokens, at):
        return finder.declension.person([(token.text, "surname")])
    return ()
