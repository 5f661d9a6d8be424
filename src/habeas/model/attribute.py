"""What can be said of a person beside what happened: one name per field that real registers hold.

Which registers hold which, and whether a field repeats, changes with time, is disputed or
sensitive, stands in `habeas/reference/fields.yml`.
"""

from __future__ import annotations

from enum import StrEnum


class Attribute(StrEnum):
    """A field of a person, of an episode, or (`occupied_by`) of a place."""

    # Identity
    NAME = "name"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    OTHER_NAME = "other_name"
    FATHER_NAME = "father_name"
    MOTHER_NAME = "mother_name"
    EXTERNAL_ID = "external_id"
    SEX = "sex"
    BIRTH_DATE = "birth_date"
    BIRTH_PLACE = "birth_place"
    AGE = "age"
    AGE_AT_DETENTION = "age_at_detention"
    RESIDENCE = "residence"
    NATIONALITY = "nationality"
    IMPOSED_CITIZENSHIP = "imposed_citizenship"
    ETHNICITY = "ethnicity"
    RELIGION = "religion"
    LANGUAGE = "language"
    ID_DOCUMENT = "id_document"
    ROLE = "role"
    OCCUPATION = "occupation"
    AFFILIATION = "affiliation"
    EDUCATION = "education"
    CIVIL_STATUS = "civil_status"
    KINSHIP = "kinship"
    DEPENDANTS = "dependants"
    FAMILY_AT_RISK = "family_at_risk"
    PORTRAIT = "portrait"
    PHYSICAL_DESCRIPTION = "physical_description"
    CIVIL_OR_MILITARY = "civil_or_military"
    VULNERABILITY = "vulnerability"  # minor, elderly, disabled, pregnant
    # Why targeted
    IMPUGNED_ACTIVITY = "impugned_activity"
    FREEDOM_EXERCISED = "freedom_exercised"
    CASE_GROUP = "case_group"
    ALLEGED_MOTIVE = "alleged_motive"
    LEVERAGE_INDICATOR = "leverage_indicator"
    # Deprivation of liberty
    CIRCUMSTANCES = "circumstances"
    WARRANT_SHOWN = "warrant_shown"
    WARRANT_ISSUED_BY = "warrant_issued_by"
    ORDERING_AUTHORITY = "ordering_authority"
    GROUNDS_GIVEN = "grounds_given"
    LAW_CITED = "law_cited"
    DEPRIVATION_TYPE = "deprivation_type"
    CUSTODY_STATUS = "custody_status"
    CELL_TYPE = "cell_type"
    LETTER_ADDRESS = "letter_address"
    ACKNOWLEDGED = "acknowledged"
    LOCATION_DISCLOSED = "location_disclosed"
    CONTACT_PERMITTED = "contact_permitted"
    # Prosecution
    CASE_NUMBER = "case_number"
    CASE_OPENED_BY = "case_opened_by"
    PLEA = "plea"
    JUDGE = "judge"
    PROSECUTOR = "prosecutor"
    INVESTIGATOR = "investigator"
    LAWYER = "lawyer"
    HEARING = "hearing"
    HEARING_ACCESS = "hearing_access"  # open or closed, to whom
    HEARING_LANGUAGE = "hearing_language"
    INTERPRETER = "interpreter"
    VERDICT = "verdict"
    FINE = "fine"
    RESTRICTIONS = "restrictions"
    GC4_ARTICLE_71_NOTICE = "gc4_article_71_notice"
    # Treatment
    ILL_TREATMENT = "ill_treatment"
    STATEMENT_SIGNED = "statement_signed"
    HEALTH = "health"
    MEDICAL_ATTENTION = "medical_attention"
    DISABILITY = "disability"
    CONDITIONS = "conditions"
    SOLITARY = "solitary"
    VISITS = "visits"
    PARCELS = "parcels"
    CORRESPONDENCE = "correspondence"
    DEATH_CAUSE = "death_cause"
    AUTOPSY = "autopsy"
    BODY_RETURNED = "body_returned"
    # Access
    CONSULAR_ACCESS = "consular_access"
    FAMILY_CONTACT = "family_contact"
    PROOF_OF_LIFE = "proof_of_life"
    # End and after
    LIST_MEMBERSHIP = "list_membership"
    REMEDY = "remedy"
    COMPENSATION = "compensation"
    REHABILITATION = "rehabilitation"
    RECOGNISED_BY = "recognised_by"
    # Of a place
    OCCUPIED_BY = "occupied_by"
