"""How dates are written in a language: `lexicons/<language>/dates.yml`."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from habeas.model.errors import ReferenceBroken
from habeas.reference.files import read
from habeas.text.date_atoms import KINDS
from habeas.text.date_words import (
    DateWords,
    LeadWord,
    Meaning,
    Need,
    WrittenRule,
    compile_date_words,
)


@cache
def date_words(language: str) -> DateWords:
    """The words for dates of a language by its code (ISO 639-1). Raises: ReferenceBroken."""
    name = f"lexicons/{language}/dates.yml"
    content = read(name)
    try:
        return compile_date_words(
            classes={entry["id"]: _forms(entry) for entry in content["classes"]},
            rules=[_rule(name, entry) for entry in content["rules"]],
            leads={word: _lead(entry) for entry in content["leads"] for word in entry["words"]},
            to=content["to"],
            also=content["also"],
            counted=content["counted"],
            is_month_first=content["is_month_first"],
        )
    except KeyError as error:
        raise ReferenceBroken(file=name, entry="?", what=f"{error} is missing") from error
    except (re.error, ValueError) as error:
        raise ReferenceBroken(file=name, entry="?", what=str(error)) from error


def _forms(entry: dict[str, Any]) -> dict[str, str]:
    return {form: str(value) for form, value in entry["forms"].items()}


def _rule(file: str, entry: dict[str, Any]) -> WrittenRule:
    if entry["kind"] not in KINDS:
        what = f"kind {entry['kind']!r} is none of {', '.join(sorted(KINDS))}"
        raise ReferenceBroken(file=file, entry=entry["id"], what=what)
    return WrittenRule(
        id=entry["id"],
        kind=entry["kind"],
        pattern=entry["pattern"],
        shift=entry.get("shift", 0),
        needs=Need(entry.get("needs", "nothing")),
        not_before=entry.get("not_before", ""),
        not_after=entry.get("not_after", ""),
    )


def _lead(entry: dict[str, Any]) -> LeadWord:
    return LeadWord(Meaning(entry["meaning"]), entry["value"], entry.get("is_weak", False))
