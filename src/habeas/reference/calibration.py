"""What a reader's signs weigh: its calibration file, the packaged one or a team's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from habeas.model.errors import ReferenceBroken
from habeas.reference import files
from habeas.reference.schema import Schema

FOLDER = "calibration"
_SCHEMA = "schemas/calibration.yml"
_PLACES = 4  # decimals of a weight: more would only pretend


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Log-odds of a claim without signs, what each sign adds, and what they were fitted on."""

    reader: str
    version: str
    documents: int
    claims: int
    right: int
    base: float
    signs: Mapping[str, float]

    def written(self) -> str:
        """The file, as `read` reads it back."""
        return yaml.safe_dump(
            {
                "reader": self.reader,
                "version": self.version,
                "fitted_on": {
                    "documents": self.documents,
                    "claims": self.claims,
                    "right": self.right,
                },
                "base": round(self.base, _PLACES),
                "signs": {name: round(self.signs[name], _PLACES) for name in sorted(self.signs)},
            },
            sort_keys=False,
        )


def packaged(reader: str) -> Calibration | None:
    """The calibration that ships for a reader; None where there is none."""
    name = f"{FOLDER}/{reader}.yml"
    there = files.names(FOLDER) if FOLDER in _folders() else ()
    return _from_plain(files.read(name), name) if name in there else None


def from_file(file: Path) -> Calibration:
    """A team's own calibration. Raises: ReferenceBroken, where it is no such file."""
    try:
        plain = yaml.safe_load(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as failure:
        raise ReferenceBroken(file=str(file), entry="-", what=str(failure)) from failure
    return _from_plain(plain, str(file))


def _folders() -> set[str]:
    return {name.partition("/")[0] for name in files.names()}


def _from_plain(plain: Any, name: str) -> Calibration:  # noqa: ANN401  # checked by the schema
    for misfit in Schema(_SCHEMA, files.read(_SCHEMA)).misfits(plain):
        raise ReferenceBroken(file=name, entry=misfit.at or "-", what=misfit.what)
    fitted = plain["fitted_on"]
    return Calibration(
        reader=plain["reader"],
        version=plain["version"],
        documents=fitted["documents"],
        claims=fitted["claims"],
        right=fitted["right"],
        base=float(plain["base"]),
        signs={sign: float(weight) for sign, weight in plain["signs"].items()},
    )
