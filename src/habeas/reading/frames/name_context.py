"""What the words around a name that no list holds make of it: a person, a state, a place."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.mention import MentionKind
from habeas.reading.frames.knowledge import Knowledge
from habeas.reading.frames.names import Name
from habeas.text.tokens import Token

_TOWN = 2  # words of a name of a town or state
_TO_VERB = 4  # words from a name to the verb it suffers
_AGES = range(14, 100)  # "X, 34, ..."


def explained(tokens: Sequence[Token], name: Name, knowledge: Knowledge) -> MentionKind | None:
    """What the words around an unknown name make of it: "the Republic of X", "in X"."""
    unknown = (MentionKind.UNSPECIFIED, MentionKind.PERSON)
    if name.last - name.first > _TOWN or name.kind not in unknown:
        return None
    before = [token.text.lower() for token in tokens[max(name.first - 2, 0) : name.first]]
    after = [token.text.lower() for token in tokens[name.last : name.last + 4]]
    is_of = len(before) > 1 and knowledge.serves(before[-1], "of")
    if is_of and knowledge.serves(before[0], "of_states"):
        return MentionKind.STATE
    if _is_owner(after, knowledge) and any(knowledge.serves(word, "organs") for word in after[1:]):
        return MentionKind.STATE
    if is_of and knowledge.serves(before[0], "of_places"):
        return MentionKind.PLACE
    return MentionKind.PLACE if _is_where(name, before, after, knowledge) else None


def _is_owner(after: Sequence[str], knowledge: Knowledge) -> bool:
    return bool(after) and knowledge.serves(after[0].replace("’", "'"), "possessive_marks")


def _is_where(
    name: Name, before: Sequence[str], after: Sequence[str], knowledge: Knowledge
) -> bool:
    """Whether it stands where places do; whose name it may be is none ("in Olha's cell")."""
    if not before or _is_owner(after, knowledge):
        return False
    is_word = name.last - name.first == 1
    is_in = knowledge.serves(before[-1], "before_places")
    if not is_word:
        return is_in and not knowledge.may_be_given(name.text.split()[0])
    is_plain = not knowledge.has_surname_ending(name.text)
    is_to = is_plain and knowledge.serves(before[-1], "before_one_word_places")
    return is_in or is_to or knowledge.serves(before[-1], "source")


def is_told_of_person(tokens: Sequence[Token], name: Name, knowledge: Knowledge) -> bool:
    """Whether what is told of a name is told of persons only: "X was arrested", "X, 34, ..."."""
    after = [token.text for token in tokens[name.last : name.last + 4]]
    before = tokens[name.first - 1].text.lower() if name.first else ""
    if before.isdigit() or before in knowledge.lexicon.function_words["number"]:
        return False  # "78 Tavrans have been convicted"
    if _is_aged(after) or _is_kin(tokens, name, knowledge) or _is_called(tokens, name, knowledge):
        return True
    if len(after) > 1 and _is_owner(after, knowledge):
        return knowledge.serves(after[1].lower(), "of_persons_only")
    return _suffers(tokens[name.last : name.last + _TO_VERB], knowledge) or _is_object(
        tokens[max(name.first - 1, 0) : name.first], knowledge
    )


def _is_kin(tokens: Sequence[Token], name: Name, knowledge: Knowledge) -> bool:
    """Whether it is said whose kin it is: "her brother X", "Bondar's mother, X, ..."."""
    before = [token.text.lower() for token in tokens[max(name.first - 3, 0) : name.first]]
    after = tokens[name.last].text if name.last < len(tokens) else "."
    if before[-1:] == [","]:
        before.pop()
        if after not in (",", ".", ")"):
            return False
    kinship = knowledge.lexicon.people["kinship"]
    is_owned = len(before) > 1 and (
        before[-2] in knowledge.lexicon.function_words["possessive"]
        or knowledge.serves(before[-2].replace("’", "'"), "possessive_marks")
    )
    return is_owned and before[-1] in kinship


def _is_called(tokens: Sequence[Token], name: Name, knowledge: Knowledge) -> bool:
    """Whether somebody is said to be called so: "a woman named X", "his name is X"."""
    before = [token.text.lower() for token in tokens[max(name.first - 4, 0) : name.first]]
    if len(before) < 2:  # noqa: PLR2004
        return False
    if knowledge.serves(before[-1], "called_so"):
        people = knowledge.lexicon.people
        return any(w in people["person_nouns"] | people["occupations"] for w in before[:-1])
    is_be = before[-1] in knowledge.lexicon.function_words["be"]
    if is_be and knowledge.serves(before[-2], "name_nouns"):
        return True
    is_known = any(knowledge.serves(word, "identifying") for word in before)
    return is_known and knowledge.serves(before[-1], "role")


def _is_aged(after: Sequence[str]) -> bool:
    marks = [after[0], after[2]] if len(after) > 2 else []  # noqa: PLR2004  # ", 34,"
    if not marks or marks[0] not in (",", "(") or marks[1] not in (",", ")"):
        return False
    return after[1].isdigit() and int(after[1]) in _AGES


def _suffers(after: Sequence[Token], knowledge: Knowledge) -> bool:
    """Whether a passive verb that only persons suffer follows."""
    is_passive = False
    for token in after:
        lower = token.text.lower()
        if lower in knowledge.lexicon.function_words["be"]:
            is_passive = not knowledge.serves(lower, "plural_verbs")
        elif is_passive and (forms := knowledge.lexicon.forms.get(lower)):
            return any(
                form.shape == "part" and knowledge.serves(form.lemma, "done_to_persons")
                for form in forms
            )
        elif not (
            lower in knowledge.lexicon.function_words["have"]
            or lower in knowledge.lexicon.function_words["adverb"]
            or knowledge.serves(lower[-2:], "adverb_endings")
        ):
            return False
    return False


def _is_object(before: Sequence[Token], knowledge: Knowledge) -> bool:
    """Whether a verb that is done to persons only stands right before."""
    lower = before[0].text.lower() if before else ""
    return any(
        knowledge.serves(form.lemma, "done_to_persons")
        for form in knowledge.lexicon.forms.get(lower, ())
        if form.shape != "part" or len(knowledge.lexicon.forms[lower]) > 1
    )
