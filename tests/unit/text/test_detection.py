"""Every file is read in the encoding it is in, or named for what it is."""

import codecs
import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.text.charset_labels import declared_in
from habeas.text.cyrillic import ENCODINGS
from habeas.text.decoding import decode_as
from habeas.text.detection import Detection, detect

UKRAINIAN = "Ганну Вербу забрали вранці з дому; її доставили до відділку, де вона пробула добу."
RUSSIAN = "Суд продлил арест Анне Вербе до 15 февраля. По словам адвоката, обыск шёл всю ночь."
ENGLISH = "Hanna Verba was taken from her home in the morning."


def codes(detection: Detection) -> list[str]:
    return [problem.code for problem in detection.problems]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    "text", [UKRAINIAN, RUSSIAN, UKRAINIAN[:25], RUSSIAN[:25], RUSSIAN.upper()]
)
def test_the_cyrillic_encodings_are_told_apart_by_their_letters(encoding: str, text: str) -> None:
    content = text.encode(encoding, "replace")
    found = detect(content)
    assert decode_as(content, found.encoding) == content.decode(encoding)
    assert found.confidence > 0.5


@pytest.mark.parametrize("text", [UKRAINIAN, RUSSIAN, ENGLISH, ENGLISH[:2]])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("has_mark", [True, False])
def test_wide_encodings_are_known_with_and_without_a_mark(
    text: str, encoding: str, *, has_mark: bool
) -> None:
    content = (("\ufeff" if has_mark else "") + text).encode(encoding)
    found = detect(content)
    assert (found.encoding, found.problems) == (encoding, ())
    assert decode_as(content, found.encoding) == text


@pytest.mark.parametrize(
    "text", [UKRAINIAN, RUSSIAN, ENGLISH, "", "a", "拘束された記者", "اعتقل الصحفي"]
)
def test_valid_utf_8_is_certain(text: str) -> None:
    assert detect(text.encode()) == Detection("utf-8", 1.0)
    assert detect(codecs.BOM_UTF8 + text.encode()) == Detection("utf-8", 1.0)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Le ministre a déclaré que la détention était arbitraire.", "cp1252"),
        ("“No,” she said – and left.", "cp1252"),
        ("Ο δημοσιογράφος συνελήφθη το πρωί στο σπίτι του", "cp1253"),
        ("被拘留的记者已获释，家人表示欢迎。", "gb18030"),
    ],
)
def test_other_scripts_are_guessed_and_the_guess_is_owned_up_to(text: str, encoding: str) -> None:
    found = detect(text.encode(encoding))
    assert text.encode(encoding).decode(found.encoding) == text
    assert "encoding-guessed" in codes(found)


@pytest.mark.parametrize(
    ("start", "encoding"),
    [
        ('<html><head><meta charset="windows-1250">', "cp1250"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">', "iso8859-2"),
        ('<?xml version="1.0" encoding="cp1250"?>', "cp1250"),
    ],
)
def test_a_page_that_declares_its_encoding_is_believed_when_the_bytes_fit(
    start: str, encoding: str
) -> None:
    text = start + "Została zatrzymana i skazana na osiem lat więzienia."
    found = detect(text.encode(encoding))
    assert decode_as(text.encode(encoding), found.encoding) == text
    assert found.problems == ()


def test_a_sender_is_believed_when_the_bytes_fit() -> None:
    content = "Została zatrzymana i skazana na osiem lat więzienia.".encode("cp1250")
    assert detect(content, declared="Windows-1250") == Detection("cp1250", 0.9)


def test_a_declaration_that_the_letters_disprove_is_overruled_and_reported() -> None:
    content = ("<meta charset=koi8-u>" + RUSSIAN).encode("cp1251")
    found = detect(content)
    assert found.encoding == "cp1251"
    assert codes(found) == ["encoding-declared-wrongly"]


def test_utf_8_that_declares_something_else_is_utf_8() -> None:
    found = detect(("<meta charset=windows-1251>" + RUSSIAN).encode())
    assert found.encoding == "utf-8"
    assert codes(found) == ["encoding-declared-wrongly"]


@pytest.mark.parametrize(
    "label", ["hex", "rot13", "utf-7", "undefined", "klingon", "unicode-escape"]
)
def test_a_declaration_that_is_no_encoding_of_text_is_ignored(label: str) -> None:
    assert declared_in(f'<meta charset="{label}">'.encode()) == ""


def test_a_declaration_written_in_ascii_cannot_be_utf_16() -> None:
    assert declared_in(b'<meta charset="utf-16">') == "utf-8"


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u"])
def test_lines_of_two_encodings_are_read_each_in_its_own(encoding: str) -> None:
    content = f"{UKRAINIAN}\n".encode() + f"{RUSSIAN}\r\n".encode(encoding) + b"End.\n"
    found = detect(content)
    assert found.encoding == f"lines:utf-8,{encoding}"
    assert codes(found) == ["encoding-mixed"]
    assert decode_as(content, found.encoding) == f"{UKRAINIAN}\n{RUSSIAN}\r\nEnd.\n"


def test_a_short_line_that_happens_to_be_valid_utf_8_does_not_make_a_file_mixed() -> None:
    content = f"{UKRAINIAN}\nНі.\nЕволюції.\n".encode("cp1251")
    assert detect(content) == Detection("cp1251", detect(content).confidence)


def test_a_cut_or_damaged_file_keeps_its_other_letters() -> None:
    cut = detect(RUSSIAN.encode()[:-2])
    assert (cut.encoding, codes(cut)) == ("replaced:utf-8", ["bytes-replaced"])
    content = UKRAINIAN.encode().replace("Вербу".encode(), "Верб".encode() + b"\xd1")
    assert decode_as(content, detect(content).encoding) == UKRAINIAN.replace("Вербу", "Верб\ufffd")


def test_surrogates_are_reported_and_replaced() -> None:
    found = detect(codecs.BOM_UTF16_LE + b"a\x00\x00\xd8b\x00")
    assert (found.encoding, codes(found)) == ("replaced:utf-16-le", ["bytes-replaced"])


def packed(name: str, text: str = "x") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, text)
        archive.writestr("word/document.xml" if name == "[Content_Types].xml" else "other", "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
        (b"\x7fELF\x02\x01\x01\x00", "a program (ELF)"),
        (packed("report.txt"), "a ZIP archive"),
        (packed("[Content_Types].xml"), "a Word document (DOCX)"),
        (
            packed("mimetype", "application/vnd.oasis.opendocument.text"),
            "an OpenDocument text (ODT)",
        ),
        (packed("inner.docx", "word/document.xml"), "a ZIP archive"),
        (gzip.compress(b"text", mtime=0), "a gzip archive"),
        (b"{\\rtf1\\ansi text}", "a rich text file (RTF)"),
        (bytes(pow(7, n, 65537) % 256 for n in range(4000)), "mostly control bytes"),
        (bytes(4000), "mostly control bytes"),
    ],
)
def test_what_is_no_text_is_named_for_what_it_is(content: bytes, words: str) -> None:
    found = detect(content)
    assert found.encoding == ""
    assert codes(found) == ["binary-content"]
    assert words in found.problems[0].what


@pytest.mark.parametrize(
    "text", ["PK said no.", "BMW stopped work.", "MZ\n\nA note", "GIF is a format", "%PD"]
)
def test_a_text_that_begins_like_a_signature_stays_a_text(text: str) -> None:
    assert detect(text.encode()) == Detection("utf-8", 1.0)


@given(st.binary(max_size=400))
def test_whatever_is_detected_can_be_decoded(content: bytes) -> None:
    found = detect(content)
    if found.encoding:
        decode_as(content, found.encoding).encode("utf-8")
    else:
        assert found.problems
