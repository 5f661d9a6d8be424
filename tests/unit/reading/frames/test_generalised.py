"""Constructions of real reports: headlines, lists, accounts in the first person."""

import pytest

from tests.reports import told
from tests.unit.reading.frames.test_events import events

OLHA, IVAN = 'person="Olha Petrenko"/person', 'person="Ivan Bondar"/person'


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Poet detained after march", '- arrested person="Poet"/group'),
        (
            "Opposition activist sentenced to ten years",
            '- sentenced person="Opposition activist"/group',
        ),
        ("The protesters were released.", '- released person="protesters"/group'),
        (
            "Some citizens of Velmora were detained.",
            '- arrested person="citizens of Velmora"/group',
        ),
    ],
)
def test_people_without_a_name_are_told_of(text: str, wanted: str) -> None:
    assert any(fact.startswith(wanted) for fact in events(text)), told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Others were detained.",
        "Participants were searched at the entrance.",
        "A person can be held for a year without being tried.",
        "Some said that poets are detained.",
    ],
)
def test_nothing_is_told_of_people_in_general(text: str) -> None:
    assert not [fact for fact in events(text) if "demanded" not in fact]


@pytest.mark.parametrize(
    "text",
    [
        "The detained people include: Olha Petrenko and Ivan Bondar.",
        "Those arrested include Olha Petrenko and Ivan Bondar.",
        "Those detained included the poet Olha Petrenko and Ivan Bondar, a nurse.",
    ],
)
def test_whom_a_list_names_it_happened_to(text: str) -> None:
    assert f"- arrested {OLHA} {IVAN}" in events(text)


@pytest.mark.parametrize("group", ["detainees", "prisoners of conscience"])
def test_those_among_prisoners_are_held(group: str) -> None:
    assert f"- held {OLHA} {IVAN}" in events(f"The {group} include Olha Petrenko and Ivan Bondar.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Olha Petrenko was detained and tried in secret.", "tried"),
        ("Olha Petrenko was jailed after being convicted of treason.", "sentenced"),
        ("Olha Petrenko was held for a year before being transferred to Melnyk.", "transferred"),
        ("A court jailed Olha Petrenko after being accused of spying.", "charged"),
        ("Olha Petrenko has been in prison since her September 2001 arrest.", "arrested"),
        ("Olha Petrenko is one of ten lawyers who were arrested.", "arrested"),
        ("Olha Petrenko was among a group of teachers who were arrested.", "arrested"),
        ("Guards handcuffed Olha Petrenko's hands to a radiator.", "arrested"),
    ],
)
def test_it_is_clear_to_whom_it_happened(text: str, wanted: str) -> None:
    assert any(f" {wanted} " in fact and "Olha" in fact for fact in events(text)), told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Olha Petrenko was held without being charged.", "denied"),
        ("Olha Petrenko had no hope of being released.", ""),
    ],
)
def test_what_did_not_happen_is_not_asserted(text: str, wanted: str) -> None:
    found = [fact for fact in events(text) if "charged" in fact or "released" in fact]
    assert [fact for fact in found if "modality=denied" not in fact] == []
    assert bool(found) is bool(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I was held in Melnyk for 14 months. They beat me.", '- mistreated person="me"/person'),
        (
            "A young man was arrested in Melnyk. He was beaten.",
            '- mistreated person="He"/group="young man"',
        ),
        (
            'A young man was arrested in Melnyk. "I was beaten in the van," he added.',
            '- mistreated person="I"/group="young man"',
        ),
    ],
)
def test_somebody_without_a_name_is_meant_by_a_pronoun(text: str, wanted: str) -> None:
    assert any(fact.startswith(wanted) for fact in events(text)), told(text)


def test_they_stands_for_those_named_and_those_counted_with_them() -> None:
    found = events("Olha Petrenko and five men were jailed. They were beaten.")
    wanted = '- mistreated person="They"/person="Olha Petrenko" person="They"/group="men"'
    assert wanted in found, found


@pytest.mark.parametrize("when", ["today", "on Tuesday, February 28,"])
def test_a_date_before_its_verb_parts_no_court_from_what_it_did(when: str) -> None:
    verb = "has today jailed" if when == "today" else f"{when} jailed"
    found = events(f"A court in Melnyk {verb} Olha Petrenko for five years.")
    assert any('court="court in Melnyk"' in fact for fact in found), found


def test_a_week_of_no_known_year_parts_no_clause() -> None:
    text = "Olha Petrenko was detained on drug charges late last week but was released on Tuesday."
    found = [fact.split()[1] for fact in told(text, published="")]
    assert found == ["arrested", "released"]


def test_a_person_behind_a_party_is_named() -> None:
    found = events("The chair of the United Party Olha Petrenko was arrested.")
    assert any(OLHA in fact for fact in found), found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Olha Petrenko was arrested and accused of being part of a plot.", "arrested"),
        ("Olha Petrenko – who has been held since 2019 in Melnyk – began a hunger strike.", "held"),
        ("Velmora held two Ostravians – the teacher Olha Petrenko and Ivan Bondar.", "held"),
        ("Soldiers detained and injured Olha Petrenko.", "arrested"),
        (
            "Olha Petrenko, 68, was freed while visiting Sarov and was detained in Melnyk.",
            "arrested",
        ),
        ("Olha Petrenko is also alleged to have been tortured.", "mistreated"),
        ("Ivan Bondar, as well as clerk Olha Petrenko of Turan were arrested.", "arrested"),
        (
            "Olha Petrenko, a Sarovian dissident and poet, who was jailed, was also released.",
            "released",
        ),
        ("Police picked up Chief Financial Officer Olha Petrenko.", "arrested"),
        ("All was quiet. Olha Petrenko, was arrested.", "arrested"),
    ],
)
def test_what_stands_between_parts_nobody_from_what_befell_them(text: str, wanted: str) -> None:
    assert any(f" {wanted} " in fact and "Olha" in fact for fact in events(text)), told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Forty-five activists have been sentenced to jail for ten years.", ["exact:45"]),
        ("On 17 May, 10 members of a union, were sentenced to ten years.", ["exact:10"]),
        ("Ten teachers were held. Dozens more were detained on Tuesday.", ["exact:10", "24"]),
        ("Police have released all but four of them.", []),
    ],
)
def test_people_are_counted_wherever_the_number_stands(text: str, wanted: list[str]) -> None:
    found = [fact for fact in told(text) if "figure:" in fact]
    assert len(found) == len(wanted), found
    assert all(number in fact for number, fact in zip(wanted, found, strict=True)), found


@pytest.mark.parametrize(
    "name",
    ["Robert Baker", "Olha Judge", "James Cook", "Ivan Bishop", "Mark Lowen", "Vladimir Kara-Sova"],
)
def test_a_surname_that_is_a_trade_is_a_surname(name: str) -> None:
    assert f'- arrested person="{name}"/person' in events(f"{name} was arrested.")


def test_two_clauses_have_each_its_date() -> None:
    found = events("On 17 May, Olha Petrenko was tried, and on 8 June, Ivan Bondar was jailed.")
    assert [
        (fact[:10], "Olha" in fact) for fact in found if " tried " in fact or "sent" in fact
    ] == [
        ("2020-05-17", True),
        ("2020-06-08", False),
    ]


def test_all_of_them_are_those_named_before() -> None:
    found = events("Olha Petrenko and Ivan Bondar were held. All of them were beaten.")
    assert [fact for fact in found if "mistreated" in fact and "Olha" in fact and "Ivan" in fact]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Yang Jun, who is detained in Melnyk, is ill.", "Yang Jun"),
        ("The Velmoran-Ostravian writer Olha Petrenko was held.", "Olha Petrenko"),
        ("Yang was held. Yang Tanren was taken into captivity in May.", "Yang Tanren"),
        ("Olha Petrenko, Ivan Bondar, Mirel Tovanen were arrested", "Mirel Tovanen"),
    ],
)
def test_a_name_is_read_as_it_is_written(text: str, wanted: str) -> None:
    assert any(f'"{wanted}"' in fact for fact in events(text)), told(text)
    assert all(f'"{wanted}"' in fact for fact in events(text)), told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Diplomats visited Olha Petrenko. The activist was arrested.",
        "Olha Petrenko was held. She and Ivan Bondar were arrested.",
        "Olha Petrenko, the only suspect in the case who was arrested, is ill.",
        '"I was arrested for my work and freed," Olha Petrenko recounts.',
        "Olha Petrenko is “well” and was arrested.",
    ],
)
def test_who_is_meant_without_a_name(text: str) -> None:
    found = [fact for fact in events(text) if " arrested " in fact]
    assert len(found) == 1
    assert "Olha Petrenko" in found[0]


def test_a_hearing_is_held_and_nobody_with_it() -> None:
    text = "The hearing in a case against the reporter Olha Petrenko was held in Melnyk."
    assert not [fact for fact in events(text) if " held " in fact]


def test_one_person_is_a_figure() -> None:
    assert [fact for fact in told("One person was detained in Melnyk.") if "figure:" in fact]
    assert told("One person may be detained twice.") == []


def test_a_government_that_is_quoted_and_acts_has_acted() -> None:
    text = "The government of Velmora is “appalled” at it and has summoned the ambassador."
    assert any("- summon " in fact for fact in told(text)), told(text)


def test_a_minister_behind_a_comma_is_not_the_ambassador_before_it() -> None:
    text = "Velmora summoned the Ostravian ambassador, Foreign Minister Olha Petrenko said."
    assert not [fact for fact in told(text) if "role" in fact and "ambassador" in fact]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Olha Petrenko was transferred to hospital on 3 May.", "transferred"),
        ("Olha Petrenko was taken to the Melnyk security bureau.", "transferred"),
        (
            "Olha Petrenko was held, and after undergoing surgery was sent to a colony in Melnyk.",
            "transferred",
        ),
        (
            "Olha Petrenko, after hours of suffering from thirst was sent to a colony in Melnyk.",
            "transferred",
        ),
        (
            "Olha Petrenko was held after being warned and was sent to a colony in Melnyk.",
            "transferred",
        ),
        ("It began after Olha Petrenko, known for her courage, went missing.", "disappeared"),
        ("Olha Petrenko had begun serving a six-year sentence.", "held"),
        ("Officials are denying Olha Petrenko adequate healthcare.", "denied_access"),
        ("Olha Petrenko, jailed head of a union, has been freed.", "released"),
        ("Olha Petrenko, a teacher released from prison, left.", "released"),
        ("A lawyer with ties to Olha Petrenko is missing. Olha Petrenko was held.", "held"),
    ],
)
def test_a_long_way_from_its_verb_a_subject_is_found(text: str, wanted: str) -> None:
    assert any(f" {wanted} " in fact and "Olha" in fact for fact in events(text)), told(text)


@pytest.mark.parametrize(
    "text",
    [
        "All but Olha Petrenko were released.",
        "They were held, but all bar Olha Petrenko had been freed.",
        "Ten people, including Olha Petrenko's son, were released.",
        "Olha Petrenko did not return home from her office.",
    ],
)
def test_nobody_is_freed_who_was_not(text: str) -> None:
    assert not [fact for fact in events(text) if " released " in fact and "Olha" in fact]


def test_a_hospital_named_after_somebody_is_a_place() -> None:
    found = events("Olha Petrenko was transferred to Ivan Bondar hospital.")
    assert found == [f'- transferred {OLHA} place="Ivan Bondar hospital"/place']


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("according to Velmora's Network for Human Rights", 'speaker="Velmora'),
        ("said the Velmora Human Rights Lawyers Concern Group", "Concern Group"),
    ],
)
def test_a_body_is_heard_by_its_whole_name(text: str, wanted: str) -> None:
    found = events(f"Olha Petrenko was arrested by police, {text}.")
    assert any(wanted in fact for fact in found), found


def test_who_is_moved_is_not_the_husband_who_says_so() -> None:
    found = events("According to her husband, Olha Petrenko was moved to a colony in Melnyk.")
    assert found
    assert all('speaker="Olha Petrenko"' not in fact for fact in found)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Olha Petrenko Arrested in Melnyk", "arrested"),
        ("Activist Olha Petrenko Gets Two Years\n\nOlha Petrenko was jailed.", "sentenced"),
        ("Olha Petrenko, a prisoner of conscience held in Melnyk, is ill.", "held"),
        (
            "Ivan Bondar, alias Tuva, Olha Petrenko, alias Mirel, and Ada Lind were jailed.",
            "sentenced",
        ),
        (
            "Among the freed are Ivan Bondar, a writer, and clerk, and Olha Petrenko, a nurse.",
            "released",
        ),
        ("Among the freed are Ivan Bondar; the writer Ada Lind; and Olha Petrenko.", "released"),
    ],
)
def test_all_that_are_named_are_told_of(text: str, wanted: str) -> None:
    assert any(f" {wanted} " in fact and '"Olha Petrenko"' in fact for fact in events(text)), told(
        text
    )
    assert not [fact for fact in events(text) if "Tuva" in fact or "Gets" in fact]


def test_they_are_the_last_group_where_no_other_came_between() -> None:
    found = events("Citizens of Velmora were held in May. It rained. They were beaten.")
    assert any("mistreated" in fact and "Velmora" in fact for fact in found), found
    other = events("Citizens of Velmora were held in May. Officers came. They were beaten.")
    assert not [fact for fact in other if "mistreated" in fact]


def test_who_can_confirm_it_takes_nothing_back() -> None:
    found = told("We can only confirm that 72 prisoners have been released.")
    assert any("figure:released" in fact and "exact:72" in fact for fact in found), found


def test_a_body_that_calls_on_a_state_by_they_is_the_one_that_speaks() -> None:
    text = (
        "The Embassy of Velmora said that it was alarmed and called on Ostravia to free Ivan Lys."
    )
    assert any(fact.startswith("- demand ") and "Embassy" in fact for fact in told(text)), told(
        text
    )


def test_a_second_verb_behind_and_is_suffered_too() -> None:
    found = events("Olha Petrenko was arrested and transported to Ghraib prison.")
    assert any(" transferred " in fact for fact in found), found
    broke = events("Ivan Bondar was freed and broke into the flat of Olha Petrenko.")
    assert any("searched" in fact and "Olha" in fact for fact in broke), broke


def test_kin_without_a_name_are_told_of() -> None:
    assert events("She fought for her son, who was convicted of theft.")[0].startswith(
        '- sentenced person="son"'
    )


def test_a_colon_opens_a_list_with_semicolons() -> None:
    text = (
        "The following people were held: Mr. Ivan Bondar, 38; Ms. Olha Petrenko; and Mr. Ada Lind."
    )
    assert sum(name in events(text)[0] for name in ("Ivan", "Olha", "Ada")) == 3


def test_a_loud_name_behind_a_trade_is_a_name() -> None:
    assert any("TOVA MEDIN" in fact for fact in events("The reporter TOVA MEDIN was jailed."))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("his lawyer told AFP", 'speaker="lawyer"'),
        ("Ada Lind told reporters", 'speaker="Ada Lind"'),
        ("Ada Lind told a news conference in Melnyk", 'speaker="Ada Lind"'),
        ("his lawyer, Ada Lind, told the press on Monday", 'speaker="Ada Lind"'),
    ],
)
def test_what_somebody_told_others_is_theirs(text: str, speaker: str) -> None:
    found = events(f"Ivan Bondar was beaten, {text}.")
    assert [fact for fact in found if "mistreated" in fact and speaker in fact], found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The group of activists had been held in Melnyk.", "group of activists"),
        ("A number of prisoners were released in Melnyk.", "number of prisoners"),
    ],
)
def test_a_group_of_people_are_people(text: str, wanted: str) -> None:
    assert any(f'person="{wanted}"/group' in fact for fact in events(text)), told(text)


def test_who_is_left_in_custody_is_remanded() -> None:
    assert any(
        "remanded" in fact for fact in events("The court left Olha Petrenko in custody until May.")
    )


def test_a_group_of_experts_can_demand() -> None:
    text = "A group of experts called on Velmora to free Olha Petrenko."
    assert any(fact.startswith("- demand ") for fact in told(text)), told(text)


@pytest.mark.parametrize(
    "later",
    ["Mr Tarani was freed.", "Tarani was freed.", "al-Tarani was freed.", "He was freed."],
)
def test_a_surname_stands_with_its_article_or_without(later: str) -> None:
    found = events(f"Ivan al-Tarani was jailed. {later}")
    freed = [fact for fact in found if " released " in fact]
    assert len(freed) == 1
    assert "Ivan al-Tarani" in freed[0]


def test_an_article_before_nobody_known_makes_no_name() -> None:
    assert not [
        fact for fact in told("Ivan Bondar was jailed. el-Nino was freed.") if "Nino" in fact
    ]


def test_the_brother_is_freed_and_not_who_has_him() -> None:
    found = events("The release of Ivan Bondar's brother Dmytro Bondar was welcomed.")
    assert [fact for fact in found if "Dmytro" in fact]
    assert not [fact for fact in found if "released" in fact and "Ivan" in fact]
