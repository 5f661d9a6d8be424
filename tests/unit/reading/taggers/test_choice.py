"""Taggers are loaded only when named, only with the content they must have, and send nothing."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from importlib import util
from pathlib import Path
from typing import Any

import pytest

from habeas import wiring
from habeas.model.errors import SettingsBroken
from habeas.reading.taggers import slovnet_names, spacy_model
from habeas.reading.taggers.weights import folder_hash, package_folder
from habeas.settings import Settings
from tests.reports import PUBLISHED, rendition
from tests.taggers import slovnet_names as real_slovnet
from tests.taggers import spacy_parse

ALL = ("slovnet-names", "spacy-parse", "spacy-names")


def reader(name: str, settings: Settings) -> Any:  # noqa: ANN401  # with its calibration around it
    return next(one for one in wiring.readers(settings) if one.name == name)


def test_nothing_is_loaded_that_is_not_named() -> None:
    code = (
        "import sys; from habeas import wiring; from habeas.settings import Settings;"
        "wiring.readers(Settings());"
        "print([name for name in ('spacy', 'slovnet', 'navec', 'natasha') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_natasha_itself_is_never_imported() -> None:
    real_slovnet()
    assert "natasha" not in sys.modules


def test_claims_are_signed_with_tagger_and_weights() -> None:
    real_slovnet()
    spacy_parse()
    settings = Settings(taggers=ALL)
    pinned = spacy_model.PACKAGED_SHA256[:12]
    assert reader("frames-en", settings).version == (f"1+spacy-names@{pinned}+spacy-parse@{pinned}")
    pinned = slovnet_names.PACKAGED_SHA256[:12]
    assert reader("frames-ru", settings).version == f"1+slovnet-names@{pinned}"
    assert reader("frames-uk", settings).version == "1"
    assert reader("frames-ru", Settings(taggers=("spacy-parse",))).version == "1"


def test_with_every_socket_closed_they_read_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    real_slovnet()
    spacy_parse()

    def closed(*_: object, **__: object) -> None:
        pytest.fail("something asked for a connection")

    monkeypatch.setattr(socket.socket, "connect", closed)
    monkeypatch.setattr(socket.socket, "connect_ex", closed)
    monkeypatch.setattr(socket, "create_connection", closed)
    monkeypatch.setattr(socket, "getaddrinfo", closed)
    settings = Settings(taggers=ALL)
    english = rendition("Eight people accused of crossing the border were sentenced to two years.")
    assert reader("frames-en", settings).read(english)[0]
    russian = rendition("Это объявлено.\n\nСуд отправил под стражу Клюха.", PUBLISHED)
    assert reader("frames-ru", settings).read(russian)[0]


def test_a_tagger_that_is_none_is_told_with_those_there_are() -> None:
    with pytest.raises(SettingsBroken, match=r"no 'spacy'.*slovnet-names, spacy-parse"):
        wiring.taggers(Settings(taggers=("spacy",)))


@pytest.mark.parametrize(("name", "extra"), [(ALL[0], "ru"), (ALL[1], "en"), (ALL[2], "en")])
def test_a_package_that_is_missing_is_told_with_how_to_install_it(
    name: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(*_: object) -> None:
        return None

    monkeypatch.setattr("habeas.reading.taggers.weights.find_spec", nowhere)
    with pytest.raises(SettingsBroken, match=rf'pip install "habeas\[tagger-{extra}\]"'):
        wiring.taggers(Settings(taggers=(name,)))


@pytest.mark.parametrize("module", ["spacy", "slovnet", "navec"])
def test_weights_without_what_runs_them_are_told_so_too(
    module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_slovnet()
    spacy_parse()
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(SettingsBroken, match=f"the package {module} is not installed"):
        wiring.taggers(Settings(taggers=ALL))


def packaged_spacy() -> Path:
    spacy_parse()
    return spacy_model.model_in(package_folder(spacy_model.PACKAGE, extra="", setting=""))


def test_a_folder_of_ones_own_takes_the_place_of_the_package(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(packaged_spacy(), folder)
    (folder / "README.md").write_text("another model")
    own = folder_hash(folder, setting="")
    settings = Settings(
        taggers=("spacy-parse",), spacy_model=folder, spacy_model_sha256=own.upper()
    )
    assert reader("frames-en", settings).version == f"1+spacy-parse@{own[:12]}"
    with pytest.raises(SettingsBroken, match=f"spacy_model_sha256: .* has the hash {own}"):
        wiring.taggers(Settings(taggers=("spacy-parse",), spacy_model=folder))


def test_a_package_with_other_weights_is_not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    spacy_parse()
    real_slovnet()
    monkeypatch.setattr(spacy_model, "PACKAGED_SHA256", "0" * 64)
    monkeypatch.setattr(slovnet_names, "PACKAGED_SHA256", "0" * 64)
    for name in ALL:
        with pytest.raises(SettingsBroken, match="has the hash"):
            wiring.taggers(Settings(taggers=(name,)))


def test_files_of_ones_own_take_the_place_of_natasha(tmp_path: Path) -> None:
    real_slovnet()
    spec = util.find_spec(slovnet_names.HOLDER)
    assert spec is not None
    assert spec.origin is not None
    for like in ("navec_*.tar", "slovnet_ner_*.tar"):
        (found,) = Path(spec.origin).parent.rglob(like)
        (tmp_path / found.name).symlink_to(found)
    settings = Settings(
        taggers=("slovnet-names",),
        slovnet_model=tmp_path,
        slovnet_model_sha256=slovnet_names.PACKAGED_SHA256,
    )
    assert wiring.taggers(settings).namers["ru"].version == slovnet_names.PACKAGED_SHA256[:12]
    with pytest.raises(SettingsBroken, match="slovnet_model_sha256: "):
        wiring.taggers(Settings(taggers=("slovnet-names",), slovnet_model=tmp_path))


@pytest.mark.parametrize("kind", ["spacy", "slovnet"])
def test_a_folder_that_holds_no_model_is_told_so(kind: str, tmp_path: Path) -> None:
    spacy_parse()
    real_slovnet()
    (tmp_path / "navec_1.tar").write_bytes(b"no archive")
    (tmp_path / "slovnet_ner_1.tar").write_bytes(b"no archive")
    name = {"spacy": "spacy-parse", "slovnet": "slovnet-names"}[kind]
    given = {f"{kind}_model": tmp_path}
    with pytest.raises(SettingsBroken) as told:
        wiring.taggers(Settings(taggers=(name,), **given))  # type: ignore[arg-type]
    found = str(told.value).split("has the hash ")[1][:64]
    pinned = {f"{kind}_model_sha256": found}
    with pytest.raises(SettingsBroken, match="could not be loaded"):
        wiring.taggers(Settings(taggers=(name,), **given, **pinned))  # type: ignore[arg-type]
    with pytest.raises(SettingsBroken, match=r"no folder|holds no files"):
        wiring.taggers(
            Settings(taggers=(name,), **{f"{kind}_model": tmp_path / "none"})  # type: ignore[arg-type]
        )


def test_two_that_point_out_english_names_are_one_too_many(tmp_path: Path) -> None:
    spacy_parse()
    with pytest.raises(SettingsBroken, match="Keep one"):
        wiring.taggers(Settings(taggers=("spacy-names",), names_model=tmp_path))
