"""What is told beside names, many pairs at once: sex, birth, arrest, place, charge."""

from __future__ import annotations

import numpy as np

from habeas.engines.columns import Ints, Table
from habeas.engines.signs import CODE, Codes

_NEAR_DAYS = 3


def sexes(table: Table, left: Ints, right: Ints) -> Codes:
    """Whether the names tell two sexes."""
    sex = table.column("sex")
    ours, theirs = sex[left], sex[right]
    other = (ours != theirs) & (ours > 0) & (theirs > 0)
    return np.where(other, CODE["sex:other"], 0).astype(np.uint8)


def births(table: Table, left: Ints, right: Ints) -> Codes:
    """What two dates of birth say, in the words of `resolution.compare.records`."""
    read = table.column
    year, month, day = (read(field) for field in ("year", "month", "day"))
    coarse = (read("coarse")[left] | read("coarse")[right]) > 0
    apart = np.abs(year[left] - year[right])
    other_month, other_day = month[left] != month[right], day[left] != day[right]
    crossed = (month[left] == day[right]) & (day[left] == month[right])
    slips = (apart > 0).astype(np.int8) + other_month + other_day
    both_days = (day[left] > 0) & (day[right] > 0)
    undated = (year[left] == 0) | (year[right] == 0)
    given = (read("has_birth")[left] & read("has_birth")[right]) > 0
    choices = [
        (~given, ""),
        (undated, "near-year"),
        (both_days & (slips == 0), "same-day"),
        (both_days & (apart == 0) & crossed, "swapped"),
        (both_days & (slips == 1) & (apart <= 1), "near-year"),
        (both_days & (apart == 0), "other-day"),
        (both_days, "other-year"),
        ((apart == 0) & (coarse | other_month), "same-year"),
        (apart == 0, "same-month"),
        (apart == 1, "near-year"),
    ]
    codes = [CODE[f"born:{sign}"] if sign else 0 for _, sign in choices]
    return np.select([when for when, _ in choices], codes, CODE["born:other-year"]).astype(np.uint8)


def taken(table: Table, left: Ints, right: Ints) -> Codes:
    """What two days on which liberty was lost say."""
    days = table.column("taken")
    ours, theirs = days[left], days[right]
    apart = np.abs(ours - theirs)
    missing = (ours == 0) | (theirs == 0)
    signs = [0, CODE["taken:same-day"], CODE["taken:near"]]
    whens = [missing, apart == 0, apart <= _NEAR_DAYS]
    return np.select(whens, signs, CODE["taken:other-day"]).astype(np.uint8)


def same_text(table: Table, field: str, *, left: Ints, right: Ints) -> Codes:
    """Whether a field that both have is written alike."""
    texts = table.column(field)
    ours, theirs = texts[left], texts[right]
    same = np.where(ours == theirs, CODE[f"{field}:same"], CODE[f"{field}:other"])
    return np.where((ours > 0) & (theirs > 0), same, 0).astype(np.uint8)
