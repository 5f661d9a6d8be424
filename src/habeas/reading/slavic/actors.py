"""Who acts: a state, body, official or group before the verb or right behind it."""

from __future__ import annotations

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.model.vocabulary import ActionKind
from habeas.reading.slavic.sentence import Piece, Sentence
from habeas.reading.slavic.speakers import subject_before
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_ABLE = (MentionKind.STATE, MentionKind.BODY)
_OF_ANYBODY = (ActionKind.SUE.value,)  # what people without an office do too
_TITLES = 90  # characters before a name in which an office stands
_BEHIND = 40  # characters from a verb to an official behind it
_LEAD = 80  # characters before a verb in which an actor without a list stands


def actor_of(sentence: Sentence, hit: StemHit) -> tuple[Mention, ...]:
    """Who does what a verb tells; nobody where no one able to act is named."""
    piece = subject_before(sentence, hit.start) or _behind(sentence, hit)
    if piece is not None and _may_act(sentence, piece):
        return (*_joined_before(sentence, piece), piece.mention(Case.NOMINATIVE))
    if piece is not None and piece.kind is MentionKind.PERSON:
        return (piece.mention(Case.NOMINATIVE),) if hit.entry.kind in _OF_ANYBODY else ()
    return _unlisted(sentence, hit) or _meant(sentence, hit)


def also(
    sentence: Sentence, hit: StemHit, last: tuple[StemHit, tuple[Mention, ...]] | None
) -> tuple[Mention, ...]:
    """Those who did what the verb before tells, where this one only goes on: "and demands"."""
    if last is None or hit.form != "verbs":
        return ()
    before, actors = last
    lead = sentence.lower[before.end : hit.start]
    if not sentence.knowledge.patterns["goes-on"].search(lead):
        return ()
    named = sentence.of_kind(*_ABLE, MentionKind.PERSON)
    is_other = any(
        before.end <= one.start < hit.start and one.cases == {Case.NOMINATIVE} for one in named
    )
    return () if is_other else actors


def _meant(sentence: Sentence, hit: StemHit) -> tuple[Mention, ...]:
    """An official a pronoun means, or the body "there" means, both named before in the sentence."""
    patterns = sentence.knowledge.patterns
    low = max(sentence.span.start, hit.start - _BEHIND)
    for name, kinds in (("he-before", (MentionKind.PERSON,)), ("refused-there", _ABLE)):
        if patterns[name].search(sentence.lower, low, hit.start) is None:
            continue
        before = [one for one in sentence.of_kind(*kinds) if one.end <= low or one.end < hit.start]
        if before and _may_act(sentence, before[-1]):
            return (before[-1].mention(),)
    return ()


def represented(sentence: Sentence, hit: StemHit) -> tuple[Mention, ...]:
    """For which state an official acts: the one named in the office before the name."""
    piece = subject_before(sentence, hit.start)
    if piece is None or piece.kind is not MentionKind.PERSON:
        return ()
    states = [
        one
        for one in sentence.of_kind(MentionKind.STATE)
        if piece.start - _TITLES <= one.start < piece.start and Case.GENITIVE in one.cases
    ]
    return tuple(one.mention() for one in states[-1:])


def _may_act(sentence: Sentence, actor: Piece) -> bool:
    """Whether it is a body or state, or a person with an office beside the name."""
    if actor.kind is not MentionKind.PERSON:
        return True
    index = sentence.knowledge.people["offices"]
    low, high = actor.start - _TITLES, actor.end + _BEHIND
    starts = [t.start for t in sentence.tokens if low <= t.start < high]
    return any(index.at(sentence.lower, start) for start in starts)


def _joined_before(sentence: Sentence, piece: Piece) -> tuple[Mention, ...]:
    """Those who act together with it: "Канада и Литва осудили"."""
    found: list[Mention] = []
    follower = piece
    for one in reversed(sentence.of_kind(*_ABLE)):
        if one.end > follower.start:
            continue
        gap = sentence.lower[one.end : follower.start]
        if not sentence.knowledge.patterns["and-only"].fullmatch(gap):
            break
        if Case.NOMINATIVE in one.cases:
            found.insert(0, one.mention(Case.NOMINATIVE))
            follower = one
    return tuple(found)


def _behind(sentence: Sentence, hit: StemHit) -> Piece | None:
    """The subject right behind the verb: "осудило МИД Украины"."""
    for piece in sentence.of_kind(*_ABLE, MentionKind.PERSON):
        if piece.start < hit.end:
            continue
        if piece.kind is MentionKind.STATE and piece.cases <= {
            Case.GENITIVE,
            Case.DATIVE,
            Case.LOCATIVE,
        }:
            continue  # of an office: "замминистра Канады X"
        gap = sentence.text[hit.end : piece.start].strip()
        is_titled = piece.kind is MentionKind.PERSON and len(gap) < _TITLES and "," not in gap
        if is_titled and piece.cases == {Case.NOMINATIVE} and _may_act(sentence, piece):
            return piece
        is_near = not gap or (piece.kind is MentionKind.PERSON and len(gap) < _BEHIND)
        return piece if is_near and piece.cases == {Case.NOMINATIVE} else None
    return None


def _unlisted(sentence: Sentence, hit: StemHit) -> tuple[Mention, ...]:
    """An actor that no list has, right before the verb: "Правозащитники требуют"."""
    clause = sentence.clause_at(hit.start)
    low = max(clause.start, hit.start - _LEAD)
    match = sentence.knowledge.patterns["unlisted-actor"].search(sentence.text[low : hit.start])
    if match is None:
        return ()
    at, words = low + match.start("actor"), match["actor"]
    first = sentence.lower[at : at + len(words)].split()[0]
    is_group = sentence.knowledge.is_person_word(sentence.lower, at) >= 0
    if sentence.knowledge.is_common(first) and not is_group:
        return ()
    kind = MentionKind.GROUP if is_group else MentionKind.BODY
    return (Mention(words, kind, Span(at, at + len(words))),)
