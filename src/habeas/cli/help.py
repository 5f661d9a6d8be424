"""Help as people read it: an option that takes nothing, and an argument, show no type."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand, TyperGroup


class PlainHelp(TyperCommand):
    """A command whose help says PATH and --json where Typer says {PATH} and --json <bool>."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401  # as the class above has it
        return _without_types(super().get_params(ctx))

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ANN401  # the same
        return [piece.translate(_NO_BRACES) for piece in super().collect_usage_pieces(ctx)]


class PlainGroupHelp(TyperGroup):
    """The same for a command that has others below it."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401  # as the class above has it
        return _without_types(super().get_params(ctx))


_NO_BRACES = str.maketrans("", "", "{}")


def _without_types(parameters: list[Any]) -> list[Any]:
    for one in parameters:
        if one.param_type_name == "argument" or getattr(one, "is_flag", False):
            one.display_type_rich = _nothing
    return parameters


def _nothing(**_: object) -> None:
    """No word on the type."""
