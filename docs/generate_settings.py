"""Reference pages of what can be set and what can be plugged in."""

from __future__ import annotations

import inspect
from dataclasses import fields

from habeas import wiring
from habeas.settings import CONFIG, PREFIX, Settings


def settings() -> str:
    """The page of all settings."""
    blocks = [_head(), *(_setting(one.name, one.metadata) for one in fields(Settings))]
    return "\n\n".join(blocks)


def readers() -> str:
    """The page of all readers."""
    blocks = ["# Readers", "A reader turns the text of a document into claims."]
    for reader in wiring.all_readers():
        about = inspect.getdoc(type(reader)) or ""
        languages = ", ".join(sorted(reader.languages))
        blocks.append(
            f"## `{reader.name}`\n\nVersion {reader.version}. Languages: {languages}.\n\n{about}"
        )
    blocks.append("# Renderers\n\nA renderer makes the captured bytes of a document readable.")
    for renderer in wiring.all_renderers():
        about = inspect.getdoc(type(renderer)) or ""
        types = ", ".join(f"`{one}`" for one in sorted(renderer.media_types))
        blocks.append(
            f"## `{renderer.name}`\n\nVersion {renderer.version}. Media types: {types}.\n\n{about}"
        )
    return "\n\n".join(blocks)


def _head() -> str:
    return f"""# Settings

A setting is a line in a TOML file or a variable of the environment; the variable goes before the
file. The file is the one given with `--config`, else the one named in `{CONFIG}`, else
`settings.toml` in

| system | folder |
|---|---|
| Linux | `$XDG_CONFIG_HOME/habeas`, usually `~/.config/habeas` |
| macOS | `~/Library/Application Support/habeas` |
| Windows | `%APPDATA%\\habeas` |

A relative path in the file counts from the folder of the file. Lists in the environment are parted
by commas. A setting that is unknown or of the wrong type stops the command; all of them are named
at once. `NO_COLOR` and `COLUMNS` are respected as usual."""


def _setting(name: str, about: object) -> str:
    metadata = dict(about)  # type: ignore[call-overload]
    return (
        f"## `{name}`\n\n{metadata['doc']}\n\n"
        f"As a variable `{PREFIX}{name.upper()}`; {metadata['kind'].words}. In the file:\n\n"
        f"```toml\n{name} = {metadata['example']}\n```"
    )
