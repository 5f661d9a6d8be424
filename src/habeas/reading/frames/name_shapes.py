"""Names by their shape: offices, bodies by their head word, persons, and what the text explains."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.mention import MentionKind
from habeas.reading.frames.knowledge import Knowledge
from habeas.reading.frames.name_lists import before_listed, run_end
from habeas.reading.frames.names import Name, People, text_of
from habeas.text.tokens import Token

_LONGEST_PERSON = 5  # words of a person's name
_ACRONYM = range(2, 7)  # letters
_IN_NAMES = str.maketrans("", "", "-'’.")  # marks inside the words of a name
_LONGEST_TITLED = 3  # words of a name behind "Mr"
_TWO = 2  # words of most names
_SHORTEST_LOUD = 3  # letters a word in capitals has when it is not initials


def titled(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> Name | None:
    """An office with what it is of ("Minister for Foreign Affairs of Ukraine"), or a body."""
    run = run_end(tokens, at, knowledge)
    offices = [index for index in range(at, run) if knowledge.is_office(tokens[index].text)]
    if not offices:
        is_headed = any(knowledge.head_kind(token.text) for token in tokens[at:run])
        return headed(tokens, at, run, knowledge) if is_headed else None
    modifiers = knowledge.lexicon.people["office_modifiers"]
    if any(token.text.lower() not in modifiers for token in tokens[at : offices[0]]):
        return None
    last = _office_end(tokens, offices[0] + 1, knowledge)
    if last == offices[0] + 1:
        return None
    state = _first_state(tokens, at, last, knowledge)
    text = text_of(tokens, at, last)
    return Name(at, last, MentionKind.PERSON, text, "", state, is_role=True)


def _office_end(tokens: Sequence[Token], last: int, knowledge: Knowledge) -> int:
    while last + 1 < len(tokens) and knowledge.serves(tokens[last].text, "office_of"):
        start = last + 1
        if knowledge.serves(tokens[start].text, "name_articles"):
            start += 1
        if start >= len(tokens) or not tokens[start].text[0].isupper():
            break
        last = start
        while last < len(tokens) and _goes_on(tokens, last, knowledge):
            if last > start and _begins_person(tokens, last, knowledge):
                return last
            last += 1
    return last


def _begins_person(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> bool:
    """Whether who holds the office is named from here on: "President of Velmora Olha Petrenko"."""
    is_two = at + 1 < len(tokens) and tokens[at + 1].text[0].isupper()
    if not is_two or not knowledge.may_be_given(tokens[at].text):
        return False
    return not knowledge.serves(tokens[at - 1].text.lower(), "name_articles")


def _goes_on(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> bool:
    if tokens[at].text[0].isupper():
        return True
    is_joint = knowledge.serves(tokens[at].text, "joins_offices")
    return is_joint and at + 1 < len(tokens) and tokens[at + 1].text[0].isupper()


def _first_state(tokens: Sequence[Token], first: int, last: int, knowledge: Knowledge) -> str:
    found = (knowledge.state_of(token.text) for token in tokens[first:last])
    return next((state for state in found if state), "")


def shaped(
    tokens: Sequence[Token], at: int, knowledge: Knowledge, people: People, *, is_heading: bool
) -> Name | None:
    """A run of capitals sorted by its head words, or taken for a person by shape.

    In a heading, where every word has a capital, only a name borne out elsewhere is one.
    """
    last = run_end(tokens, at, knowledge)
    if any(knowledge.head_kind(token.text) for token in tokens[at:last]):
        return headed(tokens, at, _before_person(tokens, at, last, knowledge), knowledge)
    last = before_listed(tokens, at, last, knowledge, people)
    if last - at == 1:
        return _single(tokens, at, knowledge, people)
    full = people.resolve(tokens[last - 1].text)
    is_heading = is_heading and not _suffers_in_heading(tokens, last, knowledge)
    if is_heading and not full and not knowledge.is_given(tokens[at].text):
        return None
    return _several(tokens, at, last, knowledge, people)


def _suffers_in_heading(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> bool:
    """Whether a heading goes on with what is done to persons only: "X Arrested in Melnyk"."""
    lower = tokens[at].text.lower() if at < len(tokens) else ""
    forms = knowledge.lexicon.forms.get(lower, ())
    return any(f.shape == "part" and knowledge.serves(f.lemma, "done_to_persons") for f in forms)


def _before_person(tokens: Sequence[Token], first: int, last: int, knowledge: Knowledge) -> int:
    """Where somebody is named right behind a body: "United Party Olha Petrenko"; else `last`."""
    for at in range(first + 1, last - 1):
        is_headed = knowledge.head_kind(tokens[at - 1].text) is MentionKind.BODY
        if is_headed and at + 2 == last and knowledge.is_given(tokens[at].text):
            return at if knowledge.has_surname_ending(tokens[at + 1].text) else last
    return last


def _several(
    tokens: Sequence[Token], first: int, last: int, knowledge: Knowledge, people: People
) -> Name:
    """A run of several capitals without a head word."""
    text = text_of(tokens, first, last)
    if text in people.kinds:
        return Name(first, last, people.kinds[text], text, text)
    if (kind := _kind_told(tokens, first, last, knowledge)) is not None:
        return Name(first, last, kind, text)
    before = _word_before(tokens, first)
    is_titled = knowledge.is_honorific(before) or (
        before in knowledge.lexicon.people["occupations"] and text.isupper()
    )
    is_titled = is_titled and last - first <= _LONGEST_TITLED
    if is_titled or _looks_like_person(tokens, first, last, knowledge):
        return Name(first, last, MentionKind.PERSON, text, people.whole(text))
    return Name(first, last, people.pointed.get(text, MentionKind.UNSPECIFIED), text)


def _kind_told(
    tokens: Sequence[Token], first: int, last: int, knowledge: Knowledge
) -> MentionKind | None:
    """What its last word, or the word before, makes of it: "the X Prize", "the tanker X"."""
    before = _word_before(tokens, first).lower()
    if knowledge.serves(before, "alias_words"):
        return MentionKind.UNSPECIFIED
    if text_of(tokens, first, last).lower() in knowledge.lexicon.people["ethnicities"]:
        return MentionKind.GROUP
    if knowledge.serves(tokens[last - 1].text.lower(), "parts_of_world"):
        return MentionKind.PLACE
    return _kind_named(tokens, first, last, knowledge)


def _kind_named(
    tokens: Sequence[Token], first: int, last: int, knowledge: Knowledge
) -> MentionKind | None:
    """What is told to be a thing or a body by a word beside it."""
    if tokens[last - 1].text.lower() in knowledge.lexicon.people["things"]:
        return MentionKind.THING
    before = tokens[first - 1].text.lower() if first else ""
    if knowledge.is_given(tokens[first].text):
        return None
    if knowledge.serves(before, "names_things"):
        return MentionKind.THING
    return MentionKind.BODY if knowledge.serves(before, "names_bodies") else None


def headed(tokens: Sequence[Token], first: int, last: int, knowledge: Knowledge) -> Name:
    """A run of capitals that its head words make a body, place, forum or instrument."""
    heads = [kind for token in tokens[first:last] if (kind := knowledge.head_kind(token.text))]
    kind = MentionKind.INSTRUMENT if MentionKind.INSTRUMENT in heads[:1] else heads[-1]
    state = _first_state(tokens, first, last, knowledge)
    if kind in (MentionKind.PLACE, MentionKind.BODY):
        last = _with_number(tokens, last, knowledge)
    name = Name(first, last, kind, text_of(tokens, first, last), "", state)
    name.full = next(iter(lands_in(name, knowledge)), "")
    return name


def _with_number(tokens: Sequence[Token], last: int, knowledge: Knowledge) -> int:
    """Behind the number that belongs to a name: "Penal Colony No. 7"."""
    start = last - 1 if knowledge.serves(tokens[last - 1].text.lower(), "number_signs") else last
    following = [token.text for token in tokens[start : start + 3]]
    if not following or not knowledge.serves(following[0].lower(), "number_signs"):
        return last
    for step, text in enumerate(following[1:], start=2):
        if text[0].isdigit():
            return start + step
        if text != ".":
            break
    return last


def _single(tokens: Sequence[Token], at: int, knowledge: Knowledge, people: People) -> Name | None:
    """One word with a capital, by what the document says of it, then by its looks."""
    text = tokens[at].text
    full = people.resolve(text)
    if full in ("", text):  # "Yang was jailed ... Yang Tanren"
        full = people.resolve_given(text) or full
    before = _word_before(tokens, at)
    if text.endswith("s") and people.adjective(text[:-1]):
        return Name(at, at + 1, MentionKind.GROUP, text)
    if full or people.is_surname(text):
        return Name(at, at + 1, MentionKind.PERSON, text, full or text)
    if text in people.kinds:
        return Name(at, at + 1, people.kinds[text], text, text)
    if knowledge.is_title(before):
        return Name(at, at + 1, MentionKind.PERSON, text, text)
    return _by_looks(tokens, at, knowledge, people)


def _word_before(tokens: Sequence[Token], at: int) -> str:
    """The word before, past the full stop of an abbreviation: "Mr. Tovanen"."""
    if at > 1 and tokens[at - 1].text == ".":
        at -= 1
    return tokens[at - 1].text if at else ""


def _by_looks(
    tokens: Sequence[Token], at: int, knowledge: Knowledge, people: People
) -> Name | None:
    text = tokens[at].text
    if text.isupper() and len(text) in _ACRONYM and text.isalpha():
        return Name(at, at + 1, MentionKind.BODY, text)
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    # An adjective of a state or town that no list holds: "Velmoran citizens".
    if knowledge.is_common(text) or (after.islower() and knowledge.is_listed_noun(after)):
        return None
    is_person = knowledge.has_surname_ending(text) or knowledge.is_given(text)
    if _is_counted(tokens, at, knowledge):
        return Name(at, at + 1, MentionKind.UNSPECIFIED, text, text)
    undecided = people.pointed.get(text, MentionKind.UNSPECIFIED)
    return Name(at, at + 1, MentionKind.PERSON if is_person else undecided, text, text)


def _is_counted(tokens: Sequence[Token], at: int, knowledge: Knowledge) -> bool:
    """Whether an article or a number says that it is nobody's name: "a second Vardonian"."""
    before = tokens[at - 1].text.lower() if at else ""
    words = knowledge.lexicon.function_words
    return before in words["number"] or before.isdigit() or before in ("a", "an", "second")


def _looks_like_person(
    tokens: Sequence[Token], first: int, last: int, knowledge: Knowledge
) -> bool:
    words = [token.text for token in tokens[first:last]]
    if len(words) > _LONGEST_PERSON or not all(w.translate(_IN_NAMES).isalpha() for w in words):
        return False
    is_loud = all(word.isupper() and len(word) >= _SHORTEST_LOUD for word in words)
    is_short = len(words[-1]) == _SHORTEST_LOUD and words[-1].isupper()
    if is_loud or (is_short and len(words) > _TWO):  # "Nova Zabor DIA"
        return knowledge.is_given(words[0].capitalize())
    if knowledge.is_given(words[0]) or knowledge.is_given(words[-1]):
        return True
    if knowledge.has_surname_ending(words[-1]):
        return True
    if len(words) == _TWO and knowledge.may_be_given(words[0]):
        return not knowledge.is_common(words[1])  # "Mark Lowen"
    calendar = knowledge.lexicon.function_words["calendar"]
    is_month = words[-1].lower() in calendar and len(words[-1]) == _SHORTEST_LOUD  # "Yang Jun"
    told = words[:-1] if is_month else words
    return not any(knowledge.is_common(word) for word in told)


def lands_in(name: Name, knowledge: Knowledge) -> list[str]:
    """The state a longer name is of: "the Republic of Velmora", "Foreign Minister of Velmora"."""
    words = name.text.split()
    use = "state_offices" if name.is_role else "state_heads"
    heads = [at for at, word in enumerate(words) if knowledge.serves(word.lower(), use)]
    if not (name.is_role or name.kind is MentionKind.STATE) or not heads:
        return []
    of = max((at for at, word in enumerate(words) if knowledge.serves(word, "of")), default=-1)
    return [" ".join(words[of + 1 :])] if heads[0] < of < len(words) - 1 else []
