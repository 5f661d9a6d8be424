"""What the entries of each kind of file must keep beside their schema: order and sources."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from habeas.model.errors import ValueMalformed
from habeas.model.partial_date import PartialDate
from habeas.reference.codes import VOCABULARIES
from habeas.reference.fields import is_home
from habeas.reference.files import names, read
from habeas.reference.places import FOLDER

# Languages beside English in which bodies are named in the shared file.
LOCAL = ("uk", "ru", "crh")

# An entry, and what is wrong with it.
Flaw = tuple[str, str]

# Towns and regions are on every map; what is done inside a wall needs a witness.
_MOST_NORTH, _MOST_EAST = 90, 180  # degrees
_ON_EVERY_MAP = {"territory", "settlement"}


def of_states(file: list[dict[str, Any]]) -> Iterator[Flaw]:
    yield from _ordered(entry["iso2"] for entry in file)
    for entry in file:
        words = {entry["name"], entry["official"]}
        for group in ("other_names", "adjectives", "people"):
            words.update(entry.get(group, ()))
        yield from _listed_among(entry["iso2"], entry.get("weak", ()), words)


def of_bodies(file: list[dict[str, Any]]) -> Iterator[Flaw]:
    ids = [entry["id"] for entry in file]
    states = _states()
    yield from _ordered(ids)
    for entry in file:
        own = {entry["name"], *entry.get("other_names", ())}
        own.update(name for language in LOCAL for name in entry.get(language, ()))
        yield from _listed_among(entry["id"], entry.get("weak", ()), own)
        yield from _sourced(entry["id"], entry)
        yield from _within(entry["id"], entry, set(ids))
        yield from _state(entry["id"], entry.get("state"), states)


def of_body_words(file: dict[str, Any]) -> Iterator[Flaw]:
    for language in (code for code in file if code != "offices"):
        words = file[language]
        for group in ("heads", "forums", "instruments", "weak"):
            yield from _ordered(words[group], by=alphabetical)
        yield from _listed_among(language, words["weak"], set(words["heads"]))
    yield from _ordered(entry["id"] for entry in file["offices"])


def of_gazetteer(file: list[dict[str, Any]]) -> Iterator[Flaw]:
    everywhere = {entry["id"] for name in names(FOLDER) for entry in read(name)}
    states = _states()
    yield from _ordered(entry["id"] for entry in file)
    for entry in file:
        if entry["kind"] not in _ON_EVERY_MAP:
            yield from _sourced(entry["id"], entry)
        yield from _within(entry["id"], entry, everywhere)
        yield from _state(entry["id"], entry["state"], states)
        if not entry["id"].startswith(f"{entry['state'].lower()}-"):
            yield entry["id"], f"the id does not begin with the state, {entry['state']}"
        for control in entry.get("control", ()):
            yield from _sourced(entry["id"], control)
            yield from _state(entry["id"], control["by"], states)
            yield from _dated(entry["id"], control)


def of_coordinates(file: list[dict[str, Any]]) -> Iterator[Flaw]:
    towns = {entry["id"]: entry["kind"] for name in names(FOLDER) for entry in read(name)}
    yield from _ordered(entry["place"] for entry in file)
    for entry in file:
        if towns.get(entry["place"]) != "settlement":
            yield entry["place"], "the gazetteer has no settlement of that id"
        if entry["latitude"] > _MOST_NORTH or entry["longitude"] > _MOST_EAST:
            yield entry["place"], "there is no such latitude or longitude"


def of_equivalents(file: dict[str, Any]) -> Iterator[Flaw]:
    for sex in ("female", "male"):
        lines = [line.split() for line in file[sex].splitlines()]
        yield from _ordered(line[0] for line in lines)
        for line in lines:
            if len(line) != len(set(line)):
                yield line[0], "a form stands twice"


def of_weights(file: dict[str, Any]) -> Iterator[Flaw]:
    yield from _ordered(file["signs"])
    yield from _ordered(file["words"])
    for sign, shares in file["signs"].items():
        if sign not in file["words"]:
            yield sign, "has no words"
        if max(shares.values()) > 1:
            yield sign, "a share is above 1"


def of_romanisation(file: dict[str, Any]) -> Iterator[Flaw]:
    for date in (file["since"], file.get("until", "")):
        try:
            _ = date and PartialDate(date)
        except ValueMalformed:
            yield file["id"], f"{date!r} is no date"
    if not file["id"].startswith(f"{file['language']}-"):
        yield file["id"], f"the id does not begin with the language, {file['language']}"


def of_name_parts(file: dict[str, Any]) -> Iterator[Flaw]:
    asides = (word for words in file["asides"].values() for word in words)
    sections = ("titles", "particles", "kinship", "unknown", "generations")
    for word in (*(word for section in sections for word in file[section]), *asides):
        if word != word.casefold():
            yield word, "is not in lower case"


def of_place_words(file: dict[str, Any]) -> Iterator[Flaw]:
    for section, named in (("kinds", "kind"), ("levels", "level"), ("endings", "form")):
        for entry in file[section]:
            yield from _matching(entry, str(entry[named]))


def _matching(entry: dict[str, Any], name: str) -> Iterator[Flaw]:
    try:
        pattern = re.compile("|".join(f"(?:{each})" for each in entry["patterns"]))
    except re.error as wrong:
        yield name, f"is no pattern ({wrong})"
        return
    for word in entry["examples"]:
        if not pattern.fullmatch(word.lower()):
            yield name, f"does not match its example {word!r}"
    for word in entry["not"]:
        if pattern.fullmatch(word.lower()):
            yield name, f"matches {word!r}, which it must not"


def of_sounds(file: dict[str, Any]) -> Iterator[Flaw]:
    for signs in [
        each["signs"] for each in (*file["cyrillic"]["others"], *file["latin"], *file["arabic"])
    ]:
        try:
            re.compile(signs)
        except re.error as wrong:
            yield signs, f"is no pattern ({wrong})"


def of_given_names(file: dict[str, Any]) -> Iterator[Flaw]:
    yield from _ordered(entry["language"] for entry in file["given"])
    forms: set[str] = set()
    for entry in file["given"]:
        for sex in ("female", "male"):
            yield from _ordered(entry[sex].splitlines(), by=alphabetical)
            forms.update(entry[sex].split())
    yield from _ordered(file["other_meanings"], by=alphabetical)
    yield from _listed_among("other_meanings", file["other_meanings"], forms)
    yield from _ordered(file["not_names"], by=alphabetical)
    for name in sorted(forms.intersection(file["not_names"])):
        yield name, "stands among the names, and among those that are none"


def of_surnames(file: dict[str, Any]) -> Iterator[Flaw]:
    yield from _ordered(entry["ending"] for entry in file["endings"])
    for entry in file["endings"]:
        for word in (*entry["examples"], *entry["not"]):
            if not word.casefold().endswith(entry["ending"]):
                yield entry["ending"], f"{word!r} does not end so"
    for listed in (*file["family_first"].values(), file["common_words"]):
        yield from _ordered(listed, by=alphabetical)


def of_calibration(file: dict[str, Any]) -> Iterator[Flaw]:
    yield from _ordered(file["signs"])
    if file["fitted_on"]["right"] > file["fitted_on"]["claims"]:
        yield "fitted_on", "more claims are right than there are"


def of_language(file: dict[str, Any]) -> Iterator[Flaw]:
    for entry in (file, *file.get("unread", ())):
        letters = entry["alphabet"]
        twice = sorted({letter for letter in letters if letters.count(letter) > 1})
        yield from (("alphabet", f"{letter!r} stands twice") for letter in twice)


def of_names(file: dict[str, Any]) -> Iterator[Flaw]:
    """Names that a language adds belong to entries there are."""
    places = {entry["id"] for name in names(FOLDER) for entry in read(name)}
    known = {
        "states": _states(),
        "bodies": {entry["id"] for entry in read("bodies.yml")},
        "offices": {entry["id"] for entry in read("body_words.yml")["offices"]},
        "places": places,
    }
    for section, identities in known.items():
        yield from _ordered(file.get(section, ()))
        yield from _listed_among(section, file.get(section, ()), identities)
    for sex in ("female", "male"):
        yield from _ordered(file.get("given", {}).get(sex, "").splitlines(), by=alphabetical)
    for entry in file.get("surname_endings", ()):
        for word in (*entry["examples"], *entry["not"]):
            if not word.casefold().endswith(entry["ending"]):
                yield entry["ending"], f"{word!r} does not end so"


def of_codes(file: dict[str, Any]) -> Iterator[Flaw]:
    mapped = {(entry["of"], entry["kind"]) for entry in file["codes"]}
    reasoned = [(each["of"], kind) for each in file["unmapped"] for kind in each["kinds"]]
    known = {(of, kind.value) for of, kinds in VOCABULARIES.items() for kind in kinds}
    for of, kind in sorted(mapped.intersection(reasoned)):
        yield f"{of} {kind}", "has a code, and a reason why it has none"
    for of, kind in sorted(known - mapped - set(reasoned)):
        yield f"{of} {kind}", "has no code, and no reason why"
    for of, kind in sorted((mapped | set(reasoned)) - known):
        yield f"{of} {kind}", "is no kind of ours"
    for entry in file["codes"]:
        if "lists" in file and str(entry["list"]) not in map(str, file["lists"]):
            yield f"{entry['of']} {entry['kind']}", f"list {entry['list']} is not named"


def of_fields(file: dict[str, Any]) -> Iterator[Flaw]:
    yield from _ordered(file["registers"])
    known = {*file["registers"], "all"}
    for entry in file["rows"]:
        yield from _listed_among(entry["row"], entry["held_by"], known)
        for name, homes in entry["fields"].items():
            for home in [homes] if isinstance(homes, str) else homes:
                if not is_home(home):
                    yield f"{entry['row']}: {name}", f"the model has no {home}"
    statuses = {status.value for status in VOCABULARIES["status"]}
    for register, words in file["status_words"].items():
        yield from _ordered(words)
        for word, meant in words.items():
            yield from _listed_among(f"{register}: {word}", meant, statuses)


def alphabetical(text: str) -> tuple[str, str]:
    """The key that sorts words as a dictionary does: É beside E, capitals left out of account."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(each for each in letters if not unicodedata.combining(each)), text


def _ordered(
    listed: Iterable[str], *, by: Callable[[str], tuple[str, str]] | None = None
) -> Iterator[Flaw]:
    """Each stands behind the one before it, and none stands twice."""
    before = ""
    for each in listed:
        if before and each == before:
            yield each, "stands twice"
        elif before and (by(each) < by(before) if by else each < before):
            yield each, f"stands behind {before!r}: out of order"
        before = each


def _listed_among(entry: str, words: Iterable[str], known: set[str]) -> Iterator[Flaw]:
    for word in words:
        if word not in known:
            yield entry, f"{word!r} is not known there"


def _sourced(entry: str, said: dict[str, Any]) -> Iterator[Flaw]:
    if not said.get("source") and not said.get("unverified"):
        yield entry, "has no source, and does not say `unverified: true`"


def _within(entry: str, said: dict[str, Any], known: set[str]) -> Iterator[Flaw]:
    outer = said.get("within")
    if outer and (outer not in known or outer == entry):
        yield entry, f"lies within {outer!r}, which is nowhere"


def _states() -> set[str]:
    return {entry["iso2"] for entry in read("states.yml")}


def _state(entry: str, code: str | None, states: set[str]) -> Iterator[Flaw]:
    if code and code not in states:
        yield entry, f"{code!r} is no state"


def _dated(entry: str, said: dict[str, Any]) -> Iterator[Flaw]:
    try:
        since = PartialDate(str(said["since"]))
        until = PartialDate(str(said["until"])) if "until" in said else None
    except ValueMalformed as fault:
        yield entry, str(fault)
        return
    if until is not None and until.is_before(since):
        yield entry, f"ends in {until}, before it begins in {since}"
