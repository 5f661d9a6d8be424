"""What states, bodies and officials do: condemn, demand, sanction, support, invite ..."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.model.vocabulary import ActionKind, Modality
from habeas.model.written_date import WrittenDate
from habeas.reading.slavic.actors import actor_of, also, represented
from habeas.reading.slavic.charges import penalty_in
from habeas.reading.slavic.counterparts import mediator_of
from habeas.reading.slavic.modality import modality_of
from habeas.reading.slavic.rows import rows_of
from habeas.reading.slavic.sentence import Memory, Piece, Sentence
from habeas.reading.slavic.speakers import speaker_of
from habeas.reading.slavic.timing import when
from habeas.reference.paradigms import Case, forms_of
from habeas.reference.stems import StemHit

_TARGETS = (MentionKind.STATE, MentionKind.BODY)
_TO_TARGET = 60  # characters from a verb to at whom
_AFTER_OBJECT = (ActionKind.DENY, ActionKind.PARTICIPATE)  # may stand behind what they are about
_TO_DASH = 2  # characters from what an action is about to a dash
_TO_WE = 30  # characters before a verb in which "we" stands
_SHORTEST = 4
_LONGEST_DENIAL = 160


@dataclass(frozen=True, slots=True)
class ActionFound:
    """The slots of an action and where it is told."""

    slots: dict[str, Any]
    at: int
    date: WrittenDate | None
    modality: Modality


def note_issuer(sentence: Sentence, memory: Memory) -> None:
    """Keeps whose statement it is: "Заява Міністерства закордонних справ"."""
    lead = sentence.knowledge.patterns["statement-of"].match(
        sentence.text, sentence.span.start, sentence.span.end
    )
    if memory.issuer is None and lead is not None:
        found = [one for one in sentence.of_kind(MentionKind.BODY) if one.start == lead.end()]
        memory.issuer = _nominative(sentence, found[0]) if found else None


def _nominative(sentence: Sentence, body: Piece) -> Mention:
    """A body with its head noun in the nominative: "Міністерства" is "Міністерство"."""
    knowledge = sentence.knowledge
    first, _, rest = body.text.partition(" ")
    nouns = (
        noun
        for noun in knowledge.heads
        if Case.GENITIVE in forms_of(knowledge.language, noun, "noun").get(first.lower(), ())
    )
    head = next(nouns, "")
    name = f"{head.capitalize()} {rest}".strip() if head else body.mention().label
    return Mention(body.text, MentionKind.BODY, Span(body.start, body.end), name)


def _we(sentence: Sentence, hit: StemHit, issuer: Mention | None) -> tuple[Mention, ...]:
    """The body that speaks as "we" in a statement of its own."""
    words = sentence.lower[hit.start : hit.end]
    if issuer is None or not sentence.knowledge.patterns["first-plural"].search(words):
        return ()
    we = sentence.knowledge.patterns["we"].search(sentence.lower[: hit.start][-_TO_WE:])
    at, end = hit.start, hit.end
    if we is not None:
        at = hit.start - len(sentence.lower[: hit.start][-_TO_WE:]) + we.start("we")
        end = at + len(we["we"])
    return (Mention(sentence.text[at:end], MentionKind.BODY, Span(at, end), issuer.label),)


def actions_of(
    sentence: Sentence, hits: Sequence[StemHit] = (), issuer: Mention | None = None
) -> Iterator[ActionFound]:
    """The actions of a sentence whose actor is named; `hits` are its events."""
    found = set()
    last: tuple[StemHit, tuple[Mention, ...]] | None = None
    for hit in sentence.knowledge.actions.hits(sentence.lower, sentence.begin["actions"]):
        own = _we(sentence, hit, issuer) or actor_of(sentence, hit)
        actors = own or also(sentence, hit, last)
        if not actors:
            continue
        last = (hit, actors)
        rest = _rest(sentence, hit, actors[-1])
        about = sentence.lower[rest.start : rest.end].strip(" ,")
        if (hit.entry.kind, actors[-1].label, about) in found:
            continue
        if not _is_about(sentence, hit, rest) or _is_of_court(sentence, hit, actors, rest):
            continue
        found.add((hit.entry.kind, actors[-1].label, about))
        act = _action(sentence, hit, actors, rest)
        # What goes on with the same actor is not governed by the verb before it.
        yield act if own else replace(act, modality=Modality.ASSERTED)
    yield from _denials(sentence, hits)
    yield from _mediated(sentence)
    yield from _recommended(sentence)


def _mediated(sentence: Sentence) -> Iterator[ActionFound]:
    """Who mediates, told by the way: "обмен при посредничестве Турции"."""
    found = mediator_of(sentence)
    if found is not None and found.kind in _TARGETS and found.span is not None:
        slots: dict[str, Any] = {"action": ActionKind.MEDIATE, "actors": (found,)}
        time = when(sentence, found.span.start, found.span.end, is_present=False)
        yield ActionFound(slots, found.span.start, time.on, Modality.ASSERTED)


def _recommended(sentence: Sentence) -> Iterator[ActionFound]:
    """What is asked of those whom a line addresses: "Государствам: признать ..."."""
    found = sentence.knowledge.patterns["recommended-to"].search(
        sentence.text, sentence.span.start, sentence.span.end
    )
    if found is None:
        return
    start, end = found.span("target")
    slots: dict[str, Any] = {
        "action": ActionKind.DEMAND,
        "actors": (),
        "targets": (Mention(found["target"], MentionKind.GROUP, Span(start, end)),),
        "object": _object(sentence, Span(found.start("object"), sentence.span.end)),
    }
    yield ActionFound(slots, start, None, Modality.ASSERTED)


def _action(
    sentence: Sentence, hit: StemHit, actors: tuple[Mention, ...], rest: Span
) -> ActionFound:
    targets, end = _targets(sentence, hit, actors)
    time = when(sentence, hit.start, hit.end, is_present=False)
    slots: dict[str, Any] = {
        "action": ActionKind(hit.entry.kind),
        "actors": actors,
        "on_behalf_of": represented(sentence, hit),
        "targets": targets,
        "object": _object(sentence, Span(max(rest.start, min(end, rest.end)), rest.end))
        or _object_before(sentence, hit, actors),
    }
    modality = modality_of(sentence, hit.start, hit.end)
    negated = sentence.knowledge.patterns["negated"].search(sentence.lower[: hit.start][-20:])
    if slots["action"] is ActionKind.DENY and modality is Modality.DENIED and negated is None:
        modality = Modality.ASSERTED  # "refused to come and rejected the charges"
    about = slots["object"]
    first = about.text.lower().split()[0] if about is not None else ""
    infinitive = sentence.knowledge.patterns["infinitive"]
    if slots["action"] is ActionKind.INITIATE and infinitive.fullmatch(first):
        modality = Modality.PLANNED  # "proposed to hold another meeting"
    return ActionFound(slots, hit.start, time.on, modality)


def _is_about(sentence: Sentence, hit: StemHit, rest: Span) -> bool:
    """Whether what it is about is of interest here; a noun in front of the verb counts."""
    about = sentence.knowledge.patterns.get(f"about-{hit.entry.words.get('needs', '')}")
    if about is None:
        return True
    low = hit.end
    is_before = ActionKind(hit.entry.kind) in _AFTER_OBJECT
    if is_before or hit.entry.words.get("object") == "persons":  # "Политзаключённым признали X"
        low = min(sentence.clause_at(hit.start).start, hit.start)
    end = rest.end
    if not sentence.text[hit.end : end].strip(" ,"):
        end = sentence.span.end  # "засуджує, вимагає звільнити": of all verbs together
    if sentence.text[end : end + _TO_DASH].lstrip()[:1] in ("—", "–"):
        end = sentence.span.end  # "закликаємо держави — учасниці конвенції запровадити санкції"
    return about.search(sentence.lower, low, end) is not None


def _is_of_court(sentence: Sentence, hit: StemHit, actors: tuple[Mention, ...], rest: Span) -> bool:
    """Whether a court condemns somebody to a penalty: that is no protest."""
    if hit.entry.kind != ActionKind.DENOUNCE.value:
        return False
    if sentence.knowledge.patterns["to-a-penalty"].match(sentence.lower, rest.start):
        return True  # "яких Росія засудила за ..."
    is_court = sentence.knowledge.patterns["court"].search(actors[-1].text.lower()) is not None
    words = sentence.text[rest.start : rest.end]
    noun = sentence.knowledge.patterns["condemned-act"].match(sentence.lower, rest.start)
    return is_court or (noun is None and penalty_in(words, sentence.knowledge) is not None)


def _rest(sentence: Sentence, hit: StemHit, actor: Mention) -> Span:
    """What stands behind verb and actor, to the end of the clause or what it governs."""
    start = max(hit.end, actor.span.end if actor.span is not None else 0)
    end = sentence.span.end
    for clause in sentence.clauses:
        is_new = clause.start > start and not sentence.knowledge.patterns["that"].fullmatch(
            clause.opener
        )
        if is_new:
            end = clause.start
            break
    return Span(start, max(start, _next_told(sentence, start, end)))


def _next_told(sentence: Sentence, start: int, end: int) -> int:
    """Where "and" leads to what the same actor says or does besides: "і вимагає звільнення"."""
    known = sentence.knowledge
    for match in known.patterns["and-verb"].finditer(sentence.lower, start, end):
        at = match.start("verb")
        if known.speech.at(sentence.lower, at) or known.actions.at(sentence.lower, at):
            return match.start()
    return end


def _targets(
    sentence: Sentence, hit: StemHit, actors: tuple[Mention, ...]
) -> tuple[tuple[Mention, ...], int]:
    """At whom, and where that ends: whom one calls upon, demands from, acts against."""
    use = hit.entry.words.get("object", "")
    if use == "persons":
        return _persons(sentence, hit), hit.end
    if use not in ("target", "target-or-object"):
        return (), hit.end
    named = {actor.span for actor in actors}
    patterns = sentence.knowledge.patterns
    group = _group_target(sentence, hit)
    if group is not None and group[1] > hit.end:
        return (group[0],), group[1]
    for piece in sentence.of_kind(*_TARGETS):
        span = Span(piece.start, piece.end)
        if span in named or piece.start < hit.end or piece.start - hit.end > _TO_TARGET:
            continue
        before = sentence.lower[hit.end : piece.start]
        is_object = Case.ACCUSATIVE in piece.cases and not before.strip()
        if is_object or patterns["at-target"].search(before):
            return (piece.mention(),), piece.end if not before.strip(" от") else hit.end
    return ((group[0],), group[1]) if group is not None else ((), hit.end)


def _group_target(sentence: Sentence, hit: StemHit) -> tuple[Mention, int] | None:
    """A group at whom it is done, and where that ends if it stands right behind the verb."""
    match = sentence.knowledge.patterns["group-target"].match(
        sentence.text, hit.end, sentence.span.end
    )
    if match is None:
        return None
    start = match.start("target")
    mention = Mention(match["target"], MentionKind.GROUP, Span(start, match.end("target")))
    is_first = not sentence.text[hit.end : start].strip(" от")
    return mention, match.end("target") if is_first else hit.end


def _persons(sentence: Sentence, hit: StemHit) -> tuple[Mention, ...]:
    """The persons a verb makes something of: "признал X политзаключённым"."""
    for row in rows_of(sentence):
        if row[0].start >= hit.end and Case.ACCUSATIVE in row[0].cases:
            return tuple(piece.mention(Case.ACCUSATIVE) for piece in row)
    return ()


def _object(sentence: Sentence, rest: Span) -> Mention | None:
    """The words of what the action is about, without the marks around them."""
    words = sentence.text[rest.start : rest.end]
    lead = sentence.knowledge.patterns["object-lead"].match(words)
    start = rest.start + (lead.end() if lead else 0)
    words = sentence.text[start : rest.end]
    stripped = words.strip(" \n\t,.;:!?—–-»”")
    if len(stripped) < _SHORTEST:
        return None
    start += words.index(stripped)
    return Mention(stripped, MentionKind.THING, Span(start, start + len(stripped)))


def _object_before(sentence: Sentence, hit: StemHit, actors: tuple[Mention, ...]) -> Mention | None:
    """What is denied before the verb: "Сообщения о выкупе министерство опровергает"."""
    if ActionKind(hit.entry.kind) not in _AFTER_OBJECT:
        return None
    actor = actors[-1].span
    if actor is not None and actor.start > sentence.span.start and actor.end <= hit.start:
        return _object(sentence, Span(sentence.span.start, actor.start))
    start = actor.end if actor is not None and actor.end <= hit.start else sentence.span.start
    return _object(sentence, Span(start, hit.start))


def _denials(sentence: Sentence, hits: Sequence[StemHit]) -> Iterator[ActionFound]:
    """A body that says that something did not happen: "заявило, что X не задерживали"."""
    patterns = sentence.knowledge.patterns
    for said in sentence.knowledge.speech.hits(sentence.lower, sentence.begin["speech"]):
        if said.form != "verbs":
            continue
        opened = patterns["opens-speech"].match(sentence.text, said.end, sentence.span.end)
        negated = [
            hit
            for hit in hits
            if opened is not None
            and opened.end() <= hit.start < opened.end() + _LONGEST_DENIAL
            and patterns["negated"].search(sentence.lower[opened.end() : hit.start])
        ]
        is_denied = opened is not None and patterns["nothing-such"].search(
            sentence.lower, opened.end(), min(sentence.span.end, opened.end() + _LONGEST_DENIAL)
        )
        voice = speaker_of(sentence, said, None) if negated or is_denied else None
        if opened is None or voice is None or voice.mention.kind is MentionKind.PERSON:
            continue
        slots: dict[str, Any] = {
            "action": ActionKind.DENY,
            "actors": (voice.mention,),
            "object": _object(sentence, Span(opened.end(), sentence.span.end)),
        }
        time = when(sentence, said.start, said.end, is_present=False)
        yield ActionFound(slots, said.start, time.on, Modality.ASSERTED)
        return
