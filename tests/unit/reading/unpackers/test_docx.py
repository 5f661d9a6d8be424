"""Of a DOCX the text is read that its sender meant to send, and what was left out is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from habeas.model.partial_date import PartialDate
from habeas.model.problem import Severity
from habeas.reading.media_type import media_type_of
from habeas.reading.unpackers.docx import LOCKED, DocxUnpacker
from tests.unit.reading.renderers.test_plain_text import document_of
from tests.unit.reading.unpackers.made_office import docx_of, docx_report, packed, repacked
from tests.unit.reading.unpackers.unpacking import codes, text_in, unpack

BOMB = (
    '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><w>&c;</w>'
)
OUTSIDE = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def text_of(body: str, **others: str) -> str:
    return text_in(DocxUnpacker(), docx_of(body, **others))


def test_a_report_is_read_with_headings_lists_tables_and_its_head_once() -> None:
    assert text_in(DocxUnpacker(), docx_report()) == (
        "Watch on Norland\n\nЗатримання в Норланді\n\nHanna Verba was detained on 2 May 2031.\n\n"
        "• Petro Sova, a lawyer\n• Oleh Sova, a teacher\n\n"
        "Name\tDate\tPlace\nHanna Verba\t\tLower Town\nІван Перо\t3 травня\n\n"
        "They were held for two days.\n"
    )


def test_what_the_file_says_of_itself_is_taken_but_not_who_typed_it() -> None:
    parts, problems = unpack(DocxUnpacker(), docx_report())
    assert (parts[0].title, parts[0].publisher) == ("Detentions in Norland", "")
    assert parts[0].published == PartialDate("2031-05-03")
    assert problems == []


def test_what_was_struck_out_is_left_out_and_what_was_put_in_is_read() -> None:
    body = paragraph(
        run("She was "),
        "<w:del><w:r><w:delText>beaten and </w:delText></w:r></w:del>",
        f"<w:ins>{run('held')}</w:ins>",
        f"<w:moveFrom>{run(' in Upper Town')}</w:moveFrom>",
        run("."),
    )
    assert text_of(body) == "She was held.\n"
    _, problems = unpack(DocxUnpacker(), docx_of(body))
    assert codes(problems) == ["tracked-deletions"]
    assert "2 passages" in problems[0].what
    assert problems[0].severity is Severity.NOTE


def test_hidden_text_is_left_out_whether_marked_itself_or_by_its_style() -> None:
    hidden, shown = "<w:rPr><w:vanish/></w:rPr>", '<w:rPr><w:vanish w:val="0"/></w:rPr>'
    styles = (
        '<w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="Deeper"><w:basedOn w:val="Secret"/></w:style>'
    )
    body = paragraph(
        run("Hanna Verba"), run(" B-17", hidden), run(" was held.", shown)
    ) + paragraph(run("Not for print."), properties='<w:pPr><w:pStyle w:val="Deeper"/></w:pPr>')
    assert text_of(body, styles=styles) == "Hanna Verba was held.\n"
    _, problems = unpack(DocxUnpacker(), docx_of(body, styles=styles))
    assert codes(problems) == ["hidden-text"]


def test_footnotes_stand_at_the_end_with_the_number_that_calls_them() -> None:
    called = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = (
        '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{paragraph(run("Court of Lower Town."))}</w:footnote>'
    )
    body = paragraph(run("She was held in 2031"), called, run(".")) + paragraph(run("Then free."))
    assert text_of(body, footnotes=notes) == (
        "She was held in 2031[1].\n\nThen free.\n\n[1] Court of Lower Town.\n"
    )


def test_a_note_that_calls_itself_comes_to_an_end() -> None:
    called = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{paragraph(run("Court."), called)}</w:footnote>'
    assert text_of(paragraph(run("Held"), called), footnotes=notes) == "Held[1]\n\n[1] Court.\n"


def test_text_in_a_box_is_read_once_as_a_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph(run('In a box.'))}</w:txbxContent>"
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = (
        f"<w:r><mc:AlternateContent {space}><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert text_of(paragraph(run("Beside it."), both)) == "In a box.\n\nBeside it.\n"


def test_comments_are_left_out_and_that_is_said() -> None:
    content = docx_of(paragraph(run("Held.")), comments=paragraph(run("Who says so?")))
    assert text_in(DocxUnpacker(), content) == "Held.\n"
    assert codes(unpack(DocxUnpacker(), content)[1]) == ["comments-left-out"]


def test_of_a_damaged_part_what_can_be_read_is() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    broken = f"<w:document {space}><w:body>{paragraph(run('Held.'))}<w:p><w:r><w:t>In Lo"
    content = repacked(docx_of(""), {"word/document.xml": broken})
    assert text_in(DocxUnpacker(), content) == "Held.\n\nIn Lo\n"
    assert codes(unpack(DocxUnpacker(), content)[1]) == ["member-damaged"]


@pytest.mark.parametrize("trap", [BOMB, OUTSIDE])
def test_a_part_with_entities_of_its_own_is_refused(trap: str) -> None:
    parts, problems = unpack(DocxUnpacker(), repacked(docx_report(), {"word/document.xml": trap}))
    assert parts == []
    assert codes(problems) == ["xml-entities"]


def test_a_file_that_unfolds_to_far_more_than_its_size_is_refused() -> None:
    bomb = repacked(docx_report(), {"word/document.xml": b" " * 60_000_000})
    parts, problems = unpack(DocxUnpacker(), bomb)
    assert parts == []
    assert codes(problems) == ["unpack-too-much"]


def test_deep_nesting_is_no_trap() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 5000 + "Held."
    parts, problems = unpack(DocxUnpacker(), docx_of(deep))
    assert parts or any(one.severity is Severity.ERROR for one in problems)


def test_a_locked_file_is_known_and_says_that_it_needs_its_password() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert media_type_of(locked, "report.docx") == LOCKED
    document = replace(document_of(locked), media_type=LOCKED)
    assert codes(DocxUnpacker().unpack(document, locked)[1]) == ["needs-password"]


def test_a_file_without_its_text_part_or_without_text_is_said() -> None:
    assert codes(unpack(DocxUnpacker(), packed({"word/styles.xml": "<a/>"}))[1]) == [
        "member-missing"
    ]
    assert codes(unpack(DocxUnpacker(), docx_of("<w:p/>"))[1]) == ["no-text"]


def test_a_day_is_believed_only_where_the_file_was_not_worked_on_for_long() -> None:
    core = (
        '<c xmlns:d="http://purl.org/dc/terms/"><d:created>2019-01-07T00:00:00Z</d:created>'
        "<d:modified>2031-05-04T00:00:00Z</d:modified></c>"
    )
    parts, _ = unpack(DocxUnpacker(), repacked(docx_report(), {"docProps/core.xml": core}))
    assert parts[0].published is None
