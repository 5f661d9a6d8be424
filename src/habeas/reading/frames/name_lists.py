"""Names that the reference lists hold, and runs of capitals cut where a listed one begins."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.mention import MentionKind
from habeas.reading.frames.knowledge import Knowledge
from habeas.reading.frames.names import Name, People, text_of
from habeas.text.tokens import Token

_LONGEST = 8  # words of a listed name
_SHORT_MONTH = 3  # letters of "Jun"
_SHORTEST_ORDINARY = 6  # letters of an adverb or participle in no list
_ENDS_NAMES = set(',;:()[]?!"“”«»')
_MARKS = set("\"“”«»„‘’'.:!?-–—…*•")  # a capital behind one of these may only open a sentence


def listed_name(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> Name | None:
    """The longest state, body, place or people word from the reference lists that begins here."""
    if knowledge.serves(tokens[at].text.lower(), "name_articles"):
        return None  # "The Interior Ministry": the name begins behind the article
    for last in range(_latest_end(tokens, at), at, -1):
        text = text_of(tokens, at, last)
        if (known := knowledge.named(text)) is not None:
            kind, full, state = known
            return Name(at, last, kind, text, full, state)
    return None


def _latest_end(tokens: Sequence[Token], at: int) -> int:
    """Where a listed name that begins at `at` ends at the latest: before a mark."""
    last = at + 1
    while last < min(at + _LONGEST, len(tokens)) and tokens[last].text not in _ENDS_NAMES:
        last += 1
    return last


def with_state(tokens: Sequence[Token], listed: Name, knowledge: Knowledge) -> Name:
    """A body and what it is of are one name: "MFA Ukraine", "Supreme Court of Velmora"."""
    if listed.kind is not MentionKind.BODY or listed.last >= len(tokens):
        return listed
    start = listed.last
    if not tokens[start].text[0].isupper():
        is_own = listed.full not in ("", listed.text)
        start = start if is_own else _behind_of(tokens, start, knowledge)
        if start == listed.last:
            return listed
    after = listed_name(tokens, start, knowledge)
    if after is not None and after.kind is MentionKind.STATE:
        last, state = after.last, after.state
    elif start > listed.last and not knowledge.is_given(tokens[start].text):
        last, state = run_end(tokens, start, knowledge), ""
    else:
        return listed
    text = text_of(tokens, listed.first, last)
    return Name(listed.first, last, MentionKind.BODY, text, "", state)


def _behind_of(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> int:
    """Where a name begins behind "of" or "of the" at `at`; `at` where none does."""
    start = at + 1
    if not knowledge.serves(tokens[at].text, "of") or start >= len(tokens):
        return at
    if knowledge.serves(tokens[start].text, "name_articles") and start + 1 < len(tokens):
        start += 1
    return start if tokens[start].text[0].isupper() else at


def grows_on(tokens: Sequence[Token], listed: Name, knowledge: Knowledge) -> bool:
    """Whether a listed name only begins a longer one ("Crimea Platform", "Kyiv School")."""
    if listed.last >= len(tokens):
        return False
    after = tokens[listed.last].text
    if not after[0].isupper() or knowledge.is_title(after):
        return False
    if knowledge.head_kind(after) is not None or _is_given_name(tokens, listed, knowledge):
        return True
    last = run_end(tokens, listed.last, knowledge)
    is_long = last - listed.last > 1 and listed.kind is MentionKind.STATE
    return is_long and knowledge.head_kind(tokens[last - 1].text) is MentionKind.BODY


def _is_given_name(tokens: Sequence[Token], listed: Name, knowledge: Knowledge) -> bool:
    """Whether the name of a place is somebody's own: "activist Tuva Lindell", "Jordan Varga"."""
    is_land = listed.kind in (MentionKind.PLACE, MentionKind.STATE)
    if not is_land or listed.last - listed.first > 1 or listed.last >= len(tokens):
        return False
    after = tokens[listed.last]
    is_small = all(part[1:].islower() for part in after.text.split("-"))
    is_glued = tokens[listed.first].end + 1 == after.start and is_small
    if not is_glued or knowledge.named(after.text) is not None or knowledge.is_common(after.text):
        return False
    before = tokens[listed.first - 1].text.lower() if listed.first else ""
    is_titled = before in knowledge.lexicon.people["occupations"] or knowledge.is_honorific(before)
    return is_titled or knowledge.may_be_given(listed.text)


def is_calendar(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> bool:
    """Whether a month or weekday is meant, not somebody called April or August."""
    if tokens[at].text.lower() not in knowledge.lexicon.function_words["calendar"]:
        return False
    before = tokens[at - 1].text.lower() if at else ""
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if len(tokens[at].text) == _SHORT_MONTH and at and tokens[at - 1].text[0].isupper():
        return after[:1].isdigit() or after == "."  # "Yang Jun" is no month
    if not knowledge.may_be_given(tokens[at].text) or knowledge.serves(before, "before_months"):
        return True
    return before[:1].isdigit() or after[:1].isdigit()


def is_compound_adjective(text: str, knowledge: Knowledge) -> bool:
    """Whether a capital only begins an adjective: "Velmora-based", "Self-proclaimed"."""
    first, _, last = text.rpartition("-")
    return bool(first) and last.islower() and text.endswith(knowledge.compound_endings)


def is_plain_start(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> bool:
    """Whether a capital only opens the sentence (or a quotation in it)."""
    opens = at == 0 or tokens[at - 1].text in _MARKS
    text = tokens[at].text
    if not opens or not (knowledge.is_common(text) or _looks_ordinary(tokens, at, knowledge)):
        return False
    is_head = knowledge.head_kind(tokens[at].text) is not None
    if knowledge.may_be_given(text) and _surname_follows(tokens, at, knowledge):
        return False  # "Mark Lowen"
    return not (is_head and capital_follows(tokens, at, knowledge))


def _surname_follows(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> bool:
    """Whether a capital that is no word of the language and no listed name follows."""
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    is_word = not after[:1].isupper() or knowledge.is_common(after)
    return not is_word and knowledge.named(after) is None and not knowledge.adjective(after)


def _looks_ordinary(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> bool:
    """Whether a word ends as adverbs and participles do, and no capital follows it."""
    lower = tokens[at].text.lower()
    endings = (*knowledge.lexicon.constructions["adverb_endings"], "ing", "ed")
    is_long = len(lower) >= _SHORTEST_ORDINARY and lower.endswith(endings)
    return is_long and not capital_follows(tokens, at, knowledge)


def capital_follows(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> bool:
    """Whether the next word, or the one behind "of" or "the", has a capital."""
    following = [token.text for token in tokens[at + 1 : at + 3]]
    if following and following[0].lower() in knowledge.lexicon.function_words["calendar"]:
        return False
    if len(following) > 1 and knowledge.serves(following[0], "name_links"):
        following = following[1:]
    return bool(following) and following[0][0].isupper()


def run_end(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> int:
    """Where a run of capitals ends; small words join the names of bodies and papers only."""
    last, has_head = at, False
    while last < len(tokens):
        text = tokens[last].text
        if text[0].isupper() and last > at and is_compound_adjective(text, knowledge):
            break  # "Sakharov Prize-winning"
        if text[0].isupper():
            has_head = has_head or knowledge.head_kind(text) is not None
        elif not (
            _joins(tokens, last, knowledge, has_head=has_head, is_inside=last > at)
            or (last > at and _has_particle(text, knowledge))
        ):
            break
        last += 1
    return last


def _joins(
    tokens: Sequence[Token], at: int, knowledge: Knowledge, *, has_head: bool, is_inside: bool
) -> bool:
    """Whether a small word joins the names of a body ("Court of Velmora") or of a person."""
    word = tokens[at].text
    is_body = has_head and knowledge.serves(word, "name_connectors")
    is_particle = is_inside and knowledge.serves(word.lower(), "name_particles")
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if is_particle and knowledge.serves(after, "name_particles"):
        return capital_follows(tokens, at + 1, knowledge)  # "von der Heide"
    return (is_body or is_particle) and capital_follows(tokens, at, knowledge)


def _has_particle(text: str, knowledge: Knowledge) -> bool:
    """Whether a particle is joined to a surname: "al-Mansur"."""
    particle, _, rest = text.partition("-")
    return rest[:1].isupper() and knowledge.serves(particle, "name_particles")


def _is_verb_in_heading(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> bool:
    """Whether a capital only says what somebody did: "Olha Petrenko Faces Trial"."""
    lower = tokens[at].text.lower()
    shapes = {form.shape for form in knowledge.lexicon.forms.get(lower, ())}
    is_last = at + 1 < len(tokens) and tokens[at + 1].text[0].isalnum()
    is_done = any(
        knowledge.serves(form.lemma, "done_to_persons")
        for form in knowledge.lexicon.forms.get(lower, ())
        if form.shape == "part"
    )
    return is_done or (is_last and shapes == {"s"})


def _is_behind_title(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> bool:
    """Whether "Mr." stands before a name."""
    before = at - 1 - (at > 1 and tokens[at - 1].text == ".")
    return before >= 0 and knowledge.serves(tokens[before].text.lower(), "dotted_titles")


def before_listed(
    tokens: Sequence[Token], first: int, last: int, knowledge: Knowledge, people: People
) -> int:
    """Where a title, or the name or adjective of a state, begins inside a run; else `last`."""
    is_given = knowledge.is_given(tokens[first].text)
    is_named = knowledge.may_be_given(tokens[first].text) or _is_behind_title(
        tokens, first, knowledge
    )
    for index in range(first + 1, last):
        text = tokens[index].text
        if index > first + 1 and _is_verb_in_heading(tokens, index, knowledge):
            return index
        is_title = knowledge.is_title(text) and not knowledge.is_given(text)
        is_title = is_title and not (is_named and index == last - 1)  # "James Cook"
        if knowledge.adjective(text) or people.adjective(text) or is_title:
            return index
        if knowledge.state_of(text) and not is_given:
            return index
    return last
