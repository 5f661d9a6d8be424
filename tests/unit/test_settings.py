from dataclasses import fields
from pathlib import Path

import pytest

from habeas.model.errors import SettingsBroken
from habeas.settings import Settings, load, settings_file


def written(folder: Path, text: str) -> Path:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_nothing_set_leaves_the_defaults(tmp_path: Path) -> None:
    assert load({"HOME": str(tmp_path)}, platform="linux") == Settings()


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    config = written(tmp_path, 'actor = "Olha B."\nreaders = ["one", "two"]\n')
    settings = load({"HABEAS_ACTOR": "Taras C."}, config=config)
    assert (settings.actor, settings.readers) == ("Taras C.", ("one", "two"))


def test_a_list_in_the_environment_is_parted_by_commas() -> None:
    assert load({"HABEAS_READERS": "one, two,", "HOME": "/nowhere"}).readers == ("one", "two")


def test_a_relative_path_in_the_file_counts_from_the_file(tmp_path: Path) -> None:
    config = written(tmp_path, 'register = "kept"\n')
    assert load({}, config=config).register == tmp_path / "kept"


def test_the_file_in_the_usual_place_is_found(tmp_path: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(tmp_path)}
    path = settings_file(environment, "linux")
    path.parent.mkdir()
    path.write_text('actor = "Olha B."\n', encoding="utf-8")
    assert load(environment, platform="linux").actor == "Olha B."


@pytest.mark.parametrize(
    ("platform", "place"),
    [
        ("linux", "/h/.config/habeas/settings.toml"),
        ("darwin", "/h/Library/Application Support/habeas/settings.toml"),
        ("win32", "/h/AppData/Roaming/habeas/settings.toml"),
    ],
)
def test_every_platform_has_its_usual_place(platform: str, place: str) -> None:
    assert settings_file({"HOME": "/h"}, platform).as_posix() == place


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    config = written(tmp_path, 'reader = "x"\nactor = 5\nregister = ["a"]\nreaders = ["a", 1]\n')
    with pytest.raises(SettingsBroken) as refused:
        load({"HABEAS_COLOUR": "red"}, config=config)
    assert len(refused.value.faults) == 5
    for word in ("reader:", "actor: 5 is not a text", "register:", "readers:", "HABEAS_COLOUR"):
        assert word in str(refused.value)


def test_a_file_that_is_not_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    config = written(tmp_path, "actor Olha\n")
    with pytest.raises(SettingsBroken, match=r"settings\.toml: is not TOML .*line 1"):
        load({}, config=config)


@pytest.mark.parametrize("environment", [{}, {"HABEAS_CONFIG": "/nowhere/settings.toml"}])
def test_a_named_file_that_is_missing_is_refused(environment: dict[str, str]) -> None:
    config = None if environment else Path("/nowhere/settings.toml")
    with pytest.raises(SettingsBroken, match="cannot be opened"):
        load(environment, config=config)


def test_every_setting_is_documented_and_its_example_can_be_used(tmp_path: Path) -> None:
    for setting in fields(Settings):
        assert setting.metadata["doc"].endswith(".")
        config = written(tmp_path, f"{setting.name} = {setting.metadata['example']}\n")
        assert load({}, config=config) != Settings()


def test_settings_behind_a_closed_door_are_not_taken_for_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", closed)
    with pytest.raises(SettingsBroken, match=r"cannot be opened \(Permission denied"):
        load({"XDG_CONFIG_HOME": str(tmp_path)})


@pytest.mark.parametrize("wrong", ["2", "-0.1", "true", '"half"'])
def test_a_share_lies_between_nothing_and_one(tmp_path: Path, wrong: str) -> None:
    config = written(tmp_path, f"propose_below = {wrong}\n")
    with pytest.raises(SettingsBroken, match="a number from 0 to 1"):
        load({}, config=config)


def test_a_share_may_come_from_the_environment() -> None:
    assert load({"HABEAS_PROPOSE_BELOW": "0.25"}).propose_below == 0.25
    with pytest.raises(SettingsBroken, match="HABEAS_PROPOSE_BELOW"):
        load({"HABEAS_PROPOSE_BELOW": "much"})
