from __future__ import annotations

import pytest

from habeas.model.vocabulary import ActionKind, Characterisation, CustodyStatus, EventKind
from habeas.reference.codes import VOCABULARIES, Kind, huridocs, plover, why_unmapped
from habeas.reference.files import read

KINDS: list[Kind] = [kind for vocabulary in VOCABULARIES.values() for kind in vocabulary]
LOOKUPS = {"huridocs": huridocs, "plover": plover}


@pytest.mark.parametrize("scheme", LOOKUPS)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{type(kind).__name__}.{kind}")
def test_every_kind_has_a_code_or_a_reason_why_not_and_never_both(kind: Kind, scheme: str) -> None:
    assert bool(LOOKUPS[scheme](kind)) != bool(why_unmapped(kind, scheme=scheme))


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        (EventKind.ABDUCTED, (4, "030104000000")),
        (EventKind.DISAPPEARED, (4, "030103000000")),
        (Characterisation.TORTURE, (4, "020111110000")),
        (Characterisation.UNFAIR_TRIAL, (4, "350114000000")),
        (CustodyStatus.WANTED, (25, "020300000000")),
        (ActionKind.DENOUNCE, (20, "020300000000")),
    ],
)
def test_a_kind_has_its_huridocs_term(kind: Kind, wanted: tuple[int, str]) -> None:
    assert wanted in [(code.thesaurus, code.code) for code in huridocs(kind)]


@pytest.mark.parametrize(
    ("kind", "cameo", "category", "score"),
    [
        (EventKind.ARRESTED, "173", "COERCE", -7.0),
        (EventKind.EXCHANGED, "0841", "RETREAT", 6.5),
        (EventKind.SENTENCED, "116", "SANCTION", -6.0),
        (ActionKind.DEMAND, "1053", "REQUEST", -1.0),
        (ActionKind.ENDORSE, "051", "SUPPORT", None),
        (Characterisation.ARBITRARY, "1122", "ACCUSE", -3.5),
    ],
)
def test_a_kind_has_its_plover_type(
    kind: Kind, cameo: str, category: str, score: float | None
) -> None:
    (code,) = plover(kind)
    assert (code.cameo[0], code.category, code.score) == (cameo, category, score)


def test_kinds_with_one_word_in_two_vocabularies_are_told_apart() -> None:
    assert huridocs(EventKind.ARRESTED) != huridocs(CustodyStatus.ARRESTED)
    assert plover(EventKind.ARRESTED)
    assert not plover(CustodyStatus.ARRESTED)


def test_where_manual_and_table_disagree_the_code_warns() -> None:
    for kind in (EventKind.SENTENCED, ActionKind.SANCTION):
        (code,) = plover(kind)
        assert "manual" in code.caution
        assert "table" in code.caution


def test_a_code_chosen_by_us_alone_says_so() -> None:
    assert not plover(EventKind.DISAPPEARED)[0].is_verified
    assert plover(EventKind.RELEASED)[0].is_verified


def test_codes_are_twelve_digits_of_a_list_that_is_named() -> None:
    lists = read("codes/huridocs.yml")["lists"]
    for kind in KINDS:
        for code in huridocs(kind):
            assert len(code.code) == 12
            assert code.code.isdigit()
            assert code.thesaurus in lists
