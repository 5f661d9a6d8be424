"""What a dump, a mail or a note puts before a text is told from the text itself."""

import pytest

from habeas.model.partial_date import PartialDate
from habeas.reading.renderers.container_header import header_of


def taken(text: str) -> list[str]:
    return [text[span.start : span.end] for span in header_of(text).spans]


@pytest.mark.parametrize(
    ("text", "header"),
    [
        (" date 2021-02-15 Two persons were held.", "date 2021-02-15"),
        ("date 2021-02-15 Two persons were held.", "date 2021-02-15"),
        ("\n\n date 2021-02-15 “Two were held,” she said.", "date 2021-02-15"),
        ("date: 2021-02-15 two persons were held", "date: 2021-02-15"),
        ("Published February 15, 2021 The court sat.", "Published February 15, 2021"),
        ("Дата 15.02.2021 Двох затримали.", "Дата 15.02.2021"),
        ("date 2021-02-15T10:30:00Z Two were held.", "date 2021-02-15T10:30:00Z"),
        ("date 2021-02-15 10:30 They were held.", "date 2021-02-15 10:30"),
        ("date 2021-02-15", "date 2021-02-15"),
        ("date 2021-02-15\r\nTwo were held.", "date 2021-02-15\r"),
    ],
)
def test_a_date_before_the_text_is_the_containers(text: str, header: str) -> None:
    assert taken(text) == [header]
    assert header_of(text).published == PartialDate("2021-02-15")


@pytest.mark.parametrize(
    "text",
    [
        "date 2021 was fixed",
        "Date 2021-02-15 was set by the court.",
        "The date 2021-02-15 stands in the judgment.",
        "Date: the trial begins on 2021-02-15.",
        "date 2021-02-31 Two were held.",
        "Dates 2021-02-15 Two were held.",
        "Two were held.\ndate 2021-02-15 It is said.",
        "Published 03/04/2021 The court sat.",
        "Posted 2021-02 The court sat.",
        "Source: the ministry said on Monday that two men were held.",
        "Source: the ministry, the court, the family",
        "To: be honest, nobody knows.",
        "From: the beginning it was clear.",
        "Title deeds: the court took them.",
        "Judge: I. Sova",
        "Language: the witness spoke none of the court's.",
        "URL: not known",
        "---\nTwo were held\n---\n",
        "--- an unfinished fence\ndate: 2021-02-15",
        "",
        "date",
    ],
)
def test_running_prose_is_no_header(text: str) -> None:
    assert taken(text) == []


def test_lines_of_keys_are_a_header_up_to_the_first_line_that_is_none() -> None:
    text = (
        "Title: Two held in Veltany\nSource: Veltany Herald\n\nURL: https://example.org/1\n"
        "Language: en\nPublished: 15 February 2021\n\nTwo were held.\nDate: 2021-02-16\n"
    )
    header = header_of(text)
    assert len(header.spans) == 5
    assert (header.title, header.publisher) == ("Two held in Veltany", "Veltany Herald")
    assert (header.url, header.language) == ("https://example.org/1", "en")
    assert header.published == PartialDate("2021-02-15")


def test_a_mail_header_is_taken_with_its_folded_lines() -> None:
    text = (
        "Received: from mx.example.org\n\tby mail.example.org\nFrom: Desk <desk@example.org>\n"
        "X-Spam-Score: 0.1\nSubject: Two held\nDate: Mon, 15 Feb 2021 23:30:00 -0500 (EST)\n\n"
        "Dear colleagues,\n"
    )
    header = header_of(text)
    assert text[header.spans[-1].end :] == "\n\nDear colleagues,\n"
    assert (header.title, header.published) == ("Two held", PartialDate("2021-02-15"))


def test_a_fenced_header_is_taken_whole() -> None:
    text = '---\ntitle: "Two held"\ndate: 2021-02-15\nmood: grave\n---\nTwo were held.\n'
    header = header_of(text)
    assert text[header.spans[-1].end :] == "\nTwo were held.\n"
    assert (header.title, header.published) == ("Two held", PartialDate("2021-02-15"))


def test_the_day_of_a_change_is_not_the_day_of_publication() -> None:
    header = header_of("Updated: 2021-03-01\nPublished: 2021-02-15\n\nText.")
    assert header.published == PartialDate("2021-02-15")
    assert header_of("Updated: 2021-03-01\n\nText.").published is None


def test_a_header_is_only_looked_for_at_the_start() -> None:
    text = "x " * 100_000 + "\nTitle: no\n"
    assert taken(text) == []
