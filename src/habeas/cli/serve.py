"""`habeas serve`: the desk, in the browser."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.options import RegisterOption, epilog, register_folder, register_for_reading
from habeas.model.errors import SettingsBroken

SERVE_EXAMPLES = epilog(
    "habeas serve --register my-register",
    "habeas serve --register my-register --link",
)
NEEDED = ("django", "allauth", "waitress", "whitenoise", "django_htmx", "argon2", "babel")


def serve(
    context: typer.Context,
    register: RegisterOption = None,
    host: Annotated[
        str, typer.Option(help="Address to listen on; others reach it only if it is no local one.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8000,
    link: Annotated[
        bool, typer.Option("--link", help="Print a link that signs in once, and end.")
    ] = False,
) -> None:
    """Open the desk: Habeas in the browser, for this machine or for a team.

    Started without the setting `site`, it answers this machine alone and prints a link that signs
    in once. With `site`, a team reaches it through a server that speaks https: see
    docs/how-to/serve-a-team.md.
    """
    if missing := [name for name in NEEDED if importlib.util.find_spec(name) is None]:
        what = f"the desk is not installed ({', '.join(missing)}): pip install 'habeas[web]'"
        raise SettingsBroken(faults=[what])
    with register_for_reading(context, register):
        pass  # what is wrong with it is told here too
    words = ["--host", host, "--port", str(port), *(["--link"] if link else [])]
    raise typer.Exit(_run(words, _surroundings(context, register)))


def _surroundings(context: typer.Context, register: Path | None) -> dict[str, str]:
    """The environment that hands the options on to the program of the desk."""
    given = {**os.environ, "HABEAS_REGISTER": str(register_folder(context, register))}
    return {**given, "HABEAS_CONFIG": str(context.obj)} if context.obj else given


def _run(words: list[str], surroundings: dict[str, str]) -> int:
    """The desk is a room of its own, which commands do not import: it runs as a program."""
    command = [sys.executable, "-m", "habeas.web", *words]
    if os.name == "posix":
        os.execve(sys.executable, command, surroundings)  # noqa: S606  # signals reach it directly
    return subprocess.run(command, env=surroundings, check=False).returncode  # noqa: S603
