"""The text of a whole PDF from the lines of its pages: pages, paragraphs, running heads once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from habeas.reading.pdf.flow import Paragraph, continued, flow, goes_on, steps_of
from habeas.reading.pdf.hyphens import known_words
from habeas.reading.pdf.lines import Line
from habeas.reading.pdf.margins import margins

PAGE_BREAK = "\f\n"


def text_of(
    pages: Sequence[Sequence[Line]], recognised: Mapping[int, Sequence[str]]
) -> tuple[str, int]:
    """Pages parted by a form feed and a newline, and how many running lines were left out.

    `recognised` has the paragraphs of the pages (counted from 0) that are pictures. A sentence that
    runs over the end of a page stands whole on the page where it begins.
    """
    kept, dropped = margins(pages)
    steps = steps_of([line for lines in pages for line in lines])
    known = known_words(cell for lines in pages for line in lines for cell in line.cells)
    made: list[list[Paragraph]] = []
    for number, lines in enumerate(pages):
        places = [(number, at) for at in range(len(lines))]
        body = [lines[place[1]] for place in places if place not in kept | dropped]
        heads, feet = _margin(lines, [at for page, at in kept if page == number])
        paragraphs = flow(body, steps, known)
        _carry_over(made, paragraphs, known)
        paragraphs += [Paragraph(one, 0.0) for one in recognised.get(number, ())]
        made.append([*heads, *paragraphs, *feet])
    return PAGE_BREAK.join(_page(paragraphs) for paragraphs in made), len(dropped)


def _margin(lines: Sequence[Line], kept: Sequence[int]) -> tuple[list[Paragraph], list[Paragraph]]:
    """Running lines to keep on this page: those above its middle, and those below."""
    if not kept:
        return [], []
    heights = [line.baseline for line in lines]
    middle = (max(heights) + min(heights)) / 2
    placed = [lines[at] for at in sorted(kept)]
    paragraphs = [Paragraph(line.text, line.size, is_margin=True) for line in placed]
    pairs = list(zip(placed, paragraphs, strict=True))
    return (
        [one for line, one in pairs if line.baseline >= middle],
        [one for line, one in pairs if line.baseline < middle],
    )


def _carry_over(
    made: Sequence[list[Paragraph]], paragraphs: list[Paragraph], known: frozenset[str]
) -> None:
    """Moves the rest of a sentence to the page before; notes in small type may stand between."""
    if not made or not paragraphs:
        return
    before = made[-1]
    for at in range(len(before) - 1, -1, -1):
        if goes_on(before[at], paragraphs[0]):
            before[at] = continued(before[at], paragraphs.pop(0), known)
            return
        if not (before[at].is_margin or before[at].size < paragraphs[0].size):
            return


def _page(paragraphs: Sequence[Paragraph]) -> str:
    return "".join(_parted(paragraphs)) + "\n" if paragraphs else ""


def _parted(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    for at, paragraph in enumerate(paragraphs):
        if at:
            yield "\n" if paragraph.is_row and paragraphs[at - 1].is_row else "\n\n"
        yield paragraph.text
