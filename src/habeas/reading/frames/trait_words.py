"""What the words of a description say of a person: age, people, nationality, work, office, kin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from habeas.model.attribute import Attribute
from habeas.model.mention import Mention, MentionKind
from habeas.model.quantity import Quantity
from habeas.reading.frames.descriptions import Description
from habeas.reading.frames.sentence import Context

_LONGEST_HEAD = 4  # words of a listed occupation
_WORD = re.compile(r"[^\s,()]+")

Told = tuple[Attribute, str | Quantity]


def sorted_words(
    words: str, one: Description, subject: Mention, context: Context
) -> Iterator[Told]:
    """The attributes that the words of one description tell of `subject`, as they stand."""
    words = _without_honorific(_without_article(words, context), context)
    age, words = _age(words, context)
    if age is not None:
        yield Attribute.AGE, age
    for part in _joined(words, context):
        yield from _of_part(part, one, subject, context)


def head_of(words: str, context: Context) -> list[str]:
    """The words before the first preposition, in small letters: "lecturer" of "lecturer at X"."""
    found = _WORD.findall(words.lower())
    end = next((i for i, w in enumerate(found) if i and _is_link(w, context)), len(found))
    return found[:end]


def is_office(words: str, one: Description, context: Context) -> bool:
    """Whether the words name an office; "lawyer" is one where it is said whose."""
    people = context.knowledge.lexicon.people
    parts = head_of(words, context)
    listed = {*parts, *(" ".join(pair) for pair in pairwise(parts))}
    held = people["offices"] & {*listed, *(_singular(part) for part in parts)}
    if not held or parts[-1] in people["kinship"] or _ends_in(parts, people["nationality_heads"]):
        return False
    if _singular(parts[-1]) in people["offices"] - people["occupations"]:
        return True
    works = _ends_in(parts, people["occupations"])
    is_of = any(context.knowledge.serves(word, "of") for word in words.lower().split())
    is_whose = one.owner is not None and context.kind(one.owner) is not MentionKind.UNSPECIFIED
    return not works or is_whose or (is_of and works in people["offices"])


def _of_part(words: str, one: Description, subject: Mention, context: Context) -> Iterator[Told]:
    people = context.knowledge.lexicon.people
    parts = head_of(words, context)
    if not parts:
        return
    if ethnicity := _ethnicity(words, people["ethnicities"]):
        yield Attribute.ETHNICITY, ethnicity
    if words.lower() in people["honorifics"]:
        if context.knowledge.serves(words.lower(), "ranks") and " " in subject.text:
            yield Attribute.ROLE, words.lower()
        return
    heads = people["nationality_heads"]
    if _ends_in(parts, heads) or any(words.lower().startswith(f"{head} of ") for head in heads):
        yield Attribute.NATIONALITY, words
        return
    if is_office(words, one, context):
        yield Attribute.ROLE, _one_of_many(words, people["offices"])
        return
    if nationality := nationality_in(words, context):
        yield Attribute.NATIONALITY, nationality
    if kin := _kin(words, parts, one, subject, context):
        yield Attribute.KINSHIP, kin
    elif job := _ends_in(parts, people["occupations"]) or _by_ending(parts[-1], context):
        yield Attribute.OCCUPATION, job


def nationality_in(words: str, context: Context) -> str:
    """The adjectives of states that a description begins with: "British-Iranian academic"."""
    for word in words.split()[:-1]:
        pieces = word.split("-")
        if word[:1].isupper() and all(_is_of_state(piece, context) for piece in pieces):
            is_adjective = len(pieces) > 1 or word.isupper() or not context.knowledge.named(word)
            return word if is_adjective or context.knowledge.adjective(word) else ""
        if word[:1].isupper():
            return ""
    return ""


def _is_of_state(word: str, context: Context) -> bool:
    if context.knowledge.adjective(word):
        return True
    known = context.knowledge.named(word)
    if known is not None and known[0] is MentionKind.STATE:
        return True
    land = context.people.adjective(word)
    listed = context.knowledge.named(land) if land else None
    return bool(land) and (listed is None or listed[0] is MentionKind.STATE)


def _kin(
    words: str, parts: Sequence[str], one: Description, subject: Mention, context: Context
) -> str:
    """The kinship with the name of whose kin it is; empty where it is nobody's."""
    kinship = context.knowledge.lexicon.people["kinship"]
    kin = _ends_in(parts, kinship)
    if not kin:
        return ""
    chunk = one.owner or one.whose
    whose = context.mention(chunk) if chunk is not None else None
    if whose is not None and whose.label == subject.label:
        return ""
    if whose is not None and whose.kind in (MentionKind.PERSON, MentionKind.UNSPECIFIED):
        return f"{kin} of {whose.label}"
    behind = re.search(rf"\b{re.escape(kin)} of (?=\S*[^\W\d_])(.+)", words, re.IGNORECASE)
    is_named = behind is not None and any(word[:1].isupper() for word in behind[1].split())
    return words[words.lower().rindex(kin, 0, behind.start(1)) :] if behind and is_named else ""


def _ends_in(parts: Sequence[str], listed: frozenset[str]) -> str:
    """The longest listed word or words that the head ends in, in the singular; else empty."""
    for length in range(min(_LONGEST_HEAD, len(parts)), 0, -1):
        end = " ".join(parts[-length:]).removesuffix("'s").removesuffix("’s")
        for found in (end, end.removesuffix("s"), end.removesuffix("es"), f"{end[:-3]}y"):
            if found in listed and (found == end or end.endswith("s")):
                return found
    return ""


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def _one_of_many(words: str, listed: frozenset[str]) -> str:
    """The office of each of several: "deputy" of "deputies"."""
    one = _singular(words.lower())
    return one if one in listed and words.lower() not in listed else words


def _by_ending(word: str, context: Context) -> str:
    """The word itself where it ends as names of trades do: "clockmaker", "psychologist"."""
    endings = context.knowledge.lexicon.constructions["trade_endings"]
    return word if len(word) > max(map(len, endings)) and word.endswith(tuple(endings)) else ""


def _joined(words: str, context: Context) -> list[str]:
    """The parts that "and" joins, where each says by itself who somebody is."""
    parts = re.split(r"\s+and\s+", words)
    found = parts[:1]
    for part in parts[1:]:
        own = _without_article(part, context)
        is_one = all(_says_who(one, context) for one in (found[-1], own))
        if is_one and not _is_within_of(found[-1], context):
            found.append(own)
        else:
            found[-1] = f"{found[-1]} and {part}"
    return found


def _is_within_of(words: str, context: Context) -> bool:
    """Whether the last word stands behind "of" in small letters: "minister of trade and ..."."""
    tail = words.split()[len(head_of(words, context)) :]
    return bool(tail) and not any(word[:1].isupper() for word in tail)


def _says_who(words: str, context: Context) -> bool:
    people = context.knowledge.lexicon.people
    parts = head_of(words, context)
    lists = ("occupations", "kinship", "nationality_heads")
    is_listed = any(_ends_in(parts, people[name]) for name in lists)
    is_known = is_listed or bool(people["offices"].intersection(parts))
    return bool(parts) and (is_known or bool(_by_ending(parts[-1], context)))


def _is_link(word: str, context: Context) -> bool:
    return context.knowledge.serves(word, "described_by")


def _age(words: str, context: Context) -> tuple[Quantity | None, str]:
    """The age a description tells, and what is left of its words."""
    patterns = context.knowledge.lexicon.patterns
    found = patterns["years-old"].search(words) or patterns["age"].fullmatch(words)
    if found is None:
        return None, words
    rest = (words[: found.start()] + words[found.end() :]).strip(" ,-")
    return Quantity.of(int(found[1]), words=found.group()), _without_article(rest, context)


def _ethnicity(words: str, listed: frozenset[str]) -> str:
    lower = f" {words.lower()} "
    longest = max((one for one in listed if f" {one} " in lower), key=len, default="")
    at = lower.find(f" {longest} ")
    return words[at : at + len(longest)] if longest else ""


def _without_article(words: str, context: Context) -> str:
    first, _, rest = words.strip().partition(" ")
    is_small = context.knowledge.serves(first.lower(), "left_out")
    return rest.strip() if is_small and rest else words.strip()


def _without_honorific(words: str, context: Context) -> str:
    """Without "Mr" or "Dr" at the end, behind other words: "dual national Mr"."""
    people = context.knowledge.lexicon.people
    first, _, last = words.rstrip(".").rpartition(" ")
    is_plain = last.lower() in people["honorifics"] - people["person_nouns"]
    return first if first and is_plain else words
