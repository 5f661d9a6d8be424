"""Ties between a detention and what another state does."""

import pytest

from tests.reports import told

OLHA = 'person="Olha Petrenko"/person'


def ties(text: str) -> list[str]:
    return [fact.removeprefix("- ") for fact in told(text) if "leverage:" in fact]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Ostravia released Olha Petrenko in exchange for two officers.",
            f'leverage:counterpart {OLHA} holder="Ostravia" object="two officers"/thing',
        ),
        (
            "Ostravia offered to free Olha Petrenko if Velmora lifted its sanctions.",
            f'leverage:offer {OLHA} target="Velmora" object="Velmora lifted its sanctions"/thing',
        ),
        (
            "Olha Petrenko would be released only if Velmora lifted its sanctions.",
            f'leverage:demand {OLHA} target="Velmora" object="Velmora lifted its sanctions"/thing',
        ),
        (
            "Ostravia holds Olha Petrenko as a bargaining chip.",
            f'leverage:link {OLHA} holder="Ostravia"',
        ),
        (
            "Ostravia released Olha Petrenko as a gesture of goodwill.",
            f'leverage:concession {OLHA} holder="Ostravia"',
        ),
        (
            "Ostravia will release Olha Petrenko once Velmora lifts its blockade.",
            (
                f'leverage:demand {OLHA} holder="Ostravia" target="Velmora" '
                'object="Velmora lifts its blockade"/thing'
            ),
        ),
        (
            "Ostravia freed Olha Petrenko after Velmora dropped a lawsuit.",
            (
                f'leverage:concession {OLHA} holder="Ostravia" target="Velmora" '
                'object="Velmora dropped a lawsuit"/thing'
            ),
        ),
        (
            "Olha Petrenko was exchanged for two officers.",
            f'leverage:counterpart {OLHA} object="two officers"/thing',
        ),
        (
            "In return Velmora released Olha Petrenko.",
            f'leverage:counterpart {OLHA} holder="Velmora"',
        ),
        (
            "Ostravia freed 40 prisoners in exchange for two officers.",
            (
                'leverage:counterpart person="prisoners"/group holder="Ostravia" '
                'object="two officers"/thing'
            ),
        ),
    ],
)
def test_a_detention_tied_to_another_states_deeds_is_kept(text: str, wanted: str) -> None:
    assert ties(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Ostravia released Olha Petrenko.",
        "Steel was given in exchange for grain.",
        "Unless it rains, Olha Petrenko will walk.",
        "Ostravia offered to free Olha Petrenko.",
        "Olha Petrenko will be released once the doctors agree.",
        "Ostravia freed Olha Petrenko after Velmora protested.",
        "The hostages were exchanged for one horse.",
    ],
)
def test_without_people_or_a_tie_there_is_none(text: str) -> None:
    assert ties(text) == []


def test_a_swap_that_might_come_is_conditional() -> None:
    ties = [fact for fact in told("Olha Petrenko might be exchanged for two officers.")
            if "leverage:" in fact]  # fmt: skip
    assert len(ties) == 1
    assert ties[0].endswith("modality=conditional")
