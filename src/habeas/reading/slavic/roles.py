"""Who suffers what a verb or noun tells of, and who does it: by case, nearness and clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reading.slavic.anaphora import head_end, meant_by
from habeas.reading.slavic.government import preposition_before
from habeas.reading.slavic.rows import rows_of
from habeas.reading.slavic.sentence import Clause, Memory, Piece, Sentence
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_TO_SOURCE = 120  # characters before a name in which "according to" stands
_TO_OBJECT = 140  # characters from a verb to whom it befalls
_TO_GENITIVE = 60  # from a noun to whom it is of
_TO_BEHIND = 130  # from a verb to a subject behind it
_TO_PRONOUN = 3  # words from a verb to a pronoun
_APPOSITION = 5  # words of a trade behind a name
_OF_DATIVE = frozenset({Case.DATIVE, Case.LOCATIVE})
_FURTHER = 30  # characters behind the verb from which on a name is hardly its object
_BESIDE = 2  # words that may stand between names and the verb told of them
_WANTED = {
    "active": Case.ACCUSATIVE, "passive": Case.NOMINATIVE, "noun": Case.GENITIVE,
    "subject": Case.NOMINATIVE,
}  # fmt: skip


@dataclass(slots=True)
class Patients:
    """Those it happens to: persons, and mentions for pronouns."""

    pieces: list[Piece] = field(default_factory=list)
    case: Case | None = None
    pronoun: Mention | None = None
    group: tuple[Mention, ...] = ()

    def mentions(self) -> tuple[Mention, ...]:
        """All of them as mentions, each once."""
        found = [piece.mention(self.case) for piece in self.pieces]
        if self.pronoun is not None:
            found.append(self.pronoun)
        return tuple({mention.label: mention for mention in (*found, *self.group)}.values())


def patients_of(
    sentence: Sentence, hit: StemHit, hits: Sequence[StemHit], memory: Memory
) -> Patients:
    """Whom an event befalls; nobody where that is not sure."""
    clause = sentence.clause_at(hit.start)
    wanted = _wanted(sentence, hit)
    if (sure := _by_construction(sentence, hit, clause, wanted, memory=memory)) is not None:
        return sure
    lists = [
        row
        for row in rows_of(sentence)
        if not _is_speaker(sentence, row, hit) and not _is_source(sentence, row)
    ]
    behind = _behind(sentence, hit, clause, lists=lists, wanted=wanted)
    before = _before(sentence, hit, clause, lists=lists, wanted=wanted)
    if (
        hit.form == "active"
        and before
        and _is_free(sentence, hit)
        and (not behind or _is_beside(sentence, before, hit, behind))
    ):
        chosen = before
    elif hit.form in ("active", "noun"):
        chosen = behind
    else:
        chosen = before or behind
    if chosen and not _is_taken(chosen[0], hit, hits):
        return Patients(chosen, wanted)
    if chosen:
        return Patients()
    pronoun = None if hit.form == "noun" else _pronoun(sentence, hit, wanted, memory)
    others = () if pronoun else meant_by(sentence, hit, wanted, memory)
    return Patients([], None, pronoun, others)


def _by_construction(
    sentence: Sentence, hit: StemHit, clause: Clause, wanted: Case, *, memory: Memory
) -> Patients | None:
    """Whom the build of the sentence decides on: relative clauses, participles, "took him in"."""
    if hit.form != "noun" and (antecedent := _antecedent(sentence, clause, wanted)):
        return Patients(antecedent, None)
    if hit.form == "passive" and (beside := _beside(sentence, hit)):
        return Patients(beside, None)
    if resumed := _resumed(sentence, hit, clause, wanted):
        return Patients(resumed, wanted)
    if hit.form == "active" and (inside := _inside(sentence, hit, memory)):
        return Patients([], None, inside)
    return None


def _is_speaker(sentence: Sentence, row: Sequence[Piece], hit: StemHit) -> bool:
    """Whether a verb of speech stands between: "повернулися воїни, повідомив президент X"."""
    low, high = min(hit.end, row[-1].end), max(hit.start, row[0].start)
    words = [token.start for token in sentence.tokens if low <= token.start < high]
    return any(one.form == "verbs" for one in sentence.knowledge.speech.hits(sentence.lower, words))


def _is_source(sentence: Sentence, row: Sequence[Piece]) -> bool:
    """Whether what is told is told by them: "по словам X, ..."."""
    pattern = sentence.knowledge.patterns["source-before"]
    low = max(sentence.span.start, row[0].start - _TO_SOURCE)
    return pattern.search(sentence.lower, low, row[0].start) is not None


def _is_beside(
    sentence: Sentence, before: Sequence[Piece], hit: StemHit, behind: Sequence[Piece]
) -> bool:
    """Whether the verb stands right behind names, and the names behind it tell of others."""
    gap = sentence.text[before[-1].end : hit.start]
    further = sentence.text[hit.end : behind[0].start]
    is_far = "," in further or len(further) > _FURTHER or Case.NOMINATIVE not in before[-1].cases
    return len(gap.split()) <= _BESIDE and "," not in gap and is_far


def _wanted(sentence: Sentence, hit: StemHit) -> Case:
    """The case of whom it befalls; of impersonal participles ("засуджено") the accusative."""
    words = sentence.lower[hit.start : hit.end]
    if hit.form == "passive" and sentence.knowledge.patterns["impersonal"].search(words):
        return Case.ACCUSATIVE
    if sentence.knowledge.patterns["takes-instrumental"].search(words):
        return Case.INSTRUMENTAL
    if sentence.knowledge.patterns["takes-dative"].search(words):
        return Case.DATIVE
    return _WANTED[hit.form]


def _antecedent(sentence: Sentence, clause: Clause, wanted: Case) -> list[Piece]:
    """The persons right before a relative clause whose pronoun has the wanted case."""
    if not clause.opener:
        return []
    use = "relative-object" if wanted is Case.ACCUSATIVE else "relative-subject"
    if not sentence.knowledge.patterns[use].fullmatch(clause.opener):
        return []
    is_said = sentence.knowledge.patterns["is-said-to-be"]
    opens_said = sentence.knowledge.patterns["opens-said"]
    for row in rows_of(sentence):
        gap = sentence.text[row[-1].end : clause.start] if row[-1].end <= clause.start else "."
        is_named = Case.NOMINATIVE in row[0].cases and len(row) == 1
        if row[0].cases <= _OF_DATIVE and opens_said.fullmatch(clause.opener):
            continue  # "повідомили X, що його донька померла"
        if not gap.strip() or (is_named and is_said.fullmatch(gap)) or _is_trade(sentence, gap):
            return row
    return []


def _is_trade(sentence: Sentence, gap: str) -> bool:
    """Whether it is what somebody is, behind a dash: "X – журналістки, яка була викрадена"."""
    words = gap.lower().strip().lstrip("—–- ").split()
    is_aside = gap.strip()[:1] in "—–-" and 0 < len(words) <= _APPOSITION
    return is_aside and any(sentence.knowledge.is_bearer(word.strip(",")) for word in words)


def _inside(sentence: Sentence, hit: StemHit, memory: Memory) -> Mention | None:
    """Whom a pronoun inside the words of the event means: "захопили його в полон"."""
    for token in sentence.tokens:
        if not hit.start <= token.start < hit.end:
            continue
        for sex in ("male", "female"):
            pattern = sentence.knowledge.patterns[f"object-{sex}"]
            if pattern.fullmatch(sentence.lower[token.start : token.end]):
                name = memory.near(token.start, sex)
                span = Span(token.start, token.end)
                return Mention(token.text, MentionKind.PERSON, span, name) if name else None
    return None


def _resumed(sentence: Sentence, hit: StemHit, clause: Clause, wanted: Case) -> list[Piece]:
    """Who stands before a relative clause that ends at the verb: "X, якого ..., помер"."""
    patterns = sentence.knowledge.patterns
    lead = sentence.lower[clause.start : hit.start]
    if hit.form == "noun" or not patterns["relative"].match(lead.lstrip(", ")):
        return []
    told = [one for one in sentence.hits if clause.start <= one.start < hit.start]
    if not told or not patterns["resumes"].search(sentence.lower[told[-1].end : hit.start]):
        return []
    for row in rows_of(sentence):
        is_before = (
            row[-1].end <= clause.start and not sentence.text[row[-1].end : clause.start].strip()
        )
        if is_before and wanted in row[-1].cases:
            return row
    return []


def _beside(sentence: Sentence, hit: StemHit) -> list[Piece]:
    """Persons a full participle stands beside: "X, засуджений до 8 років"."""
    words = sentence.lower[hit.start : hit.end]
    if not sentence.knowledge.patterns["participle"].search(words):
        return []
    for row in rows_of(sentence):
        gap = sentence.text[row[-1].end : hit.start] if row[-1].end <= hit.start else "-"
        if sentence.knowledge.patterns["before-participle"].fullmatch(gap):
            return row
    return []


def _behind(
    sentence: Sentence,
    hit: StemHit,
    clause: Clause,
    *,
    lists: Sequence[list[Piece]],
    wanted: Case,
) -> list[Piece]:
    limit = {"active": _TO_OBJECT, "noun": _TO_GENITIVE}.get(hit.form, _TO_BEHIND)
    for row in lists:
        first = row[0]
        if not head_end(sentence, hit) <= first.start < min(clause.end, hit.end + limit):
            continue
        gap = sentence.lower[hit.end : first.start].removeprefix(": ")
        if hit.form == "noun" and sentence.knowledge.patterns["breaks-noun"].search(gap):
            return []
        if wanted in first.cases and _is_direct(sentence, first, hit):
            return [one for one in row if wanted in one.cases]
        if wanted not in first.cases and hit.form in ("active", "passive"):
            continue
        if hit.form == "noun" and first.cases <= _OF_DATIVE and _is_direct(sentence, first, hit):
            return row  # "продовжив арешт Івану Бондарю"
        return []
    return []


def _before(
    sentence: Sentence,
    hit: StemHit,
    clause: Clause,
    *,
    lists: Sequence[list[Piece]],
    wanted: Case,
) -> list[Piece]:
    for row in reversed(lists):
        last = row[-1]
        if last.end > hit.start or last.start < clause.start:
            continue
        if wanted in last.cases and _is_direct(sentence, row[0], hit):
            return [one for one in row if wanted in one.cases]
    return []


def _is_free(sentence: Sentence, hit: StemHit) -> bool:
    """Whether a verb can have its object before it: "X затримали", not "X затримав"."""
    words = sentence.lower[hit.start : hit.end]
    return sentence.knowledge.patterns["plural-verb"].search(words) is not None


def _is_direct(sentence: Sentence, piece: Piece, hit: StemHit) -> bool:
    """Whether nothing else governs the name: no preposition, no "brother of", before its titles."""
    if piece.cases == {Case.NOMINATIVE}:
        return True  # "до этого X объявил": no preposition governs a nominative
    text = sentence.lower[max(sentence.span.start, piece.start - 100) : piece.start]
    if sentence.knowledge.patterns["by-name"].search(text):
        return True
    if head_end(sentence, hit) <= piece.start:
        text = sentence.lower[head_end(sentence, hit) : piece.start]
        if hit.form == "noun" and sentence.knowledge.patterns["search"].search(hit.entry.id):
            return True
    # A noun governs a genitive; a form that is none stands beside it: "адвокатку Олену Петренко".
    is_own = sentence.knowledge.patterns["own-trade"].search(text)
    if is_own and piece.person is not None and piece.person.is_full:
        return True  # "адвоката Ивана Бондаря" is Bondar; "адвоката Бондаря" is his lawyer
    use = "governed" if Case.GENITIVE in piece.cases else "behind-preposition"
    return sentence.knowledge.patterns[use].search(text) is None


def _is_taken(piece: Piece, hit: StemHit, hits: Sequence[StemHit]) -> bool:
    """Whether another event stands between the verb and the name, or the name is far nearer it."""
    low, high = sorted((hit.start, piece.start))
    return any(
        low < other.start < high and other.form == hit.form and other is not hit for other in hits
    )


def _pronoun(sentence: Sentence, hit: StemHit, wanted: Case, memory: Memory) -> Mention | None:
    """Who "him", "she" is, where one person of that sex alone was named shortly before."""
    starts = [t for t in sentence.tokens if t.text[0].isalnum()]
    at = next((i for i, token in enumerate(starts) if token.start >= hit.start), len(starts))
    near = starts[max(at - _TO_PRONOUN, 0) : at + 2]
    case = "object" if wanted is Case.ACCUSATIVE else "subject"
    for token in near:
        word = sentence.lower[token.start : token.end]
        for sex in ("male", "female"):
            if not sentence.knowledge.patterns[f"{case}-{sex}"].fullmatch(word):
                continue
            if not _is_alone(sentence, token.end, hit, case):
                continue
            name = _subject_of(sentence, token.start, sex) or memory.near(token.start, sex)
            name = name or _teller(sentence, token.start, sex) or _sole(sentence, token.start, sex)
            if name:
                span = Span(token.start, token.end)
                return Mention(token.text, MentionKind.PERSON, span, name)
    return None


def _subject_of(sentence: Sentence, at: int, sex: str) -> str:
    """The one person the parts before tell of: "X теж побував за ґратами: його заарештували"."""
    clause = sentence.clause_at(at)
    starts = [token.start for token in sentence.tokens if token.start < clause.start]
    if any(sentence.knowledge.speech.hits(sentence.lower, starts)):
        return ""
    found = [
        piece.person.forms[0].nominative
        for piece in sentence.of_kind(MentionKind.PERSON)
        if piece.end <= clause.start
        and piece.person is not None
        and piece.person.forms[0].sex in ("", sex)
        and Case.NOMINATIVE in piece.cases
    ]
    return found[0] if len(set(found)) == 1 and sentence.text[clause.start] in ":;" else ""


def _sole(sentence: Sentence, at: int, sex: str) -> str:
    """The one person named before in the sentence: "X — мать Y: он был арестован"."""
    before = [
        piece
        for piece in sentence.of_kind(MentionKind.PERSON)
        if piece.end <= at and piece.person is not None and piece.person.sexes() & {"", sex}
    ]
    is_parted = bool(before) and set(sentence.text[before[-1].end : at]) & set(",:;")
    labels = {piece.mention().label for piece in before}
    return labels.pop() if len(labels) == 1 and is_parted else ""


def _teller(sentence: Sentence, at: int, sex: str) -> str:
    """Who tells of himself: "X рассказал, что его били", where nobody else of that sex is named."""
    clause = sentence.clause_at(at)
    if sentence.knowledge.patterns["that"].fullmatch(clause.opener) is None:
        return ""
    before = [
        piece
        for piece in sentence.of_kind(MentionKind.PERSON)
        if piece.person is not None and sex in piece.person.sexes()
    ]
    is_one = len(before) == 1 and before[0].end <= clause.start
    return before[0].mention().label if is_one else ""


def _is_alone(sentence: Sentence, end: int, hit: StemHit, case: str) -> bool:
    """Whether the pronoun is no owner: "його затримали", not "його брата затримали"."""
    if case == "subject" or end >= hit.start:
        return True
    gap = sentence.lower[end : hit.start]
    return sentence.knowledge.patterns["after-pronoun"].fullmatch(gap) is not None


def doers_of(sentence: Sentence, hit: StemHit) -> list[Piece]:
    """Who does it: a subject before an active verb, or in the instrumental near a passive one."""
    clause = sentence.clause_at(hit.start)
    kinds = (MentionKind.BODY, MentionKind.STATE)
    found = [
        piece
        for piece in sentence.of_kind(*kinds)
        if clause.start <= piece.start < clause.end and abs(piece.start - hit.start) < _TO_OBJECT
    ]
    if hit.form == "active":
        verb = sentence.lower[hit.start : hit.end].split()[0]
        if sentence.knowledge.patterns["infinitive"].fullmatch(verb):
            return []
        near = sorted(found, key=lambda piece: abs(piece.start - hit.start))
        return [one for one in near if _does(sentence, one, hit)]
    if hit.form == "dative" and sentence.knowledge.patterns["past-verb"].match(
        sentence.lower, hit.start
    ):  # "суд виніс X вирок"
        return [one for one in found if one.end <= hit.start and _does(sentence, one, hit)]
    if hit.form in ("passive", "noun"):
        return [
            one
            for one in found
            if one.cases == {Case.INSTRUMENTAL}
            and not preposition_before(sentence, one, hit.end if one.start >= hit.end else 0)
            and (one.end > hit.start or "," not in sentence.text[one.end : hit.start])
        ]
    return []


def _does(sentence: Sentence, piece: Piece, hit: StemHit) -> bool:
    """Whether it can be the subject: in the nominative, before the verb or right behind it."""
    if Case.NOMINATIVE not in piece.cases or not _is_subject(sentence, piece):
        return False
    if piece.end <= hit.start:
        return not _is_voice(sentence, piece, hit)
    return not sentence.text[hit.end : piece.start].strip()


def _is_voice(sentence: Sentence, piece: Piece, hit: StemHit) -> bool:
    """Whether a body only tells of it, a person doing it: "як пише «Полдень», X помилував Y"."""
    lead = sentence.lower[max(sentence.span.start, piece.start - _TO_GENITIVE) : piece.start]
    is_source = sentence.knowledge.patterns["as-told"].search(lead) is not None
    if is_source and "," in sentence.text[piece.end : hit.start]:
        return True  # "Як з'ясували правоохоронці, людей катували"
    return any(
        piece.end <= one.start < hit.start
        and one.cases == {Case.NOMINATIVE}
        and "," in sentence.text[piece.end : one.start]
        for one in sentence.of_kind(MentionKind.PERSON)
    )


def _is_subject(sentence: Sentence, piece: Piece) -> bool:
    """Whether no preposition and no noun in front makes it somebody's: "in the FSB"."""
    before = sentence.lower[max(sentence.span.start, piece.start - 30) : piece.start]
    patterns = sentence.knowledge.patterns
    if piece.kind is MentionKind.STATE and patterns["state-of"].search(before):
        return False  # "посланець президента США помилував": who it is of
    return patterns["governs-body"].search(before) is None
