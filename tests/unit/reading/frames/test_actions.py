"""What states, bodies and officials do, at whom, and what about."""

import pytest

from tests.reports import told

MINISTER = "Minister for Foreign Affairs of Ostravia, Helvi Sandor, "
KINDS = ("deny", "demand", "denounce", "initiate", "launch", "participate", "invite", "sanction",
         "endorse", "summon", "report", "exchange", "support", "mediate", "negotiate", "vote",
         "designate", "rule", "sue", "expel")  # fmt: skip


def acts(text: str) -> list[str]:
    return [fact for fact in told(text) if any(f" {kind} " in f" {fact}" for kind in KINDS)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Velmora denounced the arrest of Olha Petrenko.",
            '- denounce actor="Velmora" object="arrest of Olha Petrenko"/thing',
        ),
        (
            "Velmora condemned the sentence and summoned the Ostravian ambassador.",
            '- summon actor="Velmora" target="Ostravian ambassador"/person',
        ),
        (
            "The declaration was initiated by Velmora and Ostravia.",
            '- initiate actor="Velmora" actor="Ostravia" object="declaration"/instrument',
        ),
        (
            'Velmora launched the "Pact on Hostages", initiated by Kesh.',
            '- initiate actor="Kesh" object="Pact on Hostages"/instrument',
        ),
        (
            "Velmora's initiative of the Melnyk Platform was welcomed.",
            '- initiate actor="Velmora" object="Melnyk Platform"/forum',
        ),
        (
            "Velmora imposed sanctions on six officials of Ostravia's police.",
            '- sanction actor="Velmora" target="six officials of Ostravia\'s police"/group',
        ),
        (
            "Sixty states endorsed the declaration.",
            '- endorse actor="Sixty states"/state object="declaration"/instrument',
        ),
        (
            "The ministry denied holding Olha Petrenko.",
            '- deny actor="ministry"/body object="holding Olha Petrenko"/thing',
        ),
        (
            "It rains in Sarov, the ministry's press service reports.",
            (
                '2021-02-15(document) report actor="ministry\'s press service"/body '
                'object="It rains in Sarov"/thing'
            ),
        ),
        (
            "Velmora and Ostravia exchanged 24 prisoners on Monday.",
            (
                '2021-02-15("Monday" document) exchange actor="Velmora" actor="Ostravia" '
                'object="24 prisoners"/group'
            ),
        ),
        (
            "Kesh mediated the exchange.",
            '- mediate actor="Kesh" object="exchange"/thing',
        ),
    ],
)
def test_an_act_has_its_actor_and_what_it_is_about(text: str, wanted: str) -> None:
    assert wanted in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The building was condemned.",
        "Olha Petrenko denied the charges.",
        "She took part in a robbery.",
        "Velmora launched a rocket.",
        "It was denied that he was held.",
        "They welcomed the singer.",
        "The firm reported a loss.",
    ],
)
def test_what_no_state_body_or_official_does_is_no_act(text: str) -> None:
    assert acts(text) == []


def test_an_official_acts_for_a_state() -> None:
    assert acts(f"{MINISTER}took part in a conference in Lund.") == [
        (
            '- participate actor="Helvi Sandor"/person on_behalf_of="Ostravia"/state '
            'object="conference in Lund"/forum'
        )
    ]


def test_later_the_office_stands_for_its_holder() -> None:
    facts = acts(f"{MINISTER}spoke. The Minister invited the delegates to a summit in May 2021.")
    assert facts == [
        (
            '- invite actor="Minister"/person="Helvi Sandor" on_behalf_of="Ostravia"/state '
            'target="delegates"/group object="summit"/forum due=2021-05("May 2021")'
        )
    ]


def test_who_is_invited_to_take_part_has_not_yet() -> None:
    facts = acts("Velmora invited the delegates to take part in its summit this year.")
    assert [fact.split()[1] for fact in facts] == ["invite"]


def test_its_summit_is_that_of_the_body_named_before() -> None:
    text = 'Velmora spoke of the "Melnyk Platform" and invited the delegates to its first Summit.'
    assert 'object="Summit"/forum="Summit of the Melnyk Platform"' in acts(text)[-1]


@pytest.mark.parametrize(
    ("text", "target", "deeds"),
    [
        (
            "Velmora called on Ostravia to release Olha Petrenko.",
            "Ostravia",
            ["release Olha Petrenko"],
        ),
        (
            "Velmora urged Ostravia to respect the law, to free the men and to stop the torture.",
            "Ostravia",
            ["respect the law", "free the men", "stop the torture"],
        ),
        (
            "Velmora demanded that Ostravia release Olha Petrenko and all other citizens.",
            "Ostravia",
            ["release Olha Petrenko and all other citizens"],
        ),
        (
            "Velmora urged Ostravia to release the lawyer Olha Petrenko, who is ill.",
            "Ostravia",
            ["release the lawyer Olha Petrenko"],
        ),
        ("Velmora demanded the release of Olha Petrenko.", "", ["release of Olha Petrenko"]),
        (
            "Velmora demanded that Olha Petrenko be released.",
            "",
            ["Olha Petrenko be released"],
        ),
    ],
)
def test_a_demand_has_one_claim_for_each_deed(text: str, target: str, deeds: list[str]) -> None:
    whom = f' target="{target}"' if target else ""
    assert acts(text) == [f'- demand actor="Velmora"{whom} object="{deed}"/thing' for deed in deeds]


def test_what_an_instrument_is_to_make_a_state_do_is_its_speakers_demand() -> None:
    text = '"It is a tool to make Ostravia fulfil its duty and release the men," Sandor said.'
    assert acts(f"{MINISTER}spoke. {text}") == [
        '2021-02-15(document) demand actor="Sandor"/person="Helvi Sandor" '
        'on_behalf_of="Ostravia"/state target="Ostravia"/state '
        f'object="{deed}"/thing speaker="Sandor"/person="Helvi Sandor"'
        for deed in ("fulfil its duty and release the men",)
    ]


def test_we_is_who_speaks() -> None:
    text = f'{MINISTER}spoke. "We demand the release of Olha Petrenko," Sandor said.'
    assert 'demand actor="Sandor"/person="Helvi Sandor"' in acts(text)[0]


def test_without_a_speaker_we_is_the_document() -> None:
    assert acts("We call on Velmora to release Olha Petrenko.") == [
        '2021-02-15(document) demand target="Velmora" object="release Olha Petrenko"/thing'
    ]


def deed(fact: str) -> str:
    """Which act a line tells of."""
    return next(kind for kind in KINDS if f" {kind} " in f" {fact}")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Ostravian Union strongly condemned the verdict and called for his release.",
            ["denounce", "demand"],
        ),
        ("Velmora currently demands the release of Olha Petrenko.", ["demand"]),
        ("UN experts have called on Ostravia to release Olha Petrenko.", ["demand"]),
        ("Experts have demanded the immediate release of a journalist.", ["demand"]),
        ("The resolution was initiated by deputies Maria Esten and Aslan Ruud.", ["initiate"]),
        ("Velmora condemned as unjust a sentence issued against Olha Petrenko.", ["denounce"]),
        ("The parliament voted on Monday, 9 to 3, for a resolution.", ["vote"]),
        ("The group declared Olha Petrenko a prisoner of conscience.", ["designate"]),
        ('Velmora "strongly condemns" the sentence.', ["denounce"]),
        ('Velmora calls on Ostravia to "publish the list of prisoners".', ["demand"]),
    ],
)
def test_acts_are_found_in_every_dress(text: str, wanted: list[str]) -> None:
    assert [deed(fact) for fact in acts(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The ministry denied that Olha Petrenko was held.", "Olha Petrenko was held"),
        ("The ministry denies any link.", "link"),
        ("The ministry rejected claims that Sarov was searched.", "Sarov was searched"),
        ("The ministry dismissed the accusations.", "accusations"),
    ],
)
def test_what_is_denied_is_told(text: str, wanted: str) -> None:
    assert deed(acts(text)[0]) == "deny"
    assert f'object="{wanted}"/thing' in acts(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied Olha Petrenko consular access.",
        "Velmora condemned Olha Petrenko to ten years in prison.",
        "The referendum was dismissed by Velmora.",
        "Velmora calls on its partners to sanction the judges.",
    ],
)
def test_what_is_kept_from_somebody_is_not_denied_and_what_is_asked_is_not_done(text: str) -> None:
    assert not [f for f in acts(text) if deed(f) in ("deny", "denounce", "sanction")]


def test_a_resolution_speaks_for_who_passed_it() -> None:
    facts = acts(
        "The parliament passed a resolution. The resolution calls on Ostravia to free her."
    )
    assert [fact.split()[1:3] for fact in facts] == [
        ["vote", 'actor="parliament"/body'],
        ["demand", 'actor="parliament"/body'],
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The minister called for the immediate and unconditional release of Olha Petrenko.",
            'object="immediate and unconditional release of Olha Petrenko"/thing',
        ),
        (
            "Velmora urged Ostravia to immediately and unconditionally free Olha Petrenko.",
            'object="immediately and unconditionally free Olha Petrenko"/thing',
        ),
        ("The committee called for them to be released.", 'object="them to be released"/thing'),
        (
            (
                "The Working Group considers that the arrest of Mr. Petrenko is arbitrary and "
                "requests the Government to release him."
            ),
            'actor="Working Group"/body target="Government"/body object="release him"/thing',
        ),
        (
            '"We urge Velmora to free her," Amnesty International and Open Door said jointly.',
            'actor="Amnesty International"/body actor="Open Door" target="Velmora"',
        ),
        (
            "Velmora condemned the Ostravian authorities’ sentencing of Olha Petrenko.",
            'object="Ostravian authorities’ sentencing of Olha Petrenko"/thing',
        ),
    ],
)
def test_what_is_asked_and_by_whom_is_told_whole(text: str, wanted: str) -> None:
    assert any(wanted in fact for fact in told(text))


def test_whoever_is_spoken_of_behind_a_participle_does_not_speak() -> None:
    text = "The government expressed concern on Monday, demanding Bondar and Melnyk were freed."
    assert not any("speaker=" in fact for fact in told(text))
