import inspect

import pytest

from habeas.model.claim import AnyClaim
from habeas.model.notation import parse
from habeas.reading.agreement import Agreement, compared


def claims(notation: str) -> list[AnyClaim]:
    return parse(inspect.cleandoc(notation))


def verdict(one: str, *others: str) -> Agreement:
    """What readers who say `others` make of `one`; each is a first line of notation."""
    placed = [f'{line}\n    from 7f3a:0-40 -- "a quote of forty characters, no more, no"'
              for line in (one, *others)]  # fmt: skip
    (claim, *rest) = [claims(text)[0] for text in placed]
    (found,) = compared([claim], rest)
    assert len(found.others) <= len(others)
    return found.agreement


ARREST = '2021-05-03 arrested person="Olha Brenko"/person'


@pytest.mark.parametrize(
    "other",
    [
        ARREST,
        '- arrested person="Brenko"/person="Olha Brenko"',
        '2021-05 arrested person="Olha Brenko"/person place="Sarnova"',
        '2021-05-03 arrested person="Ольгу Бренко"/person="Olha Brenko"',
        '2021-05-03 arrested person="OLHA BRENKO" modality=alleged',
        '2021-05-03 arrested person="Taras Ilven" person="O. Brenko"',
    ],
)
def test_two_readers_agree_on_kind_and_person(other: str) -> None:
    assert verdict(ARREST, other) is Agreement.AGREED


@pytest.mark.parametrize(
    "other",
    [
        '2021-05-03 released person="Olha Brenko"/person',
        '2021-05-03 arrested person="Taras Ilven"/person',
        "2021-05-03 arrested count=exact:1",
        '- action person="Olha Brenko"'.replace("action person", "denounce actor"),
    ],
)
def test_what_the_other_does_not_say_is_held_here_only(other: str) -> None:
    assert verdict(ARREST, other) is Agreement.ONLY_HERE


@pytest.mark.parametrize(
    "other",
    [
        '2021-05-03 arrested person="Olha Brenko" modality=denied',
        '2021-06-12 arrested person="Olha Brenko"',
    ],
)
def test_another_manner_or_another_date_contradicts(other: str) -> None:
    assert verdict(ARREST, other) is Agreement.CONFLICTING


def test_two_lengths_of_one_sentence_contradict() -> None:
    eight = '- sentenced person="Taras Ilven" sentence={duration=P8Y words="8 years"}'
    assert verdict(eight, eight.replace("8", "9")) is Agreement.CONFLICTING
    assert verdict(eight, '- sentenced person="Taras Ilven"') is Agreement.AGREED


def test_figures_agree_on_what_is_counted_and_the_number() -> None:
    held = "- figure:held quantity=about:100"
    assert verdict(held, "- figure:held quantity=exact:100") is Agreement.AGREED
    assert verdict(held, "- figure:held quantity=exact:110") is Agreement.ONLY_HERE
    assert verdict(held, "- figure:released quantity=about:100") is Agreement.ONLY_HERE


def test_an_attribute_agrees_where_one_value_holds_the_other() -> None:
    teacher = '- attribute:occupation subject="Olha Brenko" value="teacher"'
    other = '- attribute:occupation subject="Brenko" value="school teacher"'
    assert verdict(teacher, other) is Agreement.AGREED
    assert verdict(teacher, other.replace("school teacher", "nurse")) is Agreement.CONFLICTING


def test_one_that_agrees_outweighs_one_that_contradicts() -> None:
    denied = f"{ARREST} modality=denied"
    assert verdict(ARREST, denied, ARREST) is Agreement.AGREED
    assert verdict(denied, denied, ARREST) is Agreement.AGREED


def test_nothing_agrees_with_nothing() -> None:
    assert verdict(ARREST) is Agreement.ONLY_HERE


def test_claims_about_nobody_named_agree_only_where_they_stand() -> None:
    first = claims(
        """
        - characterised:arbitrary act="arrest"
            from 7f3a:0-10 -- "her arrest"
        - characterised:arbitrary act="arrest"
            from 7f3a:5-15 -- "arrest was"
        - characterised:arbitrary act="arrest"
            from 7f3a:50-60 -- "her arrest"
        """
    )
    near, far = compared([first[1], first[2]], [first[0]])
    assert (near.agreement, far.agreement) == (Agreement.AGREED, Agreement.ONLY_HERE)
