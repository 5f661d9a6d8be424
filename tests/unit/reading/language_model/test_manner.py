import pytest

from habeas.reading.language_model.manner import is_pronoun, languages, manners_in
from habeas.reference.lexicon_entries import entries

PROOFS = [
    (language, entry)
    for language in sorted(languages())
    for entry in entries(f"lexicons/{language}/manner.yml", parts=("pattern",))
]


def test_the_three_languages_have_words_for_the_manner_of_speaking() -> None:
    assert languages() >= {"en", "uk", "ru"}


@pytest.mark.parametrize(
    ("language", "entry"), PROOFS, ids=[f"{one[0]} {one[1].id}" for one in PROOFS]
)
def test_every_entry_proves_itself(language: str, entry) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    assert language
    pattern = entry.pattern("pattern")
    for example in entry.words("examples"):
        assert pattern.search(example), example
    for near_miss in entry.words("not"):
        assert not pattern.search(near_miss), near_miss


@pytest.mark.parametrize(
    ("language", "text", "manners"),
    [
        ("en", "Police detained Olha Brenko on 3 May 2021.", set()),
        ("en", "Velmora demanded that he not be tried.", {"demanded", "denied"}),
        ("uk", "Поліція затримала Ольгу Бренко 3 травня.", set()),
        ("uk", "Міністерство заперечує, що Ольгу звільнили.", {"denied"}),
        ("ru", "Полиция задержала Ольгу Бренко 3 мая.", set()),
        ("ru", "Они требуют освободить Ольгу, если она жива.", {"demanded", "conditional"}),
    ],
)  # fmt: skip
def test_the_manner_of_a_sentence_is_seen_in_its_words(
    language: str, text: str, manners: set[str]
) -> None:
    assert manners_in(text, language) == manners


def test_a_pronoun_is_no_name_and_a_name_is_no_pronoun() -> None:
    assert is_pronoun("She", "en")
    assert not is_pronoun("Olha Brenko", "en")
