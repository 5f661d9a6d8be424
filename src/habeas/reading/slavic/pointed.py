"""What somebody else points out as names in a document, by where it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.text.tokens import Token

_KINDS = (MentionKind.PERSON, MentionKind.PLACE)


@dataclass(frozen=True, slots=True)
class Suggested:
    """Where somebody else says that a document names persons and places, in order."""

    persons: Sequence[Span] = ()
    places: Sequence[Span] = ()

    def persons_in(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """The first and the last token of each person among these tokens."""
        return _tokens_of(self.persons, tokens)

    def places_in(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """The first and the last token of each place among these tokens."""
        return _tokens_of(self.places, tokens)


def suggested_of(names: Iterable[Mention]) -> Suggested:
    """What somebody else points out, by kind.

    Words said to be a person here and a place there count as what they are said to be more often.
    """
    placed = sorted(
        (one.span, one.text, one.kind) for one in names if one.span and one.kind in _KINDS
    )
    said = Counter((text, kind) for _, text, kind in placed)
    found: dict[MentionKind, list[Span]] = {kind: [] for kind in _KINDS}
    for span, text, kind in placed:
        if all(said[text, kind] > said[text, other] for other in _KINDS if other is not kind):
            found[kind].append(span)
    return Suggested(found[MentionKind.PERSON], found[MentionKind.PLACE])


def _tokens_of(spans: Sequence[Span], tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    if not tokens or not spans:
        return
    starts = [token.start for token in tokens]
    begin = bisect_left(spans, tokens[0].start, key=lambda span: span.start)
    for span in spans[begin:]:
        if span.start > starts[-1]:
            break
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end) - 1
        is_whole = starts[first] == span.start and tokens[last].end == span.end
        if is_whole and first <= last:
            yield first, last
