"""Months by name or by first letters, as spreadsheet programs write them: Mar, мар, бер."""

from __future__ import annotations

from functools import cache

from habeas.reference.date_words import date_words
from habeas.reference.list_words import languages

_FEWEST = 3  # letters that tell a month


@cache
def month_begun(word: str) -> int | None:
    """The month that a word or its first letters name in a language of lists; None where none does.

    >>> month_begun("мар"), month_begun("Sept"), month_begun("лист"), month_begun("стр")
    (3, 9, 11, None)
    """
    begun = word.casefold().rstrip(".")
    if len(begun) < _FEWEST:
        return None
    found = {
        int(number)
        for language in languages()
        for form, number in date_words(language).values["month"].items()
        if form.startswith(begun)
    }
    return found.pop() if len(found) == 1 else None
