"""Parts of speech, as far as cutting a sentence into phrases needs them.

Closed classes and verb forms come from the lexicon; whatever is left is nominal. Words that can be
noun or verb ("charges", "reports") are decided by what stands around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from habeas.model.quote import Span
from habeas.reading.frames.verb_or_noun import verb_form
from habeas.reading.frames.words import Pos, Word
from habeas.reference.lexicon import Lexicon
from habeas.reference.lexicon import lexicon as find_lexicon
from habeas.reference.verb_forms import guessed_forms
from habeas.text.tokens import Token

_MARKS = {
    ",": Pos.COMMA, ";": Pos.STOP, ":": Pos.COLON, ".": Pos.STOP, "!": Pos.STOP, "?": Pos.STOP,
    "…": Pos.STOP, "(": Pos.OPEN, "[": Pos.OPEN, ")": Pos.CLOSE, "]": Pos.CLOSE, "-": Pos.DASH,
    "–": Pos.DASH, "—": Pos.DASH, '"': Pos.QUOTE, "“": Pos.QUOTE, "”": Pos.QUOTE, "«": Pos.QUOTE,
    "•": Pos.DASH, "*": Pos.DASH, "·": Pos.DASH, "‣": Pos.DASH, "▪": Pos.DASH,
    "»": Pos.QUOTE, "„": Pos.QUOTE, "‘": Pos.QUOTE, "'": Pos.QUOTE, "’": Pos.QUOTE,
}  # fmt: skip
# The lists of function_words.yml, the first that holds a word first.
_CLASSES = (
    ("negation", Pos.NOT), ("modal", Pos.MODAL), ("be", Pos.BE), ("have", Pos.HAVE),
    ("do", Pos.DO), ("possessive", Pos.POSSESSIVE), ("subject_pronoun", Pos.PRONOUN),
    ("object_pronoun", Pos.PRONOUN), ("number", Pos.NUMBER), ("conjunction", Pos.CONJUNCTION),
    ("adverb", Pos.ADVERB), ("determiner", Pos.DETERMINER), ("relative", Pos.RELATIVE),
    ("subordinator", Pos.SUBORDINATOR), ("preposition", Pos.PREPOSITION),
)  # fmt: skip
# The lists of people.yml whose words can stand before a person's name.
_DESCRIBING = (
    "person_nouns", "offices", "occupations", "ethnicities", "honorifics", "kinship",
    "nationality_heads",
)  # fmt: skip
# Those whose words cannot, whatever their ending.
_NO_PERSONS = ("places", "bodies", "forums", "instruments", "states", "things")
_ENDINGS = ("adverb_endings", "plural_endings")
_BEFORE_NOUN = {Pos.DETERMINER, Pos.POSSESSIVE, Pos.ADJECTIVE}
_NOMINAL = {Pos.NOMINAL, Pos.NUMBER}
_AUXILIARIES = {Pos.BE, Pos.HAVE, Pos.MODAL, Pos.DO}
_APOSTROPHES = ("’", "'")
_OPENING = {Pos.QUOTE, Pos.STOP, Pos.COLON, Pos.DASH, Pos.OPEN}
_SHORTEST_ADVERB = 5  # letters: "only" and "July" are in no doubt
_FAR = 14  # words of "As the Ministry of X said"
_NEAR = 5  # words in which a clause behind "as" shows itself


def tagged(
    tokens: Sequence[Token],
    lexicon: Lexicon,
    *,
    names: Sequence[tuple[int, int]],
    dates: Sequence[Span],
) -> list[Word]:
    """Words with their parts of speech.

    `names` are token ranges known to be names, `dates` spans of text known to be dates.
    """
    words = [_first_guess(token, lexicon) for token in tokens]
    for number, (first, last) in enumerate(names):
        for word in words[first:last]:
            word.pos, word.forms, word.name = Pos.NOMINAL, (), number
    for word in words if dates else ():
        if any(date.start <= word.start < date.end for date in dates):
            word.pos, word.forms, word.name = Pos.DATE, (), -1
    _join_numbers(words)
    _join_adverbs(words)
    _join_stops(words, lexicon)
    _mark_plural_owners(words)
    for at, word in enumerate(words):
        _settle(words, at, word, lexicon)
    return words


def _join_adverbs(words: Sequence[Word]) -> None:
    """Makes "immediately and unconditionally" one adverb before its verb."""
    for at in range(2, len(words) - 2):
        governor, before, word, after = words[at - 2 : at + 2]
        if not (governor.serves("infinitive") or governor.pos in _AUXILIARIES):
            continue
        is_pair = before.pos is Pos.ADVERB and after.pos is Pos.ADVERB
        is_manner = before.serves("adverb_endings") and after.serves("adverb_endings")
        if word.pos is Pos.CONJUNCTION and is_pair and is_manner:
            word.pos = Pos.ADVERB


def _join_stops(words: Sequence[Word], lexicon: Lexicon) -> None:
    """Makes the stop of "Mr." and "Gen." before a name a part of the phrase."""
    for at in range(1, len(words) - 1):
        word, before, after = words[at], words[at - 1], words[at + 1]
        is_stop = word.text == "." and before.end == word.start and after.is_capital
        if is_stop and before.is_capital and f"{before.lower}." in lexicon.people["honorifics"]:
            word.pos, word.describes = Pos.NOMINAL, True


def _mark_plural_owners(words: Sequence[Word]) -> None:
    """Reads the mark behind "authorities’" as whose, not as the end of a quotation."""
    for at in range(1, len(words) - 1):
        word, before, after = words[at], words[at - 1], words[at + 1]
        if word.text not in _APOSTROPHES or not before.lower.endswith("s"):
            continue
        is_stuck = before.end == word.start and after.start == word.end + 1
        is_quoted = any(one.text in ("‘", "'") for one in words[:at])
        if is_stuck and not is_quoted and after.text[0].isalpha():
            word.pos = Pos.POSSESSIVE
            word.uses = word.uses | {"possessive_marks"}


def _join_numbers(words: Sequence[Word]) -> None:
    """Makes "No. 7" a part of the phrase before it."""
    for at, word in enumerate(words):
        if not word.serves("number_signs") or not at or word.name >= 0:
            continue
        behind = 2 if words[at + 1 : at + 2] and words[at + 1].text == "." else 1
        number = words[at + behind] if at + behind < len(words) else None
        if number is not None and number.text[0].isdigit() and number.pos is Pos.NUMBER:
            for one in words[at : at + behind + 1]:
                one.pos, one.forms = Pos.NOMINAL, ()


def _first_guess(token: Token, lexicon: Lexicon) -> Word:
    known = _known(token.text, lexicon.language)
    return Word(
        token.text, known.lower, token.start, token.end, known.pos, forms=known.forms,
        is_capital=known.is_capital, describes=known.describes, uses=known.uses,
    )  # fmt: skip


@lru_cache(maxsize=65536)
def _known(text: str, language: str) -> Word:
    """What is known of a word wherever it stands; its place is not."""
    lexicon = find_lexicon(language)
    lower = text.lower().replace("’", "'")
    word = Word(text, lower, 0, len(text), Pos.NOMINAL)
    word.is_capital = text[:1].isupper()
    word.describes = _describes(lower, lexicon)
    word.uses = lexicon.uses.get(lower, frozenset())
    word.uses = word.uses.union(
        name for name in _ENDINGS if lower.endswith(tuple(lexicon.constructions[name]))
    )
    if (mark := _MARKS.get(text)) is not None:
        word.pos = mark
    elif text[0].isdigit():
        word.pos = Pos.ADJECTIVE if "-" in lower and lower[-1].isalpha() else Pos.NUMBER
    elif word.serves("possessive_marks"):
        word.pos = Pos.POSSESSIVE
    elif "-" in lower and lower.split("-")[0] in lexicon.function_words["number"]:
        word.pos = Pos.ADJECTIVE  # "a two-year term"
    elif "-" in lower and lower.endswith(tuple(lexicon.constructions["compound_endings"])):
        word.pos = Pos.ADJECTIVE  # "Velmora-based"
    else:
        word.pos = _closed_class(lower, lexicon)
        if word.pos is Pos.NOMINAL:
            _open_class(word, lexicon)
    return word


def _describes(lower: str, lexicon: Lexicon) -> bool:
    one = f"{lower[:-3]}y" if lower.endswith("ies") else lower.removesuffix("s")
    if lower.endswith(tuple(lexicon.constructions["describing_endings"])):
        is_other = any(
            lower in lexicon.people[name] or one in lexicon.people[name] for name in _NO_PERSONS
        )
        return not (is_other or lower in lexicon.function_words["never_person"])
    return any(lower in lexicon.people[name] or one in lexicon.people[name] for name in _DESCRIBING)


def _closed_class(lower: str, lexicon: Lexicon) -> Pos:
    return next(
        (pos for name, pos in _CLASSES if lower in lexicon.function_words[name]), Pos.NOMINAL
    )


def _open_class(word: Word, lexicon: Lexicon) -> None:
    lower = word.lower
    if lower not in lexicon.function_words["never_verb"]:
        word.forms = lexicon.forms.get(lower, ()) or guessed_forms(lower)
        word.uses = word.uses.union(*(lexicon.uses.get(form.lemma, ()) for form in word.forms))
    if word.serves("adverb_endings") and not word.forms and len(lower) >= _SHORTEST_ADVERB:
        is_other = lower in lexicon.function_words["never_adverb"]
        word.pos = Pos.NOMINAL if is_other else Pos.ADVERB


def _settle(words: list[Word], at: int, word: Word, lexicon: Lexicon) -> None:
    """The part of speech of a word that could be several, by its neighbours."""
    if word.pos is Pos.DATE:
        return
    is_named = word.pos is Pos.ADVERB and word.is_capital and at > 0
    if is_named and words[at - 1].pos not in _OPENING and word.lower not in _adverbs(lexicon):
        word.pos = Pos.NOMINAL  # "ordered that Tanilly be held"
    after = words[at + 1] if at + 1 < len(words) else None
    if word.pos is Pos.PRONOUN and word.serves("part_words") and _is_plain_nominal(after):
        word.pos = Pos.NUMBER  # "one person"
    if word.forms:
        _settle_form(words, at, word, lexicon)
    elif word.uses:
        word.pos = _settled(words, at, word)


def _adverbs(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.function_words["adverb"]


def _settled(words: list[Word], at: int, word: Word) -> Pos:
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    pos = word.pos
    if word.serves("infinitive") and pos is Pos.PREPOSITION and _is_infinitive(words, at):
        pos = Pos.TO
    elif (word.serves("role") and _is_role_of(words, at)) or _is_because_of(word, after):
        pos = Pos.PREPOSITION
    elif word.serves("that") and pos in (Pos.DETERMINER, Pos.RELATIVE):
        pos = _that(before, after)
    elif word.serves("adverb_or_adjective") and _is_plain_nominal(after):
        pos = Pos.ADJECTIVE
    elif word.serves("floating") and before is not None and before.pos in _AUXILIARIES:
        pos = Pos.ADVERB
    elif word.serves("relative_only"):
        pos = Pos.RELATIVE
    elif word.serves("object_or_owner"):
        owned = next((one for one in words[at + 1 :] if one.pos is not Pos.DATE), None)
        pos = pos if _is_nominal(owned) or _is_home(after) else Pos.PRONOUN
    elif (_is_home(word) and before is not None and before.pos in _BEFORE_NOUN) or (
        word.serves("month_or_modal") and word.is_capital and before is not None
    ):
        pos = Pos.NOMINAL
    elif word.serves("possessive_marks"):
        pos = _apostrophe(before, after)
    return pos


def _is_because_of(word: Word, after: Word | None) -> bool:
    return word.serves("before_of") and after is not None and after.serves("of")


def _is_nominal(word: Word | None) -> bool:
    return word is not None and word.pos in _NOMINAL | {Pos.ADJECTIVE}


def _is_plain_nominal(word: Word | None) -> bool:
    return _is_nominal(word) and word is not None and not word.forms


def _is_home(word: Word | None) -> bool:
    return word is not None and word.serves("noun_or_adverb")


def _settle_form(words: list[Word], at: int, word: Word, lexicon: Lexicon) -> None:
    after = words[at + 1] if at + 1 < len(words) else None
    word.form = None
    if not _is_listed_noun(word, after, lexicon):
        word.form = verb_form(words, at, lexicon.constructions["plural_endings"])
    if word.form is not None:
        word.pos = Pos.VERB
    elif _is_adjective(word, after):
        word.pos = Pos.ADJECTIVE


def _is_listed_noun(word: Word, after: Word | None, lexicon: Lexicon) -> bool:
    """Whether the word is a known noun for people, bodies or states: "states", "forces"."""
    is_listed = any(word.lower in words for words in lexicon.people.values())
    is_plural = word.lower.endswith("s")
    return is_listed and is_plural and (after is None or after.pos is not Pos.SUBORDINATOR)


def _is_role_of(words: list[Word], at: int) -> bool:
    """Whether no clause follows: "as a political prisoner", against "as he left"."""
    following = words[at + 1 : at + 1 + _NEAR]
    if following and following[0].name >= 0:  # "as X and five others were sentenced"
        following = _up_to_mark(words, at + 1)
    openers = {Pos.PRONOUN, Pos.BE, Pos.HAVE, Pos.MODAL, Pos.PREPOSITION}
    if not following or following[0].pos in openers or _opens_saying(words, at):
        return False
    return not any(word.pos in _AUXILIARIES for word in following)


def _up_to_mark(words: list[Word], at: int) -> list[Word]:
    """The words from `at` to the end of the clause, so far as it is near."""
    near = words[at : at + _FAR]
    closers = (Pos.COMMA, Pos.STOP, Pos.COLON, Pos.RELATIVE)
    ends = (number for number, word in enumerate(near) if word.pos in closers)
    return near[: next(ends, len(near))]


def _opens_saying(words: list[Word], at: int) -> bool:
    """Whether a clause with a verb of saying follows, up to its comma: "As X said, ..."."""
    for word in words[at + 1 : at + 1 + _FAR]:
        if word.pos in (Pos.COMMA, Pos.STOP, Pos.COLON):
            break
        shapes = {form.shape for form in word.forms}
        if at == 0 and word.serves("reporting_verbs") and shapes & {"past", "s"}:
            return True
    return False


def _apostrophe(before: Word | None, after: Word | None) -> Pos:
    is_verb = before is not None and before.pos is Pos.PRONOUN
    return Pos.BE if is_verb and after is not None else Pos.POSSESSIVE


def _that(before: Word | None, after: Word | None) -> Pos:
    if before is not None and before.pos is Pos.NOMINAL and after is not None:
        is_verbal = after.pos in _AUXILIARIES or bool(after.forms)
        return Pos.RELATIVE if is_verbal and after.name < 0 else Pos.SUBORDINATOR
    opens = (Pos.POSSESSIVE, Pos.PRONOUN, Pos.DETERMINER)
    if before is not None and before.pos is Pos.PREPOSITION:
        return Pos.SUBORDINATOR if after is not None and after.pos in opens else Pos.DETERMINER
    return Pos.SUBORDINATOR


def _is_infinitive(words: list[Word], at: int) -> bool:
    if at and words[at - 1].serves("to_noun_verbs"):
        return False
    for word in words[at + 1 : at + 6]:
        if word.pos in (Pos.ADVERB, Pos.NOT, Pos.QUOTE):
            continue
        is_base = any(form.shape == "base" for form in word.forms)
        if word.serves("jailing_verbs") and not _opens_object(words, words.index(word) + 1):
            return False  # "sentenced to jail for ten years"
        return (is_base and word.name < 0) or word.serves("plain_auxiliaries")
    return False


def _opens_object(words: list[Word], at: int) -> bool:
    openers = {Pos.DETERMINER, Pos.POSSESSIVE, Pos.PRONOUN, Pos.NUMBER, Pos.NOMINAL, Pos.ADJECTIVE}
    return at < len(words) and words[at].pos in openers


def _is_adjective(word: Word, after: Word | None) -> bool:
    is_participle = any(form.shape in ("part", "ing") for form in word.forms)
    return is_participle and _is_nominal(after)
