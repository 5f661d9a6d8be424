"""Whose words a Ukrainian text gives, and what bodies do about it in one breath."""

import pytest

from habeas.model.claim import ActionClaim, EventClaim
from habeas.model.vocabulary import Modality
from tests.slavic_reports import claims_in

ARREST = "Остапа Бойка затримали у Криму"


def speakers(text: str) -> list[str]:
    """Who says each event."""
    found = [one for one in claims_in("uk", text) if isinstance(one, EventClaim)]
    return [one.speaker.label if one.speaker else "" for one in found]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"{ARREST} – МЗС", "МЗС"),
        (f"Адвокат Марта Левків сказала «Полудню», що {ARREST}.", "Марта Левків"),
        (f"Марта Левків: {ARREST}", "Марта Левків"),
        (f"Це злочин. Про це заявила Марта Левків.\n\n«{ARREST}.", "Марта Левків"),
        (
            f"Про це повідомляє МЗС.\n\n“За «терор» судять. {ARREST}“, – йдеться у повідомленні.",
            "МЗС",
        ),
        (f"«{ARREST}», — розповіли у Координаційному штабі.", "Координаційному штабі"),
        (
            f'Про це пише газета «Полдень».\n\n"{ARREST}", - сказала Марта Левків.',
            "Марта Левків",
        ),
    ],
)
def test_the_speaker_is_carried_where_the_words_name_nobody(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        f"{ARREST}. Київ – Львів",
        f"Про це заявила Марта Левків.\n\n{ARREST}.",
        "Бойко Остап Іванович: взято під варту.",
    ],
)
def test_nobody_is_given_words_that_nobody_is_told_to_say(text: str) -> None:
    assert set(speakers(text)) <= {""}


def acts(text: str) -> list[tuple[str, str, str]]:
    """What is done, about what, in what manner."""
    return [
        (one.action.value, one.object.text if one.object else "", one.modality.value)
        for one in claims_in("uk", text)
        if isinstance(one, ActionClaim)
    ]


def test_one_body_does_several_things_in_one_sentence() -> None:
    text = (
        "МЗС України засуджує вирок Остапу Бойку, вимагає його негайного звільнення та закликає "
        "партнерів посилити санкції проти суддів."
    )
    assert acts(text) == [
        ("denounce", "вирок Остапу Бойку", "asserted"),
        ("demand", "його негайного звільнення", "asserted"),
        ("demand", "посилити санкції проти суддів", "asserted"),
    ]


def test_a_verb_without_its_own_object_is_about_what_follows() -> None:
    found = acts("МЗС засуджує, вимагає звільнити Остапа Бойка.")
    assert [one[0] for one in found] == ["denounce", "demand"]


def test_an_answer_is_demanded_and_the_arrest_is_a_fact() -> None:
    text = "МЗС закликає партнерів реагувати на арешт Остапа Бойка."
    found = [one.modality for one in claims_in("uk", text) if isinstance(one, EventClaim)]
    assert found == [Modality.ASSERTED]


def test_a_state_that_condemns_an_act_sentences_nobody() -> None:
    text = "Семеро учасників засудили нові обшуки та арешти в Криму."
    assert not [one for one in claims_in("uk", text) if not isinstance(one, ActionClaim)]
