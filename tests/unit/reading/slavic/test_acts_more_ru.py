"""Acts in Russian whose actor no list has, or that stand behind what they are about."""

from __future__ import annotations

import pytest

from habeas.model.claim import ActionClaim
from habeas.model.vocabulary import Modality
from tests.slavic_reports import claims_in


def acts(text: str) -> list[tuple[str, tuple[str, ...], Modality]]:
    """Kind, actors and manner of each act."""
    return [
        (claim.action.value, tuple(one.label for one in claim.actors), claim.modality)
        for claim in claims_in("ru", text)
        if isinstance(claim, ActionClaim)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("МИД Велморы молчит. Остравия и Велмора обменялись пленными в Остравии.", "exchange",
         ("Остравия", "Велмора")),
        ("Сообщения о том, что Захара Минчука пытали, министерство опровергает.", "deny",
         ("министерство",)),
        ("Брат обращался в полицию, однако там отрицают, что его задержали.", "deny",
         ("полиция",)),
        ("ФСБ утверждает, что никаких пыток не было.", "deny", ("ФСБ",)),
        ("Обмен прошёл при посредничестве Турции.", "mediate", ("Турция",)),
        ("Государствам: признать задержания незаконными.", "demand", ()),
        ("Двадцать три государства присоединились к декларации.", "endorse",
         ("Двадцать три государства",)),
        ("Захар Минчук намерен подать иск к министерству.", "sue", ("Захар Минчук",)),
    ],
)  # fmt: skip
def test_the_act_is_found_with_its_actor(text: str, kind: str, actors: tuple[str, ...]) -> None:
    assert (kind, actors) in {(act, who) for act, who, _ in acts(text)}


def test_who_refused_to_come_did_not_take_part_and_denied() -> None:
    text = "МИД Велморы молчит. Велмора участвовать в совещании отказалась и обвинения отвергла."
    assert acts(text) == [
        ("participate", ("Велмора",), Modality.DENIED),
        ("deny", ("Велмора",), Modality.ASSERTED),
    ]


@pytest.mark.parametrize(
    "text", ["Захар Минчук подписал чеки.", "Партия участвовала в гонках.", "Друзья: идёт дождь."]
)
def test_what_is_of_no_interest_is_no_act(text: str) -> None:
    assert acts(text) == []
