"""What was said of a person, as episodes of detention."""

from __future__ import annotations

from habeas.model.decision import Choice
from habeas.model.person import Episode, Stage
from habeas.model.vocabulary import CustodyStatus, EventKind, ReleaseForm
from tests.facts import Facts, subject_of


def kinds(episode: Episode) -> list[str]:
    return [stage.event.value for stage in episode.stages]


def outline(register: Facts, name: str = "Olha B.") -> list[list[str]]:
    return [kinds(episode) for episode in register.person(name).episodes]


def held(stage: Stage, slot: str) -> list[str]:
    return [value.value for value in dict(stage.slots)[slot] if value.is_held]


def test_a_denial_does_not_erase_an_arrest(register: Facts) -> None:
    """
    2023-04-02 arrested person="Olha B." place="Melitopol"
        from 7f3a:120-139 B2 "її забрали 2 квітня"
    2023-05-10 arrested person="Olha B." speaker="FSB" modality=denied
        from c01d:15-31 D4 "не задерживалась"
    """
    episode = register.episode("Olha B.")
    assert episode.is_held
    (arrest,) = episode.stages
    assert (len(arrest.claims_for), len(arrest.claims_against)) == (1, 1)
    assert str(arrest.date) == "2023-04-02"


def test_who_is_only_said_not_to_be_held_is_not_held(register: Facts) -> None:
    """
    2023-05-10 arrested person="Olha B." speaker="FSB" modality=denied
        from c01d:15-31 D4 "не задерживалась"
    """
    episode = register.episode("Olha B.")
    assert not episode.is_held
    assert episode.stages[0].is_only_denied
    assert episode.stages[0].date is None


def test_a_denial_of_an_earlier_time_is_not_one_of_a_later_arrest(register: Facts) -> None:
    """
    2022-03 arrested person="Olha B." modality=denied
        from c01d:0-10 -- "not in our"
    2023-04-02 arrested person="Olha B."
        from 7f3a:0-3 -- "was"
    """
    arrest = next(stage for stage in register.episode("Olha B.").stages if stage.claims_for)
    assert not arrest.claims_against


def test_an_end_closes_an_episode_and_a_later_arrest_opens_another(register: Facts) -> None:
    """
    2019-05-11 arrested person="Olha B."
        from 7f3a:0-3 -- "was"
    2019-09-07 exchanged person="Olha B."
        from 7f3a:10-13 -- "swa"
    2023-04-02 arrested person="Olha B."
        from c01d:0-3 -- "was"
    """
    assert outline(register) == [["arrested", "exchanged"], ["arrested"]]
    first, second = register.person("Olha B.").episodes
    assert (first.is_held, first.ended) == (False, ReleaseForm.EXCHANGED)
    assert (second.is_held, second.ended) == (True, None)
    assert first.id.endswith("/1")
    assert first.status is CustodyStatus.RELEASED_EXCHANGED


def test_stages_stand_in_the_order_they_took_place(register: Facts) -> None:
    """
    2021-06-01 sentenced person="Olha B." sentence={kind=colony duration=P8Y}
        from 7f3a:40-43 -- "one"
    2020 released person="Ivan K."
        from 7f3a:60-63 -- "two"
    2019-05-13 remanded person="Olha B."
        from 7f3a:20-23 -- "six"
    2019-05-11 arrested person="Olha B."
        from 7f3a:0-3 -- "ten"
    2022 transferred person="Olha B." place="Colony 7"
        from 7f3a:80-83 -- "far"
    """
    assert outline(register) == [["arrested", "remanded", "sentenced", "transferred"]]
    assert register.episode("Olha B.").status is CustodyStatus.SERVING


def test_where_dates_leave_it_open_people_are_taken_before_they_are_released(
    register: Facts,
) -> None:
    """
    2021 released person="Olha B."
        from 7f3a:0-3 -- "one"
    2021-03 arrested person="Olha B."
        from 7f3a:10-13 -- "two"
    2021 charged person="Olha B."
        from 7f3a:20-23 -- "six"
    """
    assert outline(register) == [["arrested", "charged", "released"]]
    assert not register.episode("Olha B.").is_held


def test_where_dates_leave_it_open_people_are_released_before_they_are_taken_again(
    register: Facts,
) -> None:
    """
    2019-03-01 arrested person="Olha B."
        from 7f3a:0-3 -- "one"
    2020 released person="Olha B."
        from 7f3a:10-13 -- "two"
    2020-06 arrested person="Olha B."
        from 7f3a:20-23 -- "six"
    """
    assert outline(register) == [["arrested", "released"], ["arrested"]]


def test_arrest_and_release_on_one_day_are_one_episode(register: Facts) -> None:
    """
    2021-02-15 released person="Olha B."
        from 7f3a:0-3 -- "one"
    2021-02-15 arrested person="Olha B."
        from 7f3a:10-13 -- "two"
    """
    assert outline(register) == [["arrested", "released"]]


def test_two_reports_of_one_arrest_that_disagree_by_days_are_one_stage(register: Facts) -> None:
    """
    2023-04-02 arrested person="Olha B." place="Melitopol"
        from 7f3a:0-3 -- "one"
    2023-04-05 arrested person="Olha B." place="Melitopol"
        from c01d:0-3 -- "one"
    """
    (arrest,) = register.episode("Olha B.").stages
    assert [value.value for value in arrest.dates] == ["2023-04-02", "2023-04-05"]
    assert all(value.is_held and value.rule == "weigh/2:tie" for value in arrest.dates)
    assert held(arrest, "place") == ["Melitopol"]


def test_a_release_between_makes_two_arrests_of_two_close_dates(register: Facts) -> None:
    """
    2023-04-02 arrested person="Olha B."
        from 7f3a:0-3 -- "one"
    2023-04-04 released person="Olha B."
        from 7f3a:10-13 -- "two"
    2023-04-10 arrested person="Olha B."
        from c01d:0-3 -- "six"
    """
    assert outline(register) == [["arrested", "released"], ["arrested"]]


def test_a_coarse_date_makes_no_arrest_of_its_own(register: Facts) -> None:
    """
    2021-02-03 arrested person="Olha B."
        from 7f3a:0-3 -- "one"
    2021-03-01 released person="Olha B."
        from 7f3a:10-13 -- "two"
    2021-09-01 arrested person="Olha B."
        from 7f3a:20-23 -- "six"
    2021-10-01 released person="Olha B."
        from 7f3a:30-33 -- "ten"
    2021 arrested person="Olha B."
        from c01d:0-3 -- "one"
    - arrested person="Olha B."
        from d02e:0-3 -- "one"
    """
    assert outline(register) == [["arrested", "released"], ["arrested", "released"]]
    assert not any(episode.is_held for episode in register.person("Olha B.").episodes)


def test_what_has_no_date_happened_in_the_latest_detention(register: Facts) -> None:
    """
    2019-03-01 arrested person="Olha B."
        from 7f3a:0-3 -- "one"
    2019-06-01 released person="Olha B."
        from 7f3a:10-13 -- "two"
    2023-04-02 arrested person="Olha B."
        from 7f3a:20-23 -- "six"
    - mistreated person="Olha B."
        from 7f3a:30-33 -- "ten"
    """
    assert outline(register) == [["arrested", "released"], ["arrested", "mistreated"]]


def test_an_arrest_without_a_date_still_begins_the_episode(register: Facts) -> None:
    """
    2021-03-01 released person="Olha B."
        from 7f3a:10-13 -- "two"
    - arrested person="Olha B."
        from 7f3a:0-3 -- "one"
    """
    assert outline(register) == [["arrested", "released"]]


def test_who_is_held_again_was_taken_again_though_nobody_said_when(register: Facts) -> None:
    """
    2019-03-01 arrested person="Olha B."
        from 7f3a:0-3 -- "one"
    2019-06-01 released person="Olha B."
        from 7f3a:10-13 -- "two"
    2021-01 held person="Olha B."
        from 7f3a:20-23 -- "six"
    """
    assert outline(register) == [["arrested", "released"], ["held"]]
    assert register.person("Olha B.").episodes[1].is_held


def test_a_sentence_in_absence_holds_nobody(register: Facts) -> None:
    """
    2019-05-11 arrested person="Olha B."
        from 7f3a:0-3 -- "one"
    2019-09-07 exchanged person="Olha B."
        from 7f3a:10-13 -- "two"
    2020-01-20 sentenced person="Olha B." sentence={kind=colony duration=P8Y}
        from 7f3a:20-23 -- "six"
    """
    episode = register.episode("Olha B.")
    assert kinds(episode) == ["arrested", "exchanged", "sentenced"]
    assert not episode.is_held
    assert episode.status is CustodyStatus.RELEASED_EXCHANGED


def test_a_pardon_and_the_release_that_follows_are_one_end(register: Facts) -> None:
    """
    2019-05-11 arrested person="Olha B."
        from 7f3a:0-3 -- "one"
    2020-09-07 pardoned person="Olha B."
        from 7f3a:10-13 -- "two"
    2020-09-09 released person="Olha B."
        from 7f3a:20-23 -- "six"
    """
    episode = register.episode("Olha B.")
    assert (episode.ended, episode.is_held) == (ReleaseForm.PARDONED, False)


def test_who_dies_after_release_did_not_die_in_custody(register: Facts) -> None:
    """
    2019-05-11 arrested person="Olha B."
        from 7f3a:0-3 -- "one"
    2019-06-01 released person="Olha B." form=served
        from 7f3a:10-13 -- "two"
    2024 died person="Olha B."
        from 7f3a:20-23 -- "six"
    """
    episode = register.episode("Olha B.")
    assert (episode.ended, episode.status) == (
        ReleaseForm.SERVED,
        CustodyStatus.RELEASED_SERVED,
    )


def test_a_search_a_charge_or_a_fine_holds_nobody(register: Facts) -> None:
    """
    2021-02-15 searched person="Olha B."
        from 7f3a:0-3 -- "one"
    2021-02-16 charged person="Ivan K."
        from 7f3a:10-13 -- "two"
    2021-02-17 sentenced person="Petro L." sentence={kind=fine amount="1000"}
        from 7f3a:20-23 -- "six"
    2021-02-17 sentenced person="Roman M." sentence={kind=suspended duration=P2Y}
        from 7f3a:30-33 -- "ten"
    """
    names = ("Olha B.", "Ivan K.", "Petro L.", "Roman M.")
    assert not [name for name in names if register.episode(name).is_held]


def test_a_sentence_to_prison_holds_though_no_arrest_was_reported(register: Facts) -> None:
    """
    2021-02-17 sentenced person="Olha B." sentence={kind=prison duration=P2Y}
        from 7f3a:20-23 -- "six"
    """
    assert register.episode("Olha B.").is_held


def test_what_is_planned_demanded_or_conditional_has_not_happened(register: Facts) -> None:
    """
    2019-05-11 arrested person="Olha B."
        from 7f3a:0-3 -- "one"
    2021-01-01 released person="Olha B." modality=demanded
        from 7f3a:10-13 -- "two"
    2021-02-01 exchanged person="Olha B." modality=planned
        from 7f3a:20-23 -- "six"
    2021-03-01 released person="Olha B." modality=conditional
        from 7f3a:30-33 -- "ten"
    """
    assert outline(register) == [["arrested"]]
    assert register.episode("Olha B.").is_held
    assert len(register.person("Olha B.").claims) == 4


def test_a_denied_release_ends_nothing(register: Facts) -> None:
    """
    2019-05-11 arrested person="Olha B."
        from 7f3a:0-3 -- "one"
    2021-01-01 released person="Olha B." modality=denied
        from 7f3a:10-13 -- "two"
    """
    episode = register.episode("Olha B.")
    assert episode.is_held
    assert episode.stages[1].is_only_denied


def test_a_denied_arrest_after_the_end_begins_nothing(register: Facts) -> None:
    """
    2019-05-11 arrested person="Olha B."
        from 7f3a:0-3 -- "one"
    2021-01-01 released person="Olha B."
        from 7f3a:10-13 -- "two"
    2023-01-01 abducted person="Ivan K." modality=denied
        from 7f3a:20-23 -- "six"
    2018-01-01 arrested person="Olha B." modality=denied
        from 7f3a:30-33 -- "ten"
    2024-01-01 remanded person="Olha B." modality=denied
        from 7f3a:40-43 -- "far"
    """
    (episode,) = register.person("Olha B.").episodes
    assert [stage.is_only_denied for stage in episode.stages] == [True, False, False, True]
    assert (episode.is_held, episode.ended) == (False, ReleaseForm.UNKNOWN)
    assert not register.episode("Ivan K.").is_held


def test_every_charge_of_an_accusation_is_held(register: Facts) -> None:
    """
    2021-02-16 charged person="Olha B." charge={article="205.5" part="2"} charge={article="278"}
        from 7f3a:10-13 -- "two"
    """
    (stage,) = register.episode("Olha B.").stages
    assert stage.event is EventKind.CHARGED
    assert held(stage, "charge") == ["article 205.5 part 2", "article 278"]


TWO_NAMES = """
2023-04-02 arrested person="Olha B." place="Melitopol"
    from 7f3a:120-139 B2 "її забрали 2 квітня"
2023-04-03 arrested person="Ольга Б." place="Melitopol"
    from c01d:15-31 C3 "забрали 3 квітня"
"""


def test_one_arrest_told_of_two_names_a_day_apart_is_one_episode_once_they_are_joined() -> None:
    register = Facts()
    one, other = map(subject_of, register.tell(TWO_NAMES))
    name = register.decide(Choice.SAME, one, other)
    (person,) = register.view().persons()
    ((arrest,),) = [episode.stages for episode in person.episodes]
    assert sorted(value.value for value in arrest.dates) == ["2023-04-02", "2023-04-03"]
    assert len(arrest.claims_for) == 2
    assert held(arrest, "place") == ["Melitopol"]
    register.decide(Choice.UNSURE, one, other, supersedes=name)
    assert [len(person.episodes[0].stages[0].dates) for person in register.view().persons()] == [
        1,
        1,
    ]


def test_a_release_between_keeps_the_arrests_of_joined_persons_apart() -> None:
    """Each was taken for a day: reports of two short detentions are not one."""
    register = Facts()
    one, _, other = map(
        subject_of,
        register.tell(
            """
            2023-04-02 arrested person="Olha B."
                from 7f3a:120-139 B2 "її забрали 2 квітня"
            2023-04-03 released person="Olha B."
                from 7f3a:140-149 B2 "відпущена"
            2023-04-05 arrested person="Ольга Б."
                from c01d:15-31 C3 "забрали 5 квітня"
            """
        ),
    )
    register.decide(Choice.SAME, one, other)
    (person,) = register.view().persons()
    assert [kinds(episode) for episode in person.episodes] == [
        ["arrested", "released"],
        ["arrested"],
    ]
