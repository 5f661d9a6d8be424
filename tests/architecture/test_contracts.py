"""Each import contract is broken on purpose in a miniature of the house, and must be caught."""

import configparser
from pathlib import Path

import pytest

from tests.architecture.miniature import PROJECT, ROOMS, Miniature

# contract, the module that is spoiled, the line that spoils it
VIOLATIONS = [
    ("Layers", "model/claim.py", "import habeas.text"),
    ("Layers", "ledger/view.py", "import habeas.reading.pipeline"),
    ("Layers", "stores/sqlite.py", "import habeas.cli.main"),
    ("Layers", "reading/pipeline.py", "import habeas.law"),
    ("Layers", "workflows/read.py", "import habeas.engines"),
    ("Layers", "cli/main.py", "import habeas.web.views"),
    ("Layers", "attic/__init__.py", ""),
    ("Acyclic", "model/source.py", "import habeas.model.claim"),
    ("Acyclic", "reading/readers/deep/__init__.py", "import habeas.reading.readers.english"),
    ("Door", "reading/pipeline.py", "import habeas.ledger.append"),
    ("Door", "cli/main.py", "from habeas.ledger.register import Register"),
    ("Choice", "workflows/read.py", "import habeas.reading.readers.english"),
    ("Choice", "cli/main.py", "import habeas.settings"),
    ("Choice", "cli/main.py", "import habeas.stores.sqlite"),
    ("Choice", "publish/plan.py", "import habeas.publish.exporters.jsonl"),
    ("Drivers", "ledger/view.py", "import sqlite3"),
    ("Drivers", "reading/pipeline.py", "from pyspark import sql"),
    ("Django", "workflows/read.py", "import django"),
]


@pytest.fixture
def miniature(tmp_path: Path) -> Miniature:
    return Miniature(tmp_path)


def test_the_clean_miniature_keeps_every_contract(miniature: Miniature) -> None:
    verdict = miniature.judge()
    assert verdict.exit_code == 0, verdict.text


@pytest.mark.parametrize(("contract", "module", "line"), VIOLATIONS)
def test_a_planted_violation_breaks_its_contract(
    miniature: Miniature, contract: str, module: str, line: str
) -> None:
    if module.startswith("reading/readers/deep"):
        miniature.plant("reading/readers/english.py", "import habeas.reading.readers.deep")
    miniature.plant(module, line)
    verdict = miniature.judge()
    assert verdict.exit_code == 1, verdict.text
    assert contract in verdict.broken, verdict.text


def test_a_room_that_is_planned_may_be_missing(miniature: Miniature) -> None:
    miniature.remove("coalition")
    verdict = miniature.judge()
    assert verdict.exit_code == 0, verdict.text


def contracts() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(PROJECT / ".importlinter")
    return parser


def test_every_contract_has_a_planted_violation() -> None:
    config = contracts()
    names = {config[section]["name"].split(":")[0] for section in config.sections()[1:]}
    assert names == {contract for contract, _, _ in VIOLATIONS}


@pytest.mark.parametrize("room", ["settings", "stores", "engines"])
def test_what_only_wiring_may_name_is_protected_from_the_day_it_exists(room: str) -> None:
    house = PROJECT / "src/habeas"
    if not (house / room).exists() and not (house / f"{room}.py").exists():
        return
    protected = contracts()["importlinter:contract:choice"]["protected_modules"].split()
    assert f"habeas.{room}" in protected


def test_the_miniature_has_every_room_of_the_layers() -> None:
    layers = contracts()["importlinter:contract:layers"]["layers"]
    rooms = set(layers.translate(str.maketrans("()|", "   ")).split())
    assert rooms == {name.split("/")[0].removesuffix(".py") for name in ROOMS}
