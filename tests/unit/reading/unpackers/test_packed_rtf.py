"""Rich text as Outlook packs it comes out as it went in, and nonsense comes to nothing."""

import struct

from hypothesis import given
from hypothesis import strategies as st

from habeas.reading.unpackers.outlook import OutlookUnpacker
from habeas.reading.unpackers.packed_rtf import unpacked_rtf
from habeas.reading.unpackers.rtf import RtfUnpacker
from tests.unit.reading.unpackers import made_msg
from tests.unit.reading.unpackers.wholes import codes, names, unpack

RTF = rb"{\rtf1\ansi\ansicpg1251\deff0 Olha B. was arrested in Sarnova.\par}"
PACKED, PLAIN = b"LZFu", b"MELA"
# The example of MS-OXRTFCP 3.1.1: "{\rtf1\ansi\ansicpg1252\pard hello world}" and a line end.
PUBLISHED = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af3206865"
    "6c090020627705b06c647d0a800fa0"
)


def packed(content: bytes) -> bytes:
    """Packed without a single reference, which the format allows."""
    pieces = [content[at : at + 8] for at in range(0, len(content), 8)]
    body = b"".join(b"\0" + piece for piece in pieces)
    return struct.pack("<II4sI", len(body) + 12, len(content), PACKED, 0) + body


def test_the_published_example_unpacks_to_what_is_published() -> None:
    assert unpacked_rtf(PUBLISHED) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


def test_a_body_that_is_not_packed_is_taken_as_it_is() -> None:
    assert unpacked_rtf(struct.pack("<II4sI", 0, len(RTF), PLAIN, 0) + RTF) == RTF


@given(content=st.binary(max_size=500))
def test_what_was_packed_comes_out_the_same(content: bytes) -> None:
    assert unpacked_rtf(packed(content)) == content


@given(content=st.binary(max_size=300))
def test_nonsense_never_unfolds_beyond_measure(content: bytes) -> None:
    header = struct.pack("<II4sI", len(content), 1 << 30, PACKED, 0)
    assert len(unpacked_rtf(header + content)) <= 17 * len(content)
    assert len(unpacked_rtf(content)) <= 17 * len(content)


def test_a_message_that_is_only_rich_text_gives_the_rich_text() -> None:
    message = made_msg.compound(
        {**made_msg.text(0x0037, "Arrest"), **made_msg.binary(0x1009, packed(RTF))}
    )
    parts, problems = unpack(OutlookUnpacker(), message)
    assert names(parts) == ["text.rtf"]
    assert codes(problems) == []
    (text,), _ = unpack(RtfUnpacker(), parts[0].content)
    assert text.content.decode().strip() == "Olha B. was arrested in Sarnova."
