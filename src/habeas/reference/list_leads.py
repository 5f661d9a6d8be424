"""The words of lists in lines: what announces them, in what manner, and what stands in an item.

Every language has `list_leads.yml`; all are asked at once, as with the words of tables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from habeas.reference.files import names
from habeas.reference.lexicon_entries import entries
from habeas.text.normalise import fold

_FILE = "list_leads.yml"
# What befalls the people of a list. Told apart by the first that fits at a place.
EVENTS = (
    "exchanged", "amnestied", "pardoned", "died", "released", "remanded", "sentenced", "charged",
    "tried", "appeal_decided", "disappeared", "abducted", "searched", "transferred", "expelled",
    "hunger_strike", "arrested", "held",
)  # fmt: skip
# In what manner: what is not sure is asked for before what is not so ("not confirmed").
MANNERS = ("alleged", "demanded", "planned", "conditional", "denied")
_KINDS = (
    *EVENTS, *MANNERS, "others", "others_link", "as_of", "behind", "custody", "in_place", "joint",
    "kin_title", "case_mark", "planned_stage", "no_name", "age_mark", "unnamed", "court_name",
    "suspended", "announces", "opens",
)  # fmt: skip
_PATTERN_SIGNS = frozenset("[(\\")


def plain(text: str) -> str:
    """Small letters and plain marks, every offset as it was."""
    lower = fold(text).lower().replace("ё", "е")
    return lower if len(lower) == len(text) else fold(text)


@cache
def words(*kinds: str) -> re.Pattern[str]:
    """What is of these kinds in any language; each kind is a group of its own name."""
    parts = "|".join(f"(?P<{kind}>{source(kind)})" for kind in kinds)
    return re.compile(rf"(?<!\w)(?:{parts})")


@cache
def source(kind: str) -> str:
    """The expression for the words of a kind in any language, the longest first."""
    written = sorted(_written()[kind], key=lambda word: (-len(word), word))
    return "|".join(_expression(word) for word in written) or r"(?!)"


@cache
def _written() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {kind: set() for kind in _KINDS}
    for file in _files():
        for entry in entries(file, parts=("words",)):
            found[entry.kind(_KINDS)].update(entry.words("words"))
    return found


def _files() -> Sequence[str]:
    return [name for name in names("lexicons") if name.endswith(f"/{_FILE}")]


def _expression(written: str) -> str:
    if not _PATTERN_SIGNS.isdisjoint(written):
        is_open = written.endswith("]") or "(?=" in written or "(?!" in written
        return written if is_open else rf"{written}(?!\w)"
    plain_word = re.escape(plain(written)).replace(r"\~", "~")
    return plain_word.replace("~", r"[^\W_]*") + r"(?!\w)"
