"""Which single-byte Cyrillic encoding makes bytes read as Ukrainian or Russian.

The encodings put the same bytes on different letters, so the right one shows letters, pairs of
letters and capitals where the two languages have them.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache

# In order of how often they are met: a tie goes to the first.
ENCODINGS = ("cp1251", "koi8-u", "cp866", "iso-8859-5")

# Letters per mille. Russian: Lyashevskaya and Sharov, frequency dictionary of the Russian National
# Corpus (2009), halved with the Ukrainian order of letters; і ї є ґ and ы э ё ъ stand at half.
_PER_MILLE = {
    "о": 103, "а": 80, "е": 68, "н": 67, "и": 66, "т": 57, "в": 50, "р": 47, "с": 48, "л": 40,
    "к": 36, "д": 31, "м": 31, "п": 28, "у": 29, "і": 28, "я": 21, "з": 20, "ь": 18, "г": 16,
    "б": 16, "ч": 14, "й": 12, "х": 11, "ы": 9, "ж": 8, "ш": 7, "ю": 7, "ц": 6, "щ": 4, "ф": 3,
    "ї": 3, "є": 3, "э": 2, "ў": 2, "ё": 0.4, "ъ": 0.3, "ґ": 0.1,
}  # fmt: skip
# Frequent pairs of letters of both languages.
_WRITTEN_PAIRS = (
    "ст но ен на ко то ов ни ра по ро пр во ос не ли ер ка ол ор ал та ва от ре ло го ел ом ль те "
    "ти ла ес ат ит ой ри ие за он ет од де ве ви ан ки ть ся ий ог ис ин ма мо об да до ия ая ої "
    "ні ід ві нн ьк сь пі ій лі рі ію ії их ів ає зн ил ля тр ск му ми ку св ар ав"
)
_PAIRS = frozenset(_WRITTEN_PAIRS.split())
_MARKS = frozenset("«»–—“”„’‘…№°§\u00a0©™·•‹›\u2019\u00ad")
_FLOOR = math.log(1e-5)
_CAPITAL_AFTER_SMALL = math.log(1e-5)
_PAIR_BONUS = 1.5
_SAMPLE = 20_000
# Segments of Ukrainian and Russian score -2 to -3, capitals down to -4.4, other scripts under -4.
_READS = -3.3
_MAY_READ = -4.5


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest encoding; `margin` is its lead over the next, in nats for each character."""

    encoding: str
    score: float
    margin: float


def guess(content: bytes) -> Guess:
    """The encoding under which the bytes above 127 read best."""
    sample = _sample(content)
    scores = {encoding: _score(sample.decode(encoding, "replace")) for encoding in ENCODINGS}
    ranked = sorted(ENCODINGS, key=lambda encoding: -scores[encoding])
    return Guess(ranked[0], scores[ranked[0]], scores[ranked[0]] - scores[ranked[1]])


def reads(score: float) -> bool:
    """Whether a score is clearly that of Ukrainian or Russian."""
    return score > _READS


def may_read(score: float) -> bool:
    """Whether it can still be Cyrillic: a few words, or capitals throughout."""
    return score > _MAY_READ


def _sample(content: bytes) -> bytes:
    """The lines with bytes above 127, as far as a sample goes."""
    if len(content) <= _SAMPLE:
        return content
    runs = re.findall(rb"[^\n]{0,40}[\x80-\xff]{2,}[^\n]{0,40}", content[: 50 * _SAMPLE])
    return b"\n".join(runs)[:_SAMPLE] or content[:_SAMPLE]


def _score(text: str) -> float:
    """Mean likelihood, natural logarithm, over the characters that are not ASCII."""
    total, count, before = 0.0, 0, " "
    for letter in text:
        if letter > "\x7f":
            total += _likelihood(letter, before)
            count += 1
        before = letter
    return total / count if count else _FLOOR


@cache
def _likelihood(letter: str, before: str) -> float:
    if letter in _MARKS:
        return math.log(0.01)
    per_mille = _PER_MILLE.get(letter.lower(), 0)
    if not per_mille or (before.isascii() and before.isalpha()):
        return _FLOOR
    if letter.isupper() and before.islower():
        return _CAPITAL_AFTER_SMALL
    # A capital is rarer than its small letter, less so among capitals.
    rarity = math.log(0.6 if before.isupper() else 0.2) if letter.isupper() else 0.0
    bonus = _PAIR_BONUS if (before + letter).lower() in _PAIRS else 0.0
    return math.log(per_mille / 1000) + rarity + bonus
