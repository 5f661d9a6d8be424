"""Of an RTF the text is read as it is shown, in the alphabet of each font."""

from __future__ import annotations

import pytest

from habeas.model.partial_date import PartialDate
from habeas.reading.unpackers.rtf import RtfUnpacker
from tests.unit.reading.unpackers.made_office import rtf_report
from tests.unit.reading.unpackers.unpacking import codes, text_in, unpack


def text_of(body: bytes) -> str:
    return text_in(RtfUnpacker(), rb"{\rtf1\ansi\ansicpg1251 " + body + b"}")


def test_a_report_is_read_with_lists_tables_its_head_and_notes_at_the_end() -> None:
    assert text_in(RtfUnpacker(), rtf_report()) == (
        "Norland daily\n\nГанну За was detained.[1] Then\nfree.\n\n• Petro Sova\n• Oleh Sova\n\n"
        "Name\tPlace\n\tLower Town\n\nThey were held.\n\n[1] Court of Lower Town.\n"
    )


def test_what_the_file_says_of_itself_is_taken_but_not_who_typed_it() -> None:
    parts, problems = unpack(RtfUnpacker(), rtf_report())
    assert parts[0].title == "Detentions in Norland"
    assert parts[0].publisher == "Watch on Norland"
    assert parts[0].published == PartialDate("2031-05-03")
    assert problems == []


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"\'c3\'e0\'ed\'ed\'f3 \'e2\'e7\'ff\'eb\'e8", "Ганну взяли"),
        ("Ганну взяли".encode("cp1251"), "Ганну взяли"),
        (
            rb"{\fonttbl{\f3\fcharset204 X;}{\f4\fcharset238 Y;}}{\f3\'ca\'e8\'bf\'e2} {\f4\'b3}",
            "Київ ł",
        ),
        (rb"{\fonttbl{\f0\fcharset0 X;}}\f0\'ca\'e8\'bf\'e2", "Київ"),
        (rb"\uc2\u1043\'3f\'3f\u1072\'3f\'3f{\uc0\u1085}\u1085??\u1091??", "Ганну"),
        (rb"\u-10179?\u-8704?", "\U0001f600"),
        (rb"\ldblquote Hanna\rdblquote\~Verba\emdash held", "“Hanna”\xa0Verba—held"),
        (rb"de\-tained in Ivano\_Frankivsk", "detained in Ivano-Frankivsk"),
        (rb"a \{b\} \\c", "a {b} \\c"),
    ],
)
def test_letters_are_those_of_their_alphabet(body: bytes, text: str) -> None:
    assert text_of(body) == f"{text}\n"


def test_hidden_and_struck_out_text_is_left_out_and_said() -> None:
    body = rb"She was {\deleted beaten and }held{\v  B-17}.\par\v secret\v0  Then free.\plain  Yes."
    assert text_of(body) == "She was held.\n\nThen free. Yes.\n"
    _, problems = unpack(RtfUnpacker(), rb"{\rtf1 " + body + b"}")
    assert codes(problems) == ["tracked-deletions", "hidden-text"]


def test_comments_are_left_out_and_that_is_said() -> None:
    content = rb"{\rtf1 Held.{\*\atnid OR}{\*\annotation\pard Who says so?}\par}"
    assert text_in(RtfUnpacker(), content) == "Held.\n"
    assert codes(unpack(RtfUnpacker(), content)[1]) == ["comments-left-out"]


@pytest.mark.parametrize(
    "body",
    [
        rb"{\pict\wmetafile8 0102ff}Held.",
        rb"{\pict\jpegblip\bin7 a}}{\\\\b}Held.",
        rb"{\stylesheet{\s1 Heading;}}{\*\generator X;}Held.",
        rb'{\field{\*\fldinst HYPERLINK "http://a.example"}{\fldrslt Held}}.',
        rb"{\*\unknown{\title not this}}Held.",
    ],
)
def test_what_is_no_text_is_passed_over(body: bytes) -> None:
    assert text_of(body) == "Held.\n"


def test_text_in_a_box_is_read() -> None:
    body = rb"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt\pard In a box.\par}}{\shprslt X}}Held."
    assert text_of(body) == "In a box.\n\nHeld.\n"


def test_a_file_cut_short_is_read_as_far_as_it_goes_and_says_so() -> None:
    parts, problems = unpack(RtfUnpacker(), rtf_report()[:-60])
    assert b"was detained" in parts[0].content
    assert codes(problems) == ["cut-short"]


def test_what_follows_the_end_is_not_text() -> None:
    assert text_in(RtfUnpacker(), rb"{\rtf1 Held.}{\rtf1 Not.}\par more") == "Held.\n"


def test_deep_nesting_is_no_trap() -> None:
    assert text_of(b"{" * 200_000 + b"Held." + b"}" * 200_000) == "Held.\n"


def test_a_file_without_text_or_of_another_kind_is_said() -> None:
    assert codes(unpack(RtfUnpacker(), rb"{\rtf1\pard\par}")[1]) == ["no-text"]
    assert codes(unpack(RtfUnpacker(), b"Hanna Verba")[1]) == ["unpack-failed"]
