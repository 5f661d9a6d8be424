"""What stands on a page and is not its text is masked, never cut."""

import pytest

from habeas.reading.furniture import furniture_in, masked
from habeas.reference.lexicon import lexicon
from habeas.text.segments import paragraphs


def left(text: str) -> str:
    """The text without its furniture, spaces run together."""
    found = furniture_in(text, paragraphs(text), lexicon("en").furniture)
    shown = masked(text, found)
    assert len(shown) == len(text)
    return " ".join(shown.split())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Memo\n\nTen were held.", "Ten were held."),
        ("Ten were held.\n\nAuthor: Meridian Wire", "Ten were held."),
        ("Read also: Minister to visit Melnyk\n\nTen were held.", "Ten were held."),
        (
            "Read alsoBorrell: No talks without agreementsIn his address he said ten were held.",
            "In his address he said ten were held.",
        ),
        ("READ MORE Ten held in Melnyk\n\nTwo were freed.", "Two were freed."),
        ("By Olha Petrenko\n\nTen were held.", "Ten were held."),
        ("Ten were held.\n\n© 2021 Melnyk Daily. All rights reserved.", "Ten were held."),
        ("Follow us on Telegram\n\nTen were held.", "Ten were held."),
    ],
)
def test_furniture_goes_and_text_stays(text: str, wanted: str) -> None:
    assert left(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Memo of the ministry was read.",
        "They read also the Bible.",
        "By the end of May, ten were held.",
        "Read the law.",
        "Related persons were held in Melnyk.",
        "Background checks were made.",
        "Read more than ten books and you will know that the ministry denied it.",
    ],
)
def test_a_sentence_that_only_looks_like_furniture_stays(text: str) -> None:
    assert left(text) == text


def test_each_piece_is_named_by_the_entry_that_knows_it() -> None:
    text = "Memo\n\nTen were held.\n\nAuthor: Meridian Wire"
    assert [name for _, name in furniture_in(text, paragraphs(text), lexicon("en").furniture)] == [
        "label",
        "byline",
    ]
