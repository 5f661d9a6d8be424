"""Who suffers an event and who does it: the noun phrases around its verb, noun or state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from habeas.model.mention import Mention, MentionKind
from habeas.reading.frames.arguments import Arguments, Governed, arguments
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.lists import list_beginning, list_ending, named_by_list, names_from
from habeas.reading.frames.parsed import with_parsed
from habeas.reading.frames.sentence import Context
from habeas.reading.frames.subjects import (
    fragment_subject,
    is_passive,
    shares_passive,
    skip_back,
    subject_of,
)
from habeas.reading.frames.triggers import Form, Hit

PEOPLE = (MentionKind.PERSON, MentionKind.GROUP)
_DOERS = (MentionKind.STATE, MentionKind.BODY, MentionKind.GROUP, MentionKind.PERSON)
# States are invented, renamed and called by their capitals: a name of unknown kind can act.
_NAMED_DOERS = (MentionKind.UNSPECIFIED, MentionKind.PLACE)
_PLACES = (MentionKind.PLACE, MentionKind.STATE)
_LONGEST_BARE = 2  # words of a participle behind its noun: "forcibly taken"


@dataclass(slots=True)
class Frame:
    """Who is who around a trigger."""

    patients: list[Chunk] = field(default_factory=list)
    agents: list[Chunk] = field(default_factory=list)
    found: Arguments = field(default_factory=Arguments)

    def doers(self, context: Context) -> list[Mention]:
        """The agents that can do such a thing."""
        return list(context.all([one for one in self.agents if can_do(one, context)]))

    def places(self, context: Context, *uses: str) -> list[Chunk]:
        """Places behind prepositions of these uses; a bare name counts where one may stand."""
        taken: list[Chunk] = []
        found: list[Chunk] = []
        for one in self.found.phrases:
            for noun in one.nouns:
                if not _is_place(noun, one, context) or any(noun is tail for tail in taken):
                    continue
                if one.uses.intersection(uses):
                    found.append(noun)
                taken += _tails(noun)
        for agent in self.agents:
            found = [place for place in found if place not in _tails(agent)]
        return found

    def seats(self, context: Context) -> list[Chunk]:
        """Where those who do it are: "police in Melnyk", "a court in Melnyk"."""
        tails = (
            one.tail for one in self.agents if one.tail is not None and one.tail_use == "where"
        )
        return [tail for tail in tails if tail.name is not None and context.kind(tail) in _PLACES]


def can_do(chunk: Chunk, context: Context) -> bool:
    """Whether what a phrase names can hold, arrest or release people."""
    kind = context.kind(chunk)
    return kind in _DOERS or (chunk.name is not None and kind in _NAMED_DOERS)


def _is_place(noun: Chunk, governed: Governed, context: Context) -> bool:
    """Whether the phrase names a place; "in prison" and "at home" say how, not where."""
    if noun.name is None and noun.tail is None and len(noun.words) == 1:
        return False
    is_named = "name_place" in governed.uses and _is_bare_name(noun)
    return is_named or context.kind(noun) in _PLACES


def _tails(chunk: Chunk) -> list[Chunk]:
    """What a phrase is of or in, and what that is of or in: no places of their own."""
    return [chunk.tail, *_tails(chunk.tail)] if chunk.tail is not None else []


def _is_bare_name(chunk: Chunk) -> bool:
    return chunk.name is not None and chunk.name.kind is MentionKind.UNSPECIFIED


def frame_of(chunks: Sequence[Chunk], hit: Hit, context: Context) -> Frame:
    """The noun phrases around a trigger, by their parts in what it tells."""
    frame = _frame_by_form(chunks, hit, context)
    frame.patients = [one for one in frame.patients if not _is_excepted(chunks, one)]
    if behind := _named_behind(chunks, hit.at):
        frame.patients = behind
    else:
        included = [one for patient in frame.patients for one in _included(chunks, patient)]
        told = [*frame.patients, *included, *_together(hit, frame)]
        frame.patients = list({id(one): one for one in told}.values())
    if context.sufferers and _is_plain(hit):
        _take_parsed(chunks, hit, frame, context)
    return frame


def _is_plain(hit: Hit) -> bool:
    """Whether a trigger is a verb that happens to its object, or to its subject in the passive."""
    is_other = hit.is_turned or hit.trigger.object or _subject_suffers(hit)
    return hit.form is Form.VERB and not is_other


def _take_parsed(chunks: Sequence[Chunk], hit: Hit, frame: Frame, context: Context) -> None:
    """Puts into the frame what a parser says of whom the verb happens to."""
    own = [one for one in frame.patients if context.kind(one) in PEOPLE]
    found = with_parsed(chunks, hit.at, own, context)
    added = [one for one in found if one not in own and context.kind(one) in PEOPLE]
    if added:
        frame.patients = [*own, *added]
        frame.agents = [one for one in frame.agents if one not in added]


def _is_excepted(chunks: Sequence[Chunk], one: Chunk) -> bool:
    """Whether it did not happen to just this one: "all but X were freed"."""
    if not one.is_person_name or one not in chunks:
        return False
    before = chunks[chunks.index(one) - 1] if chunks.index(one) else None
    inside = any(word.serves("excepting") and word.name < 0 for word in one.words[:-1])
    is_all = before is not None and before.ends_in("excepting")
    lead = chunks[max(chunks.index(one) - 2, 0)]
    is_all = is_all and any(c is not None and c.opens_with("all_of") for c in (before, lead))
    return inside or is_all


def _frame_by_form(chunks: Sequence[Chunk], hit: Hit, context: Context) -> Frame:
    found = arguments(chunks, hit.at)
    if hit.is_turned:
        return Frame(_whose_thing(chunks, hit, found, context), found.used("agent"), found)
    if hit.form is Form.PARTICIPLE:
        return Frame([], [], found)
    if hit.form is Form.NOUN:
        return _noun_frame(chunks, hit, found, context)
    if hit.form is Form.STATE or _subject_suffers(hit):
        if hit.form is Form.STATE and hit.trigger.object == "of_persons":
            return Frame(_of_whom(chunks, subject_of(chunks, hit.at), context), [], found)
        entry = fragment_subject(chunks)
        return Frame([chunks[entry]] if entry >= 0 else subject_of(chunks, hit.at), [], found)
    return _verb_frame(chunks, hit, found, context)


def _verb_frame(chunks: Sequence[Chunk], hit: Hit, found: Arguments, context: Context) -> Frame:
    if hit.trigger.object == "recipients":
        by = found.used("agent") or (
            [] if chunks[hit.at].is_passive else subject_of(chunks, hit.at)
        )
        return Frame(found.used("with_whom"), by, found)
    if is_passive(chunks, hit.at) and not _governs(chunks, hit):
        patients = _sufferers(chunks, hit.at)
        patients = _whose_body(patients, context) or patients
        if hit.trigger.object in ("place_of_persons", "of_persons"):
            patients = _of_whom(chunks, patients, context) or patients
        if not any(context.kind(one) in PEOPLE for one in patients):
            patients = _objects_in_phrase(hit, found) or patients
        return Frame(patients, found.used("agent"), found)
    patients = [one for one in found.objects if context.kind(one) in PEOPLE]
    patients = patients or _whose_body(found.objects, context)
    if not found.objects and (shared := _shared_objects(chunks, hit.at)):
        patients = [one for one in shared if context.kind(one) in PEOPLE]
    is_open = hit.phrase is not None and hit.phrase.has_gap
    if not patients and is_open and shares_passive(chunks, hit.at):
        return Frame(subject_of(chunks, hit.at), found.used("agent"), found)
    if not patients and hit.trigger.needs == "term":  # "gave nine years to X"
        to = next((one for one in found.phrases if "with_whom" in one.uses), None)
        patients = [one for one in to.nouns if one.is_person_name] if to is not None else []
    patients = patients or _objects_in_phrase(hit, found) or found.objects
    if hit.trigger.object in ("place_of_persons", "of_persons"):
        things, patients = patients, _whose(patients, found, context)
        if hit.trigger.object == "of_persons":
            patients = patients or _handed_to(chunks, things)
    return Frame(patients, subject_of(chunks, hit.at) if chunks[hit.at].is_finite else [], found)


def _governs(chunks: Sequence[Chunk], hit: Hit) -> bool:
    """Whether a verb without helpers has its object behind a preposition: "broke into X's flat"."""
    is_bare = len(chunks[hit.at].words) == 1 and chunks[hit.at].shape == "past"
    behind = chunks[hit.at + 1] if hit.at + 1 < len(chunks) else None
    if hit.phrase is None or not hit.phrase.after or not is_bare or behind is None:
        return False
    if hit.trigger.needs == "person_and_place" and shares_passive(chunks, hit.at):
        return False  # "was arrested and transported to X"
    is_right_behind = behind.kind is ChunkKind.PREPOSITION
    return is_right_behind and not hit.phrase.has_gap and behind.lower == hit.phrase.after[-1]


def _subject_suffers(hit: Hit) -> bool:
    if hit.trigger.subject == "persons":
        return True
    return hit.phrase is not None and " ".join((hit.phrase.verb, *hit.phrase.after)) in (
        hit.trigger.suffers
    )


def _sufferers(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """Whom a passive verb is about: its subject, or the noun its participle stands behind."""
    chunk = chunks[at]
    if not chunk.is_passive and (later := _of_main_clause(chunks, at)):
        return later
    if not chunk.is_passive and (entry := fragment_subject(chunks)) >= 0:
        return [chunks[entry]]
    if not chunk.is_passive and len(chunk.words) <= _LONGEST_BARE and at:
        before = at - 1
        while before > 0 and chunks[before].kind in (ChunkKind.ADVERB, ChunkKind.COMMA):
            before -= 1
        if chunks[before].is_noun:
            if before > 1 and (named := _said_of(chunks, before)):
                return named
            is_open = before == 0 and chunks[before].opens_with("indefinite")
            later = _later_subject(chunks, at) if is_open else []
            return later or list_ending(chunks, before)
    return subject_of(chunks, at)


def _said_of(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """The person of whom "a teacher freed in May" is said: "X, a teacher freed in May"."""
    while at > 2 and chunks[at - 1].is_word("of") and chunks[at - 2].is_noun:  # noqa: PLR2004
        at -= 2  # "X, a prisoner of conscience held in Melnyk"
    if at < 2:  # noqa: PLR2004  # a name and a comma
        return []
    is_aside = chunks[at].opens_with("indefinite") and chunks[at - 1].kind is ChunkKind.COMMA
    return [chunks[at - 2]] if is_aside and chunks[at - 2].is_person_name else []


def _of_main_clause(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """Whom a participle that opens the sentence is about: "Arrested in May, X was charged"."""
    is_open = all(chunk.kind in (ChunkKind.ADVERB, ChunkKind.QUOTE) for chunk in chunks[:at])
    if not is_open or len(chunks[at].words) > _LONGEST_BARE:
        return []
    return _later_subject(chunks, at)


def _later_subject(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """The subject behind the first comma: "A teacher held in Melnyk, X wrote"."""
    for index in range(at + 2, len(chunks) - 1):
        chunk = chunks[index]
        if chunk.is_verb and chunk.is_finite and len(chunk.words) > 1:
            break
        if chunk.is_noun and chunks[index - 1].kind is ChunkKind.COMMA:
            named, end = list_beginning(chunks, index)
            while end < len(chunks) and chunks[end].kind is ChunkKind.ADVERB:
                end += 1
            if end < len(chunks) and chunks[end].is_verb and chunks[end].is_finite:
                return named
    return []


def _objects_in_phrase(hit: Hit, found: Arguments) -> list[Chunk]:
    """The person behind the last preposition of a phrase: "opened a case against X"."""
    if hit.phrase is None or not hit.phrase.after:
        return []
    return found.with_word(hit.phrase.after[-1])


def _shared_objects(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """Whom the next verb has as its object too: "detained and beat two men"."""
    behind = chunks[at + 1 : at + 4]
    kinds = [chunk.kind for chunk in behind]
    if kinds != [ChunkKind.CONJUNCTION, ChunkKind.VERB, ChunkKind.NOUN] or not chunks[at].is_finite:
        return []
    shapes = (chunks[at].shape, "base")  # "detained and beat"
    is_alike = behind[1].shape in shapes and len(behind[1].words) == 1
    return list_beginning(chunks, at + 3)[0] if is_alike else []


def _whose_body(things: Sequence[Chunk], context: Context) -> list[Chunk]:
    """Whose hands were tied: "handcuffed his hands"."""
    parts = [one for one in things[:1] if one.ends_in("body_parts")]
    owners = [
        one.possessor for one in parts if not any(word.describes for word in one.words)
    ]  # but "put my father face down"
    return [one for one in owners if one is not None and context.kind(one) in PEOPLE]


def _whose(things: list[Chunk], found: Arguments, context: Context) -> list[Chunk]:
    """Whose home was searched, whose sentence was upheld: the owner, or who stands behind "of"."""
    owners = [one for thing in things if (one := thing.possessor) is not None]
    people = [
        chunk for chunk in [*owners, *found.used("of", "against")] if context.kind(chunk) in PEOPLE
    ]
    return people or [thing for thing in things if thing.is_person_name]


def _of_whom(chunks: Sequence[Chunk], things: Sequence[Chunk], context: Context) -> list[Chunk]:
    """Whose things suffer: "the homes of X and Y were searched", "his sentence was upheld"."""
    owners = [one for thing in things if (one := thing.possessor) is not None]
    behind = [one for thing in things if thing in chunks for one in _of(chunks, thing)]
    return [one for one in [*owners, *behind] if context.kind(one) in PEOPLE]


def _whose_thing(
    chunks: Sequence[Chunk], hit: Hit, found: Arguments, context: Context
) -> list[Chunk]:
    """Whose appeal was rejected, against whom charges were dropped, to whom access was denied."""
    things = subject_of(chunks, hit.at)
    if owners := _of_whom(chunks, things, context):
        return owners
    between = range(chunks.index(things[0]) + 1, hit.at)
    behind = [
        one
        for at in between
        if chunks[at].is_word("against") or chunks[at].is_word("with_whom")
        for one in list_beginning(chunks, at + 1)[0]
    ]
    return [one for one in behind or found.used("with_whom", "goal") if context.kind(one) in PEOPLE]


def _of(chunks: Sequence[Chunk], thing: Chunk) -> list[Chunk]:
    return directly_of(chunks, chunks.index(thing))


def _handed_to(chunks: Sequence[Chunk], things: Sequence[Chunk]) -> list[Chunk]:
    """Who is named behind a judgment: "the sentence of six years handed down to X"."""
    if not things:
        return []
    for index in range(chunks.index(things[-1]) + 1, len(chunks)):
        chunk = chunks[index]
        if chunk.is_person_name and chunks[index - 1].is_word("with_whom"):
            return list_beginning(chunks, index)[0]
        if chunk.kind is ChunkKind.STOP or (chunk.is_verb and len(chunk.words) > 1):
            break
    return []


def _noun_frame(chunks: Sequence[Chunk], hit: Hit, found: Arguments, context: Context) -> Frame:
    chunk = chunks[hit.at]
    owner = [chunk.possessor] if chunk.possessor is not None else []
    by = found.used("agent")
    if hit.trigger.object == "place_of_persons" and (homes := _of_homes(chunks, hit.at)):
        return Frame(homes, by, found)
    if of := directly_of(chunks, hit.at):
        return Frame(of, by or [one for one in owner if can_do(one, context)], found)
    return Frame([one for one in owner if context.kind(one) in PEOPLE], by, found)


def _of_homes(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """Whose homes are named behind: "searches took place at the homes of X and Y"."""
    for index in range(at + 1, len(chunks)):
        if chunks[index].kind is ChunkKind.STOP:
            break
        if chunks[index].is_noun and chunks[index].ends_in("searched_places"):
            return directly_of(chunks, index)
    return []


def directly_of(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """The noun phrases right behind "of": "the arrest of A and B"."""
    if at + 1 < len(chunks) and chunks[at + 1].kind is ChunkKind.QUOTE:
        at += 1  # the "unlawful detention" of X
    at = _past_when_and_by(chunks, at)
    first = at + 2
    if first >= len(chunks) or not chunks[at + 1].is_word("of") or not chunks[first].is_noun:
        return []
    while first + 1 < len(chunks) and chunks[first + 1].owner is chunks[first]:
        first += 1  # "the release of X's brother Y"
    return list_beginning(chunks, first)[0]


def _past_when_and_by(chunks: Sequence[Chunk], at: int) -> int:
    """Past when and by whom: "the arrest on Friday of X", "the conviction by a court of X"."""
    end = at
    while end + 2 < len(chunks):
        link, behind = chunks[end + 1], chunks[end + 2]
        is_by = link.is_word("agent") and behind.is_noun
        is_when = link.kind is ChunkKind.PREPOSITION and behind.kind is ChunkKind.DATE
        if not (is_by or is_when or link.kind is ChunkKind.DATE):
            break
        end += 1 if link.kind is ChunkKind.DATE else 2
    is_of = end + 2 < len(chunks) and chunks[end + 1].is_word("of")
    return end if is_of else at


def _included(chunks: Sequence[Chunk], group: Chunk) -> list[Chunk]:
    """Those named of a group: "four activists, including A and B", "..., among them A"."""
    if group not in chunks or group.is_person_name or group.is_pronoun:
        return []
    for index in range(chunks.index(group) + 1, len(chunks) - 1):
        chunk, behind = chunks[index], chunks[index + 1]
        if chunk.kind is ChunkKind.STOP:
            break
        is_named = chunk.is_word("including") or chunk.kind is ChunkKind.COLON
        is_right = chunks[index - 1] is group and chunk.kind in (ChunkKind.DASH, ChunkKind.COMMA)
        is_named = is_named or (is_right and group.quantity is not None)
        if is_named and behind.is_person_name:
            owned = chunks[index + 2 : index + 3]
            is_owner = bool(owned) and owned[0].owner is behind  # "including X's son"
            if chunk.kind is ChunkKind.COLON and not is_owner:
                return names_from(chunks, index + 1)
            return [] if is_owner else list_beginning(chunks, index + 1)[0]
        is_among = chunk.is_word("among") and behind.is_word("of_whom")
        if is_among and index + 2 < len(chunks) and chunks[index + 2].is_person_name:
            return list_beginning(chunks, index + 2)[0]
    return []


def _named_aside(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """Who is named behind a description: "one of the best known critics, X"."""
    end = at + 1
    while end + 1 < len(chunks) and chunks[end].kind is ChunkKind.PREPOSITION:
        end += 2
    is_named = end + 1 < len(chunks) and chunks[end].kind is ChunkKind.COMMA
    return [chunks[end + 1]] if is_named and chunks[end + 1].is_person_name else []


def _together(hit: Hit, frame: Frame) -> list[Chunk]:
    """Others to whom the same happened: "was detained together with X and Y"."""
    is_own = hit.phrase is not None and "with" in hit.phrase.after
    if is_own or not any(one.is_person_name or one.is_pronoun for one in frame.patients):
        return []
    beside = frame.found.used("together_with")
    return [one for one in beside if one.is_person_name and one not in frame.patients]


def _named_behind(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """Those named behind "are": "Among the released are A and B", "Among those held was A"."""
    before = skip_back(chunks, at if chunks[at].is_noun else at - 1)
    if before < 0 or not chunks[before].is_noun:
        return []
    if not before or not chunks[before - 1].is_word("among"):
        return named_by_list(chunks, before, at)
    copula = skip_back(chunks, before - 2)
    if copula > 0 and chunks[copula].is_copula:  # "A and B were also among those freed"
        subject = subject_of(chunks, copula)
        return subject if subject and (subject[0].is_person_name or subject[0].is_pronoun) else []
    for index in range(at + 1, len(chunks) - 1):
        if chunks[index].is_copula:
            return _told_to_be(chunks, index + 1)
        if chunks[index].is_verb or chunks[index].kind is ChunkKind.STOP:
            break
    return []


def _told_to_be(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """Who stands behind "are": all persons named, or those counted."""
    if chunks[at].is_person_name:
        return names_from(chunks, at)
    is_counted = chunks[at].quantity is not None
    return list_beginning(chunks, at)[0] if is_counted else _named_aside(chunks, at)
