"""What happened to whom, where, by whom, on what charge, with what sentence."""

import pytest

from tests.reports import told

OLHA, IVAN = 'person="Olha Petrenko"/person', 'person="Ivan Bondar"/person'


def events(text: str) -> list[str]:
    """The facts of a text that are events."""
    return [fact for fact in told(text) if "person=" in fact and "leverage:" not in fact]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Olha Petrenko was arrested.", f"- arrested {OLHA}"),
        ("Police arrested Olha Petrenko.", f'- arrested {OLHA} agent="Police"/body'),
        (
            "Olha Petrenko and Ivan Bondar were arrested near Melnyk.",
            f'- arrested {OLHA} {IVAN} place="Melnyk"/place',
        ),
        ("the arrest of Olha Petrenko and Ivan Bondar", f"- arrested {OLHA} {IVAN}"),
        (
            "Olha Petrenko was abducted from a bus stop in Melnyk.",
            f'- abducted {OLHA} place="bus stop in Melnyk"/place',
        ),
        (
            "Officers of the security service arrested Olha Petrenko.",
            f'- arrested {OLHA} agent="Officers of the security service"/group',
        ),
        ("Officers searched Olha Petrenko's home.", f'- searched {OLHA} agent="Officers"/group'),
        (
            "Olha Petrenko was transferred from Sarov to a prison in Melnyk.",
            f'- transferred {OLHA} place="prison in Melnyk"/place origin="Sarov"/place',
        ),
        (
            "Four men were arrested, including Olha Petrenko and Ivan Bondar.",
            f"- arrested {OLHA} {IVAN}",
        ),
        ("Four men, among them Olha Petrenko, were arrested.", f"- arrested {OLHA}"),
        ("Among the released are Olha Petrenko and Ivan Bondar.", f"- released {OLHA} {IVAN}"),
        ("Olha Petrenko and Ivan Bondar were among those freed.", f"- released {OLHA} {IVAN}"),
        ("Olha Petrenko was beaten and denied access to a lawyer.", f"- denied_access {OLHA}"),
        ("A criminal case was opened against Olha Petrenko.", f"- charged {OLHA}"),
        ("Olha Petrenko went on hunger strike.", f"- hunger_strike {OLHA}"),
        ("Olha Petrenko was released on bail.", f"- released {OLHA} form=bailed"),
        ("Olha Petrenko was freed under an amnesty.", f"- released {OLHA} form=amnestied"),
        (
            "Ostravia released Olha Petrenko.",
            f'- released {OLHA} holder="Ostravia"',
        ),
    ],
)
def test_an_event_has_its_persons_and_its_place(text: str, wanted: str) -> None:
    assert wanted in events(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("charged with espionage", ['charge={words="espionage"}']),
        ("charged with treason and sabotage", ['{words="treason"}', '{words="sabotage"}']),
        ("charged under Article 275", ['charge={article="275" words="under Article 275"}']),
        (
            "charged under part 2 of Article 205.5 of the Criminal Code of Velmora",
            ['article="205.5" part="2" code="Criminal Code of Velmora"'],
        ),
        ("charged under Articles 205 and 208", ['article="205"', 'article="208"']),
        ("arrested on suspicion of terrorism", ['charge={words="terrorism"}']),
        ("jailed for treason", ['charge={words="treason"}']),
    ],
)
def test_an_event_has_its_charges(text: str, wanted: list[str]) -> None:
    fact = events(f"Olha Petrenko was {text}.")[0]
    assert all(charge in fact for charge in wanted), fact


def test_an_article_of_a_treaty_is_no_charge() -> None:
    text = "Olha Petrenko was arrested contrary to Article 9 of the Covenant."
    assert events(text) == [f"- arrested {OLHA}"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "sentenced to eight years in prison",
            '{kind=prison duration=P8Y words="eight years"}',
        ),
        (
            "sentenced to 12 years in a strict-regime colony",
            '{kind=colony duration=P12Y regime="strict-regime" words="12 years"}',
        ),
        (
            "given a two-year suspended sentence",
            '{kind=suspended duration=P2Y words="two-year"}',
        ),
        (
            "sentenced to five years in prison, suspended, under Article 205",
            '{kind=suspended duration=P5Y words="five years"}',
        ),
        ("sentenced to life in prison", "{kind=life}"),
        ("sentenced to death", "{kind=death}"),
        ("fined 80,000 marks", '{kind=fine amount="80,000 marks" words="80,000 marks"}'),
        ("sentenced to 13 years", '{duration=P13Y words="13 years"}'),
    ],
)
def test_a_judgment_has_its_sentence(text: str, wanted: str) -> None:
    assert f"sentence={wanted}" in events(f"Olha Petrenko was {text}.")[0]


def test_an_age_is_no_term() -> None:
    fact = events("A court sentenced Olha Petrenko, 68, to six years in prison.")[0]
    assert "duration=P6Y" in fact


@pytest.mark.parametrize(
    ("text", "court"),
    [
        ("A court in Melnyk sentenced Olha Petrenko to two years.", "court in Melnyk"),
        ("Olha Petrenko was jailed for two years by the Sarov Regional Court.",
         "Sarov Regional Court"),
        ("The Supreme Court of Velmora upheld the sentence of Olha Petrenko.",
         "Supreme Court of Velmora"),
    ],
)  # fmt: skip
def test_a_judgment_has_its_court(text: str, court: str) -> None:
    assert f'court="{court}"/body' in events(text)[0]


def test_a_judgment_upheld_is_told_with_the_one_handed_down() -> None:
    text = (
        "On 16 May 2020 the court upheld the sentence of six years in prison "
        "handed down in 2018 to the activist Olha Petrenko."
    )
    assert events(text) == [
        (
            f'2020-05-16("16 May 2020") appeal_decided {OLHA} sentence={{kind=prison '
            'duration=P6Y words="six years"} court="court"/body'
        ),
        f'2018("2018") sentenced {OLHA}',
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The talks were held in Melnyk.",
        "Police arrested the slide in prices.",
        "The Foreign Minister was released from his duties.",
        "They freed the prisoners.",
        "He was arrested.",
        "Olha Petrenko took part in a trial of strength.",
        "Olha Petrenko was given two years to reply.",
        "Olha Petrenko held a briefing.",
        "Velmora extended its condolences to Olha Petrenko.",
    ],
)
def test_what_happens_to_nobody_known_is_no_event(text: str) -> None:
    assert events(text) == []


def test_a_prison_that_is_only_prison_is_no_place() -> None:
    assert events("Olha Petrenko was released after four years in prison.") == [
        f"- released {OLHA}"
    ]
