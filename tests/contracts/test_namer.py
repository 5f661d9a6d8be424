"""What every namer and parser must do; those of others are run as they are installed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from habeas.model.quote import Span
from habeas.protocols import Namer, Parser
from tests.reports import rendition
from tests.taggers import slovnet_names, spacy_names, spacy_parse

NAMERS: list[Callable[[], Namer]] = [slovnet_names, spacy_names]
TEXTS = [
    "Police in Melnyk arrested Olha Petrenko and the writer Ivan Kvitka's son on Monday.\n\nEnd.",
    "Полиция Студенецка задержала Ларису Подгурскую и её брата.\n\nЕго звали Эрвин.",
    "",
    "\u200b \ufeff\n\n\t",
    "A\u0301" * 50,
    "🜁🜂 " * 30,
    "А" * 5000,
    "\n\n".join(["Иван Квитка"] * 40),
]


@pytest.mark.parametrize("make", NAMERS)
@pytest.mark.parametrize("text", TEXTS)
def test_mentions_stand_where_they_say_and_do_not_overlap(
    make: Callable[[], Namer], text: str
) -> None:
    report = rendition(text)
    mentions, problems = make().names(report, report.text, report.paragraphs)
    assert not problems
    spans = [one.span for one in mentions if one.span is not None]
    assert len(spans) == len(mentions)
    for one, span in zip(mentions, spans, strict=True):
        assert report.text[span.start : span.end] == one.text
        assert any(p.start <= span.start and span.end <= p.end for p in report.paragraphs)
    assert all(one.end <= other.start for one, other in pairwise(sorted(spans)))


@pytest.mark.parametrize("make", NAMERS)
def test_only_the_paragraphs_named_are_looked_at(make: Callable[[], Namer]) -> None:
    report = rendition("Иван Квитка жив.\n\nOlha Petrenko lives.\n\nОльга Петренко жива.")
    first = report.paragraphs[:1]
    mentions, _ = make().names(report, report.text, first)
    assert all(one.span is not None and one.span.end <= first[0].end for one in mentions)


@pytest.mark.parametrize("make", NAMERS)
def test_the_same_text_gives_the_same_names(make: Callable[[], Namer]) -> None:
    report = rendition("Olha Petrenko met Ivan Kvitka.\n\nОльга Петренко встретила Ивана Квитку.")
    once = make().names(report, report.text, report.paragraphs)
    make().names(rendition("Other."), "Other.", [Span(0, 6)])
    assert make().names(report, report.text, report.paragraphs) == once
    assert once[0]


@pytest.mark.parametrize("text", TEXTS)
def test_what_a_parser_gives_are_beginnings_of_words(text: str) -> None:
    report = rendition(text)
    parser: Parser = spacy_parse()
    found, problems = parser.sufferers(report, report.text, report.paragraphs)
    assert not problems
    for verb, named in found.items():
        assert named
        for at in (verb, *named):
            assert not report.text[at].isspace()
            assert any(p.start <= at < p.end for p in report.paragraphs)
