"""A language that no code has heard of is read once its folder is there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import habeas

OURS = Path(habeas.__file__).parent
# Ukrainian spelled with letters that no other language here has.
SPELLING = str.maketrans("іиІИ", "јћЈЋ")
READ = """
import json, sys
from habeas import wiring
from habeas.model import notation
from habeas.reference.check import faults
from tests.reports import PUBLISHED, rendition
text = sys.argv[1]
readers = {reader.name: reader for reader in wiring.all_readers()}
found = {name: reader.read(rendition(text, PUBLISHED))[0] for name, reader in readers.items()}
first = lambda claim: notation.write(claim).splitlines()[0]
told = {name: [first(one) for one in claims] for name, claims in found.items()}
print(json.dumps({"told": told, "faults": [str(one) for one in faults()]}))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package, its code untouched, with one more folder of lexicons."""
    place = tmp_path_factory.mktemp("installed")
    shutil.copytree(OURS, place / "habeas", ignore=shutil.ignore_patterns("__pycache__"))
    lexicons = place / "habeas/reference/lexicons"
    shutil.copytree(lexicons / "uk", lexicons / "xj")
    for file in (lexicons / "xj").iterdir():
        file.write_text(file.read_text("utf-8").translate(SPELLING), encoding="utf-8")
    names = {
        "states": {"UA": {"name": "Україна".translate(SPELLING)}},
        "words": {"heads": ["суд"], "weak": {}, "forums": ["форум"], "instruments": ["акт"]},
        "given": {"female": "Олена\n", "male": "Јгор\n"},
        "places": {"ua-crimea-yalta": ["Ялта"]},
        "surname_endings": [{"ending": "чук", "stem": 2, "examples": ["Бондарчук"], "not": []}],
    }
    (lexicons / "xj/names.yml").write_text(yaml.safe_dump(names, allow_unicode=True), "utf-8")
    about = yaml.safe_load((lexicons / "xj/language.yml").read_text("utf-8"))
    about |= {"name": "Invented", "rank": 9}
    (lexicons / "xj/language.yml").write_text(yaml.safe_dump(about, allow_unicode=True), "utf-8")
    return place


def read_with(installed: Path, text: str) -> dict[str, Any]:
    root = Path(__file__).parents[4]
    environment = {**os.environ, "PYTHONPATH": f"{installed}{os.pathsep}{root}"}
    done = subprocess.run(
        [sys.executable, "-c", READ, text],
        cwd=installed, env=environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = yaml.safe_load(done.stdout)
    return found


def test_a_folder_makes_a_language_without_a_change_of_code(installed: Path) -> None:
    """
    2023-05-03 arrested person="Олену Бондарчук" person="Јгоря Петренка" place="Ялтј"="Ялта"
    """
    text = "3 травня 2023 року силовики затримали в Ялті Олену Бондарчук та Ігоря Петренка."
    found = read_with(installed, text.translate(SPELLING))
    (claim,) = found["told"]["frames-xj"]
    assert claim.startswith('2023-05-03("3 травня 2023 року"')
    assert '="Олена Бондарчук"' in claim
    assert '="Јгор Петренко"' in claim
    assert '="Ялта"' in claim
    assert [name for name, claims in found["told"].items() if claims] == ["frames-xj"]
    assert found["faults"] == []


def test_the_languages_there_were_are_read_as_before(installed: Path) -> None:
    found = read_with(installed, "3 травня 2023 року силовики затримали в Ялті Олену Бондарчук.")
    assert [name for name, claims in found["told"].items() if claims] == ["frames-uk"]
