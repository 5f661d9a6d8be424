"""What governs a name: the preposition before it; and the cases a participle can be in."""

from __future__ import annotations

import re

from habeas.model.mention import MentionKind
from habeas.reading.slavic.sentence import Piece, Sentence
from habeas.reference.paradigms import Case

_TITLES = 9  # words that may stand between a preposition and the name
_WORD = re.compile(r"[\w'’-]+")
_OPEN = '«»"“”„'
_ENDINGS = (
    (("ыми", "ими", "ымі", "імі"), (Case.INSTRUMENTAL,), True),
    (("ому", "ему", "аму"), (Case.DATIVE,), False),
    (("ого", "его", "ага", "яга"), (Case.GENITIVE, Case.ACCUSATIVE), False),
    (("ых", "их", "іх"), (Case.GENITIVE, Case.ACCUSATIVE, Case.LOCATIVE), True),
    (("ым", "им"), (Case.INSTRUMENTAL, Case.DATIVE), None),
    (("ую", "у"), (Case.ACCUSATIVE,), False),
    (
        ("ой", "ою", "ої", "ай"),
        (Case.GENITIVE, Case.DATIVE, Case.INSTRUMENTAL, Case.LOCATIVE),
        False,
    ),
    (("ій",), (Case.DATIVE, Case.LOCATIVE), False),
    (("ом",), (Case.LOCATIVE,), False),
    (("ый", "ий", "ы", "ая", "ае", "а"), (Case.NOMINATIVE,), False),
    (("ые", "ие", "ыя", "ія", "і"), (Case.NOMINATIVE,), True),
)


def preposition_before(sentence: Sentence, piece: Piece, low: int = 0) -> str:
    """The preposition behind character `low` that governs a name through its titles, if any."""
    known = sentence.knowledge.patterns["preposition"]
    verb = sentence.knowledge.patterns["verb-like"]
    before = [token for token in sentence.tokens if low <= token.start and token.end <= piece.start]
    follower = piece.start
    for token in before[: -_TITLES - 1 : -1]:
        if not token.text[0].isalnum():
            if token.text in _OPEN:
                continue
            return ""
        word = sentence.lower[token.start : token.end]
        if known.fullmatch(word):
            if not _is_place(sentence, follower, piece):
                return word
        elif verb.fullmatch(word):
            return ""
        follower = token.start
    return ""


def _is_place(sentence: Sentence, at: int, piece: Piece) -> bool:
    """Whether another thing than the name begins here: "из Ялты" before it governs the place."""
    kinds = (MentionKind.PLACE, MentionKind.STATE, MentionKind.BODY)
    return any(one.start == at and one is not piece for one in sentence.of_kind(*kinds))


def participle_cases(words: str) -> tuple[frozenset[Case], bool | None]:
    """The cases a full participle can stand in, and whether it is plural; None where it can be."""
    match = _WORD.match(words)
    form = (match.group() if match else words).removesuffix("ся")
    for endings, cases, is_plural in _ENDINGS:
        if form.endswith(endings):
            return frozenset(cases), is_plural
    return frozenset(Case), None
