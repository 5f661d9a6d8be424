"""A name typed in any script finds whoever is written in another."""

from __future__ import annotations

import pytest

from habeas.model.errors import NothingFound
from habeas.workflows.show import look, person
from tests.facts import Facts


@pytest.fixture
def people() -> Facts:
    register = Facts()
    for number, name in enumerate(
        [
            "Левко Гнатишин",
            "Николай Кузьменко",
            "Ганна Кузьменко",
            "Осман Ремзієв",
            "Кузьменко М. П.",
            "Орися Верба (уроджена Бачинська)",
        ]
    ):
        quote = f"{name} was taken"
        register.tell(f'- arrested person="{name}"\n    from d{number}:0-{len(quote)} -- "{quote}"')
    return register


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Levko Hnatyshyn", ["Левко Гнатишин"]),
        ("Mykola Kuzmenko", ["Николай Кузьменко", "Кузьменко М. П."]),
        ("Hanna Kuzmenko", ["Ганна Кузьменко"]),
        ("Osman Remziyev", ["Осман Ремзієв"]),
        ("Левком Гнатишиним", ["Левко Гнатишин"]),
        ("Orysia Bachynska", ["Орися Верба (уроджена Бачинська)"]),
        ("Kuzmenko", ["Ганна Кузьменко", "Кузьменко М. П.", "Николай Кузьменко"]),
    ],
)
def test_a_name_is_found_by_its_sound(people: Facts, typed: str, found: list[str]) -> None:
    assert [one.person.name for one in person(look(people), typed)] == found


def test_searching_as_written_leaves_out_other_scripts(people: Facts) -> None:
    shown = person(look(people), "Левко Гнатишин", is_as_written=True)
    assert [one.person.name for one in shown] == ["Левко Гнатишин"]
    with pytest.raises(NothingFound, match="Kuzmenko"):
        person(look(people), "Kuzmenko", is_as_written=True)
