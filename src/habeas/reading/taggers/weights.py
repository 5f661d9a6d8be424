"""Where the weights of a model lie, and whether they are the ones that are meant."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from hashlib import file_digest, sha256
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from habeas.model.errors import SettingsBroken

VERSION_DIGITS = 12  # of a hash, in the signature of a claim
_PUT = "Put the whole model there."


def folder_hash(folder: Path, *, setting: str) -> str:
    """One hash (SHA-256, hex) over the names and contents of all files in a folder, at any depth.

    Raises: SettingsBroken, where there is no such folder, nothing in it, or a link that leads out.
    """
    if not folder.is_dir():
        raise SettingsBroken(faults=[f"{setting}: there is no folder {folder}. {_PUT}"])
    files = sorted(path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink())
    if not files:
        raise SettingsBroken(faults=[f"{setting}: {folder} is empty. {_PUT}"])
    if link := next((path for path in files if path.is_symlink()), None):
        raise SettingsBroken(faults=[f"{setting}: {link} is a link. Put the file itself there."])
    return hash_of((path.relative_to(folder).as_posix(), path) for path in files)


def hash_of(files: Iterable[tuple[str, Path]]) -> str:
    """One hash (SHA-256, hex) over names and contents, in the order given."""
    total = sha256()
    for name, path in files:
        with path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
        total.update(f"{name}\0{digest}\n".encode())
    return total.hexdigest()


def require(found: str, expected: str, *, where: Path, setting: str) -> None:
    """Raises: SettingsBroken, where the hash of a model is not the one it must have."""
    if found == expected.lower():
        return
    what = (
        f"{setting}: {where} has the hash {found}, not {expected!r}. "
        "If that is the model you mean, put this hash into the settings."
    )
    raise SettingsBroken(faults=[what])


def package_folder(package: str, *, extra: str, setting: str) -> Path:
    """Where an installed package lies; nothing of it is run. Raises: SettingsBroken."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise missing(package, extra=extra, setting=setting)
    return Path(spec.origin).parent


def package_of(package: str, *, extra: str, setting: str) -> ModuleType:
    """An installed package, imported. Raises: SettingsBroken, that says how to install it."""
    try:
        return importlib.import_module(package)
    except ImportError as failure:
        raise missing(package, extra=extra, setting=setting, why=str(failure)) from failure


def missing(package: str, *, extra: str, setting: str, why: str = "") -> SettingsBroken:
    """What to say where a package is not there."""
    reason = f" ({why})" if why else ""
    what = (
        f"{setting}: the package {package} is not installed{reason}. "
        f'Install it: pip install "habeas[{extra}]"; or leave the setting out.'
    )
    return SettingsBroken(faults=[what])
