"""The taggers as they are installed, each loaded once for all tests."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec

import pytest

from habeas.reading.taggers.slovnet_names import HOLDER, SlovnetNames
from habeas.reading.taggers.spacy_model import NAMES, PACKAGE, PARSE, SpacyModel
from habeas.reading.taggers.spacy_names import SpacyNames
from habeas.reading.taggers.spacy_parse import SpacyParse


@cache
def slovnet_names() -> SlovnetNames:
    _needs(HOLDER)
    return SlovnetNames()


@cache
def spacy_names() -> SpacyNames:
    return SpacyNames(_spacy())


@cache
def spacy_parse() -> SpacyParse:
    return SpacyParse(_spacy())


@cache
def _spacy() -> SpacyModel:
    _needs(PACKAGE)
    return SpacyModel([NAMES, PARSE], expected="")


def _needs(package: str) -> None:
    if find_spec(package) is None:
        pytest.skip(f"{package} is not installed: make .venv/dev.done")
