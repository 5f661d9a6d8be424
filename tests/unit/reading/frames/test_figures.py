"""How many, of whom, where, on what grounds, now or in all."""

import pytest

from habeas.model.claim import FigureClaim
from habeas.model.codec import claim_id
from tests.reports import claims_in, told

NOW = "2021-02-15(document)"


def figures(text: str) -> list[str]:
    return [fact for fact in told(text) if "figure:" in fact]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            (
                "About 100 Ukrainians are currently being held in Russia and in Crimea on "
                "politically motivated charges."
            ),
            (
                f'{NOW} figure:held quantity=about:100("About 100") population="Ukrainians"/group '
                'territory="Russia"/state territory="Crimea"/place basis=current '
                'grounds="politically motivated charges"'
            ),
        ),
        (
            "More than 1,450 people have been detained in Velmora since 2014.",
            (
                f'{NOW} figure:arrested quantity=more_than:1451..("More than 1,450") '
                'population="people"/group territory="Velmora"/place basis=cumulative '
                'since=2014("2014")'
            ),
        ),
        (
            "In total, 3,120 people were prosecuted since the protests began in May 2018.",
            (
                '- figure:persecuted quantity=exact:3120("3,120") population="people"/group '
                'basis=cumulative since=2018-05("May 2018")'
            ),
        ),
        (
            "As of 1 March 2020, 110 Crimean Tatars were being held in Crimea.",
            (
                '2020-03-01("1 March 2020") figure:held quantity=exact:110("110") '
                'population="Crimean Tatars"/group territory="Crimea"/place basis=current'
            ),
        ),
        (
            "Two journalists detained in Sarov",
            (
                '- figure:arrested quantity=exact:2("Two") population="journalists"/group '
                'territory="Sarov"/place'
            ),
        ),
        (
            "The release of dozens of political prisoners from Russian captivity was welcomed.",
            (
                f'{NOW} figure:released quantity=dozens:24..99("dozens") '
                'population="political prisoners"/group holder="Russian"/state="Russia" '
                "basis=cumulative"
            ),
        ),
        (
            "Officers of the police arrested at least nine residents of the town of Tarhai.",
            (
                '- figure:arrested quantity=at_least:9..("at least nine") '
                'population="residents of the town of Tarhai"/group '
                'holder="Officers of the police"/group'
            ),
        ),
        (
            "There are 110 political prisoners in Velmora.",
            (
                f'{NOW} figure:held quantity=exact:110("110") '
                'population="political prisoners"/group '
                'territory="Velmora"/place basis=current'
            ),
        ),
        (
            "Ostravia has at least 40 political prisoners.",
            (
                f'{NOW} figure:held quantity=at_least:40..("at least 40") '
                'population="political prisoners"/group holder="Ostravia" basis=current'
            ),
        ),
        (
            "At least 110 people are on the list of political prisoners.",
            (
                f'{NOW} figure:other quantity=at_least:110..("At least 110") '
                'population="people"/group basis=current'
            ),
        ),
        (
            "Sixteen of our citizens are home.",
            f'{NOW} figure:released quantity=exact:16("Sixteen") population="citizens"/group',
        ),
        (
            "Open Door recorded 212 detentions in Velmora.",
            (
                f'{NOW} figure:arrested quantity=exact:212("212") territory="Velmora"/place '
                "unit=case basis=cumulative"
            ),
        ),
        (
            "Three soldiers who refused to fight were each sentenced to three years in a colony.",
            '- figure:sentenced quantity=exact:3("Three") population="soldiers"/group',
        ),
        (
            "Among those detained were 19 minors.",
            '- figure:arrested quantity=exact:19("19") population="minors"/group',
        ),
    ],
)
def test_a_count_of_people_is_a_figure(text: str, wanted: str) -> None:
    assert wanted in figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two laptops were seized.",
        "The talks were held for three days.",
        "There are no political prisoners in Velmora.",
        "Ivan Bondar, 34, was arrested.",
        "Many people were arrested.",
        "They were sentenced under Article 110.",
    ],
)
def test_what_counts_no_people_is_no_figure(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "More than 120 people were arrested in Velmora, of whom 64 remain in custody.",
        "More than 120 people were arrested in Velmora. Of these, 64 were sentenced.",
    ],
)
def test_a_part_knows_the_figure_it_is_a_part_of(text: str) -> None:
    whole, part = [one for one in claims_in(text) if isinstance(one, FigureClaim)]
    assert part.subset_of == claim_id(whole)
    assert part.population == whole.population
    assert not whole.subset_of


def test_people_who_are_to_be_released_are_not_counted_as_released() -> None:
    assert figures("Velmora demanded the release of 40 prisoners.")[0].endswith("modality=demanded")
