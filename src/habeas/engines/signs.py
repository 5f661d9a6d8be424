"""The signs of two records as numbers: what each field of a comparison can say."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from habeas.engines.columns import TEXTS
from habeas.resolution.compare.likeness import Likeness
from habeas.resolution.compare.names import Given, Patronymic

Codes = NDArray[np.uint8]
_BORN = (
    "born:same-day", "born:swapped", "born:same-month", "born:same-year", "born:near-year",
    "born:other-day", "born:other-year",
)  # fmt: skip
FIELDS: dict[str, tuple[str, ...]] = {
    "surname": (
        "surname:missing",
        *(f"surname:{one.name.lower().replace('_', '-')}" for one in Likeness),
        "name:swapped",
    ),
    "given": tuple(f"given:{one.value}" for one in Given),
    "patronymic": tuple(f"patronymic:{one.value}" for one in Patronymic),
    "sex": ("sex:other",),
    "born": _BORN,
    "taken": ("taken:same-day", "taken:near", "taken:other-day"),
    **{name: (f"{name}:same", f"{name}:other") for name in TEXTS},
}
# All signs; a sign's place is its code. The first stands for nothing seen.
SIGNS = ("", *(sign for signs in FIELDS.values() for sign in signs))
CODE = {sign: at for at, sign in enumerate(SIGNS)}
