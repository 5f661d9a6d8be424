"""How many independent origins stand behind a value: copies of one origin count once.

Two claims are of one origin when the same asserter makes them: the speaker, whoever reports the
words; where nobody is quoted, whom the document names as its source, the graded source, the
publisher, the host of the page, or at last the document itself. They are also of one origin when
their quotes share a long run of words: wire copy under another masthead, edited here and there.
Counting too few is the error we choose.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from habeas.model.claim import Claim
from habeas.model.document import Document
from habeas.text.normalise import key

# Shorter quotes are alike by chance ("was detained on 2 April"), and so are shorter runs within
# longer ones ("was sentenced to eight years in a strict regime colony"). Conventions of ours.
COPIED_CHARACTERS = 60
COPIED_WORDS = 12

# Who publishes and who speaks are few among many claims.
_name = lru_cache(maxsize=4096)(key)


def origins_of(claim: Claim, document: Document | None) -> tuple[str, ...]:
    r"""The marks by which a claim's origin is told; two claims that share one are of one origin.

    >>> from habeas.model.notation import parse_one
    >>> origins_of(parse_one('- arrested speaker="K."\n from 7f3a:0-3 -- "was"'), None)
    ('asserter:k.',)
    """
    marks = [f"asserter:{one}" for one in _asserters(claim, document)]
    text = claim.quote.text
    if len(text) < COPIED_CHARACTERS and text.isascii():
        return tuple(marks)  # no key is longer than words in plain letters
    words = key(text)
    if len(words) >= COPIED_CHARACTERS:
        marks.append(f"words:{words}")
        marks += _runs(words)
    return tuple(marks)


def count_origins(marks: Iterable[tuple[str, ...]]) -> int:
    """The number of origins among claims, each given by its marks."""
    marks = list(marks)
    if len(marks) < 2 or len({first for first, *_ in marks}) == 1:  # noqa: PLR2004  # as it mostly is
        return min(len(marks), 1)
    groups: list[set[str]] = []
    for mine in marks:
        of_one = [group for group in groups if not group.isdisjoint(mine)]
        groups = [group for group in groups if group.isdisjoint(mine)]
        groups.append(set(mine).union(*of_one))
    return len(groups)


def _runs(words: str) -> list[str]:
    """Every run of so many words in a quote: an edited copy keeps some of them."""
    parts = words.split()
    ends = range(COPIED_WORDS, len(parts) + 1)
    return [f"run:{' '.join(parts[end - COPIED_WORDS : end])}" for end in ends]


def _asserters(claim: Claim, document: Document | None) -> list[str]:
    """Whose word it is; where a document names several it has it from, all of them."""
    if claim.speaker is not None:
        return [_name(claim.speaker.label)]
    # A page is where it was found, not who says it.
    named = [_name(via.label) for via in claim.via if "://" not in via.label]
    return named or [_own(claim, document)]


def _own(claim: Claim, document: Document | None) -> str:
    if document is None:
        return claim.source or claim.quote.document
    host = urlsplit(document.url).hostname or "" if document.url else ""
    named = claim.source or document.source or document.publisher or host
    return _name(named) or document.sha256
