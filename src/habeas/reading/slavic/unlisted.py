"""Places and states that no list has, by the words before them and their endings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from habeas.model.mention import MentionKind
from habeas.reading.slavic.knowledge import Knowledge
from habeas.reading.slavic.names import is_adjective
from habeas.reading.slavic.sentence import Piece
from habeas.reference.paradigms import ALL_CASES, Case, forms_of
from habeas.text.tokens import Token

_NAME = re.compile(r"[А-ЯІЇЄҐЁЭЎ][а-яіїєґёыэъьў’'ʼ]{2,}(?:-[А-ЯІЇЄҐа-яіїєґ][а-яіїєґёыэъь’']+)*")
# The endings of names of states, by language: the nominative and those of its cases.
_STATES = {
    "uk": ("ія", ("ією", "ії", "ію", "ія")),
    "ru": ("ия", ("ией", "ии", "ию", "ия")),
}  # fmt: skip
_OF_A_STATE = {"ии": "ия", "ы": "а", "ши": "ша", "ги": "га", "ки": "ка", "хи": "ха"}
_QUOTES = frozenset("«»\"“”„'")


def states_in(
    knowledge: Knowledge, tokens: Sequence[Token], used: frozenset[int], known: frozenset[str]
) -> Iterator[Piece]:
    """Words that are a form of a state that no list has and the document names."""
    if not known:
        return
    forms = _forms(knowledge.language, known)
    for at, token in enumerate(tokens):
        found = (
            forms.get(token.text.lower()) if at not in used and token.text[0].isupper() else None
        )
        if found is None or (at and tokens[at - 1].text in _QUOTES):
            continue
        nominative, cases = found
        yield Piece(
            MentionKind.STATE, token.start, token.end, cases, token.text,
            "" if nominative == token.text else nominative,
        )  # fmt: skip


@lru_cache(maxsize=256)
def _forms(language: str, known: frozenset[str]) -> dict[str, tuple[str, frozenset[Case]]]:
    return {
        form.lower(): (name, cases)
        for name in sorted(known)
        for form, cases in forms_of(language, name, "noun").items()
    }


def state_names(
    knowledge: Knowledge, tokens: Sequence[Token], used: frozenset[int]
) -> Iterator[str]:
    """The nominatives of such words where no sentence begins with them."""
    of_state = knowledge.patterns["of-a-state"]
    for at, token in enumerate(tokens):
        if not at or at in used or not token.text[0].isupper():
            continue
        before = tokens[at - 1].text
        if of_state.fullmatch(before.lower()) and (name := _of_a_state(knowledge, token.text)):
            yield name
            continue
        is_inside = (before[0].isalnum() and not before[0].isupper()) or before in ",("
        if is_inside and (ending := _ending(knowledge, tokens, at)):
            yield token.text[: -len(ending)] + _STATES[knowledge.language][0]


def _of_a_state(knowledge: Knowledge, word: str) -> str:
    """The nominative of a word in the genitive that only states stand in: "МИД Велморы"."""
    if not _NAME.fullmatch(word) or knowledge.names.is_common(word.lower()):
        return ""
    for ending, nominative in _OF_A_STATE.items():
        if word.endswith(ending):
            return word[: -len(ending)] + nominative
    return ""


def _ending(knowledge: Knowledge, tokens: Sequence[Token], at: int) -> str:
    """The ending of a word that looks like the name of a state; empty where it does not."""
    text = tokens[at].text
    _, endings = _STATES.get(knowledge.language, ("", ()))
    ending = next((one for one in endings if text.endswith(one)), "")
    if not ending or not text[0].isupper() or not _NAME.fullmatch(text):
        return ""
    if at and tokens[at - 1].text in _QUOTES:
        return ""
    if knowledge.declension.given(text) or knowledge.names.is_common(text.lower()):
        return ""
    return "" if knowledge.declension.is_borne(text, "first") else ending


def places_in(
    knowledge: Knowledge, text: str, tokens: Sequence[Token], used: frozenset[int]
) -> Iterator[Piece]:
    """Capitals behind "у", "у селі", "до" that name nobody: towns and villages."""
    for at, token in enumerate(tokens[1:], start=1):
        if at in used or not token.text[0].isupper() or not _NAME.fullmatch(token.text):
            continue
        if not _is_placed(knowledge, tokens, at):
            continue
        end = token.end
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after is not None and knowledge.patterns["behind-adjective"].match(after.text):
            end = after.end
        elif (
            after is not None
            and after.text[0].isalpha()
            and (after.text[0].isupper() or is_adjective(token.text))
        ):
            continue
        yield Piece(MentionKind.PLACE, token.start, end, ALL_CASES, text[token.start : end])


def _is_placed(knowledge: Knowledge, tokens: Sequence[Token], at: int) -> bool:
    """Whether the words before tell that a place is named here."""
    word, before = tokens[at].text, tokens[at - 1].text.lower()
    if knowledge.patterns["place-noun"].fullmatch(before):
        return True
    if knowledge.names.is_common(word.lower()) or knowledge.declension.given(word):
        return False
    if knowledge.patterns["in-place"].fullmatch(before):
        return True
    is_on_way = knowledge.patterns["to-place"].fullmatch(before) is not None
    return is_on_way and not knowledge.names.looks(word)
