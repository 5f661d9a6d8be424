"""A miniature of the house: every room it has or will have, with the imports that are allowed."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[2]

ROOMS: dict[str, str] = {
    "model/__init__.py": "import dataclasses\n",
    "model/claim.py": "from habeas.model.source import Source\n",
    "model/source.py": "",
    "protocols.py": "from habeas.model.claim import Source\n",
    "text/__init__.py": "",
    "text/segments.py": "import habeas.model.claim\n",
    "reference/__init__.py": "",
    "reference/lexicon.py": "import yaml\nimport habeas.text.segments\n",
    "ledger/__init__.py": "",
    "ledger/append.py": "import habeas.protocols\n",
    "ledger/register.py": "import habeas.ledger.append\n",
    "ledger/view.py": "import habeas.model.claim\n",
    "reading/__init__.py": "",
    "reading/pipeline.py": "import habeas.protocols\n",
    "reading/readers/__init__.py": "",
    "reading/readers/english.py": "import habeas.reference.lexicon\n",
    "resolution/__init__.py": "import habeas.ledger.view\n",
    "law/__init__.py": "import habeas.ledger.view\n",
    "coalition/__init__.py": "import habeas.ledger.view\n",
    "publish/__init__.py": "",
    "publish/plan.py": "import habeas.ledger.view\n",
    "publish/exporters/__init__.py": "",
    "publish/exporters/jsonl.py": "import json\n",
    "workflows/__init__.py": "",
    "workflows/read.py": "import habeas.ledger.append\nimport habeas.reading.pipeline\n",
    "stores/__init__.py": "",
    "stores/sqlite.py": "import sqlite3\nimport habeas.protocols\n",
    "engines/__init__.py": "",
    "engines/spark.py": "import pyspark\n",
    "settings.py": "import os\n",
    "wiring.py": "import habeas.ledger.register\nimport habeas.publish.exporters.jsonl\n"
    "import habeas.reading.readers.english\nimport habeas.settings\nimport habeas.stores.sqlite\n",
    "cli/__init__.py": "",
    "cli/main.py": "import habeas.wiring\nimport habeas.workflows.read\n",
    "web/__init__.py": "",
    "web/views.py": "import django\nimport habeas.wiring\nimport habeas.workflows.read\n",
}


@dataclass(frozen=True)
class Verdict:
    """What lint-imports said: `broken` holds the names of the broken contracts, up to the colon."""

    exit_code: int
    broken: set[str]
    text: str


class Miniature:
    """The miniature on disk, ready to be spoiled and judged by the project's own contracts."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name, text in {"__init__.py": "", **ROOMS}.items():
            file = root / "habeas" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)

    def plant(self, module: str, line: str) -> None:
        """Add one line to a module, making the module where it is new."""
        file = self.root / "habeas" / module
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text((file.read_text() if file.exists() else "") + line + "\n")

    def remove(self, room: str) -> None:
        shutil.rmtree(self.root / "habeas" / room)

    def judge(self) -> Verdict:
        linter = Path(sys.executable).parent / "lint-imports"
        done = subprocess.run(
            [linter, "--config", PROJECT / ".importlinter", "--no-cache"],
            cwd=self.root,
            env={"PYTHONPATH": str(self.root), "COLUMNS": "200", "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        broken = {line.split(":")[0] for line in done.stdout.splitlines() if " BROKEN" in line}
        return Verdict(done.returncode, broken, done.stdout + done.stderr)
