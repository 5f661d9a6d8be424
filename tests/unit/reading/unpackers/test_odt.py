"""Of an ODT the text is read as it is shown."""

from __future__ import annotations

from habeas.model.partial_date import PartialDate
from habeas.reading.unpackers.odt import OdtUnpacker
from tests.unit.reading.unpackers.made_office import odt_of, odt_report, packed, repacked
from tests.unit.reading.unpackers.unpacking import codes, text_in, unpack


def text_of(body: str, styles: str = "") -> str:
    return text_in(OdtUnpacker(), odt_of(body, styles=styles))


def test_a_report_is_read_with_headings_lists_tables_and_notes_at_the_end() -> None:
    assert text_in(OdtUnpacker(), odt_report()) == (
        "Затримання в Норланді\n\nHanna Verba was detained on 2 May 2031.[1] She said no.\n\n"
        "• Petro Sova\n• Oleh Sova\n\n"
        "Name\tDate\tPlace\nHanna Verba\t\tLower Town\nІван Перо\t3 травня\n\n"
        "They were held.\n\n[1] Court of Lower Town.\n"
    )


def test_what_the_file_says_of_itself_is_taken() -> None:
    parts, problems = unpack(OdtUnpacker(), odt_report())
    assert parts[0].title == "Detentions in Norland"
    assert parts[0].published == PartialDate("2031-05-03")
    assert problems == []


def test_spaces_tabs_and_line_breaks_are_those_that_are_shown() -> None:
    body = (
        "<text:p>Hanna\n   Verba<text:tab/>held<text:line-break/>"
        'two<text:s text:c="2"/>days</text:p>'
    )
    assert text_of(body) == "Hanna Verba\theld\ntwo  days\n"


def test_what_was_struck_out_hidden_or_remarked_is_left_out_and_said() -> None:
    styles = (
        '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>beaten</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        '<text:p>She <text:change text:change-id="c1"/>was<text:span text:style-name="T1"> B-17'
        "</text:span> held<office:annotation><text:p>Who says so?</text:p></office:annotation>."
        "</text:p>"
        '<text:p text:style-name="T1">Not for print.</text:p><text:p>Then free.</text:p>'
    )
    assert text_of(body, styles) == "She was held.\n\nThen free.\n"
    _, problems = unpack(OdtUnpacker(), odt_of(body, styles=styles))
    assert codes(problems) == ["tracked-deletions", "hidden-text", "comments-left-out"]
    assert "2 passages" in problems[1].what


def test_text_in_a_frame_is_a_paragraph_and_its_caption_for_screen_readers_is_not() -> None:
    body = (
        "<text:p>Beside it.<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box>"
        "<draw:title>no text</draw:title></draw:frame></text:p>"
    )
    assert text_of(body) == "In a box.\n\nBeside it.\n"


def test_the_head_of_the_pages_is_kept_once() -> None:
    head = "<style:header><text:p>Watch on Norland</text:p></style:header>"
    content = odt_of("<text:p>Held.</text:p>")
    space = 'xmlns:style="s" xmlns:text="t"'
    changed = repacked(
        content, {"styles.xml": f"<style:styles {space}>{head}{head}</style:styles>"}
    )
    assert text_in(OdtUnpacker(), changed) == "Watch on Norland\n\nHeld.\n"


def test_a_locked_file_says_that_it_needs_its_password() -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    locked = repacked(odt_report(), {"META-INF/manifest.xml": manifest, "content.xml": b"\x07\x08"})
    parts, problems = unpack(OdtUnpacker(), locked)
    assert parts == []
    assert codes(problems) == ["needs-password"]


def test_a_file_without_its_text_part_or_without_text_is_said() -> None:
    assert codes(unpack(OdtUnpacker(), packed({"meta.xml": "<a/>"}))[1]) == ["member-missing"]
    assert codes(unpack(OdtUnpacker(), odt_of("<text:p/>"))[1]) == ["no-text"]
