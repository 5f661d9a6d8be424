"""What arrests, charges and trials are called, of whom and against whom."""

import pytest

from tests.reports import told


def called(text: str) -> list[str]:
    """The characterisations of a text, without the date, which is the document's."""
    facts = [fact.removeprefix("2021-02-15(document) ") for fact in told(text)]
    return [fact.removeprefix("characterised:") for fact in facts if "characterised:" in fact]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "the arbitrary arrests of activists in Crimea",
            'arbitrary act="arrests" of="activists"/group place="Crimea"/place',
        ),
        (
            "the arbitrarily detained journalists",
            'arbitrary act="detained" of="arbitrarily detained journalists"/group',
        ),
        (
            "Olha Petrenko was illegally imprisoned by Russia.",
            'unlawful act="imprisoned" of="Olha Petrenko"/person against="Russia"/state',
        ),
        (
            "Citizens were arbitrarily arrested and illegally imprisoned by Russia.",
            'arbitrary act="arrested" of="Citizens"/group against="Russia"/state',
        ),
        (
            "Olha Petrenko is held on politically motivated charges.",
            'politically_motivated act="charges" of="Olha Petrenko"/person',
        ),
        (
            "The persecution of believers on fabricated charges has become routine.",
            'fabricated act="charges"',
        ),
        (
            "The political persecution of believers is a practice of the occupying power.",
            (
                'politically_motivated act="persecution" of="believers"/group '
                'against="occupying power"/body'
            ),
        ),
        ("The charges are fabricated.", 'fabricated act="charges"'),
        (
            "The trial of Olha Petrenko was unfair.",
            'unfair_trial act="trial" of="Olha Petrenko"/person',
        ),
        (
            "The ministry considers these arrests arbitrary.",
            'arbitrary act="arrests" speaker="ministry"/body',
        ),
        (
            "Velmora condemned the sentence of Olha Petrenko as unjust.",
            'unlawful act="sentence" of="Olha Petrenko"/person speaker="Velmora"',
        ),
        (
            "Velmora is using our citizens as hostages.",
            'hostage act="hostages" of="citizens"/group against="Velmora"',
        ),
        (
            "The enforced disappearance of Olha Petrenko was reported.",
            'enforced_disappearance act="disappearance" of="Olha Petrenko"/person',
        ),
    ],
)
def test_what_is_called_so_is_kept_with_those_it_is_said_of(text: str, wanted: str) -> None:
    assert wanted in called(text)


@pytest.mark.parametrize(
    "text",
    [
        "an arbitrary number of arrests",
        "The Declaration Against Arbitrary Detention was signed.",
        "They met at a conference on arbitrary detention in Sarov.",
        "The trial was not unfair.",
        "The arrests would be arbitrary.",
        "political talks",
        "They gave false names.",
    ],
)
def test_what_nobody_calls_so_is_left_alone(text: str) -> None:
    assert called(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            'Velmora denounced the "arbitrary and unlawful detention" of nurses in Kesh.',
            ['arbitrary act="detention" of="nurses"', 'unlawful act="detention" of="nurses"'],
        ),
        (
            "About 90 of our citizens are being held hostage by Kesh.",
            ['hostage act="held hostage" of="citizens"/group against="Kesh"'],
        ),
        ("Our citizens are hostages.", ['hostage act="hostages" of="citizens"/group']),
        (
            "The network recognised Ivan Bondar as a political prisoner.",
            ['politically_motivated act="political prisoner" of="Ivan Bondar"/person'],
        ),
        (
            "The group called the trial unfair and the verdict politically motivated.",
            ['unfair_trial act="trial"', 'politically_motivated act="verdict"'],
        ),
        ("Guards tortured Ivan Bondar.", ['torture act="tortured" of="Ivan Bondar"/person']),
        (
            "Velmora designated Ivan Bondar as wrongfully detained.",
            ['unlawful act="detained" of="Ivan Bondar"/person'],
        ),
        (
            "Kesh is holding 133 men on politically motivated charges.",
            ['politically_motivated act="charges" of="men"/group'],
        ),
    ],
)
def test_calling_has_many_dresses(text: str, wanted: list[str]) -> None:
    found = called(text)
    assert len(found) == len(wanted)
    assert all(one.startswith(words) for one, words in zip(found, wanted, strict=True))


def test_what_is_denied_is_called_so_by_nobody() -> None:
    for text in (
        "The ministry dismissed reports that Ivan Bondar had been tortured.",
        "The ministry denied that any of the country's citizens was held hostage.",
        "No citizens were held hostage in Kesh.",
    ):
        (fact,) = called(text)
        assert fact.endswith("modality=denied")


@pytest.mark.parametrize(
    "text",
    [
        "There are 40 political prisoners in Kesh.",
        "Our mills have been hostage to imports.",
        "Two men were taken hostage by gunmen.",
        "The ministry rejected the accusation as groundless.",
        "Ivan Bondar is no political prisoner.",
        "The minister told reporters that charges rose.",
    ],
)
def test_those_counted_and_things_are_called_nothing(text: str) -> None:
    assert called(text) == []
