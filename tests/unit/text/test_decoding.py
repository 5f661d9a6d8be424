"""Bytes become the same text every time, and the offsets in it are defined."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.text.decoding import decode_as, fits, mark

SPOKEN = "Ганну Вербу забрали вранці.\r\nГде она — неизвестно.\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_line_ends_stay_as_they_came(encoding: str) -> None:
    assert decode_as(SPOKEN.encode(encoding), encoding) == SPOKEN


@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
    ],
)
def test_a_byte_order_mark_is_seen_and_not_counted(encoding: str, bom: bytes) -> None:
    content = bom + "Verba\ufeff".encode(encoding)
    assert mark(content) == encoding
    assert decode_as(content, encoding) == "Verba\ufeff"


def test_each_line_is_read_in_the_encoding_that_fits_it() -> None:
    content = "Один.\n".encode() + "Другой.\r\n".encode("cp1251") + "Третій".encode()
    assert decode_as(content, "lines:utf-8,cp1251") == "Один.\nДругой.\r\nТретій"


def test_a_byte_order_mark_before_mixed_lines_is_not_counted() -> None:
    content = codecs.BOM_UTF8 + "Один.\n".encode() + "Другой".encode("cp1251")
    assert decode_as(content, "lines:utf-8,cp1251") == "Один.\nДругой"


@pytest.mark.parametrize(
    ("content", "encoding", "text"),
    [
        (b"a\xffb\xe2\x82c", "replaced:utf-8", "a\ufffdb\ufffd\ufffdc"),
        (
            b"a\xed\xa0\x80b",
            "replaced:utf-8",
            "a\ufffd\ufffd\ufffdb",
        ),  # a lone surrogate, as some write it
        (b"\xc0\x98\xc1", "replaced:cp1251", "А\ufffdБ"),
        (b"\xb1\xbb\xff\x81", "replaced:gb18030", "被\ufffd\ufffd"),
        (b"a\x00\x00\xd8b\x00c", "replaced:utf-16-le", "a\ufffdb\ufffd"),
        (b"\x00\x00\x00a\x7f\x00\x00\x00\x00", "replaced:utf-32-be", "a\ufffd\ufffd"),
    ],
)
def test_what_fits_nowhere_is_shown_and_moves_nothing_else(
    content: bytes, encoding: str, text: str
) -> None:
    assert decode_as(content, encoding) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "lines:utf-8,utf-8", "cp1251"])
def test_bytes_that_do_not_fit_are_refused(encoding: str) -> None:
    assert not fits(b"\x98\xd8\xff", encoding)
    with pytest.raises(UnicodeError):
        decode_as(b"\x98\xd8\xff", encoding)


@pytest.mark.parametrize("encoding", ["", "utf-99", "rows:utf-8", "hex", "lines:utf-8,klingon"])
def test_a_name_that_is_no_encoding_is_refused(encoding: str) -> None:
    with pytest.raises(LookupError):
        decode_as(b"\xff\n", encoding)


@given(
    st.binary(),
    st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "cp1251", "koi8-u"]),
)
def test_replacing_reads_anything_as_text_that_can_be_written(content: bytes, name: str) -> None:
    decode_as(content, f"replaced:{name}").encode("utf-8")


@given(st.binary(), st.sampled_from(["utf-8", "cp1251", "utf-16-be"]))
def test_replacing_changes_nothing_where_all_fits(content: bytes, name: str) -> None:
    if fits(content, name):
        assert decode_as(content, f"replaced:{name}") == decode_as(content, name)
