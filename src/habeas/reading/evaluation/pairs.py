"""Which found claim answers which wanted one: one to one, on the same words, best fit first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.model.claim import AnyClaim
from habeas.model.vocabulary import Modality
from habeas.reading.evaluation.atoms import Atom, atoms, is_same_proposition
from habeas.reading.evaluation.slots import slots


@dataclass(frozen=True, slots=True)
class Pairing:
    """Pairs of found and wanted, and what is left over on either side."""

    pairs: tuple[tuple[Atom, Atom], ...]
    surplus: tuple[Atom, ...]
    missed: tuple[Atom, ...]


def pair(found: Sequence[AnyClaim], wanted: Sequence[AnyClaim]) -> Pairing:
    """Pairs claims of one document whose quotes share words and that say the same of the same.

    An assertion of what the text denies, demands or plans answers nothing: it is surplus.
    """
    ours, theirs = list(atoms(found)), list(atoms(wanted))
    fits = sorted(
        (
            (-_fit(one, other), i, j)
            for i, one in enumerate(ours)
            for j, other in enumerate(theirs)
            if _answers(one, other)
        ),
    )
    taken: dict[int, int] = {}
    for _, i, j in fits:
        if i not in taken and j not in taken.values():
            taken[i] = j
    answered = set(taken.values())
    return Pairing(
        pairs=tuple((ours[i], theirs[j]) for i, j in sorted(taken.items())),
        surplus=tuple(one for i, one in enumerate(ours) if i not in taken),
        missed=tuple(one for j, one in enumerate(theirs) if j not in answered),
    )


def is_asserted_against(atom: Atom, wanted: Sequence[AnyClaim]) -> bool:
    """Whether this asserts what the text only denies, demands, plans or makes depend."""
    if atom.claim.modality is not Modality.ASSERTED:
        return False
    same = [
        other.claim.modality
        for other in atoms(wanted)
        if _on_same_words(atom, other) and is_same_proposition(atom, other)
    ]
    return bool(same) and not set(same) & {Modality.ASSERTED, Modality.ALLEGED}


def _answers(one: Atom, other: Atom) -> bool:
    return (
        one.kind == other.kind
        and _on_same_words(one, other)
        and is_same_proposition(one, other)
        and not _is_turned(one, other)
    )


def _is_turned(one: Atom, other: Atom) -> bool:
    said = {Modality.ASSERTED, Modality.ALLEGED}
    return (one.claim.modality in said) is not (other.claim.modality in said)


def _on_same_words(one: Atom, other: Atom) -> bool:
    return one.claim.quote.span.touches(other.claim.quote.span)


def _fit(one: Atom, other: Atom) -> int:
    return sum(1 if is_right else -1 for *_, is_right in slots(one.claim, other.claim))
