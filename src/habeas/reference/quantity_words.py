"""How counts and lengths of time are written: `lexicons/<language>/quantities.yml`."""

from __future__ import annotations

from functools import cache
from typing import Any

from habeas.model.errors import ReferenceBroken, ValueMalformed
from habeas.model.quantity import Qualifier
from habeas.reference.files import read
from habeas.text.numerals import Numerals, compile_numerals
from habeas.text.quantity_words import (
    DurationWords,
    QuantityWords,
    Vague,
    compile_duration_words,
    compile_quantity_words,
)


@cache
def quantity_words(language: str) -> QuantityWords:
    """The words for counts of a language by its code (ISO 639-1). Raises: ReferenceBroken."""
    name = _name(language)
    forms, lists = _forms(name, "forms"), _lists(name, "words")
    try:
        return compile_quantity_words(
            numerals=_numerals(forms, lists),
            vague={word: _vague(value) for word, value in forms["vague"].items()},
            before={word: Qualifier(value) for word, value in forms["before"].items()},
            after={word: Qualifier(value) for word, value in forms["after"].items()},
            lists=lists,
            articles=lists["articles"],
        )
    except KeyError as error:
        raise ReferenceBroken(file=name, entry="?", what=f"{error} is missing") from error
    except (ValueError, ValueMalformed) as error:
        raise ReferenceBroken(file=name, entry="?", what=str(error)) from error


@cache
def duration_words(language: str) -> DurationWords:
    """The words for lengths of time of a language by its code. Raises: ReferenceBroken."""
    name = _name(language)
    lists = _lists(name, "durations")
    try:
        halves = {"half": lists["half"], "half_of": lists["half_of"]}
        return compile_duration_words(
            numerals=_numerals(_forms(name, "forms"), {**_lists(name, "words"), **halves}),
            units=_forms(name, "durations")["units"],
            lists=lists,
        )
    except KeyError as error:
        raise ReferenceBroken(file=name, entry="?", what=f"{error} is missing") from error
    except ValueError as error:
        raise ReferenceBroken(file=name, entry="?", what=str(error)) from error


def _name(language: str) -> str:
    return f"lexicons/{language}/quantities.yml"


def _forms(name: str, section: str) -> dict[str, dict[str, str]]:
    return {
        entry["id"]: {form: str(value) for form, value in entry["forms"].items()}
        for entry in read(name)[section]
        if "forms" in entry
    }


def _lists(name: str, section: str) -> dict[str, list[str]]:
    return {entry["id"]: entry["words"] for entry in read(name)[section] if "words" in entry}


def _numerals(forms: dict[str, dict[str, str]], lists: dict[str, Any]) -> Numerals:
    return compile_numerals(
        numbers=forms["numbers"],
        multipliers=forms["multipliers"],
        articles=lists["articles"],
        joints=lists["joint"],
        half=lists["half"],
        half_of=lists["half_of"],
    )


def _vague(written: str) -> Vague:
    """Reads "dozens", or "dozens 36..99" with bounds of its own."""
    qualifier, _, bounds = written.partition(" ")
    low, _, high = bounds.partition("..")
    return Vague(Qualifier(qualifier), int(low) if low else None, int(high) if high else None)
