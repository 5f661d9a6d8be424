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
    facts = told("Velmora demanded the release of 40 prisoners.")
    assert not [fact for fact in facts if "figure:" in fact]
    assert facts[0].startswith('- released person="40 prisoners"/group count=exact:40("40")')
    assert facts[0].endswith("modality=demanded")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "A total of 109 political prisoners are being illegally held on the territory of Kesh.",
            (
                'held quantity=exact:109("A total of 109") population="political prisoners"/group '
                'territory="territory of Kesh"/place basis=current'
            ),
        ),
        (
            'Sandor said 112 citizens "are being illegally held in Melnyk".',
            'held quantity=exact:112("112") population="citizens"/group territory="Melnyk"/place',
        ),
        (
            "The number of political prisoners in Kesh has risen to 1,500.",
            (
                'held quantity=exact:1500("1,500") population="political prisoners"/group '
                'territory="Kesh"/place basis=current'
            ),
        ),
        (
            "The list includes over 40 prisoners.",
            'held quantity=more_than:41..("over 40") population="prisoners"/group basis=current',
        ),
        (
            "Almost 1,500 people are detained in Melnyk.",
            'held quantity=about:1500("Almost 1,500") population="people"/group',
        ),
        (
            "Hundreds of people remain behind bars.",
            'held quantity=hundreds:200..999("Hundreds") population="people"/group basis=current',
        ),
        (
            "Another 277 soldiers have returned from Ostravian captivity.",
            'released quantity=exact:277("Another 277") population="soldiers"/group',
        ),
        (
            "It brings the number of prisoners released to 3,771.",
            'released quantity=exact:3771("3,771") population="prisoners"/group',
        ),
        (
            "Police searched eleven houses in Bakla.",
            'searched quantity=exact:11("eleven") population="houses"/thing territory="Bakla"',
        ),
        (
            "The Mission has recorded 312 politically motivated prosecutions.",
            'persecuted quantity=exact:312("312") unit=prosecution',
        ),
        (
            "Velmora searched homes, and at least 23 fans were detained.",
            'arrested quantity=at_least:23..("at least 23") population="fans"/group',
        ),
        (
            "Some 40 people are held in prisons, and 9 are under house arrest.",
            'held quantity=exact:9("9") basis=current',
        ),
    ],
)
def test_numbers_are_found_in_every_dress(text: str, wanted: str) -> None:
    assert any(f"figure:{wanted}" in fact for fact in figures(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Kesh is holding 181 prisoners, 116 of them are Tatars.",
            'exact:116("116") population="T',
        ),
        ("Kesh holds 181 prisoners. 116 of them are Tatars.", 'exact:116("116") population="Tatar'),
        ("Kesh holds 133 citizens on false charges, including 97 women.", 'exact:97("97") popul'),
        ("Police held 14 people, nine of whom were still in custody.", 'exact:9("nine") populat'),
        ("Police detained 23 people. Five of the 23 were released.", 'exact:5("Five") populatio'),
        (
            "Kesh holds 50 people, 22 of them in pre-trial detention.",
            'exact:22("22") population="p',
        ),
        ("Kesh has convicted 78 people; 71 are still behind bars.", 'exact:71("71") population="p'),
        ("Kesh holds 40 prisoners. Eight of them have died.", 'exact:8("Eight") population="pri'),
    ],
)
def test_a_part_is_told_with_the_figure_it_is_a_part_of(text: str, wanted: str) -> None:
    found = [one for one in claims_in(text) if isinstance(one, FigureClaim)]
    parts = [one for one in found if one.subset_of]
    assert [one.subset_of for one in parts] == [claim_id(found[0])]
    assert any(wanted in fact for fact in figures(text))


@pytest.mark.parametrize(
    "text",
    [
        "Two men, Ivan Bondar and Petro Melnyk, were arrested.",
        "The men, three of whom are Velmoran, were arrested.",
        "Ivan Bondar and Petro Melnyk were held. Both were released.",
        "Velmora plans to release 40 prisoners.",
        "Velmora has not released 40 prisoners.",
        "The number of prisoners rose by 40.",
        "The number of prisoners rose from 40 to 60.",
        "Forty of the trees are old.",
    ],
)
def test_those_named_and_those_nothing_happened_to_are_no_figure(text: str) -> None:
    assert figures(text) == []


def test_to_die_is_not_to_be_killed() -> None:
    assert "figure:other" in figures("Eight prisoners died in custody.")[0]
    assert "figure:killed" in figures("Guards killed eight prisoners.")[0]
