"""The command with the tiny reader, as a process of its own; each document takes READ_S seconds."""

import os
import time
from collections.abc import Sequence
from typing import NoReturn

from habeas import wiring
from habeas.cli.main import main
from habeas.model.claim import AnyClaim
from habeas.model.problem import Problem
from habeas.model.rendition import Rendition
from tests.tiny_reader import TinyReader

READ_S = float(os.environ.get("READ_S", "0"))


class SlowReader(TinyReader):
    def read(self, rendition: Rendition) -> tuple[Sequence[AnyClaim], Sequence[Problem]]:
        time.sleep(READ_S)
        return super().read(rendition)


def _broken(_: object) -> NoReturn:
    raise ZeroDivisionError


# Also where a process that reads beside others loads this file; never where pytest does.
if __name__ in ("__main__", "__mp_main__"):
    if "BREAK" in os.environ:
        wiring.actor = _broken  # type: ignore[assignment]
    wiring.readers = lambda _: [SlowReader()]  # type: ignore[assignment]

if __name__ == "__main__":
    main()
