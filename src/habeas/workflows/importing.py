"""A list of a known source into the register: read, shown in full, and only then entered.

Nothing is written before `enter`, and then all of it at once: the list, what it says, what its
columns are read as, and who of an earlier edition stands in it again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from habeas.ledger.drafts import (
    claim_draft,
    decision_draft,
    document_draft,
    mapping_draft,
    problem_draft,
)
from habeas.ledger.register import Register
from habeas.ledger.view import View
from habeas.model.actor import Actor
from habeas.model.claim import AnyClaim, word_of
from habeas.model.codec import claim_id
from habeas.model.column_mapping import ColumnMapping
from habeas.model.document import Document
from habeas.model.entry import Draft
from habeas.model.errors import ImportOvertaken, NoListFound
from habeas.model.problem import Problem
from habeas.protocols import Reader
from habeas.reading.cells import TABLE, cell_name
from habeas.reading.lists.headings import Headed
from habeas.reading.lists.mapped import headed_by, mark_of
from habeas.reading.lists.table import Table, tables_in
from habeas.reading.renderers.captured_text import captured_text
from habeas.reference.list_words import NAMED_BY
from habeas.text.normalise import key
from habeas.workflows.editions import Change, change_of, people_of, same_people
from habeas.workflows.keep import keep
from habeas.workflows.list_file import NO_LIST, Progress, list_file
from habeas.workflows.read_one import DocumentRead
from habeas.workflows.read_whole import Tools

# The reader of lists that asks this of headings, and adds this mark to its edition.
Lists = Callable[[Headed, str], Reader]
_SAMPLES = 3
REASON = "import"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnShown:
    """One column as it will be read. `by` says who settled it: mapping, words or nobody."""

    letter: str
    heading: str
    field: str
    by: str
    filled: int
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetShown:
    """One list of the file: how many rows it has, and its columns."""

    name: str
    rows: int
    columns: tuple[ColumnShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """All that would be entered, to be looked at first.

    `misfits` are headings of the source's mapping that this edition does not have. `is_known` says
    that the register has this very file already. `beside` is what stood there of the source when
    this was read: an import of somebody else in between makes the comparison wrong.
    """

    source: str
    said: tuple[DocumentRead, ...]
    blobs: tuple[bytes, ...]
    sheets: tuple[SheetShown, ...]
    mapping: ColumnMapping
    misfits: tuple[str, ...]
    change: Change | None
    is_known: bool
    beside: tuple[str, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything doubtful, cell by cell."""
        return tuple(problem for one in self.said for problem in one.problems)

    @property
    def claims(self) -> tuple[AnyClaim, ...]:
        return tuple(claim for one in self.said for claim in one.claims)

    @property
    def people(self) -> int:
        """How many rows name somebody."""
        return len(people_of(self.claims))

    def counts(self) -> Counter[str]:
        """Claims by what they are on."""
        return Counter(word_of(claim) for claim in self.claims)


def prepare(  # every part is named, and each is the choice of wiring or the user
    path: Path,
    *,
    source: str,
    own: Mapping[str, str],
    view: View,
    tools: Tools,
    lists: Lists,
    actor: Actor,
    progress: Progress | None = None,
) -> Import:
    """Reads a list as it would be entered; nothing is.

    `own` settles headings anew, over what is kept for the source; `lists` makes the reader that
    knows them.
    Raises: NothingToCapture; NoListFound; ValueMalformed, for a field that is none.
    """
    kept = view.mapping(source)
    settled = {**dict(kept.columns if kept else ()), **_written(own)}
    headed = headed_by(settled)
    reading = replace(_reading(tools, lists(headed, mark_of(settled))), headed=headed)
    file = list_file(path, tools=reading, actor=actor, source=source, progress=progress)
    said = file.said
    sheets = [
        _shown(table, one.document, settled)
        for one in said
        if one.document.media_type == TABLE
        for table in _tables(one.document, file.content_of(one.document), headed)
    ]
    if not sheets:
        raise _no_list(path, said, settled)
    claims = [claim for one in said for claim in one.claims]
    there = {column.heading for sheet in sheets for column in sheet.columns}
    return Import(
        source=source,
        said=said,
        blobs=tuple(file.content.values()),
        sheets=tuple(sheets),
        mapping=_mapping(source, said[0].document, sheets, settled),
        misfits=_misfits(settled, there),
        change=change_of(view, source, claims, said[0].document),
        is_known=_is_known(view, said[0].document),
        beside=_beside(view, source),
    )


def enter(prepared: Import, register: Register, *, actor: Actor) -> int:
    """Enters all of it in one append; gives how many claims are new.

    Raises: RegisterNotWritable; ImportOvertaken, when somebody else imported of the source since;
    LostRace, when others kept getting in first.
    """

    def holds_still() -> None:
        view = register.view()
        is_there = _is_known(view, prepared.said[0].document)
        if _beside(view, prepared.source) != prepared.beside or is_there != prepared.is_known:
            raise ImportOvertaken(source=prepared.source)

    holds_still()
    for content in prepared.blobs:
        register.store.put_blob(content)
    before = register.head.position
    drafts = list(_drafts(prepared))
    known = keep(register, drafts, actor=actor, reason=REASON, holds_still=holds_still)
    if register.head.position == before:
        return 0
    return len({claim_id(claim) for claim in prepared.claims} - set(known))


def _beside(view: View, source: str) -> tuple[str, ...]:
    """What a comparison with the source rests on: its lists, and how its columns are read."""
    mapping = view.mapping(source)
    lists = (one.sha256 for one in view.documents() if one.source == source)
    columns = mapping.columns if mapping else ()
    return (*lists, *(f"{heading}={field}" for heading, field in columns))


def _no_list(path: Path, said: Sequence[DocumentRead], settled: Mapping[str, str]) -> NoListFound:
    met = dict.fromkeys(problem.what for one in said for problem in one.problems)
    named = sorted(heading for heading, field in settled.items() if field in NAMED_BY)
    lacking = [f"the heading settled for its names was {heading!r}" for heading in named]
    return NoListFound(
        path=str(path),
        why="; ".join([NO_LIST, *lacking, *met]),
        remedy='Say which heading is the name: --map "HEADING=full_name".',
    )


def _drafts(prepared: Import) -> Iterator[Draft]:
    for one in prepared.said:
        yield document_draft(one.document)
        yield from (claim_draft(claim) for claim in one.claims)
        yield from (problem_draft(problem) for problem in one.problems)
    yield mapping_draft(prepared.mapping)
    if prepared.change is not None:
        yield from (problem_draft(one) for one in prepared.change.problems())
        yield from (decision_draft(one) for one in same_people(prepared.change))


def _reading(tools: Tools, own: Reader) -> Tools:
    """The tools with the reader of lists that knows the source's headings."""
    readers = [own if one.name == own.name else one for one in tools.readers]
    return replace(tools, readers=readers if own in readers else [*readers, own])


def _tables(document: Document, content: bytes, headed: Headed) -> Iterator[Table]:
    text, _, _ = captured_text(document, content)
    yield from tables_in(text or "", is_sheet=True, headed=headed)


def _written(own: Mapping[str, str]) -> dict[str, str]:
    return {heading.strip(): field.strip() for heading, field in own.items()}


def _shown(table: Table, document: Document, settled: Mapping[str, str]) -> SheetShown:
    own = {key(heading) for heading in settled}
    columns = []
    for number, heading in sorted(table.headings.words.items()):
        cells = [cell.text for row in table.rows if (cell := row.cell(number))]
        field = table.headings.columns.get(number)
        columns.append(
            ColumnShown(
                letter=cell_name(row=1, column=number)[:-1],
                heading=heading,
                field=field.value if field else "",
                by="mapping" if key(heading) in own else ("words" if field else ""),
                filled=len(cells),
                samples=tuple(dict.fromkeys(cells))[:_SAMPLES],
            )
        )
    name = document.original_name.partition("!")[2] or document.original_name
    return SheetShown(name=name, rows=len(table.rows), columns=tuple(columns))


def _mapping(
    source: str, document: Document, sheets: Sequence[SheetShown], settled: Mapping[str, str]
) -> ColumnMapping:
    """What the columns were read as, those of this edition first; what was settled stays so."""
    read = {column.heading: column.field for sheet in sheets for column in sheet.columns}
    kept = {heading: field for heading, field in settled.items() if heading not in read}
    return ColumnMapping(
        source=source,
        document=document.sha256,
        columns=tuple(sorted((read | kept).items())),
    )


def _misfits(settled: Mapping[str, str], there: set[str]) -> tuple[str, ...]:
    """Headings that were settled for a field and that this edition lacks."""
    found = {key(heading) for heading in there}
    return tuple(
        sorted(heading for heading, field in settled.items() if field and key(heading) not in found)
    )


def _is_known(view: View, document: Document) -> bool:
    return bool(view.store.find(document.sha256))
