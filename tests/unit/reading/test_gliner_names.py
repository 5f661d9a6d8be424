"""A stand-in plays the package: it needs no weights, and can be asked to lie."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from habeas import wiring
from habeas.model.claim import EventClaim
from habeas.model.errors import SettingsBroken
from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reading import gliner_names
from habeas.reading.gliner_names import GlinerNames
from habeas.reading.readers.frames_en import FramesReader
from habeas.reading.taggers import weights
from habeas.reading.taggers.spans import mentions_of
from habeas.settings import Settings
from tests.reports import reader, rendition

Entity = dict[str, Any]


def folder_hash(folder: Path) -> str:
    return weights.folder_hash(folder, setting=gliner_names.SETTING)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "model"
    (place / "encoder").mkdir(parents=True)
    (place / "gliner_config.json").write_text("{}")
    (place / "encoder" / "model.safetensors").write_bytes(b"weights")
    return place


class Package(ModuleType):
    """The package as far as it is used; `says` is what its model finds in a text."""

    def __init__(self, says: Callable[[str], object]) -> None:
        super().__init__("gliner")
        self.asked: list[tuple[str, tuple[str, ...]]] = []
        self.loaded: list[tuple[str, bool]] = []
        package = self

        class GLiNER:
            @staticmethod
            def from_pretrained(name: str, *, local_files_only: bool) -> "GLiNER":
                package.loaded.append((name, local_files_only))
                return GLiNER()

            def predict_entities(self, text: str, labels: list[str], *, threshold: float) -> object:
                assert threshold > 0
                package.asked.append((text, tuple(labels)))
                return says(text)

        self.GLiNER = GLiNER


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[str], object]], Package]:
    def put(says: Callable[[str], object]) -> Package:
        package = Package(says)
        monkeypatch.setitem(sys.modules, "gliner", package)
        return package

    return put


def finding(**names: str) -> Callable[[str], list[Entity]]:
    """A model that finds these names, each with its label, once wherever they stand."""

    def says(text: str) -> list[Entity]:
        return [
            {"start": text.index(words), "end": text.index(words) + len(words), "text": words,
             "label": label, "score": 0.9}
            for name, label in names.items()
            if (words := name.replace("_", " ")) in text
        ]  # fmt: skip

    return says


def read_with(folder: Path, text: str) -> list[Any]:
    namer = GlinerNames(folder, expected=folder_hash(folder))
    return list(FramesReader(namer).read(rendition(text))[0])


TEXT = "Police arrested Oyuunchimeg in Qaanaq on Monday."
# Nothing in the words tells a town from a man here; the rules take it for a man.
OPEN = "Police arrested Qaanaq on Monday."


def kinds_in(claims: list[Any]) -> dict[str, MentionKind]:
    found: dict[str, MentionKind] = {}
    for claim in claims:
        if isinstance(claim, EventClaim):
            found |= {one.text: one.kind for one in claim.persons}
            if claim.place:
                found[claim.place.text] = claim.place.kind
    return found


def test_a_name_that_no_table_knows_is_taken_from_the_model(
    folder: Path, install: Callable[..., Package]
) -> None:
    package = install(finding(Oyuunchimeg="person", Qaanaq="place"))
    with_model = kinds_in(read_with(folder, TEXT))
    assert with_model["Oyuunchimeg"] is MentionKind.PERSON
    assert package.loaded == [(str(folder), True)]
    assert package.asked[0][1] == ("person", "place")
    assert kinds_in(list(reader().read(rendition(OPEN))[0])) == {"Qaanaq": MentionKind.PERSON}
    assert kinds_in(read_with(folder, OPEN)) == {}


def test_claims_read_with_a_model_are_signed_with_its_hash(
    folder: Path, install: Callable[..., Package]
) -> None:
    install(finding(Oyuunchimeg="person"))
    (claim, *_) = read_with(folder, TEXT)
    assert claim.reading.version == f"{FramesReader.version}+gliner@{folder_hash(folder)[:12]}"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Police arrested Olha Petrenko in Kyiv on Monday.", {"Kyiv": "person"}),
        ("Police arrested Olha Petrenko in Kyiv on Monday.", {"Olha_Petrenko": "place"}),
        ("Police arrested Olha Petrenko in Kyiv on Monday.", {"Police": "person"}),
        ("Police arrested Olha Petrenko in Kyiv on Monday.", {"Monday": "place"}),
        ("Russia released Olha Petrenko.", {"Russia": "person", "Petrenko": "place"}),
    ],
)
def test_where_a_table_knows_the_name_the_table_wins(
    folder: Path, install: Callable[..., Package], text: str, names: dict[str, str]
) -> None:
    install(finding(**names))
    without = [replace(one, reading=None) for one in reader().read(rendition(text))[0]]
    assert [replace(one, reading=None) for one in read_with(folder, text)] == without
    assert without


def entity(start: object, end: object, label: object = "person", score: object = 0.9) -> Entity:
    return {"start": start, "end": end, "label": label, "score": score}


@pytest.mark.parametrize(
    "wrong",
    [
        entity(0, 999), entity(-4, 6), entity(5, 5), entity(9, 3), entity("0", "6"),
        entity(0.0, 6.0), entity("", 6), entity(None, None), entity(0, 3), entity(1, 6),
        entity(0, 7), entity(17, 20), entity(0, 6, label="weapon"), entity(0, 6, label=None),
        {}, [], None, "Police", 7,
    ],
)  # fmt: skip
def test_a_wrong_span_is_left_out(wrong: object) -> None:
    assert not list(mentions_of([wrong], "Before Police and more", Span(7, 22)))
    assert not list(mentions_of(wrong, "Before Police and more", Span(7, 22)))


def test_of_overlapping_spans_the_likelier_stays() -> None:
    said = [entity(0, 4, score=0.6), entity(0, 10, score=0.9), entity(5, 10, "place", 0.7)]
    assert list(mentions_of(said, "At: Olha Verba", Span(4, 14))) == [
        Mention("Olha Verba", MentionKind.PERSON, Span(4, 14))
    ]


def test_whatever_a_model_says_the_claims_stand_in_the_text(
    folder: Path, install: Callable[..., Package]
) -> None:
    install(lambda text: [entity(at, at + 9) for at in range(-3, len(text) + 5)])
    for claim in read_with(folder, TEXT):
        span = claim.quote.span
        assert TEXT[span.start : span.end] == claim.quote.text


def test_a_model_that_fails_costs_only_its_names(
    folder: Path, install: Callable[..., Package]
) -> None:
    def broken(_: str) -> object:
        raise RuntimeError

    install(broken)
    namer = GlinerNames(folder, expected=folder_hash(folder))
    text = "Police arrested Olha Petrenko in Kyiv on Monday."
    claims, problems = FramesReader(namer).read(rendition(text))
    assert claims
    assert [problem.code for problem in problems] == ["names-model-failed"]


def test_a_folder_with_another_hash_is_not_loaded(
    folder: Path, install: Callable[..., Package]
) -> None:
    package = install(finding())
    pinned = folder_hash(folder)
    (folder / "encoder" / "model.safetensors").write_bytes(b"other weights")
    with pytest.raises(SettingsBroken, match=folder_hash(folder)):
        GlinerNames(folder, expected=pinned)
    assert not package.loaded


def test_the_hash_is_over_names_and_contents(folder: Path) -> None:
    before = folder_hash(folder)
    (folder / "gliner_config.json").rename(folder / "config.json")
    assert folder_hash(folder) != before


def test_a_link_in_the_folder_is_refused(folder: Path) -> None:
    (folder / "more.bin").symlink_to("/etc/hostname")
    with pytest.raises(SettingsBroken, match="is a link"):
        folder_hash(folder)


def test_without_the_folder_or_the_package_it_is_said_what_to_do(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SettingsBroken, match="Put the whole model there"):
        wiring.readers(Settings(names_model=tmp_path / "nowhere"))
    (tmp_path / "empty").mkdir()
    with pytest.raises(SettingsBroken, match="is empty"):
        wiring.readers(Settings(names_model=tmp_path / "empty"))
    monkeypatch.setitem(sys.modules, "gliner", None)
    settings = Settings(names_model=folder, names_model_sha256=folder_hash(folder))
    with pytest.raises(SettingsBroken, match=r'pip install "habeas\[names\]"'):
        wiring.readers(settings)


def test_the_settings_give_the_names_to_the_english_reader(
    folder: Path, install: Callable[..., Package]
) -> None:
    package = install(finding(Oyuunchimeg="person"))
    found = wiring.readers(Settings(names_model=folder, names_model_sha256=folder_hash(folder)))
    english = next(one for one in found if one.name == "frames-en")
    english.read(rendition(TEXT))
    assert package.asked


def test_a_model_that_cannot_be_loaded_is_said_to_be_so(
    folder: Path, install: Callable[..., Package], monkeypatch: pytest.MonkeyPatch
) -> None:
    package = install(finding())

    def failing(*_: object, **__: object) -> object:
        raise OSError

    monkeypatch.setattr(package.GLiNER, "from_pretrained", failing)
    with pytest.raises(SettingsBroken, match="could not be loaded"):
        GlinerNames(folder, expected=folder_hash(folder))
