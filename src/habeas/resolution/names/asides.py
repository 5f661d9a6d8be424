"""What stands beside a name: nicknames, surnames once borne, names in religion and in the world."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from habeas.reference.name_parts import aside_beginnings, asides

_NICKNAME = re.compile(r"""\(([^()]*)\)|"([^"]*)"|\[([^\[\]]*)\]|(?<!\w)'([^']{2,})'(?!\w)""")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Asides:
    """The name without what stood beside it, and each of those as written."""

    rest: str
    nicknames: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    religious: tuple[str, ...] = ()
    worldly: tuple[str, ...] = ()


def may_have_asides(words: list[str]) -> bool:
    """Whether one of the words, lower case, can begin an aside."""
    return not aside_beginnings().isdisjoint(words)


def apart(plain: str) -> Asides:
    """Takes asides out of a folded name.

    >>> found = apart("Olha Kovalenko (née Melnyk)")
    >>> found.rest, found.former
    ('Olha Kovalenko', ('Melnyk',))
    """
    found: dict[str, list[str]] = {"nickname": [], "former": [], "religious": [], "worldly": []}

    def taken(match: re.Match[str]) -> str:
        said = match["said"].strip(" .:\"'")
        if not match.string[: match.start()].strip() or not said:
            return match[0]
        if _LETTER.search(said):
            found[_kinds()[match["marker"].casefold()]].append(said)
        return " "

    rest = _marked().sub(taken, plain)
    for each in _NICKNAME.findall(rest):
        said = next(filter(None, each), "").strip()
        if _LETTER.search(said):
            found["nickname"].append(said)
    rest = " ".join(_NICKNAME.sub(" ", rest).split())
    kept = {kind: tuple(words) for kind, words in found.items()}
    return Asides(rest, kept["nickname"], kept["former"], kept["religious"], kept["worldly"])


@cache
def _kinds() -> dict[str, str]:
    return dict(asides())


@cache
def _marked() -> re.Pattern[str]:
    """A word of an aside and what follows it, up to a comma or the end of brackets."""
    markers = "|".join(re.escape(words) for words, _ in asides())
    return re.compile(
        rf"[(\[,;]?\s*(?<!\w)(?P<marker>{markers})(?!\w)[.:\s]+(?P<said>[^()\[\],;]*)[)\]]?",
        re.IGNORECASE,
    )
