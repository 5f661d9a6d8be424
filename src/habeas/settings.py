"""Environment and TOML file to one frozen `Settings`; what cannot be used is listed all at once.

A variable `HABEAS_<NAME>` goes before the same name in the file. The file is the one given with
`--config`, else the one in `HABEAS_CONFIG`, else `settings.toml` in the folder the platform keeps
for settings; only the last may be missing.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any

from habeas.model.errors import SettingsBroken

PREFIX = "HABEAS_"
CONFIG = "HABEAS_CONFIG"


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of setting: in words, from a TOML value, from an environment variable.

    `from_toml` gets the folder of the file too, and gives MISSING for what is not of this type.
    """

    words: str
    from_toml: Callable[[object, Path], object]
    from_text: Callable[[str], object]


def _path(value: object, base: Path) -> object:
    return base / Path(value).expanduser() if isinstance(value, str) and value else MISSING


def _texts(value: object, _: Path) -> object:
    is_list = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return tuple(value) if is_list and isinstance(value, list) else MISSING


TEXT = Kind("a text", lambda value, _: value if isinstance(value, str) else MISSING, str)
TEXTS = Kind(
    "a list of texts",
    _texts,
    lambda text: tuple(item.strip() for item in text.split(",") if item.strip()),
)


def _number(value: object, _: Path | None = None) -> object:
    is_number = isinstance(value, int) and not isinstance(value, bool) and value > 0
    return value if is_number else MISSING


NUMBER = Kind(
    "a whole number above 0",
    _number,
    lambda text: _number(int(text) if text.isascii() and text.isdigit() else None),
)
YES_OR_NO = Kind(
    "true or false",
    lambda value, _: value if isinstance(value, bool) else MISSING,
    lambda text: {"true": True, "false": False}.get(text.strip().lower(), MISSING),
)
PATH = Kind("a path", _path, lambda text: Path(text).expanduser() if text else None)


def _share(value: object, _: Path) -> object:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and 0 <= float(value) <= 1 else MISSING  # type: ignore[arg-type]


def _share_from_text(text: str) -> object:
    try:
        return _share(float(text), Path())
    except ValueError:
        return MISSING


SHARE = Kind("a number from 0 to 1", _share, _share_from_text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that can be set from outside, with what holds when nothing is set.

    In the metadata: `kind`; `doc`, for the reference; `example`, as TOML writes it.
    """

    register: Path | None = field(
        default=None,
        metadata={
            "kind": PATH,
            "doc": "Folder of the register that commands look into when `--register` is not given. "
            "`habeas read` keeps nothing unless `--register` stands on its own line.",
            "example": '"/srv/habeas/register"',
        },
    )
    actor: str = field(
        default="",
        metadata={
            "kind": TEXT,
            "doc": "Name that signs what is entered. Empty: the name you are logged in with.",
            "example": '"O. Reviewer"',
        },
    )
    readers: tuple[str, ...] = field(
        default=(),
        metadata={
            "kind": TEXTS,
            "doc": "Readers to use, by name, in this order. Empty: all that work by rules alone. "
            "`language-model` must be named to be used; see `model_endpoint`.",
            "example": '["frames-en"]',
        },
    )
    propose_below: float = field(
        default=0.5,
        metadata={
            "kind": SHARE,
            "doc": "Claims whose probability is lower are proposed: they are entered, and count "
            "for nothing until a person accepts them. 0 keeps them all.",
            "example": "0.6",
        },
    )
    calibration: Path | None = field(
        default=None,
        metadata={
            "kind": PATH,
            "doc": "Folder with calibration files of your own (`frames-en.yml`), as "
            "`habeas calibrate` writes them. Empty, or without a reader's file: the packaged ones.",
            "example": '"/srv/habeas/calibration"',
        },
    )
    model_endpoint: str = field(
        default="",
        metadata={
            "kind": TEXT,
            "doc": "Address of the chat-completions server (OpenAI-compatible: Ollama, llama.cpp, "
            "vLLM and others) that the reader `language-model` asks. Text of documents goes there, "
            "and only where the register allows it: `habeas egress allow`.",
            "example": '"http://127.0.0.1:11434/v1"',
        },
    )
    model_name: str = field(
        default="",
        metadata={
            "kind": TEXT,
            "doc": "Name of the model, as its server calls it.",
            "example": '"gemma3:12b"',
        },
    )
    model_key_variable: str = field(
        default="",
        metadata={
            "kind": TEXT,
            "doc": "Name of the environment variable that holds the key of the server; the key "
            "itself stands in no file of ours. Empty: no key is sent.",
            "example": '"MODEL_SERVER_KEY"',
        },
    )
    model_timeout_s: int = field(
        default=300,
        metadata={
            "kind": NUMBER,
            "doc": "Seconds that one answer of the model may take. Not set: 300.",
            "example": "900",
        },
    )
    names_model: Path | None = field(
        default=None,
        metadata={
            "kind": PATH,
            "doc": "Folder with a GLiNER model that points out names to the English reader where "
            "its own tables know nothing. Needs the extra `names`; fetches nothing. Empty: none.",
            "example": '"/srv/models/gliner"',
        },
    )
    names_model_sha256: str = field(
        default="",
        metadata={
            "kind": TEXT,
            "doc": "Hash that the content of `names_model` must have; a folder with another is not "
            "loaded, and the message tells the hash it has.",
            "example": '"5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9"',
        },
    )
    taggers: tuple[str, ...] = field(
        default=(),
        metadata={
            "kind": TEXTS,
            "doc": "Taggers that add to what the readers find, on this machine: `slovnet-names` in "
            "Russian (extra `tagger-ru`), `spacy-parse` and `spacy-names` in English (extra "
            "`tagger-en`). What each gains is told in the explanation of taggers. Empty: none.",
            "example": '["slovnet-names", "spacy-parse"]',
        },
    )
    spacy_model: Path | None = field(
        default=None,
        metadata={
            "kind": PATH,
            "doc": "Folder of spaCy's English model as its publisher gives it out (it holds "
            "config.cfg), in place of the one in the package. Empty: the package's.",
            "example": '"/srv/models/en_core_web_sm-3.8.0"',
        },
    )
    spacy_model_sha256: str = field(
        default="",
        metadata={
            "kind": TEXT,
            "doc": "Hash that the content of `spacy_model` must have; a folder with another is not "
            "loaded, and the message tells the hash it has.",
            "example": '"5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9"',
        },
    )
    slovnet_model: Path | None = field(
        default=None,
        metadata={
            "kind": PATH,
            "doc": "Folder with the files navec_*.tar and slovnet_ner_*.tar as their publisher "
            "gives them out, in place of those in the package. Empty: the package's.",
            "example": '"/srv/models/slovnet"',
        },
    )
    slovnet_model_sha256: str = field(
        default="",
        metadata={
            "kind": TEXT,
            "doc": "Hash that the two files in `slovnet_model` must have together; others are not "
            "loaded, and the message tells the hash they have.",
            "example": '"5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9"',
        },
    )
    reuse_readings: bool = field(
        default=True,
        metadata={
            "kind": YES_OR_NO,
            "doc": "Whether `habeas read` leaves out what it read before into the same register in "
            "the same way, with the same edition. The register's folder `readings` remembers which "
            "entries came of it, and may be deleted at any time.",
            "example": "false",
        },
    )
    accounts: Path | None = field(
        default=None,
        metadata={
            "kind": PATH,
            "doc": "Folder of the desk's own things: the accounts of people who sign in, and the "
            "key that signs their sessions. Never in the folder of a register. "
            "Empty: the folder the platform keeps for such files.",
            "example": '"/srv/habeas/accounts"',
        },
    )
    site: str = field(
        default="",
        metadata={
            "kind": TEXT,
            "doc": "Address under which a team reaches the desk, through a server that speaks "
            "https. Empty: the desk answers this machine alone.",
            "example": '"https://desk.example.org"',
        },
    )
    details: Path | None = field(
        default=None,
        metadata={
            "kind": PATH,
            "doc": "Folder for the details file of an unexpected failure. "
            "Empty: the folder the platform keeps for such files.",
            "example": '"/var/log/habeas"',
        },
    )


def load(
    environment: Mapping[str, str], *, config: Path | None = None, platform: str = sys.platform
) -> Settings:
    """The settings that hold. Raises: SettingsBroken, with every fault found."""
    faults: list[str] = []
    named = config or (Path(environment[CONFIG]) if environment.get(CONFIG) else None)
    path = named or settings_file(environment, platform)
    values = _from_file(path, faults, may_be_missing=named is None)
    values |= _from_environment(environment, faults)
    if faults:
        raise SettingsBroken(faults=faults)
    return Settings(**values)


def settings_file(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where settings are looked for when no file is named.

    >>> settings_file({"XDG_CONFIG_HOME": "/home/olha/.config"}, "linux").as_posix()
    '/home/olha/.config/habeas/settings.toml'
    """
    place = _folder(environment, platform, xdg="XDG_CONFIG_HOME", default=".config")
    return place / "settings.toml"


def details_folder(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where details of unexpected failures go when the setting is empty."""
    return _folder(environment, platform, xdg="XDG_STATE_HOME", default=".local/state")


def cache_folder(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where is kept what can be made again; nothing that was read, ever."""
    return _folder(environment, platform, xdg="XDG_CACHE_HOME", default=".cache")


def accounts_folder(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where the desk keeps accounts when the setting is empty."""
    place = _folder(environment, platform, xdg="XDG_DATA_HOME", default=".local/share")
    return place / "accounts"


def _folder(environment: Mapping[str, str], platform: str, *, xdg: str, default: str) -> Path:
    home = Path(environment.get("HOME") or Path.home())
    if platform == "win32":
        return Path(environment.get("APPDATA") or home / "AppData" / "Roaming") / "habeas"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "habeas"
    return Path(environment.get(xdg) or home / default) / "habeas"


def _from_file(path: Path, faults: list[str], *, may_be_missing: bool) -> dict[str, Any]:
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as failure:
        # Only what is surely not there is passed over: other settings may be behind a closed door.
        if may_be_missing and isinstance(failure, FileNotFoundError | NotADirectoryError):
            return {}
        faults.append(f"{path}: cannot be opened ({failure.strerror}). Name another file.")
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as failure:
        faults.append(f"{path}: is not TOML ({failure}). Mend that line.")
        return {}
    return _values(
        given,
        lambda kind, value: kind.from_toml(value, path.parent),
        faults=faults,
        where=lambda name: f"{path}: {name}",
    )


def _from_environment(environment: Mapping[str, str], faults: list[str]) -> dict[str, Any]:
    given = {
        name.removeprefix(PREFIX).lower(): text
        for name, text in environment.items()
        if name.startswith(PREFIX) and name != CONFIG
    }
    return _values(
        given,
        lambda kind, text: kind.from_text(str(text)),
        faults=faults,
        where=lambda name: f"{PREFIX}{name.upper()}",
    )


def _values(
    given: Mapping[str, object],
    convert: Callable[[Kind, object], object],
    *,
    faults: list[str],
    where: Callable[[str], str],
) -> dict[str, Any]:
    known = {one.name: one.metadata for one in fields(Settings)}
    values = {}
    for name, value in given.items():
        if name not in known:
            faults.append(f"{where(name)}: no such setting. There are: {', '.join(known)}.")
            continue
        about = known[name]
        values[name] = convert(about["kind"], value)
        if values[name] is MISSING:
            wanted = f"{about['kind'].words}. For example: {about['example']}"
            faults.append(f"{where(name)}: {value!r} is not {wanted}")
    return values
