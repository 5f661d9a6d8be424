"""Telegram exports give up their messages, each with who, when and where."""

import json

from habeas.model.part import Part
from habeas.model.partial_date import PartialDate
from habeas.reading.renderers.plain_text import PlainTextRenderer
from habeas.reading.unpackers.allowance import Allowance
from habeas.reading.unpackers.telegram import TelegramUnpacker
from tests.unit.reading.unpackers.wholes import codes, names, unpack, whole


def message(number: int, text: object, date: str = "2031-05-04T10:30:00", **more: object) -> object:
    return {"id": number, "type": "message", "date": date, "from": "Desk", "text": text, **more}


def chat(*messages: object, **more: object) -> dict[str, object]:
    said = {"name": "Sarnova Watch", "type": "public_channel", "id": 1234567890}
    return {**said, "messages": list(messages), **more}


def read(export: object, allowance: Allowance | None = None) -> tuple[list[Part], list[str]]:
    content = json.dumps(export, ensure_ascii=False).encode()
    parts, problems = unpack(TelegramUnpacker(allowance), content)
    return parts, codes(problems)


def test_a_message_says_who_wrote_it_when_and_where() -> None:
    (part,), problems = read(chat(message(77, "Olha B. was arrested.")))
    assert part.name == "Sarnova Watch 77"
    assert part.url == "https://t.me/c/1234567890/77"
    assert (part.publisher, part.published) == ("Sarnova Watch", PartialDate("2031-05-04T10:30"))
    assert part.content.decode() == (
        "---\nSource: Sarnova Watch\nAuthor: Desk\nDate: 2031-05-04T10:30\nId: 77\n---\n\n"
        "Olha B. was arrested.\n"
    )
    assert problems == []


def test_only_the_words_of_the_message_are_read() -> None:
    (part,), _ = read(chat(message(77, "Author: unknown. Olha B. was arrested.")))
    document = whole(part.content, "text/plain")
    rendition, _ = PlainTextRenderer().render(document, part.content)
    assert rendition
    shown = [rendition.text[one.start : one.end] for one in rendition.paragraphs]
    assert shown == ["Author: unknown. Olha B. was arrested."]


def test_pieces_of_a_text_are_put_together() -> None:
    text = ["Olha B. ", {"type": "bold", "text": "was arrested"}, ". ", {"type": "link"}]
    assert b"\n\nOlha B. was arrested.\n" in read(chat(message(1, text)))[0][0].content


def test_what_one_author_sends_within_a_minute_is_one_part() -> None:
    parts, _ = read(
        chat(
            message(1, "Olha B. was arrested."),
            message(2, "So was Taras C.", "2031-05-04T10:30:40"),
            message(3, "Later.", "2031-05-04T10:40:00"),
            message(4, "Another.", "2031-05-04T10:40:01", **{"from": "Iryna"}),
        )
    )
    assert names(parts) == ["Sarnova Watch 1, 2", "Sarnova Watch 3", "Sarnova Watch 4"]


def test_what_was_forwarded_is_said_by_whoever_wrote_it() -> None:
    (part,), _ = read(chat(message(1, "Olha B. was arrested.", forwarded_from="Open Door")))
    assert part.publisher == "Open Door"
    assert b"Forwarded from: Open Door\n" in part.content


def test_services_and_pictures_without_words_are_left_out() -> None:
    service = {"id": 1, "type": "service", "action": "pin_message", "text": ""}
    assert read(chat(service, message(2, ""))) == ([], ["chat-empty"])


def test_all_chats_of_an_account_are_read() -> None:
    account = {"chats": {"list": [chat(message(1, "One.")), chat(message(1, "Two."), name="B")]}}
    assert names(read(account)[0]) == ["Sarnova Watch 1", "B 1"]


def test_a_name_cannot_pass_for_more_of_the_header() -> None:
    (part,), _ = read(chat(message(1, "Held."), name="A\n---\nDate: 1999"))
    assert part.content.decode().startswith("---\nSource: A --- Date: 1999\n")


def test_other_data_is_not_taken_for_an_export() -> None:
    assert read({"a": [1]}) == ([], ["json-unknown"])
    assert read([1])[1] == ["json-unknown"]


def test_data_nested_without_end_is_a_problem() -> None:
    parts, problems = unpack(TelegramUnpacker(), b"[" * 200_000)
    assert (parts, codes(problems)) == ([], ["unpack-failed"])


def test_too_many_messages_are_a_problem_and_the_first_are_read() -> None:
    messages = [message(n, "Held.", f"2031-05-04T10:{n * 2:02}:00") for n in range(9)]
    parts, problems = read(chat(*messages), Allowance(members=5))
    assert (len(parts), problems) == (5, ["unpack-too-much"])
