"""Writes the reference pages from the code: `make docs`. --check only says what is stale."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from docs import generate_claims, generate_commands, generate_problems, generate_settings

FOLDER = Path(__file__).parent / "reference"
PAGES: dict[str, Callable[[], str]] = {
    "commands.md": generate_commands.commands,
    "exit-codes.md": generate_commands.exit_codes,
    "settings.md": generate_settings.settings,
    "readers.md": generate_settings.readers,
    "claims.md": generate_claims.claims,
    "vocabulary.md": generate_claims.vocabulary_page,
    "problems.md": generate_problems.problems,
}
NOTICE = (
    "<!-- Written by docs/generate.py from the code: change the code, then `make docs`. -->\n\n"
)


def page(name: str) -> str:
    """A reference page as the code has it now."""
    return NOTICE + PAGES[name]().rstrip() + "\n"


def stale() -> list[str]:
    """Names of the pages that are missing or say something else than the code."""
    return [
        name
        for name in PAGES
        if not (FOLDER / name).exists() or (FOLDER / name).read_text("utf-8") != page(name)
    ]


def main(*, is_check: bool) -> int:
    names = stale()
    for name in names:
        if not is_check:
            FOLDER.mkdir(exist_ok=True)
            (FOLDER / name).write_text(page(name), encoding="utf-8", newline="\n")
        print(f"docs/reference/{name} {'is stale' if is_check else 'written'}")
    return int(is_check and bool(names))


if __name__ == "__main__":
    sys.exit(main(is_check="--check" in sys.argv[1:]))
