"""Which taggers are used: by name, each loaded once, none that is not named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from habeas.model.errors import SettingsBroken
from habeas.protocols import Namer, Parser
from habeas.reading.taggers import slovnet_names, spacy_model
from habeas.reading.taggers.spacy_names import SpacyNames
from habeas.reading.taggers.spacy_parse import SpacyParse

TAGGERS = (slovnet_names.NAME, spacy_model.PARSE, spacy_model.NAMES)
Pinned = tuple[Path | None, str]  # a folder of the user's own, and the hash it must have


@dataclass(frozen=True, slots=True)
class Taggers:
    """What adds names, by language, and what tells of English verbs."""

    namers: Mapping[str, Namer] = field(default_factory=dict)
    parser: Parser | None = None


def chosen(names: Sequence[str], *, spacy: Pinned, slovnet: Pinned) -> Taggers:
    """The taggers with these names. Raises: SettingsBroken, where one is none or cannot be had."""
    if strange := [name for name in names if name not in TAGGERS]:
        there = ", ".join(TAGGERS)
        raise SettingsBroken(
            faults=[f"taggers: there is no {name!r}. There are: {there}." for name in strange]
        )
    namers: dict[str, Namer] = {}
    parser: Parser | None = None
    if slovnet_names.NAME in names:
        folder, expected = slovnet
        namers["ru"] = slovnet_names.SlovnetNames(folder, expected=expected)
    english = [name for name in (spacy_model.NAMES, spacy_model.PARSE) if name in names]
    if english:
        folder, expected = spacy
        model = spacy_model.SpacyModel(english, folder, expected=expected)
        if spacy_model.NAMES in english:
            namers["en"] = SpacyNames(model)
        if spacy_model.PARSE in english:
            parser = SpacyParse(model)
    return Taggers(namers, parser)
