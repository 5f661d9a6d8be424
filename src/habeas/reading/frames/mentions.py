"""From noun phrases to mentions: what is named, in which words, and who a short form stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reading.frames.chunks import Chunk
from habeas.reading.frames.knowledge import Knowledge
from habeas.reading.frames.names import People
from habeas.reading.frames.referents import Referents
from habeas.reading.frames.standins import one_meant, several_meant
from habeas.reading.frames.words import Pos, Word

_SORTS = (
    ("offices", MentionKind.PERSON), ("kinship", MentionKind.PERSON),
    ("person_nouns", MentionKind.GROUP), ("bodies", MentionKind.BODY),
    ("places", MentionKind.PLACE), ("forums", MentionKind.FORUM),
    ("instruments", MentionKind.INSTRUMENT), ("states", MentionKind.STATE),
)  # fmt: skip
# Which sorts of phrase are known by what they are of, and which by where they are.
_WITH_TAIL = {
    "of": (MentionKind.GROUP, MentionKind.BODY, MentionKind.PLACE, MentionKind.PERSON),
    "where": (MentionKind.BODY, MentionKind.PLACE),
}
_DROPPED = {Pos.DETERMINER, Pos.POSSESSIVE}


class Mentions:
    """Makes mentions out of the phrases of one document, sentence after sentence."""

    def __init__(self, text: str, knowledge: Knowledge, people: People) -> None:
        self.text = text
        self.knowledge = knowledge
        self.people = people
        self.referents = Referents()
        self.speaking = ""  # who speaks the quotation being read: nobody's "him"

    def kind_of(self, chunk: Chunk) -> MentionKind:
        """What the phrase names, by its name or by its head noun."""
        if chunk.is_pronoun:
            is_many = chunk.ends_in("plural_pronouns") and bool(self.together(chunk))
            is_person = is_many or chunk.ends_in("person_pronouns")
            return MentionKind.PERSON if is_person else MentionKind.UNSPECIFIED
        if chunk.name is not None:
            if chunk.name.kind is MentionKind.UNSPECIFIED and (kind := self._kind_by_title(chunk)):
                return kind
            is_many = chunk.quantity is not None and chunk.ends_in("plural_endings")
            is_unknown = chunk.name.kind is MentionKind.UNSPECIFIED
            return MentionKind.GROUP if is_many and is_unknown else chunk.name.kind
        if self.stands_for(chunk) or several_meant(chunk, self.referents):
            return MentionKind.PERSON
        kind = self._kind_by_head(chunk)
        is_bare = chunk.words[-1].pos is Pos.NUMBER or chunk.ends_in("of_whom")
        is_bare = is_bare or chunk.ends_in("adding")  # "dozens more"
        if kind is None and chunk.quantity is not None and is_bare:
            return MentionKind.GROUP
        return kind or MentionKind.THING

    def _kind_by_title(self, chunk: Chunk) -> MentionKind | None:
        """What the word before an unknown name makes of it: "the rights group Open Door"."""
        before = [word for word in chunk.words if word.name < 0]
        if not before or before[-1].start > chunk.words[-1].start:
            return None
        is_body = before[-1].lower in self.knowledge.lexicon.people["bodies"]
        return MentionKind.BODY if is_body else None

    def _kind_by_head(self, chunk: Chunk) -> MentionKind | None:
        people = self.knowledge.lexicon.people
        is_of = chunk.ends_in("group_words") and chunk.tail is not None and chunk.tail_use == "of"
        if is_of and chunk.tail is not None and self.kind_of(chunk.tail) is MentionKind.GROUP:
            return MentionKind.GROUP  # "a number of prisoners"
        head, pair = chunk.head, chunk.head_pair
        heads = {head, pair}
        for word in dict.fromkeys((pair, head)):  # "interrogation center"
            for name, kind in _SORTS:
                if word in people[name]:
                    return kind
        one = head.removesuffix("s")
        is_plural = one != head and (one in people["offices"] or one in people["occupations"])
        return MentionKind.GROUP if is_plural or heads & people["ethnicities"] else None

    def of(self, chunk: Chunk, *, keep_count: bool = False) -> Mention | None:
        """The mention a phrase makes; None for a pronoun nobody can be found for."""
        kind = self.kind_of(chunk)
        if chunk.is_pronoun:
            return self._pronoun(chunk)
        if meant := self.stands_for(chunk):
            self.referents.note(meant, chunk.start)
            return Mention(chunk.text, MentionKind.PERSON, chunk.span, meant)
        if chunk.name is not None and not chunk.name.is_role:
            return self._named(chunk)
        span = self._span(chunk, keep_count=keep_count)
        span = Span(span.start, self._tail_end(chunk, kind))
        words = self.text[span.start : span.end]
        name = self._holder(chunk) if kind is MentionKind.PERSON else ""
        return Mention(words, kind, span, name if name != words else "")

    def phrase(self, first: Chunk, last: Chunk, kind: MentionKind = MentionKind.THING) -> Mention:
        """The words from one phrase to another as one mention, without an article in front."""
        start = self._span(first, keep_count=True).start
        return Mention(self.text[start : last.end].strip(" ,"), kind, Span(start, last.end))

    def _named(self, chunk: Chunk) -> Mention:
        name = chunk.name
        if name is None:  # pragma: no cover  # `of` asks first
            raise ValueError(chunk)
        last = next(word for word in reversed(chunk.words) if word.name >= 0)
        words = [word for word in chunk.words if word.name == last.name]
        if chunk.is_whole:
            words = list(chunk.words)
            while words[0].pos in _DROPPED:
                words.pop(0)
            if chunk.quantity is not None:
                words = [word for word in words if word.start >= chunk.quantity.span.end] or words
        start, end = words[0].start, words[-1].end
        if name.kind is MentionKind.BODY:
            end = max(end, self._tail_end(chunk, name.kind))
        owner = chunk.owner
        if owner is not None and name.kind is MentionKind.BODY:
            start = owner.start
        written = self.text[start:end]
        full = written if chunk.is_whole else self._bearer(chunk, name.full or name.text)
        if name.kind is MentionKind.PERSON:
            self.referents.note(full, start)
        kind = self.kind_of(chunk)
        return Mention(written, kind, Span(start, end), full if full != written else "")

    def _bearer(self, chunk: Chunk, surname: str) -> str:
        """Of several with that surname, the one a title fits, or to whom something happened."""
        bearers = self.people.full.get(self.people.key(surname), [])
        if len(bearers) < 2:  # noqa: PLR2004  # nobody to choose from
            return surname
        is_woman = any(word.serves("female_titles") for word in chunk.words)
        is_man = any(word.serves("male_titles") for word in chunk.words)
        unlike = {"male"} if is_woman else {"female"} if is_man else set()
        fits = [one for one in bearers if not unlike or self.sexes(one) != unlike]
        hurt = [one for one in fits if one in self.referents.patients]
        left = fits if len(fits) == 1 else hurt if self.referents.is_telling else []
        return left[0] if len(left) == 1 else surname

    def stands_for(self, chunk: Chunk) -> str:
        """The person whom a phrase without a name stands for: "the clockmaker"."""
        return one_meant(chunk, self.referents, self.knowledge.lexicon.people)

    def together(self, chunk: Chunk) -> tuple[Mention, ...]:
        """The persons "they" or "all three" stand for, in these words; nobody where unclear."""
        if not chunk.is_pronoun or chunk.opens_with("both_words"):
            names = several_meant(chunk, self.referents)
            return tuple(
                Mention(chunk.text, MentionKind.PERSON, chunk.span, name) for name in names
            )
        word = chunk.words[0]
        span = Span(word.start, word.end)
        names = self.referents.together(word.start)
        return tuple(Mention(word.text, MentionKind.PERSON, span, name) for name in names)

    def _pronoun(self, chunk: Chunk) -> Mention | None:
        """Who is meant: the one person in the nearest sentence that has the sex asked for."""
        word = chunk.words[0]
        if not word.serves("person_pronouns"):
            return None
        unlike = ""  # "I" and "who" are anybody's
        if word.serves("female_pronouns"):
            unlike = "male"
        elif word.serves("male_pronouns"):
            unlike = "female"
        fits = next((fit for fit in self._fitting(word.start, unlike) if fit), [])
        name = self._likeliest(fits, word.start) if len(fits) != 1 else fits[0]
        self.referents.note(name, word.start)
        if not name:
            return None
        if unlike:
            self.people.note_sex(name, "female" if unlike == "male" else "male")
        return Mention(word.text, MentionKind.PERSON, Span(word.start, word.end), name)

    def _likeliest(self, names: list[str], at: int) -> str:
        """Of several, the one to whom something has happened, else whom the last sentence named."""
        if not self.referents.is_telling:
            return ""
        suffered = [name for name in names if name in self.referents.patients]
        topic = self.referents.topic_before(min(self.referents.sentence, at))
        is_official = topic in self.referents.offices.values()
        if topic in names and not (is_official and len(suffered) == 1):
            return topic if topic in (suffered or names) else ""
        return suffered[0] if len(suffered) == 1 else ""

    def _fitting(self, at: int, unlike: str) -> Iterator[list[str]]:
        """Who can be meant, level by level; a surname stands for the one who bears it and fits."""
        for names in self.referents.near(at):
            found: list[str] = []
            for name in names:
                bearers = self.people.full.get(self.people.key(name), [name])
                found += [
                    one for one in bearers if self.sexes(one) != {unlike} and not self._speaks(one)
                ]
            yield list(dict.fromkeys(found))

    def _speaks(self, name: str) -> bool:
        """Whether it is the speaker, by full name or by surname."""
        spoken = self.speaking
        return bool(spoken) and (name == spoken or name.endswith(f" {spoken}"))

    def sexes(self, name: str) -> frozenset[str]:
        """The sexes a person can be of, by what was told or by the given name."""
        if name in self.people.sexes:
            return frozenset({self.people.sexes[name]})
        return self.knowledge.sexes(name.split(maxsplit=1)[0]) if name else frozenset()

    def _holder(self, chunk: Chunk) -> str:
        """Who holds the office a phrase names: "the Minister", once "Minister X" was read."""
        if chunk.opens_with("indefinite") or chunk.head.endswith("s"):
            return ""
        words = [word.lower for word in chunk.words if word.pos not in _DROPPED]
        if chunk.name is not None:
            return self.referents.offices.get(" ".join(words), "")
        return self.referents.offices.get(chunk.head, "")

    def _tail_end(self, chunk: Chunk, kind: MentionKind) -> int:
        """Where a body, place or group ends with what it is of; courts and places lie somewhere."""
        if chunk.tail is None or kind not in _WITH_TAIL.get(chunk.tail_use, ()):
            return chunk.end
        is_court = self.knowledge.serves(chunk.head, "courts")
        if chunk.tail_use == "where" and kind is MentionKind.BODY and not is_court:
            return chunk.end  # "police in Melnyk": the police do it
        inner = self.kind_of(chunk.tail)
        if is_court and inner is MentionKind.PERSON:
            return chunk.end  # "the conviction by a court of X"
        if chunk.tail_use == "where" and inner not in (MentionKind.PLACE, MentionKind.STATE):
            return chunk.end
        return self._tail_end(chunk.tail, inner)

    def _span(self, chunk: Chunk, *, keep_count: bool = False) -> Span:
        """The phrase without article and count; an owner's name before it is kept."""
        words = list(chunk.words)
        if chunk.owner is not None and words[0].serves("possessive_marks"):
            return Span(self._span(chunk.owner).start, chunk.end)
        while len(words) > 1 and words[0].pos in _DROPPED:
            words.pop(0)
        start = words[0].start
        if chunk.quantity is not None and not keep_count:
            rest = [word for word in words if word.start >= chunk.quantity.span.end]
            if rest and rest[0].serves("of"):
                rest = rest[1:]
            while len(rest) > 1 and (rest[0].pos in _DROPPED or _is_more(rest)):
                rest.pop(0)
            start = rest[0].start if rest else start
        return Span(start, chunk.end)


def _is_more(words: Sequence[Word]) -> bool:
    """Whether the first word only adds to those counted before: "50 more people"."""
    return words[0].serves("adding") and not words[1].serves("of")
