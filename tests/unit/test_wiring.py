"""What is built is also plugged in."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

import habeas.reading.readers
import habeas.reading.renderers
import habeas.reading.unpackers
from habeas import wiring


def classes_in(package: ModuleType, ending: str) -> set[str]:
    """Public classes with that ending defined in the modules of a package."""
    modules = [
        importlib.import_module(found.name)
        for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
    ]
    return {
        name
        for module in modules
        for name, value in vars(module).items()
        if name.endswith(ending)
        and not name.startswith("_")
        and isinstance(value, type)
        and value.__module__ == module.__name__
        and hasattr(value, "media_types")
        and not name.startswith("Isolated")
    }


def test_every_unpacker_there_is_is_wired_in() -> None:
    wired = {type(one).__name__ for one in wiring.all_unpackers()}
    assert wired == classes_in(habeas.reading.unpackers, "Unpacker")


def test_no_two_unpackers_claim_the_same_kind_of_document() -> None:
    kinds = [kind for one in wiring.all_unpackers() for kind in one.media_types]
    assert len(kinds) == len(set(kinds))


def test_readers_sign_with_names_of_their_own() -> None:
    names = [reader.name for reader in wiring.all_readers()]
    assert len(names) == len(set(names)) > 0
