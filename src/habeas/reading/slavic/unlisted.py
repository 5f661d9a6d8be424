"""Places and states that no list has, by the words before them and their endings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.model.mention import MentionKind
from habeas.reading.slavic.knowledge import Knowledge
from habeas.reading.slavic.names import is_adjective
from habeas.reading.slavic.sentence import Piece
from habeas.reference.paradigms import ALL_CASES, Case
from habeas.text.tokens import Token

_NAME = re.compile(r"[А-ЯІЇЄҐЁЭЎ][а-яіїєґёыэъьў’'ʼ]{2,}(?:-[А-ЯІЇЄҐа-яіїєґ][а-яіїєґёыэъь’']+)*")
_STATE = {"ія": (Case.NOMINATIVE,), "ії": (Case.GENITIVE, Case.DATIVE, Case.LOCATIVE),
          "ію": (Case.ACCUSATIVE,), "ією": (Case.INSTRUMENTAL,)}  # fmt: skip
_QUOTES = frozenset("«»\"“”„'")


def states_in(
    knowledge: Knowledge, tokens: Sequence[Token], used: frozenset[int], known: frozenset[str]
) -> Iterator[Piece]:
    """Words in -ія with a capital that begin no sentence, or whose like the document has so."""
    for at, token in enumerate(tokens):
        ending = _ending(knowledge, tokens, at) if at not in used else ""
        if not ending:
            continue
        nominative = token.text[: -len(ending)] + "ія"
        if nominative in known:
            cases = frozenset(_STATE[ending])
            yield Piece(
                MentionKind.STATE, token.start, token.end, cases, token.text,
                "" if nominative == token.text else nominative,
            )  # fmt: skip


def state_names(
    knowledge: Knowledge, tokens: Sequence[Token], used: frozenset[int]
) -> Iterator[str]:
    """The nominatives of such words where no sentence begins with them."""
    for at, token in enumerate(tokens):
        if at and at not in used and (ending := _ending(knowledge, tokens, at)):
            before = tokens[at - 1].text
            if (before[0].isalnum() and not before[0].isupper()) or before in ",(":
                yield token.text[: -len(ending)] + "ія"


def _ending(knowledge: Knowledge, tokens: Sequence[Token], at: int) -> str:
    text = tokens[at].text
    ending = text[-3:] if text.endswith("ією") else text[-2:]
    if (
        ending not in _STATE
        or not text[0].isupper()
        or not _NAME.fullmatch(text)
        or knowledge.language != "uk"
    ):
        return ""
    if at and tokens[at - 1].text in _QUOTES:
        return ""
    if knowledge.declension.given(text) or knowledge.names.is_common(text.lower()):
        return ""
    return ending


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
