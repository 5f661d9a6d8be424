"""Whether a word that can be a verb is one here, and in which form, by the words around it."""

from __future__ import annotations

from collections.abc import Iterable

from habeas.reading.frames.words import Pos, Word
from habeas.reference.verb_forms import Form

_BEFORE_NOUN = {Pos.DETERMINER, Pos.POSSESSIVE, Pos.ADJECTIVE, Pos.NUMBER, Pos.PREPOSITION}
_NO_VERB_BEFORE = {Pos.DETERMINER, Pos.POSSESSIVE, Pos.ADJECTIVE, Pos.NUMBER}
_AFTER_VERB = {Pos.DETERMINER, Pos.POSSESSIVE, Pos.PRONOUN, Pos.NUMBER, Pos.SUBORDINATOR}
_ENDS_SUBJECT = {
    Pos.NOMINAL, Pos.ADVERB, Pos.DATE, Pos.CLOSE, Pos.CONJUNCTION, Pos.COMMA, Pos.QUOTE,
}  # fmt: skip
_AFTER_STATE = {Pos.PREPOSITION, Pos.ADJECTIVE, Pos.ADVERB}
_CLOSES = {Pos.STOP, Pos.COMMA, Pos.QUOTE, Pos.COLON}
_CLAUSE_OPENS = {Pos.STOP, Pos.SUBORDINATOR, Pos.RELATIVE, Pos.COLON, Pos.QUOTE}
_IN_PHRASE = {Pos.DETERMINER, Pos.POSSESSIVE, Pos.ADJECTIVE, Pos.NUMBER, Pos.NOMINAL}
_GOVERNORS = {Pos.TO, Pos.MODAL, Pos.DO, Pos.HAVE, Pos.BE}
_TO_GOVERNOR = 6  # words from a helper to its verb, adverbs between them
_TO_RELATIVE = 5  # words from "who" to "says" in "who the group says"
_TO_CAUSE = 7  # words from "make" to the bare verb it calls for


def verb_form(words: list[Word], at: int, plural_endings: Iterable[str]) -> Form | None:
    """The form the word has here, None where it is a noun or an adjective."""
    shapes = {form.shape: form for form in words[at].forms}
    governor = _governor(words, at)
    if governor in (Pos.TO, Pos.MODAL, Pos.DO) and "base" in shapes:
        return shapes["base"]
    if governor is Pos.HAVE and "part" in shapes:
        return shapes["part"]
    if governor is Pos.BE and not _is_called(words, at) and ("part" in shapes or "ing" in shapes):
        return shapes.get("part") or shapes["ing"]
    if "past" in shapes or "part" in shapes:
        return _past_form(shapes, words, at)
    if "ing" in shapes:
        return _ing_form(shapes["ing"], words, at)
    return _present_form(shapes, words, at, tuple(plural_endings))


def _is_called(words: list[Word], at: int) -> bool:
    """Whether a participle behind "is" only describes the noun behind it: "suspected members"."""
    before, after = _beside(words, at)
    is_noun = after is not None and after.pos is Pos.NOMINAL and after.name < 0
    is_behind = before is not None and before.pos is Pos.BE
    return is_noun and is_behind and words[at].serves("called_before")


def _governor(words: list[Word], at: int) -> Pos | None:
    """The helper, modal or "to" that this word would be the verb of."""
    for word in reversed(words[max(at - _TO_GOVERNOR, 0) : at]):
        if word.pos in (Pos.ADVERB, Pos.NOT, Pos.QUOTE):
            continue
        return word.pos if word.pos in _GOVERNORS else None
    return None


def _beside(words: list[Word], at: int) -> tuple[Word | None, Word | None]:
    before = words[at - 1] if at else None
    return before, words[at + 1] if at + 1 < len(words) else None


def _past_form(shapes: dict[str, Form], words: list[Word], at: int) -> Form | None:
    before, after = _beside(words, at)
    has_noun_after = after is not None and (
        after.pos in (Pos.ADJECTIVE, Pos.NUMBER) or (after.pos is Pos.NOMINAL and after.name < 0)
    )
    is_before_name = after is not None and after.name >= 0 and before is not None
    is_adjective = is_before_name and before is not None and before.pos in _BEFORE_NOUN
    is_adjective = is_adjective or (is_before_name and _is_before_people(words, at))
    if is_adjective or _is_called(words, at):
        return None  # "in occupied Crimea"
    if _modifies(words, at) and (has_noun_after or _is_said_of(words, at)):
        return None
    if has_noun_after and _is_behind_name(words, at):
        return None
    if before is not None and before.pos in _NO_VERB_BEFORE and not _stands_alone(before):
        return None
    return shapes.get("past") or shapes["part"]


def _modifies(words: list[Word], at: int) -> bool:
    """Whether the place is one before a noun: "the detained men", "arbitrarily detained men"."""
    before, after = _beside(words, at)
    if after is not None and after.serves("listing_verbs") and words[at - 1].serves("stand_alone"):
        return False  # "those arrested include X"
    if before is not None and before.pos is Pos.SUBORDINATOR:  # "that masked men abducted X"
        is_noun = after is not None and after.pos is Pos.NOMINAL and not after.forms
        return is_noun and at + 2 < len(words) and bool(words[at + 2].forms)
    if before is not None and before.pos is Pos.ADVERB and before.serves("adverb_endings"):
        earlier = words[at - 2] if at > 1 else None
        marks = {Pos.QUOTE, Pos.COMMA, Pos.CONJUNCTION}
        return earlier is None or earlier.pos in _BEFORE_NOUN | marks
    return before is None or before.pos in _BEFORE_NOUN


def _is_before_people(words: list[Word], at: int) -> bool:
    """Whether a people and a noun follow: "arbitrarily detained Velmoran citizens"."""
    before, behind = words[at - 1], words[at + 2] if at + 2 < len(words) else None
    is_adverb = before.pos is Pos.ADVERB and before.serves("adverb_endings")
    is_plain = behind is not None and behind.pos is Pos.NOMINAL and behind.name < 0
    return is_adverb and is_plain and _modifies(words, at)


def _is_behind_name(words: list[Word], at: int) -> bool:
    """Whether a name and a comma stand before: "X, imprisoned head of a union, ..."."""
    is_name = at > 1 and words[at - 1].pos is Pos.COMMA and words[at - 2].name >= 0
    return is_name and any(word.describes for word in words[at + 1 : at + 4])


def _is_said_of(words: list[Word], at: int) -> bool:
    """Whether an adverb and "as" stand before: "condemned it as politically motivated"."""
    earlier = words[at - 2] if at > 1 and words[at - 1].serves("adverb_endings") else None
    return earlier is not None and earlier.serves("role")


def _stands_alone(before: Word) -> bool:
    """Whether the word can be a subject by itself: "ten detained", "those held"."""
    return before.pos is Pos.NUMBER or before.serves("stand_alone")


def _ing_form(form: Form, words: list[Word], at: int) -> Form | None:
    before, after = _beside(words, at)
    if before is not None and before.pos in _NO_VERB_BEFORE:
        return None
    if before is None and after is not None:
        is_noun_after = after.pos is Pos.NOMINAL and after.name < 0 and after.lower.endswith("s")
        return None if is_noun_after else form
    return form


def _present_form(
    shapes: dict[str, Form], words: list[Word], at: int, plural_endings: tuple[str, ...]
) -> Form | None:
    before, after = _beside(words, at)
    form = shapes.get("s") or shapes.get("base")
    if form is None or before is None:
        return None
    subject = _before_adverbs(words, at)
    if subject is not None and subject is not before:  # "X currently holds", "states also demand"
        return form if _agrees(form, subject, plural_endings) else None
    is_sure = _is_bare_infinitive(words, at, form) or _tells_state(words, at, form)
    is_sure = is_sure or _is_said_between(words, at, form) or _opens_list(words, at)
    if form.shape == "base" and before.pos is Pos.CONJUNCTION and after is not None:
        is_object = after.pos in (Pos.POSSESSIVE, Pos.DETERMINER, Pos.PRONOUN) or after.name >= 0
        is_sure = is_sure or is_object  # "believe ... and demand his release"
    if is_sure or before.pos in (Pos.PRONOUN, Pos.RELATIVE):
        return form
    if before.pos is Pos.NUMBER:  # "64 remain in custody"
        return form if form.shape == "base" and _is_complete(after) else None
    if before.pos in _BEFORE_NOUN:
        return None
    return form if _fits_present(form, words, at, plural_endings) else None


def _is_said_between(words: list[Word], at: int, form: Form) -> bool:
    """Whether it says who tells it in "prisoners who the group says are held"."""
    after = words[at + 1] if at + 1 < len(words) else None
    is_before_verb = after is not None and after.pos in (Pos.BE, Pos.HAVE)
    if form.shape != "s" or not is_before_verb or not words[at].serves("aside_verbs"):
        return False
    return any(word.pos is Pos.RELATIVE for word in words[max(at - _TO_RELATIVE, 0) : at])


def _opens_list(words: list[Word], at: int) -> bool:
    """Whether names follow: "those arrested include X", "the detained include: ..."."""
    before, after = _beside(words, at)
    is_listing = before is not None and words[at].serves("listing_verbs")
    if not is_listing or before is None or after is None or before.pos in _BEFORE_NOUN:
        return False
    return after.name >= 0 or after.pos in (Pos.COLON, Pos.DETERMINER) or after.describes


def _fits_present(form: Form, words: list[Word], at: int, plural_endings: tuple[str, ...]) -> bool:
    """Whether subject and object stand around it as they do around a verb in the present."""
    before, after = _beside(words, at)
    if before is None:
        return False
    if after is not None and after.pos is Pos.QUOTE and at + 2 < len(words):
        after = words[at + 2]
    if form.shape == "s":
        is_open = _is_open(before, after) or _is_before_infinitive(words, at)
        is_open = is_open or _is_asking(words, at) or _is_before_count(words, at)
        is_open = is_open and not _is_behind_preposition(words, at)
        is_open = is_open and not _ends_clause(words, at)
        return _ends_subject(before) and is_open
    is_plural = before.pos is Pos.NOMINAL and before.lower.endswith(plural_endings)
    is_open = _opens_object(after) or _is_asking(words, at) or _is_before_count(words, at)
    is_open = is_open or words[at].serves("state_verbs")
    if before.pos is Pos.CONJUNCTION and is_open and _has_plural_verb(words, at):
        return True
    return is_plural and is_open and not _is_verb_near(words, at)


def _before_adverbs(words: list[Word], at: int) -> Word | None:
    """What stands before the word and the adverbs and quotation marks that belong to it."""
    index = at - 1
    while index >= 0 and words[index].pos in (Pos.ADVERB, Pos.QUOTE):
        index -= 1
    is_adverb = any(word.pos is Pos.ADVERB for word in words[index + 1 : at])
    return words[index] if index >= 0 and is_adverb else None


def _agrees(form: Form, subject: Word, plural_endings: tuple[str, ...]) -> bool:
    """Whether the subject can have the verb: one with -s, several without."""
    if subject.pos in (Pos.PRONOUN, Pos.RELATIVE):
        return True
    if form.shape == "s":
        return _ends_subject(subject) and subject.pos is not Pos.ADVERB
    return subject.pos is Pos.NOMINAL and subject.lower.endswith(plural_endings)


def _is_asking(words: list[Word], at: int) -> bool:
    """Whether it is a verb that asks, by the preposition behind: "calls on X", "appeal for"."""
    before, after = _beside(words, at)
    if before is None or after is None or not words[at].serves("asking_verbs"):
        return False
    is_told = before.name >= 0 or before.describes or before.serves("askers")
    is_told = is_told or before.pos not in (Pos.NOMINAL, Pos.ADJECTIVE)
    return is_told and after.serves("asking_prepositions")


def _has_plural_verb(words: list[Word], at: int) -> bool:
    """Whether a verb without -s goes before: "states condemn X and demand Y"."""
    for word in reversed(words[:at]):
        if word.pos in _CLAUSE_OPENS - {Pos.QUOTE}:
            return False
        if word.pos is Pos.VERB and word.form is not None:
            return word.form.shape == "base"
    return False


def _is_before_count(words: list[Word], at: int) -> bool:
    """Whether a number follows, with or without its hedge: "includes over 40 prisoners"."""
    for word in words[at + 1 : at + 4]:
        if word.pos is Pos.NUMBER:
            return True
        if not word.serves("number_hedges"):
            return False
    return False


def _tells_state(words: list[Word], at: int, form: Form) -> bool:
    """Whether it says how somebody goes on: "X, a teacher, remains in custody"."""
    before, after = _beside(words, at)
    if form.shape != "s" or not words[at].serves("state_verbs") or before is None or after is None:
        return False
    is_open = not after.serves("of") and (after.pos in _AFTER_STATE or bool(after.forms))
    return is_open and before.pos in _ENDS_SUBJECT


def _is_behind_preposition(words: list[Word], at: int) -> bool:
    """Whether it ends a phrase behind a preposition and its clause: "to short jail terms."."""
    _, after = _beside(words, at)
    if after is not None and after.pos not in _CLOSES:
        return False
    index = at - 1
    while index >= 0 and words[index].pos in _IN_PHRASE and words[index].name < 0:
        index -= 1
    return index >= 0 and words[index].pos is Pos.PREPOSITION


def _ends_clause(words: list[Word], at: int) -> bool:
    """Whether it ends a clause that has its verb: "are facing lengthy prison sentences."."""
    before, after = _beside(words, at)
    if (after is not None and after.pos not in (Pos.STOP, Pos.COMMA)) or before is None:
        return False
    if before.pos is not Pos.NOMINAL or before.name >= 0 or not words[at].serves("often_nouns"):
        return False
    for word in reversed(words[:at]):
        if word.pos in _CLAUSE_OPENS or word.pos is Pos.COMMA:
            return False
        if word.pos in (Pos.BE, Pos.HAVE) or (word.pos is Pos.VERB and word.form is not None):
            return True
    return False


def _is_before_infinitive(words: list[Word], at: int) -> bool:
    """Whether "to" and a base form follow: "plans to arrest", not "reports to the police"."""
    to, verb = (*words[at + 1 : at + 3], None, None)[:2]
    if to is None or verb is None or not to.serves("infinitive"):
        return False
    return any(form.shape == "base" for form in verb.forms)


def _is_complete(after: Word | None) -> bool:
    """Whether what follows fits a verb without object, and no noun."""
    return after is None or after.pos in _CLOSES | {Pos.PREPOSITION, Pos.ADVERB}


def _opens_object(after: Word | None) -> bool:
    return after is not None and (
        after.pos in _AFTER_VERB
        or after.name >= 0
        or after.pos in (Pos.NOMINAL, Pos.ADJECTIVE, Pos.TO)
    )


def _ends_subject(before: Word) -> bool:
    """Whether a subject of one can end in the word."""
    is_one = before.name >= 0 or not before.lower.endswith("s") or before.pos is not Pos.NOMINAL
    return is_one and before.pos in _ENDS_SUBJECT


def _is_open(before: Word, after: Word | None) -> bool:
    if after is None or after.pos in _CLOSES:
        return True
    return _opens_object(after) or before.name >= 0


def _is_bare_infinitive(words: list[Word], at: int, form: Form) -> bool:
    """Whether a verb before asks for a base form here: "make X fulfil its duty"."""
    before, after = _beside(words, at)
    if form.shape != "base":
        return False
    if (
        after is None
        or after.serves("of")
        or not (
            after.pos in _AFTER_VERB
            or after.name >= 0
            or after.pos in (Pos.PREPOSITION, Pos.ADJECTIVE, Pos.NOMINAL)
        )
    ):
        return False
    if before is None or before.pos is not Pos.NOMINAL:
        return False
    for word in reversed(words[max(at - _TO_CAUSE, 0) : at - 1]):
        if word.form is not None and word.pos is Pos.VERB:
            return word.serves("causative_verbs")
        if word.pos in (Pos.STOP, Pos.COLON):
            return False
    return False


def _is_verb_near(words: list[Word], at: int) -> bool:
    """Whether a finite verb already stands between this word and the start of its clause."""
    for word in reversed(words[:at]):
        if word.pos in _CLAUSE_OPENS:
            return False
        if word.pos is Pos.VERB and word.form is not None and word.form.shape in ("past", "s"):
            return True
    return False
