"""What changed between two moments of learning, and one person in time."""

from datetime import UTC, datetime, timedelta

from habeas.ledger.subjects import person_subject
from habeas.model.decision import Choice
from habeas.workflows.changes import ChangeKind, PersonChange, changes
from habeas.workflows.episodes import episodes
from habeas.workflows.timeline import timelines
from tests.facts import START, Facts

FIRST = """
2031-01-05 arrested person="Levko Hnatyshyn"/person place="Kerch"/place
    from aaaa:0-8 -- "arrested"
2031-01-06 arrested person="Hanna Verba"/person
    from aaaa:9-17 -- "arrested"
"""
LATER = """
2031-02-01 released person="Levko Hnatyshyn"/person form=exchanged
    from bbbb:0-8 -- "released"
2031-01-06 arrested person="Hanna Verba"/person modality=denied speaker="Ministry"/body
    from bbbb:9-19 -- "not at all"
2031-01-07 arrested person="Petro Dub"/person place="Yalta"/place
    from bbbb:20-28 -- "arrested"
"""
BEFORE = START + timedelta(hours=1)


def told() -> Facts:
    """A register of two reports, whose people of one name are one, since the second came in."""
    register = Facts()
    register.tell(FIRST)
    register.now.move(days=1)
    register.tell(LATER)
    documents = [one.sha256 for one in register.view().documents()]
    for name in ("Levko Hnatyshyn", "Hanna Verba"):
        register.decide(Choice.SAME, *(person_subject(one, name) for one in documents))
    return register


def by_name(found: tuple[PersonChange, ...]) -> dict[str, PersonChange]:
    return {one.name: one for one in found if one.kind is not ChangeKind.GONE}


def test_who_is_new_and_what_is_held_otherwise_is_told_point_by_point() -> None:
    found = by_name(changes(told(), since=BEFORE).persons)
    assert found["Petro Dub"].kind is ChangeKind.NEW
    levko = {point.what: (point.before, point.after) for point in found["Levko Hnatyshyn"].points}
    assert levko["episode 1, released"] == ("", "2031-02-01")
    assert levko["episode 1, status"] == ("arrested", "released exchanged")
    hanna = {point.what: point.after for point in found["Hanna Verba"].points}
    assert hanna == {"episode 1, arrested, denied by": "1 claims"}


def test_nothing_changed_where_nothing_was_entered() -> None:
    found = changes(told(), since=START + timedelta(days=2))
    assert not found.persons
    assert not found.entries


def test_from_the_start_everybody_is_new() -> None:
    found = changes(told(), since=None)
    assert {one.kind for one in found.persons} == {ChangeKind.NEW}
    assert found.entries["claim"] == 5


def test_what_was_known_by_a_moment_in_between_is_where_it_ends() -> None:
    found = changes(told(), since=None, until=BEFORE)
    assert sorted(one.name for one in found.persons) == ["Hanna Verba", "Levko Hnatyshyn"]


def test_somebody_joined_with_another_is_gone_and_it_is_said_with_whom() -> None:
    register = told()
    register.now.move(days=1)
    documents = {one.publisher: one.sha256 for one in register.view().documents()}
    keys = [
        person_subject(documents["outlet aaaa"], "Hanna Verba"),
        person_subject(documents["outlet bbbb"], "Petro Dub"),
    ]
    register.decide(Choice.SAME, *keys)
    found = changes(register, since=datetime(2026, 3, 4, 13, tzinfo=UTC)).persons
    (gone,) = [one for one in found if one.kind is ChangeKind.GONE]
    assert gone.joined in {one.id for one in register.view().persons()}


def test_every_line_of_a_life_names_who_says_it_and_who_denies_it() -> None:
    (hanna,) = timelines(told().view(), "Hanna Verba")
    (arrest,) = [line for line in hanna.lines if line.what == "arrested"]
    (date,) = arrest.values
    assert date.value == "2031-01-06"
    assert [one.by for one in date.said] == ["outlet aaaa"]
    assert [one.by for one in date.denied] == ["Ministry"]
    assert date.said[0].quote == "arrested"


def test_episodes_come_by_the_day_they_began_and_can_be_only_those_of_people_held() -> None:
    view = told().view()
    assert [one.person.name for one in episodes(view)] == [
        "Levko Hnatyshyn",
        "Hanna Verba",
        "Petro Dub",
    ]
    held = episodes(view, only_held=True)
    assert [(one.person.name, one.place) for one in held] == [
        ("Hanna Verba", ""),
        ("Petro Dub", "Yalta"),
    ]
