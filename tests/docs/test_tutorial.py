import shutil
import sys
from pathlib import Path

import pytest

from tests.architecture.miniature import PROJECT
from tests.conftest import Golden
from tests.docs.console import renewed

TUTORIAL = PROJECT / "docs/tutorial.md"


@pytest.mark.slow
def test_the_tutorial_shows_what_its_commands_print(tmp_path: Path, golden: Golden) -> None:
    shutil.copytree(PROJECT / "examples/reports", tmp_path / "reports")
    environment = {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "HOME": str(tmp_path),
        "COLUMNS": "88",
        "HABEAS_ACTOR": "vera",
        "TZ": "UTC",
    }
    page = TUTORIAL.read_text(encoding="utf-8")
    golden(TUTORIAL, renewed(page, folder=tmp_path, environment=environment))
