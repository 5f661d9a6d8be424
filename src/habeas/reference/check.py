"""Proves the authority files: shape, keys, order, sources, dates, references, shared names.

Lexicons prove themselves by their own examples; of theirs only what a language is and the names it
adds are looked at here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from habeas.model.errors import ReferenceBroken
from habeas.reference import proofs
from habeas.reference.files import content, names, read
from habeas.reference.index import plain
from habeas.reference.languages import codes
from habeas.reference.places import FOLDER, tongues
from habeas.reference.schema import Schema

SCHEMAS = "schemas"
_FOLDERS = (FOLDER, "calibration", "romanisations")  # whose files are all of one kind
_SHARED = ("/language.yml", "/names.yml")

_PROOFS: dict[str, Callable[[Any], Iterator[proofs.Flaw]]] = {
    "bodies": proofs.of_bodies,
    "body_words": proofs.of_body_words,
    "calibration": proofs.of_calibration,
    "coordinates": proofs.of_coordinates,
    "equivalents": proofs.of_equivalents,
    "fields": proofs.of_fields,
    "gazetteer": proofs.of_gazetteer,
    "given": proofs.of_given_names,
    "huridocs": proofs.of_codes,
    "language": proofs.of_language,
    "names": proofs.of_names,
    "parts": proofs.of_name_parts,
    "place_words": proofs.of_place_words,
    "plover": proofs.of_codes,
    "romanisations": proofs.of_romanisation,
    "sounds": proofs.of_sounds,
    "states": proofs.of_states,
    "surnames": proofs.of_surnames,
    "weights": proofs.of_weights,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with one entry of one file."""

    file: str
    entry: str
    what: str


def faults() -> tuple[Fault, ...]:
    """Everything wrong with the authority files, file by file."""
    ours = [name for name in names() if _is_looked_at(name)]
    found = [fault for name in ours for fault in of_file(name)]
    # Names are compared across files, which is of use only once each file is in shape.
    return tuple(found or shared_names())


def _is_looked_at(name: str) -> bool:
    if name.startswith("lexicons/"):
        return name.endswith(_SHARED)
    return not name.startswith(f"{SCHEMAS}/")


def prove() -> None:
    """Raises ReferenceBroken for the first fault, where there is one."""
    for fault in faults():
        raise ReferenceBroken(file=fault.file, entry=fault.entry, what=fault.what)


def of_file(name: str) -> Iterator[Fault]:
    """What is wrong with one file; where its shape is wrong, only that."""
    folder, _, file = name.rpartition("/")
    kind = folder if folder in _FOLDERS else file[:-4]
    if kind not in _PROOFS:
        yield Fault(name, "-", "no schema is known for this file")
        return
    shape = [*_keys_twice(name), *_misfits(name, kind)]
    yield from shape
    if not shape:
        yield from (Fault(name, entry, what) for entry, what in _PROOFS[kind](read(name)))


def shared_names() -> Iterator[Fault]:
    """Names that stand for several entries must say so, and no others may."""
    yield from _shared("states.yml", read("states.yml"), ("name", "official", "other_names"))
    yield from _shared("states.yml", read("states.yml"), ("adjectives",))
    yield from _shared("states.yml", read("states.yml"), ("people",))
    yield from _shared("states.yml", read("states.yml"), codes())
    yield from _shared("bodies.yml", read("bodies.yml"), ("name", "other_names", *proofs.LOCAL))
    yield from _shared("body_words.yml", read("body_words.yml")["offices"], codes())
    places = [entry for name in names(FOLDER) for entry in read(name)]
    yield from _shared(FOLDER, places, ("name", *tongues(), "weak", "historical"))
    yield from _needless("states.yml", read("states.yml"))
    yield from _needless(FOLDER, places)


def _shared(file: str, entries: list[dict[str, Any]], keys: tuple[str, ...]) -> Iterator[Fault]:
    for word, bearers in _bearers(entries, keys).items():
        for entry in bearers if len(bearers) > 1 else ():
            if word not in map(plain, entry.get("ambiguous", ())):
                others = ", ".join(_id(each) for each in bearers if each is not entry)
                yield Fault(file, _id(entry), f"{word!r} is a name of {others} too: ambiguous")


def _needless(file: str, entries: list[dict[str, Any]]) -> Iterator[Fault]:
    keys = ("name", "official", "other_names", "adjectives", "people", *tongues())
    bearers = _bearers(entries, (*keys, "weak", "historical"))
    for entry in entries:
        for word in entry.get("ambiguous", ()):
            if len(bearers.get(plain(word), ())) < 2:  # noqa: PLR2004  # two make it ambiguous
                yield Fault(file, _id(entry), f"{word!r} is called ambiguous and has one meaning")


def _bearers(
    entries: list[dict[str, Any]], keys: tuple[str, ...]
) -> dict[str, list[dict[str, Any]]]:
    """The entries each name belongs to, each of them once."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for entry in entries:
        for word in dict.fromkeys(plain(word) for word in _words(entry, keys)):
            found[word].append(entry)
    return found


def _words(entry: dict[str, Any], keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        value = entry.get(key, ())
        if isinstance(value, dict):
            # Weak and historical names stand by language.
            yield from _words(value, tuple(value))
        else:
            yield from [value] if isinstance(value, str) else value


def _id(entry: dict[str, Any]) -> str:
    found: str = entry["id"] if "id" in entry else entry["iso2"]
    return found


def _misfits(name: str, kind: str) -> Iterator[Fault]:
    schema = Schema(f"{SCHEMAS}/{kind}.yml", read(f"{SCHEMAS}/{kind}.yml"))
    for misfit in schema.misfits(read(name)):
        yield Fault(name, misfit.at or "-", misfit.what)


def _keys_twice(name: str) -> Iterator[Fault]:
    """YAML takes the last of two equal keys in silence."""
    root = yaml.compose(content(name), Loader=yaml.CSafeLoader)
    for node in _mappings([root] if root else []):
        keys = [key.value for key, _ in node.value]
        for twice in sorted({key for key in keys if keys.count(key) > 1}):
            yield Fault(name, f"line {node.start_mark.line + 1}", f"the key {twice!r} stands twice")


def _mappings(nodes: Iterable[yaml.Node]) -> Iterator[yaml.MappingNode]:
    for node in nodes:
        if isinstance(node, yaml.MappingNode):
            yield node
            yield from _mappings(value for _, value in node.value)
        elif isinstance(node, yaml.SequenceNode):
            yield from _mappings(node.value)
