"""Who is counted, as bounds: each word that narrows a population down is a facet with a value.

"Ukrainian citizens" is bound by citizenship, "Crimean Tatar political prisoners" by ethnic group
and ground. More bounds are fewer people; two values of one facet are other people. The facet
`evidence` bounds nobody: it says how they came to be counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from habeas.reference.meanings import meant
from habeas.reference.states import State, adjective, people, state_named

FILE = "populations.yml"
EVIDENCE = "evidence"
FACETS = (
    "citizenship", "residence", "ethnicity", "standing", "ground", "occupation", "sex", "age",
    EVIDENCE,
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_MOST_WORDS = 3  # in the name of a people


@dataclass(frozen=True, slots=True, order=True)
class Bound:
    """One facet of a population and its value; a citizenship is an ISO 3166 code."""

    facet: str
    value: str


@lru_cache(maxsize=20_000)
def bounds_in(text: str) -> frozenset[Bound]:
    """The bounds that the words of a phrase set, in any language that has words for them.

    >>> sorted(one.value for one in bounds_in("Ukrainian political prisoners"))
    ['UA', 'political']
    """
    found = {Bound(one.kind, one.value) for one in meant(FILE, FACETS, text)}
    if not any(one.facet == "citizenship" for one in found):
        found.update(Bound("citizenship", code) for code in _citizenships(text))
    return frozenset(found)


def _citizenships(text: str) -> Iterator[str]:
    """The states whose people are named: "Iranians", "Turkish citizens", "citizens of Norway".

    A name that several states share says nothing sure.
    """
    words = [found[0] for found in _WORD.finditer(text)]
    for size in range(min(_MOST_WORDS, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            name = " ".join(words[at : at + size])
            is_last = at + size == len(words)
            # "Ukrainian" before another word says whose border it is.
            named = people(name) if is_last or not adjective(name) else ()
            states = named or _possessed(words, at, size, name)
            if len(states) == 1:
                yield states[0].iso2
                return


def _possessed(words: list[str], at: int, size: int, name: str) -> tuple[State, ...]:
    """The state of "Turkish citizens", of "citizens of Norway"."""
    after = words[at + size].casefold() if at + size < len(words) else ""
    before = words[at - 2].casefold() if at > 1 and words[at - 1].casefold() == "of" else ""
    if after in _CITIZENS:
        return adjective(name)
    return state_named(name) if before in _CITIZENS else ()


_CITIZENS = frozenset({"citizen", "citizens", "national", "nationals", "subjects"})
