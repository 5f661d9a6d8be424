"""Reference pages of the command line: every command with its options, and the exit codes."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from enum import Enum
from typing import Any

from typer.main import get_command

from habeas.cli.exits import MEANINGS
from habeas.cli.main import app

# The base of Typer's command classes changes between its editions; only what all have is used.
Command = Any


def commands() -> str:
    """The page of all commands."""
    blocks = [_command(path, command) for path, command in walk()]
    return "# Commands\n\n" + "\n\n".join(blocks)


def exit_codes() -> str:
    """The page of exit codes."""
    lines = [f"| {code.value} | {meaning} |" for code, meaning in MEANINGS.items()]
    return "\n".join(["# Exit codes", "", "| code | means |", "|---|---|", *lines])


def walk(command: Command = None, path: str = "habeas") -> Iterator[tuple[str, Command]]:
    """Every command with the words it is called by, the groups before their members."""
    command = get_command(app) if command is None else command
    yield path, command
    for name, member in getattr(command, "commands", {}).items():
        yield from walk(member, f"{path} {name}")


def _command(path: str, command: Command) -> str:
    options = [one for one in command.params if one.param_type_name == "option"]
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    words = [
        path,
        *(["[OPTIONS]"] if options else []),
        *(_argument(one) for one in arguments),
        *(["COMMAND"] if hasattr(command, "commands") else []),
    ]
    parts = [f"## `{path}`", _plain(command.help or ""), f"```\n{' '.join(words)}\n```"]
    if any(one.help for one in arguments):
        lines = [f"- `{_argument(one)}`: {one.help}" for one in arguments]
        parts.append("\n".join(lines))
    if options:
        lines = [f"| {_names(one)} | {_option_help(one)} |" for one in options]
        parts.append("\n".join(["| option | |", "|---|---|", *lines]))
    if command.epilog:
        parts.append(_examples(command.epilog))
    return "\n\n".join(part for part in parts if part)


def _argument(argument: Command) -> str:
    name = argument.metavar or (argument.name or "").upper()
    name += "..." if argument.nargs == -1 and not name.endswith("...") else ""
    return name if argument.required else f"[{name}]"


def _names(option: Command) -> str:
    value = "" if option.is_flag else f" {option.metavar or _kind(option)}"
    return ", ".join(f"`{name}{value}`" for name in option.opts)


def _option_help(option: Command) -> str:
    choices = _choices(option)
    words = [option.help or ""]
    if choices:
        words.append("One of " + ", ".join(f"`{one}`" for one in choices) + ".")
    if option.default not in (None, "", False, ()):
        words.append(f"Else `{getattr(option.default, 'value', option.default)}`.")
    return " ".join(word for word in words if word)


def _kind(option: Command) -> str:
    return "WORD" if _choices(option) else "N"


def _choices(option: Command) -> list[str]:
    """The words an option takes; none where it takes any."""
    kind = getattr(getattr(option, "type_descriptor", None), "annotation", None)
    return [one.value for one in kind] if isinstance(kind, type(Enum)) else []


def _examples(epilog: str) -> str:
    lines = [line.strip() for line in epilog.splitlines()]
    shown = [line for line in lines if line.startswith("habeas")]
    return "```\n" + "\n".join(_plain(line) for line in shown) + "\n```"


def _plain(text: str) -> str:
    return re.sub(r"\[/?(?:bold|dim)\]", "", inspect.cleandoc(text)).replace(r"\[", "[")
