from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import partial

import pytest

from habeas.protocols import Reader
from habeas.reading.readers.frames_en import FramesReader
from habeas.reading.slavic.reader import SlavicReader
from tests.reports import rendition

ENGLISH = "Police arrested Olha Petrenko in Melnyk on 3 May 2021."
RUSSIAN = "Полиция задержала Ольгу Петренко в Мельнике 3 мая 2021 года."

ASKED = """
import sys
from habeas import wiring
wiring.all_readers(), wiring.all_unpackers()
print("openpyxl" in sys.modules)
"""


def is_loaded(reader: Reader) -> bool:
    return "_knowledge" in vars(reader)


@pytest.mark.parametrize(
    ("make", "own", "other"),
    [(FramesReader, ENGLISH, RUSSIAN), (partial(SlavicReader, "ru"), RUSSIAN, ENGLISH)],
)
def test_words_of_a_language_are_loaded_when_it_is_met(
    make: Callable[[], Reader], own: str, other: str
) -> None:
    reader = make()
    claims, problems = reader.read(rendition(other))
    assert not claims
    assert [one.code for one in problems] == ["language-not-read"]
    assert not is_loaded(reader)
    claims, _ = reader.read(rendition(own))
    assert claims
    assert is_loaded(reader)


def test_libraries_for_workbooks_are_not_imported_for_a_text() -> None:
    told = subprocess.run(
        [sys.executable, "-c", ASKED],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "False"
