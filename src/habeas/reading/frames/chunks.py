"""Phrases of a sentence: noun phrases, verb groups, and what stands between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from habeas.model.mention import MentionKind
from habeas.model.quote import Span
from habeas.reading.frames.names import Name
from habeas.reading.frames.words import Word
from habeas.text.quantities import QuantityFound


class ChunkKind(Enum):
    """What sort of phrase."""

    __hash__ = object.__hash__  # as in words.Pos

    NOUN = auto()
    VERB = auto()
    PREPOSITION = auto()
    CONJUNCTION = auto()
    SUBORDINATOR = auto()
    RELATIVE = auto()
    DATE = auto()
    ADVERB = auto()
    COMMA = auto()
    DASH = auto()
    QUOTE = auto()
    OPEN = auto()
    CLOSE = auto()
    COLON = auto()
    STOP = auto()
    OTHER = auto()


@dataclass(slots=True, eq=False)
class Chunk:
    """A phrase: words `first` to `last` (end not included) of its sentence.

    A noun phrase has a `head` (its last word), its name if it ends in one, its count, and the
    phrase that owns it ("Velmora's minister"). In `tail` is the phrase that it is of or in
    ("officers of the police", "a court in Melnyk"), in `tail_use` the use of the preposition.
    `is_whole` says that the name is the whole phrase: "parts of X", a title in quotation marks.

    A verb group has its main verb and what its auxiliaries say.
    """

    kind: ChunkKind
    first: int
    last: int
    words: list[Word] = field(default_factory=list)
    # noun phrases
    name: Name | None = None
    quantity: QuantityFound | None = None
    owner: Chunk | None = None
    tail: Chunk | None = None
    tail_use: str = ""
    is_pronoun: bool = False
    is_whole: bool = False
    # verb groups
    lemma: str = ""
    shape: str = ""
    is_passive: bool = False
    is_negated: bool = False
    is_finite: bool = False
    is_copula: bool = False
    modal: str = ""
    # A noun phrase, a verb group: asked too often to be worked out each time.
    is_noun: bool = field(init=False)
    is_verb: bool = field(init=False)

    def __post_init__(self) -> None:
        self.is_noun = self.kind is ChunkKind.NOUN
        self.is_verb = self.kind is ChunkKind.VERB

    @property
    def start(self) -> int:
        """First character, in the text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """End of the last word, in the text."""
        return self.words[-1].end

    @property
    def span(self) -> Span:
        """The characters of the phrase."""
        return Span(self.start, self.end)

    @property
    def lower(self) -> str:
        """The words in small letters, single spaces."""
        return " ".join(word.lower for word in self.words)

    @property
    def text(self) -> str:
        """The words as they stand, single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def head(self) -> str:
        """The last word of a noun phrase, in small letters; of "colony No. 7", "colony"."""
        if len(self.words) > 1 and self.words[-1].text[0].isdigit():
            for at in range(len(self.words) - 2, max(len(self.words) - 4, 0), -1):
                if self.words[at].serves("number_signs"):
                    return self.words[at - 1].lower
        return self.words[-1].lower

    @property
    def head_pair(self) -> str:
        """The head and the word before it, in small letters: "police station"."""
        words, head = [word.lower for word in self.words], self.head
        last = max(at for at, word in enumerate(words) if word == head)
        return " ".join(words[max(last - 1, 0) : last + 1])

    @property
    def possessor(self) -> Chunk | None:
        """The phrase or pronoun that owns it: "Bondar's arrest", "his arrest"."""
        if self.owner is None and self.words[0].serves("person_owners"):
            return Chunk.pronoun(self.words[0], self.first)
        return self.owner

    @property
    def is_person_name(self) -> bool:
        """Whether it ends in the name of a person."""
        return (
            self.name is not None and self.name.kind is MentionKind.PERSON and not self.name.is_role
        )

    @classmethod
    def pronoun(cls, word: Word, at: int) -> Chunk:
        """A phrase of its own for the pronoun inside another: "his" in "his arrest"."""
        return cls(ChunkKind.NOUN, at, at + 1, [word], is_pronoun=True)

    def is_word(self, use: str) -> bool:
        """Whether it is one word that serves this use (a name from constructions.yml)."""
        return len(self.words) == 1 and use in self.words[0].uses

    def opens_with(self, use: str) -> bool:
        """Whether its first word serves this use."""
        return use in self.words[0].uses

    def ends_in(self, use: str) -> bool:
        """Whether its last word serves this use."""
        return use in self.words[-1].uses

    def does(self, use: str) -> bool:
        """Whether its main verb serves this use; never for a noun phrase."""
        return self.is_verb and use in self.words[-1].uses
