"""Who is kept from lawyers, kin and consuls."""

import pytest

from tests.reports import told

OLHA = 'person="Olha Petrenko"/person'


@pytest.mark.parametrize(
    "text",
    [
        "Olha Petrenko was denied access to a lawyer.",
        "Olha Petrenko has not been allowed to see a lawyer.",
        "A lawyer was not allowed to see Olha Petrenko.",
        "Diplomats have never been granted access to Olha Petrenko.",
        "Ostravia refused consular access to Olha Petrenko.",
        "Guards denied Olha Petrenko medical care.",
    ],
)
def test_access_refused_is_told_of_who_is_held(text: str) -> None:
    assert any(" denied_access " in fact and OLHA in fact for fact in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Olha Petrenko was allowed to see a lawyer.",
        "The consul was able to see Olha Petrenko.",
        "Diplomats were granted access to Olha Petrenko.",
    ],
)
def test_access_granted_is_no_refusal(text: str) -> None:
    assert not any(" denied_access " in fact for fact in told(text))
