"""Persons named in a row: "X, Y and journalist Z" suffer the same."""

from __future__ import annotations

from habeas.model.mention import MentionKind
from habeas.reading.slavic.sentence import Piece, Sentence


def rows_of(sentence: Sentence) -> list[list[Piece]]:
    """Persons in a row, with commas, "and" and what is said aside between them."""
    if sentence.rows is None or sentence.rows[0] is not sentence.pieces:
        sentence.rows = (sentence.pieces, _rows(sentence))
    return sentence.rows[1]


def _rows(sentence: Sentence) -> list[list[Piece]]:
    found: list[list[Piece]] = []
    joint = sentence.knowledge.patterns["list-joint"]
    verb = sentence.knowledge.patterns["joint-verb"]
    kin = sentence.knowledge.patterns["joint-kin"]
    source = sentence.knowledge.patterns["source-before"]
    for piece in sentence.of_kind(MentionKind.PERSON):
        is_source = found and source.search(sentence.lower[: found[-1][-1].start][-80:])
        if (
            found
            and not is_source
            and found[-1][-1].cases & piece.cases
            and joint.fullmatch(sentence.text, found[-1][-1].end, piece.start)
            and not verb.search(sentence.lower, found[-1][-1].end, piece.start)
            and not kin.search(sentence.lower, found[-1][-1].end, piece.start)
        ):
            found[-1].append(piece)
        else:
            found.append([piece])
    return found
