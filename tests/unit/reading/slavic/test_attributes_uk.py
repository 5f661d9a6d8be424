"""What stands with a name in Ukrainian: offices, trades, ages, births, kin; in the nominative."""

import pytest

from habeas.model.claim import AttributeClaim
from tests.slavic_reports import claims_in


def said(text: str) -> set[tuple[str, str, str]]:
    """Whom, what, and its value."""
    return {
        (
            claim.subject.label,
            claim.attribute.value,
            str(getattr(claim.value, "label", claim.value)),
        )
        for claim in claims_in("uk", text)
        if isinstance(claim, AttributeClaim)
    }


@pytest.mark.parametrize(
    ("text", "name", "attribute", "value"),
    [
        ("Затримали координатора руху «Вільний берег» Левка Бойка.", "Левко Бойко", "role",
         "координатор руху «Вільний берег»"),
        ("Це сказала заступниця голови Олена Левкович.", "Олена Левкович", "role",
         "заступниця голови"),
        ("Проти судді Петра Бойка ввели санкції.", "Петро Бойко", "role", "суддя"),
        ("Слова адвоката Петра Бойка почули.", "Петро Бойко", "occupation", "адвокат"),
        ("Олена Левкович, 34 роки, медсестра з Ялти, прийшла.", "Олена Левкович", "occupation",
         "медсестра з Ялти"),
        ("Бачили Олену Левкович, 1979 року народження, вчительку.", "Олена Левкович",
         "birth_date", "1979"),
        ("Про це сказала її дочка Олена Левкович.", "Олена Левкович", "kinship", "дочка"),
        ("Чекали громадянина України Петра Бойка.", "Петро Бойко", "nationality", "Україна"),
    ],
)  # fmt: skip
def test_it_is_said_in_the_nominative(text: str, name: str, attribute: str, value: str) -> None:
    assert (name, attribute, value) in said(text)


def test_an_age_behind_the_name_is_a_number_of_years() -> None:
    found = said("Олена Левкович, 34 роки, медсестра, прийшла.")
    assert any(attribute == "age" for _, attribute, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        "Адвокат Івана Бондаря прийшов.",
        "Дружина Івана Бондаря чекала.",
        "Вирок про 5-річне ув'язнення Івана Бондаря.",
    ],
)
def test_what_is_said_of_another_is_not_said_of_the_name(text: str) -> None:
    assert said(text) == set()
