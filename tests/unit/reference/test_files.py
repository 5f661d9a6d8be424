from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.model.errors import ReferenceBroken
from habeas.reference import files


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A reference folder of our own, and no memory of the real one, before or after."""
    monkeypatch.setattr(files, "_root", lambda: tmp_path)
    files.read.cache_clear()
    files.edition.cache_clear()
    yield tmp_path
    files.read.cache_clear()
    files.edition.cache_clear()


def written(folder: Path, name: str, content: str | bytes) -> str:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def test_norway_is_not_false_and_dates_stay_text(folder: Path) -> None:
    name = written(folder, "a.yml", "[NO, on, yes, 2014-02-20, 2014-04~, 12:30, 0x1F, 1_000, 007]")
    wanted = ["NO", "on", "yes", "2014-02-20", "2014-04~", "12:30", "0x1F", "1_000", "007"]
    assert files.read(name) == wanted


def test_plain_numbers_and_truth_values_are_read_as_such(folder: Path) -> None:
    name = written(folder, "a.yml", "[true, false, null, ~, 17, -3, 2.5]")
    assert files.read(name) == [True, False, None, None, 17, -3, 2.5]
    assert files.read(written(folder, "b.yml", "a:\nb: ''\n")) == {"a": None, "b": ""}


def test_a_file_is_read_once(folder: Path) -> None:
    name = written(folder, "a.yml", "a: 1")
    first = files.read(name)
    written(folder, "a.yml", "a: 2")
    assert files.read(name) is first


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("a: 1\nb: [2\nc: 3\n", "line 3"),
        ("a: 1\n\tb: 2\n", "line 2"),
        ("a: 1\nb: 'x\n", "line 3"),
        ("a: !!python/object:os.system x\n", "line 1"),
        (b"a: 1\nb: \xff\xfe\n", "broken.yml"),
    ],
)
def test_what_is_no_yaml_is_named_with_file_and_line(
    folder: Path, content: str | bytes, where: str
) -> None:
    name = written(folder, "deep/broken.yml", content)
    with pytest.raises(ReferenceBroken, match=where) as caught:
        files.read(name)
    assert "deep/broken.yml" in str(caught.value)


@pytest.mark.usefixtures("folder")
def test_a_file_or_folder_that_is_not_there_is_named() -> None:
    with pytest.raises(ReferenceBroken, match=r"gone\.yml.*no such file"):
        files.read("gone.yml")
    with pytest.raises(ReferenceBroken, match=r"gone, .*no such folder"):
        files.names("gone")


def test_names_go_down_all_folders_and_are_sorted(folder: Path) -> None:
    for name in ("b.yml", "a/z.yml", "a/deep/c.yml", "a/code.py"):
        written(folder, name, "x: 1")
    assert files.names() == ("a/deep/c.yml", "a/z.yml", "b.yml")
    assert files.names("a") == ("a/deep/c.yml", "a/z.yml")
    assert [files.read(name) for name in files.names("a/deep")] == [{"x": 1}]


def edition_of(folder: Path, files_: dict[str, str]) -> str:
    for name, content in files_.items():
        written(folder, name, content)
    files.edition.cache_clear()
    return files.edition()


def test_the_edition_changes_with_content_and_name_and_nothing_else(folder: Path) -> None:
    first = edition_of(folder, {"a.yml": "a: 1\n", "b.yml": "b: 1\n"})
    assert edition_of(folder, {"a.yml": "a: 1\r\n"}) == first
    assert edition_of(folder, {"code.py": "x = 1"}) == first
    second = edition_of(folder, {"a.yml": "a: 2\n"})
    assert second != first
    (folder / "a.yml").rename(folder / "c.yml")
    assert edition_of(folder, {}) not in {first, second}
    (folder / "c.yml").rename(folder / "a.yml")
    assert edition_of(folder, {"a.yml": "a: 1\n"}) == first


def test_the_edition_of_what_ships_names_a_month_and_a_hash() -> None:
    month, digest = files.edition().split("+")
    assert month.startswith("20")
    assert len(digest) == 8
    assert int(digest, 16) >= 0
