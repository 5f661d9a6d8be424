"""Languages are folders, and each paragraph is told to be in one of them."""

from __future__ import annotations

import pytest

from habeas.model.errors import ReferenceBroken
from habeas.model.quote import Span
from habeas.reference.files import names
from habeas.reference.languages import codes, declining, language, language_of, languages_of
from habeas.text.segments import paragraphs


def of_each(text: str) -> list[str]:
    return languages_of(text, paragraphs(text))


def test_one_small_word_does_not_set_a_paragraph_against_all_others() -> None:
    text = "Съезд окончен.\n\nРассказ про арест Минчука."
    assert of_each(text) == ["ru", "ru"]
    assert of_each("Це її дім.\n\nСуд обрав арешт до 27 серпня.") == ["uk", "uk"]


def test_every_folder_of_lexicons_is_a_language() -> None:
    assert set(codes()) == {name.split("/")[1] for name in names("lexicons")}
    assert codes()[0] == "en"
    assert set(declining()) == set(codes()) - {"en"}


def test_a_language_without_a_folder_is_refused() -> None:
    with pytest.raises(ReferenceBroken, match=r"lexicons/xx/language\.yml"):
        language("xx")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Сілавікі затрымалі ў Гродне журналістку.", "be"),
        ("Яго судзяць паводле артыкула 342.", "be"),
        ("Зьняволены застаецца ў няволі.", "be"),
        ("ЗАТРЫМАЛІ ЖУРНАЛІСТКУ", "be"),
        ("ПАЛІТВЯЗНЯ ВЫЗВАЛІЛІ", "be"),
        ("ЗАТРИМАЛИ ЖУРНАЛІСТКУ", "uk"),
        ("Його затримали у Криму.", "uk"),
        ("Обшуки в Ялті тривали добу.", "uk"),
        ("ЗАДЕРЖАЛИ ЖУРНАЛИСТКУ", "ru"),
        ("Суд в Минске вынес приговор.", "ru"),
        ("Его задержали.", "ru"),
        ("Елена была задержана.", "ru"),
        ("Алена, Вера", ""),
        ("Two were held in Łódź and Biełaruś.", "en"),
        ("Seyran Celâl was detained.", "en"),
        ("Palitviazień pisaŭ vieršy dla dziaciej.", "be-Latn"),
        ("The teacher Uładzimir Bandaruk was held.", "en"),
        ("Uładzimir Bandaruk", ""),
        ("Siłaviki zatrymali ŭ Hrodnie žurnalistku Alenu Piatrenka.", "be-Latn"),
        ("Jaho sudziać u Miensku, paviedamlaje «Viasna».", "be-Latn"),
        ("ZATRYMALI ŽURNALISTKU Ŭ BIEŁASTOKU", "be-Latn"),
        ("12 + 4", ""),
        ("今天", ""),
    ],
)
def test_a_paragraph_is_told_by_its_letters_and_small_words(text: str, wanted: str) -> None:
    assert language_of(text) == wanted


def test_what_letters_leave_open_is_in_the_language_of_most_of_the_document() -> None:
    """ "Алена" and "Вера" are spelled alike; the paragraph between is not."""
    assert of_each("Сілавікі прыйшлі ў пяць.\n\nАлена, Вера.") == ["be", "be"]
    assert of_each("Силовики пришли в пять.\n\nАлена, Вера.") == ["ru", "ru"]
    assert of_each("Силовики прийшли о п'ятій.\n\nІван, Богдан.") == ["uk", "uk"]
    assert of_each("Сілавікі прыйшлі ў пяць.\n\nІван, Багдан.") == ["be", "be"]


def test_a_name_in_latin_letters_is_in_the_language_of_the_document() -> None:
    assert of_each("Two were held.\n\nUładzimir Bandaruk") == ["en", "en"]
    belarusian = "Jaho zatrymali ŭ Hrodnie.\n\nUładzimir Bandaruk"
    assert of_each(belarusian) == ["be-Latn", "be-Latn"]
    assert of_each("Uładzimir Bandaruk") == ["en"]


def test_where_a_document_decides_nothing_the_likelier_language_is_taken() -> None:
    assert languages_of("Алена, Вера", [Span(0, 11)]) == ["ru"]
    assert languages_of("Іван, Богдан", [Span(0, 12)]) == ["uk"]


def test_a_quotation_in_a_neighbouring_language_is_told_from_what_surrounds_it() -> None:
    text = "Суддзя адмовіў у хадайніцтве.\n\n«Я ничего не сделала и прошу свободы».\n\nЯе вывелі."
    assert of_each(text) == ["be", "ru", "be"]
