"""Every failure says where, what, and what to do."""

import inspect
import re

import pytest

from habeas.model import errors
from habeas.model.errors import HabeasError, LostRace, NotationError, ValueMalformed

CLASSES = [one for _, one in inspect.getmembers(errors, inspect.isclass)]
# Classes that only gather others are never raised themselves.
RAISED = [one for one in CLASSES if "__init__" in vars(one)]
FACTS = {"str": "the-fact", "int": 7, "list[str]": ["the-fact", "7"]}


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_failure_is_in_the_tree_at_the_top(kind: type[HabeasError]) -> None:
    """The tree shows each class under its parent: one step further in."""
    lines = (errors.__doc__ or "").splitlines()
    drawn = [line for line in lines if re.fullmatch(rf"[│├└─ ]*{kind.__name__}( .*)?", line)]
    assert len(drawn) == 1
    depth = len(kind.__mro__) - len(HabeasError.__mro__)
    assert drawn[0].index(kind.__name__) == 4 * depth


@pytest.mark.parametrize("kind", RAISED, ids=lambda kind: kind.__name__)
def test_every_failure_tells_its_facts_in_whole_sentences(kind: type[HabeasError]) -> None:
    wanted = list(inspect.signature(kind).parameters.values())
    assert all(one.kind is inspect.Parameter.KEYWORD_ONLY for one in wanted)
    text = str(kind(**{one.name: FACTS[str(one.annotation)] for one in wanted}))
    facts = {"the-fact" if str(one.annotation) == "str" else "7" for one in wanted}
    assert all(fact in text for fact in facts)
    assert len(text.split()) > len(wanted)


def test_facts_a_program_needs_are_kept() -> None:
    fault = NotationError(line=2, column=7, what="expected a date", remedy="Write 2021-02-15")
    assert (fault.line, fault.column) == (2, 7)
    race = LostRace(after=4, head=6)
    assert (race.after, race.head) == (4, 6)
    value = ValueMalformed(value="soon", expected="a date", example="2021-02-15")
    assert (value.value, value.expected, value.example) == ("soon", "a date", "2021-02-15")
    assert str(value) == "'soon' is not a date. Write it like: 2021-02-15"
