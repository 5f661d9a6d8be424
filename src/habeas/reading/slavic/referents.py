"""Who is meant where no name stands: groups ("оба"), the topic of a line, a subject left out."""

from __future__ import annotations

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reading.slavic.rows import rows_of
from habeas.reading.slavic.sentence import Memory, Piece, Sentence
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_NEAR = 60  # characters between a verb and the word for a group
_FORMS = {"active": "accusative", "passive": "nominative", "subject": "nominative",
          "dative": "dative", "toward": "genitive"}  # fmt: skip
_SIZES = {2: "two", 3: "three", 4: "four", 5: "five"}


def group_of(sentence: Sentence, hit: StemHit, memory: Memory) -> tuple[Mention, ...]:
    """The members of a group by its word, where so many people suffered something before."""
    form = _FORMS.get(hit.form)
    if form is None or not memory.suffered:
        return ()
    clause = sentence.clause_at(hit.start)
    if any(
        sentence.knowledge.is_person_word(sentence.lower, n.span.end + 1) >= 0
        for n in sentence.counts
    ):
        return ()  # "померло двоє ув'язнених, обоє в колонії": its own count
    low, high = max(clause.start, hit.start - _NEAR), min(clause.end, hit.end + _NEAR)
    for size, names in _groups(memory).items():
        pattern = sentence.knowledge.patterns[f"group-{_SIZES[size]}-{form}"]
        if match := pattern.search(sentence.lower, low, high):
            text = sentence.text[match.start() : match.end()]
            span = Span(match.start(), match.end())
            return tuple(Mention(text, MentionKind.PERSON, span, name) for name in names)
    return ()


def _groups(memory: Memory) -> dict[int, tuple[str, ...]]:
    """The people that a word for so many can mean: all who suffered, or the last together."""
    found = {}
    for names in (tuple(memory.suffered), memory.group):
        if len(names) in _SIZES:
            found[len(names)] = names
    return found


def topic_of(sentence: Sentence, hit: StemHit) -> list[Piece]:
    """The name a line of a list begins with: "1. Сова Иван, 31 — избит"."""
    rows = rows_of(sentence)
    if hit.form not in ("passive", "subject") or not rows or hit.start < rows[0][0].start:
        return []
    lead = sentence.text[sentence.span.start : rows[0][0].start]
    first = rows[0]
    is_topic = sentence.knowledge.patterns["line-lead"].fullmatch(lead)
    if not is_topic or Case.NOMINATIVE not in first[0].cases:
        return []
    between = sentence.text[first[-1].end : hit.start]
    is_parted = any(mark in between for mark in ("—", "–", " - ", ":"))
    if sentence.counts and ":" in between:
        return []  # who says it: "Лубко: у полоні 28 тисяч цивільних"
    return first if is_parted and len(rows) == 1 else []


def carried(
    sentence: Sentence, hit: StemHit, before: tuple[StemHit, tuple[Mention, ...]] | None
) -> tuple[Mention, ...]:
    """Those whom the part before told of, where this one leaves them out.

    "Задержан 2 мая, а 30 сентября приговорён"; "его схватили, а потом арестовали".
    """
    if before is None or hit.form not in ("active", "passive", "subject", "dative"):
        return ()
    if is_relative(sentence, hit):
        return ()
    patterns = sentence.knowledge.patterns
    last, persons = before
    gap = sentence.lower[last.end : hit.start]
    if not patterns["next-part"].search(gap) or _has_its_own(sentence, hit, last.end):
        return ()
    words = sentence.lower[hit.start : hit.end]
    if patterns["gerund-verb"].search(words.split()[0]):
        return persons  # "затримали X, звинувативши у шпигунстві"
    if hit.form in ("active", "dative"):
        return persons if patterns["plural-verb"].search(words) else ()
    return persons if patterns["short-form"].search(words) else ()


def is_relative(sentence: Sentence, hit: StemHit) -> bool:
    """Whether it is told of whoever stands before its clause: "подруга, яку звільнили"."""
    opener = sentence.clause_at(hit.start).opener
    patterns = sentence.knowledge.patterns
    return any(patterns[f"relative-{use}"].fullmatch(opener) for use in ("object", "subject"))


def _has_its_own(sentence: Sentence, hit: StemHit, low: int) -> bool:
    """Whether somebody else stands where the sufferer would: a name, a count or people."""
    comma = sentence.text.find(",", hit.end, sentence.span.end)
    high = comma if comma >= 0 else sentence.span.end
    is_named = any(low <= one.start < high for one in sentence.of_kind(MentionKind.PERSON))
    return is_named or has_people(sentence, low, high)


def has_people(sentence: Sentence, low: int | None = None, high: int | None = None) -> bool:
    """Whether people without names stand there: "28 тисяч цивільних", "двох активістів"."""
    low = sentence.span.start if low is None else low
    high = sentence.span.end if high is None else high
    if any(low <= count.span.start < high for count in sentence.counts):
        return True
    starts = [token.start for token in sentence.tokens if low <= token.start < high]
    return any(sentence.knowledge.is_person_word(sentence.lower, at) >= 0 for at in starts)


def left_out(sentence: Sentence, hit: StemHit, memory: Memory) -> tuple[Mention, ...]:
    """The one person the sentence before told of, where this one opens with the verb."""
    words = sentence.lower[hit.start : hit.end]
    lead = sentence.lower[sentence.span.start : hit.start]
    is_first = sentence.knowledge.patterns["opens-without-subject"].fullmatch(lead)
    if hit.form not in ("passive", "subject") or not is_first or len(memory.lately) != 1:
        return ()
    if not sentence.knowledge.patterns["short-form"].search(words):
        return ()
    if _has_its_own(sentence, hit, sentence.span.start):
        return ()
    sex = memory.suffered.get(memory.lately[0].label, "")
    if sex == "female" and not sentence.knowledge.patterns["female-form"].search(words):
        return ()
    return memory.lately
