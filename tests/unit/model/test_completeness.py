"""The model has a word for everything that reports say and registers hold."""

from dataclasses import fields
from enum import StrEnum

import pytest

from habeas.model.action import Action
from habeas.model.attribute import Attribute
from habeas.model.charge import Charge, Sentence
from habeas.model.claim import (
    ActionClaim,
    AnyClaim,
    AttributeClaim,
    CharacterisationClaim,
    EventClaim,
    FigureClaim,
    LeverageClaim,
)
from habeas.model.consent import Consent, Handling
from habeas.model.decision import Decision
from habeas.model.document import Document
from habeas.model.finding import Finding
from habeas.model.place import Control, Place
from habeas.model.quantity import Qualifier
from habeas.model.source import Source
from habeas.model.vocabulary import (
    ActionKind,
    Characterisation,
    CountingBasis,
    CountingUnit,
    CustodyStatus,
    EventKind,
    FigureStatus,
    LeverageKind,
    Modality,
    ReleaseForm,
)


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (
            EventKind,
            (
                "arrested abducted searched charged remanded tried sentenced appeal_decided "
                "transferred mistreated denied_access held hunger_strike released exchanged "
                "pardoned expelled died disappeared"
            ),
        ),
        (
            FigureStatus,
            (
                "held arrested charged searched sentenced persecuted disappeared missing "
                "released killed other"
            ),
        ),
        (CountingUnit, "person prosecution case"),
        (CountingBasis, "current cumulative"),
        (
            ActionKind,
            (
                "denounce demand deny support endorse initiate launch invite participate sanction "
                "negotiate exchange mediate vote summon expel report designate sue rule"
            ),
        ),
        (
            Characterisation,
            (
                "arbitrary politically_motivated fabricated unlawful hostage "
                "enforced_disappearance torture unfair_trial discrimination"
            ),
        ),
        (LeverageKind, "demand offer counterpart concession link"),
        (Modality, "asserted alleged denied planned demanded conditional"),
        (
            Qualifier,
            (
                "exact about at_least more_than up_to less_than between several dozens hundreds "
                "thousands"
            ),
        ),
    ],
)
def test_a_closed_list_holds_just_its_words(choices: type[StrEnum], words: str) -> None:
    assert [choice.value for choice in choices] == words.split()


@pytest.mark.parametrize(
    ("kind", "slots"),
    [
        (
            EventClaim,
            (
                "event persons date place holder agent charges sentence court origin count form "
                "counterparts mediator concession"
            ),
        ),
        (
            FigureClaim,
            (
                "status quantity population territory holder unit date basis subset_of grounds "
                "since division counted"
            ),
        ),
        (AttributeClaim, "subject attribute value until"),
        (ActionClaim, "action actors on_behalf_of targets object date place due"),
        (CharacterisationClaim, "label of against act places"),
        (LeverageClaim, "leverage persons holder target object"),
    ],
)
def test_a_kind_of_claim_has_its_slots_and_what_every_claim_has(
    kind: type[AnyClaim], slots: str
) -> None:
    every = "quote date speaker via modality source reliability credibility reading"
    assert {*slots.split(), *every.split()} <= {slot.name for slot in fields(kind)}


# One line per field of the union of fields that public registers hold (docs/reference/fields.md);
# behind it the places of the model that hold it.
UNION: list[tuple[str, list[object]]] = [
    ("identifiers in other registers", [Attribute.EXTERNAL_ID]),
    ("name and its parts", [Attribute.NAME, Attribute.GIVEN_NAME, Attribute.FAMILY_NAME]),
    ("names of father and mother", [Attribute.FATHER_NAME, Attribute.MOTHER_NAME]),
    ("other names, in any script", [Attribute.OTHER_NAME]),
    ("sex", [Attribute.SEX]),
    ("birth and age", [Attribute.BIRTH_DATE, Attribute.AGE, Attribute.AGE_AT_DETENTION]),
    ("birth place, residence", [Attribute.BIRTH_PLACE, Attribute.RESIDENCE]),
    ("nationality, imposed too", [Attribute.NATIONALITY, Attribute.IMPOSED_CITIZENSHIP]),
    ("belonging", [Attribute.ETHNICITY, Attribute.RELIGION, Attribute.LANGUAGE]),
    ("identity documents", [Attribute.ID_DOCUMENT]),
    ("occupation and role", [Attribute.OCCUPATION, Attribute.ROLE, Attribute.EDUCATION]),
    ("civil status", [Attribute.CIVIL_STATUS, Attribute.DEPENDANTS, Attribute.FAMILY_AT_RISK]),
    ("kinship", [Attribute.KINSHIP]),
    ("looks", [Attribute.PORTRAIT, Attribute.PHYSICAL_DESCRIPTION]),
    ("affiliation", [Attribute.AFFILIATION]),
    ("civil or military, minor", [Attribute.CIVIL_OR_MILITARY, Attribute.VULNERABILITY]),
    ("impugned activity", [Attribute.IMPUGNED_ACTIVITY]),
    ("freedom exercised", [Attribute.FREEDOM_EXERCISED]),
    ("group of cases", [Attribute.CASE_GROUP]),
    ("motive and leverage", [Attribute.ALLEGED_MOTIVE, Attribute.LEVERAGE_INDICATOR]),
    ("arrest", [EventKind.ARRESTED, (EventClaim, "date place"), Attribute.CIRCUMSTANCES]),
    ("arresting force", [(EventClaim, "agent")]),
    ("warrant", [Attribute.WARRANT_SHOWN, Attribute.WARRANT_ISSUED_BY]),
    ("grounds given", [Attribute.GROUNDS_GIVEN, Attribute.LAW_CITED]),
    ("authorities", [(EventClaim, "holder"), Attribute.ORDERING_AUTHORITY]),
    ("places of detention", [EventKind.TRANSFERRED, (EventClaim, "origin"), (Place, "kind")]),
    ("cell and letters", [Attribute.CELL_TYPE, Attribute.LETTER_ADDRESS, (Place, "address")]),
    ("who controls the place", [Attribute.OCCUPIED_BY, (Control, "by since until source")]),
    ("acknowledged or denied", [Attribute.ACKNOWLEDGED, Modality.DENIED]),
    ("contact", [Attribute.LOCATION_DISCLOSED, Attribute.CONTACT_PERMITTED]),
    ("type of deprivation", [Attribute.DEPRIVATION_TYPE]),
    ("status with its date", [Attribute.CUSTODY_STATUS, (AttributeClaim, "date until")]),
    ("case", [Attribute.CASE_NUMBER, Attribute.CASE_OPENED_BY]),
    ("charge", [(Charge, "article part point code edition words"), Attribute.PLEA]),
    ("court", [(EventClaim, "court"), Attribute.JUDGE, Attribute.PROSECUTOR]),
    ("investigator, lawyer", [Attribute.INVESTIGATOR, Attribute.LAWYER]),
    ("hearings", [Attribute.HEARING, Attribute.HEARING_ACCESS, EventKind.TRIED]),
    ("language of hearings", [Attribute.HEARING_LANGUAGE, Attribute.INTERPRETER]),
    ("verdict", [Attribute.VERDICT, (Sentence, "kind duration regime amount words")]),
    ("fine, restrictions", [Attribute.FINE, Attribute.RESTRICTIONS, EventKind.APPEAL_DECIDED]),
    ("notice under the fourth Geneva Convention", [Attribute.GC4_ARTICLE_71_NOTICE]),
    ("ill-treatment", [Attribute.ILL_TREATMENT, EventKind.MISTREATED, Attribute.STATEMENT_SIGNED]),
    ("health", [Attribute.HEALTH, Attribute.MEDICAL_ATTENTION, Attribute.DISABILITY]),
    ("hunger strike", [EventKind.HUNGER_STRIKE]),
    ("conditions", [Attribute.CONDITIONS, Attribute.SOLITARY, Attribute.VISITS]),
    ("parcels, letters", [Attribute.PARCELS, Attribute.CORRESPONDENCE]),
    ("death", [EventKind.DIED, Attribute.DEATH_CAUSE, Attribute.AUTOPSY, Attribute.BODY_RETURNED]),
    ("consular access", [Attribute.CONSULAR_ACCESS, EventKind.DENIED_ACCESS]),
    ("family contact", [Attribute.FAMILY_CONTACT, Attribute.PROOF_OF_LIFE]),
    ("end", [(EventClaim, "form counterparts mediator concession"), ReleaseForm.EXILED]),
    ("exchange lists", [Attribute.LIST_MEMBERSHIP, EventKind.EXCHANGED]),
    ("redress", [Attribute.REMEDY, Attribute.COMPENSATION, Attribute.REHABILITATION]),
    ("classification", [(Finding, "framework version criterion answer by on standard reasons")]),
    ("dissent, revision", [(Finding, "dissent supersedes evidence")]),
    ("recognised by", [Attribute.RECOGNISED_BY]),
    ("action", [(Action, "kind by to on forum response impact next_due persons")]),
    ("demands, sanctions", [(Action, "demands officials_named endorsers evidence")]),
    ("document", [(Document, "published media_type language url archive_url sha256 custody")]),
    ("source", [(Source, "reliability origin is_official kind"), (AttributeClaim, "credibility")]),
    ("consent", [(Consent, "tier fields recipients expires giver relation withdrawn purpose")]),
    ("handling", [(Handling, "confidential_fields may_publish last_verified reviewer")]),
    ("decisions with reasons", [(Decision, "choice about reason by supersedes")]),
]


@pytest.mark.parametrize(("field", "places"), UNION, ids=lambda one: str(one)[:30])
def test_every_field_that_registers_hold_has_a_place(field: str, places: list[object]) -> None:
    assert places
    for place in places:
        if isinstance(place, tuple):
            kind, names = place
            assert set(names.split()) <= {slot.name for slot in fields(kind)}, field


def test_every_attribute_is_in_the_union_of_fields() -> None:
    used = {place for _, places in UNION for place in places if isinstance(place, Attribute)}
    assert set(Attribute) - used == set()


def test_every_way_a_detention_ends_has_its_status() -> None:
    """Exile, expulsion, bail and escape leave a person at liberty, wanted or abroad."""
    ended = {one.value.removeprefix("released_") for one in CustodyStatus}
    without = {form for form in ReleaseForm if form.value not in ended}
    assert without == {
        ReleaseForm.EXILED,
        ReleaseForm.EXPELLED,
        ReleaseForm.BAILED,
        ReleaseForm.ESCAPED,
        ReleaseForm.DIED,
    }
    assert len(CustodyStatus) == 24
