from __future__ import annotations

import pytest

from habeas.reference.lexicon import lexicon
from habeas.reference.verb_forms import Form, forms_of, guessed_forms, inflect

IRREGULAR = {"hold": ["held", "held"], "take": ["took", "taken"]}
DOUBLING = ["transfer", "ban"]


@pytest.mark.parametrize(
    ("lemma", "wanted"),
    [
        ("arrest", ["arrest", "arrests", "arrested", "arrested", "arresting"]),
        ("charge", ["charge", "charges", "charged", "charged", "charging"]),
        ("try", ["try", "tries", "tried", "tried", "trying"]),
        ("deploy", ["deploy", "deploys", "deployed", "deployed", "deploying"]),
        ("search", ["search", "searches", "searched", "searched", "searching"]),
        ("free", ["free", "frees", "freed", "freed", "freeing"]),
        ("die", ["die", "dies", "died", "died", "dying"]),
        ("jail", ["jail", "jails", "jailed", "jailed", "jailing"]),
        ("fix", ["fix", "fixes", "fixed", "fixed", "fixing"]),
        ("rob", ["rob", "robs", "robbed", "robbed", "robbing"]),
        ("transfer", ["transfer", "transfers", "transferred", "transferred", "transferring"]),
        ("hold", ["hold", "holds", "held", "held", "holding"]),
        ("take", ["take", "takes", "took", "taken", "taking"]),
        ("re-arrest", ["re-arrest", "re-arrests", "re-arrested", "re-arrested", "re-arresting"]),
    ],
)
def test_a_verb_has_its_five_forms(lemma: str, wanted: list[str]) -> None:
    forms = inflect(lemma, irregular=IRREGULAR, doubling=DOUBLING)
    assert [form for _, form in forms] == wanted
    assert [shape for shape, _ in forms] == ["base", "s", "past", "part", "ing"]


def test_a_form_of_two_verbs_is_a_form_of_both() -> None:
    content = {"irregular": {"lie": ["lay", "lain"]}, "doubling": [], "regular": "lay"}
    found = forms_of(content, [])["lay"]
    assert {form.lemma for form in found} == {"lay", "lie"}


def test_verbs_of_other_files_are_in_the_table_too() -> None:
    content = {"irregular": {}, "doubling": [], "regular": ""}
    assert forms_of(content, ["abduct"])["abducted"] == (
        Form("abduct", "past"),
        Form("abduct", "part"),
    )


@pytest.mark.parametrize(
    ("word", "lemmas"),
    [
        ("waterboarded", ["waterboard", "waterboard"]),
        ("kettling", ["kettl"]),
        ("need", []),
        ("bed", []),
        ("king", []),
        ("teacher", []),
    ],
)
def test_a_word_of_no_list_may_be_a_verb_by_its_ending(word: str, lemmas: list[str]) -> None:
    assert [form.lemma for form in guessed_forms(word)] == lemmas


@pytest.mark.parametrize("form", ["detained", "released", "sentenced", "upheld", "overturned"])
def test_the_lexicon_knows_the_verbs_of_the_field(form: str) -> None:
    assert form in lexicon("en").forms
