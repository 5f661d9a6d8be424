"""Entries of a list, which have no verb of their own."""

import pytest

from tests.reports import told


@pytest.mark.parametrize("mark", ["3. ", "3) ", "- ", "• ", ""])
def test_an_entry_tells_of_the_name_it_begins_with(mark: str) -> None:
    text = f"{mark}Ivan Bondar, 52, driver, arrested on 4 May 2020, released on 9 May 2020."
    assert told(text) == [
        '- attribute:age subject="Ivan Bondar"/person value=exact:52("52")',
        '- attribute:occupation subject="Ivan Bondar"/person value="driver"',
        '2020-05-04("4 May 2020") arrested person="Ivan Bondar"/person',
        '2020-05-09("9 May 2020") released person="Ivan Bondar"/person',
    ]


def test_each_entry_is_about_its_own_name() -> None:
    text = (
        "1. Ivan Bondar, 52, held in Sarov.\n"
        "2. Olha Petrenko, mother of Ivan Bondar, disappeared on 5 May 2020.\n"
    )
    facts = told(text)
    assert '- held person="Ivan Bondar"/person place="Sarov"/place' in facts
    assert '2020-05-05("5 May 2020") disappeared person="Olha Petrenko"/person' in facts
    assert (
        '- attribute:kinship subject="Olha Petrenko"/person value="mother of Ivan Bondar"' in facts
    )
    assert len([fact for fact in facts if "attribute" not in fact]) == 2
